// SPDX-License-Identifier: MIT
// The debugger's realm, and what its JavaScript calls.
#include "StepWatch.hpp"
#include "Compartments.hpp"
#include "Places.hpp"
#include "PromiseWatch.hpp"

#include <js/CallAndConstruct.h>
#include <js/Debug.h>
#include <js/GlobalObject.h>
#include <js/PropertyAndElement.h>
#include <js/PropertySpec.h>
#include <js/RealmOptions.h>

namespace {

const JSClass globalClass = {
    "debugger", JSCLASS_GLOBAL_FLAGS, &JS::DefaultGlobalClassOps, nullptr, nullptr, nullptr};

const LLSObserver &observerOf(LLSContext *context) {
    // Promises come before what is told now.
    if (context->promiseWatch) {
        context->promiseWatch->flush();
    }
    return context->stepWatch->observer();
}

uint64_t integer(const JS::CallArgs &arguments, unsigned index) {
    JS::Value value = arguments.get(index);
    return value.isNumber() ? static_cast<uint64_t>(value.toNumber()) : 0;
}

bool appendArgument(JSContext *cx, const JS::CallArgs &arguments, unsigned index, std::string &out) {
    if (!arguments.get(index).isString()) {
        return true;
    }
    JS::RootedString string(cx, arguments[index].toString());
    return lls::appendUTF8(cx, string, out);
}

bool place(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    std::string file;
    if (!appendArgument(cx, arguments, 0, file)) {
        return false;
    }
    auto line = static_cast<uint32_t>(integer(arguments, 1));
    auto column = static_cast<uint32_t>(integer(arguments, 2));
    arguments.rval().setNumber(LLSContext::of(cx)->places->number(file.c_str(), line, column));
    return true;
}

bool entered(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    std::string name;
    if (!appendArgument(cx, arguments, 1, name)) {
        return false;
    }
    name = lls::functionName(name);
    const LLSObserver &observer = observerOf(LLSContext::of(cx));
    observer.entered(
        observer.opaque, integer(arguments, 0), lls::textOf(name), static_cast<uint32_t>(integer(arguments, 2)));
    arguments.rval().setUndefined();
    return true;
}

bool statement(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    const LLSObserver &observer = observerOf(LLSContext::of(cx));
    observer.statement(
        observer.opaque, integer(arguments, 0), static_cast<uint32_t>(integer(arguments, 1)),
        static_cast<uint32_t>(integer(arguments, 2)));
    arguments.rval().setUndefined();
    return true;
}

bool variable(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    std::string name;
    std::string text;
    if (!appendArgument(cx, arguments, 1, name) || !appendArgument(cx, arguments, 2, text)) {
        return false;
    }
    const LLSObserver &observer = observerOf(LLSContext::of(cx));
    observer.variable(observer.opaque, integer(arguments, 0), lls::textOf(name), lls::textOf(text));
    arguments.rval().setUndefined();
    return true;
}

bool left(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    const LLSObserver &observer = observerOf(LLSContext::of(cx));
    observer.left(observer.opaque, integer(arguments, 0));
    arguments.rval().setUndefined();
    return true;
}

const JSFunctionSpec functions[] = {
    JS_FN("place", place, 3, 0),
    JS_FN("entered", entered, 3, 0),
    JS_FN("statement", statement, 3, 0),
    JS_FN("variable", variable, 3, 0),
    JS_FN("left", left, 1, 0),
    JS_FS_END,
};

}  // namespace

lls::StepWatch::StepWatch(LLSContext *context, const LLSObserver &observer)
    : context_(context), observer_(observer), global_(context->cx), exports_(context->cx) {}

std::unique_ptr<lls::StepWatch> lls::StepWatch::start(
    LLSContext *context, JS::HandleObject global, const LLSObserver &observer) {
    std::unique_ptr<StepWatch> watch(new StepWatch(context, observer));
    if (!watch->makeRealm(global) || !watch->begin(global)) {
        JS_ClearPendingException(context->cx);
        return nullptr;
    }
    return watch;
}

// In the zone of the program, so that its strings need no copies; in a compartment of its own, as a debugger must be.
bool lls::StepWatch::makeRealm(JS::HandleObject program) {
    JSContext *cx = context_->cx;
    JS::RealmOptions options;
    options.creationOptions().setNewCompartmentInExistingZone(program);
    global_ = JS_NewGlobalObject(
        cx, &globalClass, lls::trustedPrincipals(cx), JS::FireOnNewGlobalHook, options);
    return global_ != nullptr;
}

bool lls::StepWatch::run(const char *id, JS::HandleObject exports, JS::HandleObject binding) {
    JSContext *cx = context_->cx;
    LLSSlot realm = context_->keep(JS::ObjectValue(*global_));
    LLSSlot compiled = 0;
    LLSStatus status = lls_builtin_compile(context_, realm, id, &compiled);
    JS::RootedValue function(cx, context_->value(compiled));
    context_->slots.free(compiled);
    context_->slots.free(realm);
    JS::RootedValueArray<4> arguments(cx);
    arguments[0].setObject(*exports);
    arguments[3].setObject(*binding);
    JS::RootedValue result(cx);
    return status == LLSStatusOK
        && JS::Call(cx, JS::UndefinedHandleValue, function, JS::HandleValueArray(arguments), &result);
}

bool lls::StepWatch::begin(JS::HandleObject program) {
    JSContext *cx = context_->cx;
    JSAutoRealm realm(cx, global_);
    JS::RootedObject wrapped(cx, program);
    JS::RootedObject binding(cx, JS_NewPlainObject(cx));
    exports_ = JS_NewPlainObject(cx);
    return JS_DefineDebuggerObject(cx, global_) && JS_WrapObject(cx, &wrapped) && binding && exports_
        && JS_DefineFunctions(cx, binding, functions) && JS_DefineProperty(cx, binding, "program", wrapped, 0)
        && run("debugger/preview", binding, binding) && run("debugger/steps", exports_, binding);
}

lls::StepWatch::~StepWatch() {
    if (!exports_) {
        return;
    }
    JSContext *cx = context_->cx;
    JSAutoRealm realm(cx, exports_);
    JS::RootedObject exports(cx, exports_);
    JS::RootedValue result(cx);
    if (!JS_CallFunctionName(cx, exports, "stop", JS::HandleValueArray::empty(), &result)) {
        JS_ClearPendingException(cx);
    }
}
