// SPDX-License-Identifier: MIT
// Compiling and running source text.
#include "Context.hpp"

#include <js/CompilationAndEvaluation.h>
#include <js/CharacterEncoding.h>
#include <js/CompileOptions.h>
#include <js/ScriptPrivate.h>
#include <js/SourceText.h>

namespace {

bool initialize(JSContext *cx, JS::SourceText<mozilla::Utf8Unit> &text, const LLSSource &source) {
    return text.init(cx, source.bytes, source.length, JS::SourceOwnership::Borrowed);
}

// The referrer travels with the script, so that a dynamic import inside it resolves from its file.
void setReferrer(JSScript *script, int32_t referrer) { JS::SetScriptPrivate(script, JS::Int32Value(referrer)); }

}  // namespace

LLSStatus lls_script_evaluate(LLSContext *context, LLSSlot realm, LLSSource source, LLSSlot *result) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    JS::CompileOptions options(cx);
    options.setFileAndLine(source.file, source.line);
    JS::SourceText<mozilla::Utf8Unit> text;
    JS::RootedValue value(cx);
    bool succeeded = initialize(cx, text, source);
    if (succeeded) {
        JS::RootedScript script(cx, JS::Compile(cx, options, text));
        succeeded = script != nullptr;
        if (succeeded) {
            setReferrer(script, source.referrer);
            LLSEntry entry(context);
            succeeded = JS_ExecuteScript(cx, script, &value);
        }
    }
    if (result != nullptr) {
        *result = succeeded ? context->keep(value) : 0;
    }
    return lls::finish(context, succeeded);
}

LLSStatus lls_script_compile(LLSContext *context, LLSSlot realm, LLSSource source) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    JS::CompileOptions options(cx);
    options.setFileAndLine(source.file, source.line);
    JS::SourceText<mozilla::Utf8Unit> text;
    JS::RootedScript script(cx);
    if (initialize(cx, text, source)) {
        script = JS::Compile(cx, options, text);
    }
    return lls::finish(context, script != nullptr);
}

LLSStatus lls_function_compile(
    LLSContext *context, LLSSlot realm, const char *const *parameters, unsigned count, LLSSource source,
    bool isWhole, LLSSlot *result) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    JS::CompileOptions options(cx);
    if (isWhole) {
        options.setForceFullParse();
    }
    // The engine puts a line with the parameters before the text, which then begins on the next one.
    options.setFileAndLine(source.file, source.line - 1);
    *result = 0;
    // The engine's UTF-8 overload takes each byte for a character, so the text goes in as UTF-16.
    size_t length = 0;
    JS::UTF8Chars utf8(source.bytes, source.length);
    JS::TwoByteCharsZ units = JS::LossyUTF8CharsToNewTwoByteCharsZ(cx, utf8, &length, js::MallocArena);
    JS::SourceText<char16_t> text;
    if (!units || !text.init(cx, units.get(), length, JS::SourceOwnership::TakeOwnership)) {
        return lls::finish(context, false);
    }
    JS::RootedObjectVector scope(cx);
    JS::RootedFunction function(cx, JS::CompileFunction(cx, scope, options, "", count, parameters, text));
    if (!function) {
        return lls::finish(context, false);
    }
    setReferrer(JS_GetFunctionScript(cx, function), source.referrer);
    *result = context->keep(JS::ObjectValue(*JS_GetFunctionObject(function)));
    return LLSStatusOK;
}

bool lls_script_is_complete(LLSContext *context, LLSSlot realm, const char *bytes, size_t length) {
    JSContext *cx = context->cx;
    JS::RootedObject global(cx, &context->value(realm).toObject());
    JSAutoRealm entered(cx, global);
    return JS_Utf8BufferIsCompilableUnit(cx, global, bytes, length);
}
