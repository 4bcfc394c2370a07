/* SPDX-License-Identifier: MIT */
/* Looking at values without running user code: promises, proxies, classes, stacks; structured clone. */
#ifndef LLS_INTROSPECTION_H
#define LLS_INTROSPECTION_H

#include "LLSDefines.h"

#pragma clang assume_nonnull begin

/** 0 pending, 1 fulfilled, 2 rejected, -1 when the slot holds no promise. */
LLS_EXTERN int lls_promise_state(LLSContext *context, LLSSlot promise);
/** The engine's own number of a promise, unique in the process; 0 when the slot holds none. */
LLS_EXTERN uint64_t lls_promise_id(LLSContext *context, LLSSlot promise);
/** The value or reason of a settled promise. */
LLS_EXTERN LLSSlot lls_promise_result(LLSContext *context, LLSSlot promise);
/** Marks a promise as handled without a reaction. */
LLS_EXTERN void lls_promise_mark_handled(LLSContext *context, LLSSlot promise);
/** Adds the native introspection functions that `util.inspect` and the error classes need to an object. */
LLS_EXTERN bool lls_introspection_define(LLSContext *context, LLSSlot realm, LLSSlot target);
/** Adds the engine's parser to an object, as `parse(text, { target: "module" })` (the engine's Reflect.parse). */
LLS_EXTERN bool lls_parser_define(LLSContext *context, LLSSlot realm, LLSSlot target);
/** File and position of the nearest frame that is not the host's own: "name.js:3:21"; empty when there is none. */
LLS_EXTERN LLSText lls_caller_location(LLSContext *context);

#pragma clang assume_nonnull end
#endif
