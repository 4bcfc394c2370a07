/* SPDX-License-Identifier: MIT */
/* ES module records (ECMA-262 section 16.2.1). The host owns the graph: it compiles, resolves, links, evaluates. */
#ifndef LLS_MODULE_H
#define LLS_MODULE_H

#include "LLSDefines.h"
#include "LLSValue.h"

#pragma clang assume_nonnull begin

/** Parses a module; `source.referrer` is the number by which the host knows it. */
LLS_EXTERN LLSStatus lls_module_compile(LLSContext *context, LLSSlot realm, LLSSource source, LLSSlot *result);
/** How many specifiers a module requests. */
LLS_EXTERN uint32_t lls_module_request_count(LLSContext *context, LLSSlot module);
/** One requested specifier, with the place that requests it. */
LLS_EXTERN LLSText lls_module_request(
    LLSContext *context, LLSSlot module, uint32_t index, uint32_t *line, uint32_t *column);
/** Links the module and all it requests. */
LLS_EXTERN LLSStatus lls_module_instantiate(LLSContext *context, LLSSlot module);
/** Evaluates the module; `promise` settles when its body, with every top-level await, has ended. */
LLS_EXTERN LLSStatus lls_module_evaluate(LLSContext *context, LLSSlot module, LLSSlot *promise);
LLS_EXTERN LLSStatus lls_module_namespace(LLSContext *context, LLSSlot module, LLSSlot *result);
/** Ends a dynamic import: with the evaluation promise, or with the thrown value when `promise_of_evaluation` is 0. */
LLS_EXTERN LLSStatus lls_dynamic_import_finish(
    LLSContext *context, LLSSlot promise_of_evaluation, LLSSlot thrown, int32_t referrer, LLSSlot request,
    LLSSlot promise);

#pragma clang assume_nonnull end
#endif
