/* SPDX-License-Identifier: MIT */
/* Values behind slots: making, reading, properties, calling, compiling. */
#ifndef LLS_VALUE_H
#define LLS_VALUE_H

#include "LLSDefines.h"

#pragma clang assume_nonnull begin

/** What kind of value a slot holds (ECMA-262 section 6.1, functions apart). */
typedef enum __attribute__((enum_extensibility(closed))) LLSKind {
    LLSKindUndefined = 0,
    LLSKindNull,
    LLSKindBoolean,
    LLSKindNumber,
    LLSKindString,
    LLSKindSymbol,
    LLSKindBigInt,
    LLSKindObject,
    LLSKindFunction,
} LLSKind;

LLS_EXTERN void lls_slot_free(LLSContext *context, LLSSlot slot);
LLS_EXTERN LLSSlot lls_slot_copy(LLSContext *context, LLSSlot slot);
/** How many slots are in use, to find leaks. */
LLS_EXTERN uint32_t lls_slot_count(LLSContext *context);

LLS_EXTERN LLSSlot lls_value_null(LLSContext *context);
LLS_EXTERN LLSSlot lls_value_boolean(LLSContext *context, bool value);
LLS_EXTERN LLSSlot lls_value_number(LLSContext *context, double value);
/** A string from UTF-8; ill-formed sequences become U+FFFD. 0 when memory ran out. */
LLS_EXTERN LLSSlot lls_value_string(LLSContext *context, const char *bytes, size_t length);
LLS_EXTERN LLSSlot lls_value_object(LLSContext *context, LLSSlot realm);
LLS_EXTERN LLSSlot lls_value_array(LLSContext *context, LLSSlot realm, const LLSSlot *items, size_t count);
/** A new Uint8Array with a copy of the bytes. */
LLS_EXTERN LLSSlot lls_value_bytes(LLSContext *context, LLSSlot realm, const uint8_t *bytes, size_t length);
/** A function that calls `host.call(function)`. */
LLS_EXTERN LLSSlot lls_function_create(
    LLSContext *context, LLSSlot realm, const char *name, unsigned length, uint32_t function);

LLS_EXTERN LLSKind lls_value_kind(LLSContext *context, LLSSlot slot);
LLS_EXTERN double lls_value_to_number(LLSContext *context, LLSSlot slot);
LLS_EXTERN bool lls_value_to_boolean(LLSContext *context, LLSSlot slot);
/** ECMA-262 ToString; may run user code and throw. */
LLS_EXTERN LLSStatus lls_value_to_text(LLSContext *context, LLSSlot slot, LLSText *text);
LLS_EXTERN bool lls_value_is_same(LLSContext *context, LLSSlot left, LLSSlot right);

LLS_EXTERN LLSStatus lls_property_get(LLSContext *context, LLSSlot object, const char *name, LLSSlot *result);
LLS_EXTERN LLSStatus lls_property_set(LLSContext *context, LLSSlot object, const char *name, LLSSlot value);
LLS_EXTERN LLSStatus lls_element_get(LLSContext *context, LLSSlot object, uint32_t index, LLSSlot *result);

/** Calls a function; `receiver` 0 is `undefined`; `result` may be NULL. */
LLS_EXTERN LLSStatus lls_call(
    LLSContext *context, LLSSlot function, LLSSlot receiver, const LLSSlot *_Nullable arguments, size_t count,
    LLSSlot *_Nullable result);
/** Calls `function(argument)` and drops the result: the hot path of timers and immediates. */
LLS_EXTERN LLSStatus lls_call_with(LLSContext *context, LLSSlot function, LLSSlot argument);
/** Calls `function(number)` and drops the result. */
LLS_EXTERN LLSStatus lls_call_with_number(LLSContext *context, LLSSlot function, uint32_t number);
/** Calls the function in `slot` with no argument, frees the slot, drops the result: the hot path of ticks. */
LLS_EXTERN LLSStatus lls_call_once(LLSContext *context, LLSSlot slot);

/** Where source text came from. */
typedef struct LLSSource {
    const char *bytes;
    size_t length;
    const char *file;
    uint32_t line;
    /** What `resolve_module` and `import_dynamically` get as referrer; -1 for none. */
    int32_t referrer;
} LLSSource;

/** Runs a classic script in a realm; its completion value lands in `result`. */
LLS_EXTERN LLSStatus lls_script_evaluate(
    LLSContext *context, LLSSlot realm, LLSSource source, LLSSlot *_Nullable result);
/** Compiles a classic script and drops it: for its syntax errors. */
LLS_EXTERN LLSStatus lls_script_compile(LLSContext *context, LLSSlot realm, LLSSource source);
/** Compiles a function body with named parameters; if `isWhole`, the functions in it too; else they wait for a call. */
LLS_EXTERN LLSStatus lls_function_compile(
    LLSContext *context, LLSSlot realm, const char *const _Nonnull *_Nonnull parameters, unsigned count,
    LLSSource source, bool isWhole, LLSSlot *result);
/** Compiles a function body of the host's own, once per process: later realms reuse the parsed form. */
LLS_EXTERN LLSStatus lls_builtin_compile(
    LLSContext *context, LLSSlot realm, const char *id, LLSSlot *result);
/** Whether more lines could make this text a script: false for "if (x) {". */
LLS_EXTERN bool lls_script_is_complete(LLSContext *context, LLSSlot realm, const char *bytes, size_t length);

#pragma clang assume_nonnull end
#endif
