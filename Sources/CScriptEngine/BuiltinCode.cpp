// SPDX-License-Identifier: MIT
// The host's own JavaScript in parsed form, which a context shares with those that were started beside it.
#include "Context.hpp"

#include <js/CompilationAndEvaluation.h>
#include <js/CompileOptions.h>
#include <js/SourceText.h>
#include <js/experimental/JSStencil.h>

#include <mutex>

// A stencil never changes; each use only counts its references, atomically. Its text lies in a cache that a runtime
// shares with those below it, and must be gone before that cache.
class lls::BuiltinCode {
  public:
    RefPtr<JS::Stencil> known(const LLSBuiltin *builtin) {
        std::lock_guard guard(mutex_);
        auto found = stencils_.find(builtin);
        return found == stencils_.end() ? nullptr : found->second;
    }

    void remember(const LLSBuiltin *builtin, const RefPtr<JS::Stencil> &stencil) {
        std::lock_guard guard(mutex_);
        stencils_.emplace(builtin, stencil);
    }

  private:
    std::mutex mutex_;
    std::unordered_map<const LLSBuiltin *, RefPtr<JS::Stencil>> stencils_;
};

namespace {

RefPtr<JS::Stencil> parse(JSContext *cx, const JS::CompileOptions &options, const LLSBuiltin *builtin) {
    // On one line with the file's first one, which is a comment, so that line numbers are the file's.
    std::string text = "(function (exports, require, module, binding) {";
    text.append(builtin->bytes, builtin->length).append("\n})");
    JS::SourceText<mozilla::Utf8Unit> source;
    if (!source.init(cx, text.data(), text.size(), JS::SourceOwnership::Borrowed)) {
        return nullptr;
    }
    return JS::CompileGlobalScriptToStencil(cx, options, source);
}

}  // namespace

std::shared_ptr<lls::BuiltinCode> lls::makeBuiltinCode() { return std::make_shared<BuiltinCode>(); }

LLSStatus lls_builtin_compile(LLSContext *context, LLSSlot realm, const char *id, LLSSlot *result) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    const LLSBuiltin *builtin = lls_builtin_named(id);
    std::string file = strncmp(id, "node:", 5) == 0 ? id : std::string("node:") + id;
    JS::CompileOptions options(cx);
    options.setFileAndLine(file.c_str(), 1);
    *result = 0;
    RefPtr<JS::Stencil> stencil = context->builtinCode->known(builtin);
    if (!stencil) {
        // What is parsed in full now, inner functions too, none of the contexts beside this one has to come back to,
        // and none of the copies of this process.
        if (JS_GetParentRuntime(cx) != JS_GetRuntime(cx) || lls::isMeantForCopies()) {
            options.setForceFullParse();
        }
        stencil = parse(cx, options, builtin);
        if (stencil) {
            context->builtinCode->remember(builtin, stencil);
        }
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
