/* SPDX-License-Identifier: MIT */
/* The JavaScript files of the host, embedded in the program. */
#ifndef LLS_BUILTINS_H
#define LLS_BUILTINS_H

#include "LLSDefines.h"

#pragma clang assume_nonnull begin

/** One embedded file. */
typedef struct LLSBuiltin {
    /** The name that `require` inside the builtins takes: "internal/inspect", "node:events". */
    const char *id;
    const char *bytes;
    size_t length;
} LLSBuiltin;

LLS_EXTERN size_t lls_builtin_count(void);
LLS_EXTERN LLSBuiltin lls_builtin_at(size_t index);
/** The builtin of that id; `bytes` is NULL when there is none. */
LLS_EXTERN const LLSBuiltin *_Nullable lls_builtin_named(const char *id);

#pragma clang assume_nonnull end
#endif
