/* SPDX-License-Identifier: MIT */
#include "include/CTracePlayer.h"

static const char body[] = {
#embed "page/player.html" suffix(, 0)
};
static const char style[] = {
#embed "page/player.css" suffix(, 0)
};
static const char trace[] = {
#embed "page/trace.js" suffix(, 0)
};
static const char state[] = {
#embed "page/state.js" suffix(, 0)
};
static const char cursor[] = {
#embed "page/cursor.js" suffix(, 0)
};
static const char words[] = {
#embed "page/words.js" suffix(, 0)
};
static const char elements[] = {
#embed "page/elements.js" suffix(, 0)
};
static const char source[] = {
#embed "page/source.js" suffix(, 0)
};
static const char panes[] = {
#embed "page/panes.js" suffix(, 0)
};
static const char timeline[] = {
#embed "page/timeline.js" suffix(, 0)
};
static const char player[] = {
#embed "page/player.js" suffix(, 0)
};

static const LTPFile scripts[] = {
    {trace, sizeof trace - 1},       {state, sizeof state - 1},   {cursor, sizeof cursor - 1},
    {words, sizeof words - 1},       {elements, sizeof elements - 1}, {source, sizeof source - 1},
    {panes, sizeof panes - 1},       {timeline, sizeof timeline - 1}, {player, sizeof player - 1},
};

LTPFile ltp_body(void) { return (LTPFile){body, sizeof body - 1}; }

LTPFile ltp_style(void) { return (LTPFile){style, sizeof style - 1}; }

size_t ltp_script_count(void) { return sizeof scripts / sizeof *scripts; }

LTPFile ltp_script_at(size_t index) { return scripts[index]; }

size_t ltp_state_script_count(void) { return 4; }
