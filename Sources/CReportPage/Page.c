/* SPDX-License-Identifier: MIT */
#include "include/CReportPage.h"

static const char style[] = {
#embed "page/report.css" suffix(, 0)
};
static const char tables[] = {
#embed "page/tables.js" suffix(, 0)
};
static const char progress[] = {
#embed "page/progress.js" suffix(, 0)
};

static const LRPFile scripts[] = {
    {tables, sizeof tables - 1},
    {progress, sizeof progress - 1},
};

LRPFile lrp_style(void) { return (LRPFile){style, sizeof style - 1}; }

size_t lrp_script_count(void) { return sizeof scripts / sizeof *scripts; }

LRPFile lrp_script_at(size_t index) { return scripts[index]; }
