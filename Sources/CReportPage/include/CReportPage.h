/* SPDX-License-Identifier: MIT */
/* The style sheet and the scripts of a class report's page, embedded in the program. */
#ifndef LRP_REPORT_PAGE_H
#define LRP_REPORT_PAGE_H

#include <stddef.h>

#ifdef __cplusplus
#define LRP_EXTERN extern "C"
#else
#define LRP_EXTERN extern
#endif

#pragma clang assume_nonnull begin

/** One embedded file: UTF-8. */
typedef struct LRPFile {
    const char *bytes;
    size_t length;
} LRPFile;

LRP_EXTERN LRPFile lrp_style(void);

/** How many scripts there are; each stands by itself. */
LRP_EXTERN size_t lrp_script_count(void);
LRP_EXTERN LRPFile lrp_script_at(size_t index);

#pragma clang assume_nonnull end
#endif
