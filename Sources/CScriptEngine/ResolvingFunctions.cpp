// SPDX-License-Identifier: MIT
// The functions that `new Promise` hands to its executor, so that a call of one is heard of at once.
#include "PromiseSlots.hpp"
#include "PromiseWatch.hpp"

#include <js/CallAndConstruct.h>
#include <js/Object.h>
#include <js/Promise.h>
#include <js/shadow/Function.h>

#include <atomic>

using namespace lls::slots;

namespace {

// The engine's own natives, the same in every context of the process.
std::atomic<JSNative> originalResolve;
std::atomic<JSNative> originalReject;

bool resolve(JSContext *cx, unsigned count, JS::Value *values) {
    return lls::PromiseWatch::settleThrough(cx, originalResolve, count, values);
}

bool reject(JSContext *cx, unsigned count, JS::Value *values) {
    return lls::PromiseWatch::settleThrough(cx, originalReject, count, values);
}

// The slot of a function object that holds its native function, as SET_JITINFO knows the one beside it.
JS::Value &nativeSlot(JSObject *function) {
    auto *shadow = reinterpret_cast<JS::shadow::Object *>(function);
    return shadow->fixedSlots()[JS::shadow::Function::NativeFuncOrInterpretedEnvSlot];
}

JS::Value nativeValue(JSNative native) { return JS::PrivateValue(reinterpret_cast<void *>(native)); }

bool isNative(JSObject *function, JSNative native) {
    return nativeSlot(function).asRawBits() == nativeValue(native).asRawBits();
}

JSNative nativeOf(const JS::Value &function) {
    return reinterpret_cast<JSNative>(nativeSlot(&function.toObject()).toPrivate());
}

bool keepFunctions(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    js::SetFunctionNativeReserved(&arguments.callee(), 0, arguments.get(0));
    js::SetFunctionNativeReserved(&arguments.callee(), 1, arguments.get(1));
    arguments.rval().setUndefined();
    return cx != nullptr;
}

}  // namespace

// Makes one promise with one reaction and looks whether they are as expected.
bool lls::PromiseWatch::learnClasses() {
    JS::RootedObject constructor(cx_, JS::GetPromiseConstructor(cx_));
    JSFunction *made = js::NewFunctionWithReserved(cx_, keepFunctions, 2, 0, "");
    if (!constructor || made == nullptr) {
        return false;
    }
    JS::RootedObject executor(cx_, JS_GetFunctionObject(made));
    JS::RootedValue callee(cx_, JS::ObjectValue(*constructor));
    JS::RootedValueArray<1> arguments(cx_);
    arguments[0].setObject(*executor);
    JS::RootedObject promise(cx_);
    if (!JS::Construct(cx_, callee, arguments, &promise) || !JS::IsPromiseObject(promise)) {
        return false;
    }
    JS::Value functions[] = {
        js::GetFunctionNativeReserved(executor, 0), js::GetFunctionNativeReserved(executor, 1)};
    for (const JS::Value &function : functions) {
        if (!function.isObject() || JS::GetClass(&function.toObject()) != js::FunctionExtendedClassPtr
            || js::GetFunctionNativeReserved(&function.toObject(), resolvingPromise) != JS::ObjectValue(*promise)) {
            return false;
        }
    }
    // Made before anything was watched, so these are the engine's.
    originalResolve = nativeOf(functions[0]);
    originalReject = nativeOf(functions[1]);
    promiseClass_ = JS::GetClass(promise);
    if (!JS::AddPromiseReactions(cx_, promise, nullptr, nullptr) || reactionClass_ == nullptr) {
        return false;
    }
    JS::Value flags = JS::GetReservedSlot(object_, reactionFlags);
    bool isKnown = JSCLASS_RESERVED_SLOTS(reactionClass_) > reactionTarget && flags.isInt32()
        && (flags.toInt32() >> reactionPlaceShift) == 0
        && JS::GetReservedSlot(promise, promiseFlags).isInt32()
        && (JS::GetReservedSlot(promise, promiseFlags).toInt32() & promiseIsTold) == 0
        && source_ == promise;
    return isKnown;
}

void lls::PromiseWatch::replaceNative(JSObject *function) {
    bool isResolve = isNative(function, originalResolve);
    if (!isResolve && !isNative(function, originalReject)) {
        return;
    }
    nativeSlot(function) = nativeValue(isResolve ? resolve : reject);
    // From now on the promise is settled through its functions.
    JS::Value promise = js::GetFunctionNativeReserved(function, resolvingPromise);
    if (isPromise(promise)) {
        unwatch(&promise.toObject());
    }
}

bool lls::PromiseWatch::settleThrough(JSContext *cx, JSNative original, unsigned count, JS::Value *values) {
    LLSContext *context = LLSContext::of(cx);
    PromiseWatch *watch = context->promiseWatch.get();
    JS::Value settled = js::GetFunctionNativeReserved(
        &JS::CallArgsFromVp(count, values).callee(), resolvingPromise);
    if (watch == nullptr || !watch->isPromise(settled)) {
        return original(cx, count, values);
    }
    JS::RootedObject promise(cx, &settled.toObject());
    watch->flush();
    watch->unwatch(promise);
    watch->watch(promise, watch->placeHere(), Kind::byFunction);
    bool succeeded = original(cx, count, values);
    // A getter called `then` may have ended the watch.
    if (context->promiseWatch.get() == watch) {
        watch->flush();
        watch->unwatch(promise);
    }
    return succeeded;
}
