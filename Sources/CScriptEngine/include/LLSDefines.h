/* SPDX-License-Identifier: MIT */
/* What every header of the face shares: linkage, slots, status codes. */
#ifndef LLS_DEFINES_H
#define LLS_DEFINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define LLS_EXTERN extern "C"
#else
#define LLS_EXTERN extern
#endif

#pragma clang assume_nonnull begin

/** One engine context with its tables, confined to the thread that made it unless a function says otherwise. */
typedef struct LLSContext LLSContext;

/** The arguments, receiver and result of one call from JavaScript into the host; valid only until that call returns. */
typedef struct LLSCall LLSCall;

/** Names a value that the context keeps alive until `lls_slot_free`. 0 names nothing and reads as `undefined`. */
typedef uint32_t LLSSlot;

/** How a call into the engine ended. */
typedef enum __attribute__((enum_extensibility(closed))) LLSStatus {
    LLSStatusOK = 0,
    /** JavaScript threw: `lls_exception_take` has the value. */
    LLSStatusThrew = 1,
    /** The interrupt callback asked to stop: no JavaScript ran since, nothing can be caught. */
    LLSStatusTerminated = 2,
} LLSStatus;

/** UTF-8 text that the context owns; valid until the next call into the same context. */
typedef struct LLSText {
    const char *_Nullable bytes;
    size_t length;
} LLSText;

#pragma clang assume_nonnull end
#endif
