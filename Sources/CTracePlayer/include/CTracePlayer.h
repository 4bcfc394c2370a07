/* SPDX-License-Identifier: MIT */
/* The files of the page that plays a recorded run, embedded in the program. */
#ifndef LTP_TRACE_PLAYER_H
#define LTP_TRACE_PLAYER_H

#include <stddef.h>

#ifdef __cplusplus
#define LTP_EXTERN extern "C"
#else
#define LTP_EXTERN extern
#endif

#pragma clang assume_nonnull begin

/** One embedded file: UTF-8. */
typedef struct LTPFile {
    const char *bytes;
    size_t length;
} LTPFile;

/** What stands between <body> and </body>, without scripts. */
LTP_EXTERN LTPFile ltp_body(void);
LTP_EXTERN LTPFile ltp_style(void);

/** How many scripts there are. They are parts of one text, in this order: each uses what those before it define. */
LTP_EXTERN size_t ltp_script_count(void);
LTP_EXTERN LTPFile ltp_script_at(size_t index);
/** How many scripts, from the first, know nothing of a page: those that read a record and follow its state. */
LTP_EXTERN size_t ltp_state_script_count(void);

#pragma clang assume_nonnull end
#endif
