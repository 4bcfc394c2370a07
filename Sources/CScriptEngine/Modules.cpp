// SPDX-License-Identifier: MIT
// Module records and the engine's module hooks (ECMA-262 section 16.2.1.8).
#include "Context.hpp"

#include <js/Array.h>
#include <js/CompileOptions.h>
#include <js/Modules.h>
#include <js/Promise.h>
#include <js/PropertyAndElement.h>
#include <js/SourceText.h>

namespace {

int32_t referrerOf(const JS::Value &value) { return value.isInt32() ? value.toInt32() : -1; }

// Copies the specifier out, since the host calls back into the context while it still reads it.
bool specifierOf(JSContext *cx, JS::HandleObject request, std::string &out) {
    JS::RootedString specifier(cx, JS::GetModuleRequestSpecifier(cx, request));
    return specifier && lls::appendUTF8(cx, specifier, out);
}

JSObject *resolveImportedModule(JSContext *cx, JS::HandleValue referrer, JS::HandleObject request) {
    LLSContext *context = LLSContext::of(cx);
    std::string specifier;
    if (!specifierOf(cx, request, specifier)) {
        return nullptr;
    }
    LLSSlot slot = context->host.resolve_module(
        context->host.opaque, referrerOf(referrer), lls::textOf(specifier));
    if (slot == 0) {
        return nullptr;
    }
    JSObject *module = &context->value(slot).toObject();
    context->slots.free(slot);
    return module;
}

bool importModuleDynamically(
    JSContext *cx, JS::HandleValue referrer, JS::HandleObject request, JS::HandleObject promise) {
    LLSContext *context = LLSContext::of(cx);
    std::string specifier;
    if (!specifierOf(cx, request, specifier)) {
        return false;
    }
    context->host.import_dynamically(
        context->host.opaque, referrerOf(referrer), lls::textOf(specifier),
        context->keep(JS::ObjectValue(*request)), context->keep(JS::ObjectValue(*promise)));
    return true;
}

bool populateImportMeta(JSContext *cx, JS::HandleValue module, JS::HandleObject meta) {
    LLSContext *context = LLSContext::of(cx);
    LLSSlot slot = context->keep(JS::ObjectValue(*meta));
    bool succeeded = context->host.populate_import_meta(context->host.opaque, referrerOf(module), slot);
    context->slots.free(slot);
    return succeeded;
}

bool supportedAssertions(JSContext *, JS::ImportAssertionVector &assertions) {
    return assertions.append(JS::ImportAssertion::Type);
}

}  // namespace

void lls::installModuleHooks(JSContext *cx) {
    JSRuntime *runtime = JS_GetRuntime(cx);
    JS::SetModuleResolveHook(runtime, resolveImportedModule);
    JS::SetModuleDynamicImportHook(runtime, importModuleDynamically);
    JS::SetModuleMetadataHook(runtime, populateImportMeta);
    JS::SetSupportedAssertionsHook(runtime, supportedAssertions);
}

LLSStatus lls_module_compile(LLSContext *context, LLSSlot realm, LLSSource source, LLSSlot *result) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    JS::CompileOptions options(cx);
    options.setFileAndLine(source.file, source.line);
    JS::SourceText<mozilla::Utf8Unit> text;
    *result = 0;
    if (!text.init(cx, source.bytes, source.length, JS::SourceOwnership::Borrowed)) {
        return lls::finish(context, false);
    }
    JS::RootedObject module(cx, JS::CompileModule(cx, options, text));
    if (!module) {
        return lls::finish(context, false);
    }
    JS::SetModulePrivate(module, JS::Int32Value(source.referrer));
    *result = context->keep(JS::ObjectValue(*module));
    return LLSStatusOK;
}

uint32_t lls_module_request_count(LLSContext *context, LLSSlot slot) {
    JSContext *cx = context->cx;
    JS::RootedObject module(cx, &context->value(slot).toObject());
    JSAutoRealm entered(cx, module);
    JS::RootedObject requests(cx, JS::GetRequestedModules(cx, module));
    uint32_t length = 0;
    if (requests) {
        JS::GetArrayLength(cx, requests, &length);
    }
    return length;
}

LLSText lls_module_request(
    LLSContext *context, LLSSlot slot, uint32_t index, uint32_t *line, uint32_t *column) {
    JSContext *cx = context->cx;
    JS::RootedObject module(cx, &context->value(slot).toObject());
    JSAutoRealm entered(cx, module);
    JS::RootedObject requests(cx, JS::GetRequestedModules(cx, module));
    JS::RootedValue request(cx);
    context->text.clear();
    if (requests && JS_GetElement(cx, requests, index, &request)) {
        JS::RootedString specifier(cx, JS::GetRequestedModuleSpecifier(cx, request));
        if (specifier) {
            lls::appendUTF8(cx, specifier, context->text);
        }
        JS::GetRequestedModuleSourcePos(cx, request, line, column);
    }
    return lls::textOf(context->text);
}

LLSStatus lls_module_instantiate(LLSContext *context, LLSSlot slot) {
    JSContext *cx = context->cx;
    JS::RootedObject module(cx, &context->value(slot).toObject());
    JSAutoRealm entered(cx, module);
    return lls::finish(context, JS::ModuleInstantiate(cx, module));
}

LLSStatus lls_module_evaluate(LLSContext *context, LLSSlot slot, LLSSlot *promise) {
    JSContext *cx = context->cx;
    JS::RootedObject module(cx, &context->value(slot).toObject());
    JSAutoRealm entered(cx, module);
    JS::RootedValue result(cx);
    LLSEntry entry(context);
    bool succeeded = JS::ModuleEvaluate(cx, module, &result);
    *promise = succeeded ? context->keep(result) : 0;
    return lls::finish(context, succeeded);
}

LLSStatus lls_module_namespace(LLSContext *context, LLSSlot slot, LLSSlot *result) {
    JSContext *cx = context->cx;
    JS::RootedObject module(cx, &context->value(slot).toObject());
    JSAutoRealm entered(cx, module);
    JSObject *moduleNamespace = JS::GetModuleNamespace(cx, module);
    *result = moduleNamespace == nullptr ? 0 : context->keep(JS::ObjectValue(*moduleNamespace));
    return lls::finish(context, moduleNamespace != nullptr);
}

LLSStatus lls_dynamic_import_finish(
    LLSContext *context, LLSSlot evaluation, LLSSlot thrown, int32_t referrer, LLSSlot request, LLSSlot promise) {
    JSContext *cx = context->cx;
    JS::RootedObject requestObject(cx, &context->value(request).toObject());
    JS::RootedObject promiseObject(cx, &context->value(promise).toObject());
    JSAutoRealm entered(cx, promiseObject);
    LLSEntry entry(context);
    if (evaluation == 0) {
        JS::RootedValue reason(cx, context->value(thrown));
        return lls::finish(context, JS_WrapValue(cx, &reason) && JS::RejectPromise(cx, promiseObject, reason));
    }
    JS::RootedObject evaluationObject(cx, &context->value(evaluation).toObject());
    JS::RootedValue referrerValue(cx, JS::Int32Value(referrer));
    return lls::finish(
        context,
        JS::FinishDynamicModuleImport(cx, evaluationObject, referrerValue, requestObject, promiseObject));
}
