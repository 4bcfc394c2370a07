// SPDX-License-Identifier: MIT
// The engine's error messages in V8's words.
//
// Learners meet these messages in Node every day, and programs print them. The engine formats each message from a
// table that `js::GetErrorMessage` gives out; replacing a format there is the one place that reaches errors in every
// position: caught, rejected and uncaught. The table lies in memory that the loader made read-only, so each page is
// opened for the moment of the change, before any context exists.
//
// The engine makes room for the text as if the format named each of its arguments exactly once. An argument that a
// format leaves out takes three bytes of that room and gives those of its own text back, so a format that leaves out
// one that may be shorter ends with as many spaces as could be missing. Arguments behind the last one named are not
// counted.
#include "Context.hpp"

#include <js/ErrorReport.h>
#include <js/friend/ErrorMessages.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace {

struct Wording {
    JSErrNum number;
    const char *format;
    int16_t type;
};

constexpr Wording wordings[] = {
    {JSMSG_PROPERTY_FAIL, "Cannot read properties of {1} (reading {0})  ", JSEXN_TYPEERR},
    {JSMSG_PROPERTY_FAIL_EXPR, "Cannot read properties of {2} (reading {0})  ", JSEXN_TYPEERR},
    {JSMSG_UNINITIALIZED_LEXICAL, "Cannot access '{0}' before initialization", JSEXN_REFERENCEERR},
    {JSMSG_BAD_CONST_ASSIGN, "Assignment to constant variable.", JSEXN_TYPEERR},
    {JSMSG_OVER_RECURSED, "Maximum call stack size exceeded", JSEXN_RANGEERR},
    {JSMSG_BAD_ARRAY_LENGTH, "Invalid array length", JSEXN_RANGEERR},
    {JSMSG_ALLOC_OVERFLOW, "Invalid string length", JSEXN_RANGEERR},
    {JSMSG_CANT_CALL_CLASS_CONSTRUCTOR, "Class constructor cannot be invoked without 'new'", JSEXN_TYPEERR},
    {JSMSG_NESTING_GENERATOR, "Generator is already running", JSEXN_TYPEERR},
    {JSMSG_EMPTY_ARRAY_REDUCE, "Reduce of empty array with no initial value", JSEXN_TYPEERR},
    {JSMSG_INVALID_DATE, "Invalid time value", JSEXN_RANGEERR},
    {JSMSG_BAD_RADIX, "toString() radix argument must be between 2 and 36", JSEXN_RANGEERR},
    {JSMSG_CANT_CONVERT_TO, "Cannot convert {0} to {1}", JSEXN_TYPEERR},
    {JSMSG_BAD_HERITAGE, "Class extends value {0} is not a constructor or null", JSEXN_TYPEERR},
    {JSMSG_BUILTIN_CTOR_NO_NEW, "{0} constructor cannot be invoked without 'new'", JSEXN_TYPEERR},
    {JSMSG_INCOMPATIBLE_PROTO, "Method {0}.prototype.{1} called on incompatible receiver {2}", JSEXN_TYPEERR},
    {JSMSG_IN_STRING, "Cannot use 'in' operator to search for {0} in {1}", JSEXN_TYPEERR},
    {JSMSG_BAD_SORT_ARG, "The comparison function must be either a function or undefined", JSEXN_TYPEERR},
    {JSMSG_BAD_CONST_DECL, "Missing initializer in const declaration", JSEXN_SYNTAXERR},
    {JSMSG_BAD_LEFTSIDE_OF_ASS, "Invalid left-hand side in assignment", JSEXN_SYNTAXERR},
    {JSMSG_CATCH_OR_FINALLY, "Missing catch or finally after try", JSEXN_SYNTAXERR},
    {JSMSG_TOUGH_BREAK, "Illegal break statement", JSEXN_SYNTAXERR},
    {JSMSG_BAD_CONTINUE, "Illegal continue statement: no surrounding iteration statement", JSEXN_SYNTAXERR},
    {JSMSG_TOO_MANY_DEFAULTS, "More than one default clause in switch statement", JSEXN_SYNTAXERR},
    {JSMSG_CANNOT_RESOLVE_PROMISE_WITH_ITSELF, "Chaining cycle detected for promise #<Promise>", JSEXN_TYPEERR},
    {JSMSG_PROMISE_ANY_REJECTION, "All promises were rejected", JSEXN_AGGREGATEERR},
    {JSMSG_SYMBOL_TO_STRING, "Cannot convert a Symbol value to a string", JSEXN_TYPEERR},
    {JSMSG_SYMBOL_TO_NUMBER, "Cannot convert a Symbol value to a number", JSEXN_TYPEERR},
    {JSMSG_BIGINT_TO_NUMBER, "Cannot mix BigInt and other types, use explicit conversions", JSEXN_TYPEERR},
    {JSMSG_BIGINT_DIVISION_BY_ZERO, "Division by zero", JSEXN_RANGEERR},
    {JSMSG_BIGINT_NEGATIVE_EXPONENT, "Exponent must be non-negative", JSEXN_RANGEERR},
    {JSMSG_BIGINT_NOT_SERIALIZABLE, "Do not know how to serialize a BigInt", JSEXN_TYPEERR},
    {JSMSG_JSON_CYCLIC_VALUE, "Converting circular structure to JSON", JSEXN_TYPEERR},
    {JSMSG_READ_ONLY, "Cannot assign to read only property {0} of object", JSEXN_TYPEERR},
    {JSMSG_CANT_DELETE, "Cannot delete property {0} of #<Object>", JSEXN_TYPEERR},
    {JSMSG_GETTER_ONLY, "Cannot set property {0} of #<Object> which has only a getter", JSEXN_TYPEERR},
    {JSMSG_CANT_REDEFINE_PROP, "Cannot redefine property: {0}", JSEXN_TYPEERR},
    {JSMSG_CANT_DEFINE_PROP_OBJECT_NOT_EXTENSIBLE, "Cannot add property {1}, object is not extensible ", JSEXN_TYPEERR},
    {JSMSG_CANT_SET_PROTO_CYCLE, "Cyclic __proto__ value", JSEXN_TYPEERR},
    {JSMSG_REINIT_THIS, "Super constructor may only be called once", JSEXN_REFERENCEERR},
    {JSMSG_BAD_REGEXP_FLAG, "Invalid flags supplied to RegExp constructor '{0}'", JSEXN_SYNTAXERR},
    {JSMSG_UNINITIALIZED_THIS,
     "Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
     JSEXN_REFERENCEERR},
    {JSMSG_OBJECT_REQUIRED_WEAKMAP_KEY, "Invalid value used as weak map key", JSEXN_TYPEERR},
    {JSMSG_OBJECT_REQUIRED_WEAKSET_VAL, "Invalid value used in weak set", JSEXN_TYPEERR},
    {JSMSG_BAD_URI, "URI malformed", JSEXN_URIERR},
    {JSMSG_MISSING_IMPORT, "The requested module does not provide an export of that name", JSEXN_SYNTAXERR},
    {JSMSG_EOL_BEFORE_END_OF_STRING, "Invalid or unexpected token", JSEXN_SYNTAXERR},
    {JSMSG_UNDECLARED_VAR, "{0} is not defined", JSEXN_REFERENCEERR},
    {JSMSG_UNEXPECTED_TYPE, "Cannot read properties of {1}  ", JSEXN_TYPEERR},
    {JSMSG_NO_PROPERTIES, "Cannot destructure '{0}' as it is undefined or null.", JSEXN_TYPEERR},
    {JSMSG_CANT_DEFINE_PAST_ARRAY_LENGTH, "Cannot add property, object is not extensible", JSEXN_TYPEERR},
    {JSMSG_NONINTEGER_NUMBER_TO_BIGINT,
     "The number {0} cannot be converted to a BigInt because it is not an integer", JSEXN_RANGEERR},
    {JSMSG_AWAIT_OUTSIDE_ASYNC_OR_MODULE,
     "await is only valid in async functions and the top level bodies of modules", JSEXN_SYNTAXERR},
    {JSMSG_REDECLARED_VAR, "Identifier '{1}' has already been declared", JSEXN_SYNTAXERR},
    {JSMSG_UNEXPECTED_TOKEN, "Unexpected token {1}", JSEXN_SYNTAXERR},
    {JSMSG_UNEXPECTED_TOKEN_NO_EXPECT, "Unexpected token {0}", JSEXN_SYNTAXERR},
    {JSMSG_BAD_RETURN_OR_YIELD, "Illegal {0} statement", JSEXN_SYNTAXERR},
    {JSMSG_IMPORT_DECL_AT_TOP_LEVEL, "Cannot use import statement outside a module", JSEXN_SYNTAXERR},
    {JSMSG_EXPORT_DECL_AT_TOP_LEVEL, "Unexpected token 'export'", JSEXN_SYNTAXERR},
    {JSMSG_UNNAMED_FUNCTION_STMT, "Function statements require a function name", JSEXN_SYNTAXERR},
    {JSMSG_BAD_SUPERPROP, "'super' keyword unexpected here", JSEXN_SYNTAXERR},
    {JSMSG_BAD_SUPERCALL, "'super' keyword unexpected here", JSEXN_SYNTAXERR},
    {JSMSG_BAD_INSTANCEOF_RHS, "Right-hand side of 'instanceof' is not callable", JSEXN_TYPEERR},
};

// One more than the greatest number that a format names.
uint16_t namedArguments(const char *format) {
    uint16_t count = 0;
    for (const char *brace = strchr(format, '{'); brace != nullptr; brace = strchr(brace + 1, '{')) {
        count = std::max<uint16_t>(count, static_cast<uint16_t>(brace[1] - '0' + 1));
    }
    return count;
}

void replace(const Wording &wording, uintptr_t pageSize) {
    auto *entry = const_cast<JSErrorFormatString *>(js::GetErrorMessage(nullptr, wording.number));
    auto first = reinterpret_cast<uintptr_t>(entry) & ~(pageSize - 1);
    auto end = reinterpret_cast<uintptr_t>(entry + 1);
    size_t length = ((end - first) + pageSize - 1) & ~(pageSize - 1);
    if (mprotect(reinterpret_cast<void *>(first), length, PROT_READ | PROT_WRITE) != 0) {
        return;  // A system that forbids it keeps the engine's own words: less familiar, never wrong.
    }
    entry->format = wording.format;
    entry->argCount = std::min(entry->argCount, namedArguments(wording.format));
    entry->exnType = wording.type;
    mprotect(reinterpret_cast<void *>(first), length, PROT_READ);
}

}  // namespace

void lls::installMessages() {
    auto pageSize = static_cast<uintptr_t>(sysconf(_SC_PAGESIZE));
    for (const Wording &wording : wordings) {
        replace(wording, pageSize);
    }
}
