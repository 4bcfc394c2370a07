/* SPDX-License-Identifier: MIT */
/* Watching a program from inside: its promises and async functions, its statements, and where they are. */
#ifndef LLS_DEBUG_H
#define LLS_DEBUG_H

#include "LLSDefines.h"

#pragma clang assume_nonnull begin

/** How much is told of what a program does. */
typedef enum __attribute__((enum_extensibility(closed))) LLSDetail {
    LLSDetailNone = 0,
    /** What promises and async functions do. */
    LLSDetailPromises,
    /** The statements and local variables too. */
    LLSDetailStatements,
} LLSDetail;

/** Who hears of it: `opaque` goes to every function first. Nothing in them may call into the context, except to read a
    place. Promises go by the engine's own ids; a place is a number of the context's table, 0 is nowhere. */
typedef struct LLSObserver {
    void *_Nullable opaque;
    void (*promise_created)(void *_Nullable opaque, uint64_t promise, uint32_t place);
    void (*promise_settled)(void *_Nullable opaque, uint64_t promise, bool is_rejected, uint32_t place);
    /** `derived` is 0 when the handler settles no promise of its own. */
    void (*handler_attached)(void *_Nullable opaque, uint64_t promise, uint64_t derived, uint32_t place);
    /** `function` is the promise that the async function returned. */
    void (*suspended)(void *_Nullable opaque, uint64_t function, uint64_t awaited, uint32_t place);
    void (*resumed)(void *_Nullable opaque, uint64_t function, uint32_t place);
    void (*entered)(void *_Nullable opaque, uint64_t frame, LLSText function, uint32_t place);
    void (*statement)(void *_Nullable opaque, uint64_t frame, uint32_t depth, uint32_t place);
    void (*variable)(void *_Nullable opaque, uint64_t frame, LLSText name, LLSText value);
    void (*left)(void *_Nullable opaque, uint64_t frame);
} LLSObserver;

/** Watches the program of a realm, or no longer with LLSDetailNone. False when the engine refused. */
LLS_EXTERN bool lls_observe(
    LLSContext *context, LLSSlot realm, LLSDetail detail, const LLSObserver *_Nullable observer);

/** The host runs its loop from a function of its own that JavaScript called: what stands on the stack by now is not the
    program's. Returns what `lls_loop_leave` wants when the loop has ended. */
LLS_EXTERN uint32_t lls_loop_enter(LLSContext *context);
LLS_EXTERN void lls_loop_leave(LLSContext *context, uint32_t before);

/** What a waiting promise job comes from. */
typedef struct LLSJobOrigin {
    /** The promise that the job settles or resumes the function of; 0 for none. */
    uint64_t promise;
    /** Where the handler was attached, the function awaits or, for the call of a thenable's `then`, the promise was
        resolved. */
    uint32_t place;
    /** Whether the job continues an async function after an `await`. */
    bool is_continuation;
} LLSJobOrigin;

/** What a waiting job comes from; all 0 while nothing is watched. */
LLS_EXTERN LLSJobOrigin lls_job_origin(LLSContext *context, uint32_t job);

/** The place of the nearest frame that is not the host's own. */
LLS_EXTERN uint32_t lls_caller_place(LLSContext *context);
/** The file of a place, with line and column from 1; empty for 0. The text lives as long as the context. */
LLS_EXTERN LLSText lls_place(LLSContext *context, uint32_t place, uint32_t *line, uint32_t *column);

#pragma clang assume_nonnull end
#endif
