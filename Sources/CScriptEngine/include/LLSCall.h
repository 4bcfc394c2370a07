/* SPDX-License-Identifier: MIT */
/* A call from JavaScript into the host: reading arguments, returning, throwing; and exceptions on their way out. */
#ifndef LLS_CALL_H
#define LLS_CALL_H

#include "LLSDefines.h"
#include "LLSValue.h"

#pragma clang assume_nonnull begin

LLS_EXTERN unsigned lls_arg_count(LLSCall *call);
LLS_EXTERN LLSKind lls_arg_kind(LLSCall *call, unsigned index);
/** A number argument, or NaN when it is not a number. */
LLS_EXTERN double lls_arg_number(LLSCall *call, unsigned index);
/** A BigInt argument modulo 2^64, or 0 when it is not a BigInt. */
LLS_EXTERN int64_t lls_arg_bigint(LLSCall *call, unsigned index);
/** ECMA-262 ToBoolean of an argument. */
LLS_EXTERN bool lls_arg_boolean(LLSCall *call, unsigned index);
/** A string argument as UTF-8 with lone surrogates as U+FFFD; empty when it is not a string. */
LLS_EXTERN LLSText lls_arg_text(LLSCall *call, unsigned index);
/** Keeps an argument alive in a new slot, which the caller frees. */
LLS_EXTERN LLSSlot lls_arg_slot(LLSCall *call, unsigned index);
/** The bytes of a typed array, DataView or ArrayBuffer argument; valid until JavaScript runs again. */
LLS_EXTERN bool lls_arg_bytes(LLSCall *call, unsigned index, uint8_t *_Nullable *_Nonnull bytes, size_t *length);

LLS_EXTERN void lls_return_number(LLSCall *call, double value);
LLS_EXTERN void lls_return_boolean(LLSCall *call, bool value);
LLS_EXTERN void lls_return_null(LLSCall *call);
/** Returns a string made from UTF-8. False when memory ran out; return false then. */
LLS_EXTERN bool lls_return_text(LLSCall *call, const char *bytes, size_t length);
/** Returns a BigInt. */
LLS_EXTERN bool lls_return_bigint(LLSCall *call, uint64_t value);
/** Returns the value of a slot and leaves the slot alone. */
LLS_EXTERN void lls_return_slot(LLSCall *call, LLSSlot slot);
/** Returns a new Uint8Array with a copy of the bytes. */
LLS_EXTERN bool lls_return_bytes(LLSCall *call, const uint8_t *_Nullable bytes, size_t length);

/** The constructors that the host may throw with. */
typedef enum __attribute__((enum_extensibility(closed))) LLSErrorType {
    LLSErrorTypeError = 0,
    LLSErrorTypeRangeError,
    LLSErrorTypeReferenceError,
    LLSErrorTypeSyntaxError,
    LLSErrorTypeTypeError,
} LLSErrorType;

/** Throws a new error. `code` becomes the property of that name when it is not NULL. Always returns false. */
LLS_EXTERN bool lls_throw_error(
    LLSContext *context, LLSErrorType type, const char *message, const char *_Nullable code);
/** Throws a value and frees its slot. Always returns false. */
LLS_EXTERN bool lls_throw_slot(LLSContext *context, LLSSlot slot);

/** Takes the value that the last call threw; the caller frees the slot. */
LLS_EXTERN LLSSlot lls_exception_take(LLSContext *context);

/** What is known about a thrown value. Texts live until the next call into the context. */
typedef struct LLSErrorDetails {
    LLSText text;
    LLSText file;
    /** From 1; 0 when unknown. */
    uint32_t line;
    /** From 1; 0 when unknown. */
    uint32_t column;
    /** The offending source line of a syntax error. */
    LLSText source_line;
    bool is_error;
    bool is_syntax_error;
} LLSErrorDetails;

/** Describes a thrown value without running user code for errors the engine made. */
LLS_EXTERN LLSErrorDetails lls_exception_describe(LLSContext *context, LLSSlot value);

#pragma clang assume_nonnull end
#endif
