// SPDX-License-Identifier: MIT
// The host's own JavaScript in parsed form, which all contexts of the process share.
#include "Context.hpp"

#include <js/CompilationAndEvaluation.h>
#include <js/CompileOptions.h>
#include <js/SourceText.h>
#include <js/experimental/JSStencil.h>

#include <mutex>

namespace {

// A stencil belongs to no context and never changes; each use only counts its references, atomically.
std::mutex mutex;
std::unordered_map<const LLSBuiltin *, RefPtr<JS::Stencil>> stencils;

RefPtr<JS::Stencil> known(const LLSBuiltin *builtin) {
    std::lock_guard guard(mutex);
    auto found = stencils.find(builtin);
    return found == stencils.end() ? nullptr : found->second;
}

RefPtr<JS::Stencil> parse(JSContext *cx, const JS::CompileOptions &options, const LLSBuiltin *builtin) {
    // On one line with the file's first one, which is a comment, so that line numbers are the file's.
    std::string text = "(function (exports, require, module, binding) {";
    text.append(builtin->bytes, builtin->length).append("\n})");
    JS::SourceText<mozilla::Utf8Unit> source;
    if (!source.init(cx, text.data(), text.size(), JS::SourceOwnership::Borrowed)) {
        return nullptr;
    }
    RefPtr<JS::Stencil> stencil = JS::CompileGlobalScriptToStencil(cx, options, source);
    if (stencil) {
        std::lock_guard guard(mutex);
        stencils.emplace(builtin, stencil);
    }
    return stencil;
}

}  // namespace

LLSStatus lls_builtin_compile(LLSContext *context, LLSSlot realm, const char *id, LLSSlot *result) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    const LLSBuiltin *builtin = lls_builtin_named(id);
    std::string file = strncmp(id, "node:", 5) == 0 ? id : std::string("node:") + id;
    JS::CompileOptions options(cx);
    options.setFileAndLine(file.c_str(), 1);
    *result = 0;
    RefPtr<JS::Stencil> stencil = known(builtin);
    if (!stencil) {
        stencil = parse(cx, options, builtin);
    }
    JS::RootedScript script(cx);
    if (stencil) {
        script = JS::InstantiateGlobalStencil(cx, JS::InstantiateOptions(options), stencil);
    }
    JS::RootedValue function(cx);
    if (!script || !JS_ExecuteScript(cx, script, &function)) {
        return lls::finish(context, false);
    }
    *result = context->keep(function);
    return LLSStatusOK;
}

void lls::forgetBuiltinCode() {
    std::lock_guard guard(mutex);
    stencils.clear();
}
