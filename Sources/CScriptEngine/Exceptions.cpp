// SPDX-License-Identifier: MIT
// Thrown values on their way to the host, and errors that the host throws.
#include "Context.hpp"

#include <js/CharacterEncoding.h>
#include <js/Conversions.h>
#include <js/ErrorReport.h>
#include <js/Exception.h>
#include <js/PropertyAndElement.h>
#include <js/SavedFrameAPI.h>
#include <js/String.h>

LLSStatus lls::finish(LLSContext *context, bool succeeded) {
    if (succeeded) {
        return LLSStatusOK;
    }
    JSContext *cx = context->cx;
    if (!JS_IsExceptionPending(cx)) {
        return LLSStatusTerminated;
    }
    JS::ExceptionStack thrown(cx);
    if (JS::StealPendingExceptionStack(cx, &thrown)) {
        context->exception = thrown.exception();
        context->exceptionStack = thrown.stack();
    } else {
        context->exception = JS::UndefinedValue();
        context->exceptionStack = nullptr;
    }
    return LLSStatusThrew;
}

LLSSlot lls_exception_take(LLSContext *context) {
    LLSSlot slot = context->keep(context->exception);
    context->exception = JS::UndefinedValue();
    return slot;
}

bool lls_throw_slot(LLSContext *context, LLSSlot slot) {
    JSContext *cx = context->cx;
    JS::RootedValue value(cx, context->value(slot));
    context->slots.free(slot);
    if (JS_WrapValue(cx, &value)) {
        JS_SetPendingException(cx, value);
    }
    return false;
}

bool lls_throw_error(LLSContext *context, LLSErrorType type, const char *message, const char *code) {
    static constexpr JSExnType types[] = {
        JSEXN_ERR, JSEXN_RANGEERR, JSEXN_REFERENCEERR, JSEXN_SYNTAXERR, JSEXN_TYPEERR,
    };
    static constexpr const char *constructors[] = {
        "Error", "RangeError", "ReferenceError", "SyntaxError", "TypeError",
    };
    static_assert(std::size(types) == std::size(constructors));
    JSContext *cx = context->cx;
    JS::RootedString text(cx, JS_NewStringCopyUTF8N(cx, JS::UTF8Chars(message, strlen(message))));
    JS::RootedString file(cx, JS_GetEmptyString(cx));
    JS::RootedObject stack(cx);
    JS::RootedValue error(cx);
    JS::Rooted<mozilla::Maybe<JS::Value>> cause(cx, mozilla::Nothing());
    if (!text || !JS::CaptureCurrentStack(cx, &stack)
        || !JS::CreateError(cx, types[type], stack, file, 0, 0, nullptr, text, cause, &error)) {
        return false;
    }
    if (code != nullptr) {
        JS::RootedObject object(cx, &error.toObject());
        JS::RootedString codeText(cx, JS_NewStringCopyZ(cx, code));
        if (!codeText || !JS_DefineProperty(cx, object, "code", codeText, JSPROP_ENUMERATE)) {
            return false;
        }
    }
    JS_SetPendingException(cx, error);
    return false;
}

namespace {

void describeReport(JSErrorReport *report, LLSContext *context, LLSErrorDetails &details) {
    // An error that the host's own JavaScript makes is placed by the program's frames, if there are any.
    if (report->filename == nullptr || lls::isBuiltinFile(report->filename)) {
        return;
    }
    context->file = report->filename;
    details.line = report->lineno;
    details.column = report->column;
    details.is_syntax_error = report->exnType == JSEXN_SYNTAXERR;
    if (report->linebuf() != nullptr) {
        JSContext *cx = context->cx;
        JS::RootedString line(cx, JS_NewUCStringCopyN(cx, report->linebuf(), report->linebufLength()));
        if (line) {
            lls::appendUTF8(cx, line, context->sourceLine);
            details.column = static_cast<uint32_t>(report->tokenOffset()) + 1;
        }
    }
}

// The position of the youngest frame that is not the host's own.
void describeStack(LLSContext *context, JS::HandleObject stack, LLSErrorDetails &details) {
    JSContext *cx = context->cx;
    JS::RootedObject frame(cx, stack);
    while (frame) {
        JS::RootedString source(cx);
        if (JS::GetSavedFrameSource(cx, nullptr, frame, &source) == JS::SavedFrameResult::Ok && source) {
            std::string file;
            lls::appendUTF8(cx, source, file);
            if (!lls::isBuiltinFile(file.c_str()) && file != "self-hosted") {
                context->file = file;
                JS::GetSavedFrameLine(cx, nullptr, frame, &details.line);
                JS::GetSavedFrameColumn(cx, nullptr, frame, &details.column);
                return;
            }
        }
        JS::RootedObject parent(cx);
        if (JS::GetSavedFrameParent(cx, nullptr, frame, &parent) != JS::SavedFrameResult::Ok) {
            return;
        }
        frame = parent;
    }
}

}  // namespace

LLSErrorDetails lls_exception_describe(LLSContext *context, LLSSlot slot) {
    JSContext *cx = context->cx;
    LLSErrorDetails details = {};
    context->text.clear();
    context->file.clear();
    context->sourceLine.clear();
    JS::RootedValue value(cx, context->value(slot));
    if (value.isObject()) {
        JS::RootedObject object(cx, &value.toObject());
        JSAutoRealm realm(cx, object);
        JSErrorReport *report = JS_ErrorFromException(cx, object);
        if (report != nullptr) {
            details.is_error = true;
            describeReport(report, context, details);
            JS::RootedObject stack(cx, JS::ExceptionStackOrNull(object));
            if (!details.is_syntax_error || context->file.empty()) {
                describeStack(context, stack, details);
            }
        }
        JS::RootedString string(cx, JS::ToString(cx, value));
        if (!string || !lls::appendUTF8(cx, string, context->text)) {
            JS_ClearPendingException(cx);
            context->text = "[object]";
        }
    } else if (value.isSymbol()) {
        context->text = "Symbol()";
    } else {
        JS::RootedString string(cx, JS::ToString(cx, value));
        if (string) {
            lls::appendUTF8(cx, string, context->text);
        }
    }
    if (!details.is_error && context->exceptionStack) {
        // What is no error carries no stack; where it was thrown last is known to the context.
        describeStack(context, context->exceptionStack, details);
    }
    details.text = lls::textOf(context->text);
    details.file = lls::textOf(context->file);
    details.source_line = lls::textOf(context->sourceLine);
    return details;
}
