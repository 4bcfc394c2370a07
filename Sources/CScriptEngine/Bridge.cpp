// SPDX-License-Identifier: MIT
// What a shielded realm may do with the program's values, and what it may hand to the program.
#include "Compartments.hpp"

#include <js/Array.h>
#include <js/CallAndConstruct.h>
#include <js/Conversions.h>
#include <js/ErrorReport.h>
#include <js/Exception.h>
#include <js/Promise.h>
#include <js/PropertyAndElement.h>
#include <js/PropertySpec.h>
#include <js/Proxy.h>
#include <js/StructuredClone.h>
#include <js/Wrapper.h>

namespace {

JSObject *programOf(JSContext *cx) { return LLSContext::of(cx)->bridgedProgram; }

// The object behind a wrapper, or an object of this realm as it is; null for anything else.
JSObject *behind(const JS::Value &value) { return value.isObject() ? js::UncheckedUnwrap(&value.toObject()) : nullptr; }

bool returnObject(JSContext *cx, const JS::CallArgs &arguments, JS::HandleObject object) {
    JS::RootedValue value(cx, JS::ObjectValue(*object));
    if (!JS_WrapValue(cx, &value)) {
        return false;
    }
    arguments.rval().set(value);
    return true;
}

// MARK: Functions for the program

// Nothing of the shielded realm gets out, not even as an opaque wrapper: its existence alone would tell something.
void censor(JSContext *cx, JS::MutableHandleValue value) {
    if (JSObject *object = behind(value); object != nullptr && lls::isShielded(LLSContext::of(cx), object)) {
        value.setUndefined();
    }
}

bool enterShielded(
    JSContext *cx, const JS::CallArgs &arguments, JS::HandleObject callee, JS::MutableHandleValue result) {
    JSAutoRealm realm(cx, callee);
    JS::RootedValueArray<2> passed(cx);
    JS::RootedValueVector list(cx);
    JS::RootedValue value(cx);
    for (unsigned index = 0; index < arguments.length(); index++) {
        value = arguments[index];
        if (!JS_WrapValue(cx, &value) || !list.append(value)) {
            return false;
        }
    }
    JSObject *array = JS::NewArrayObject(cx, list);
    if (array == nullptr) {
        return false;
    }
    value = arguments.thisv();
    if (!JS_WrapValue(cx, &value)) {
        return false;
    }
    passed[0].set(value);
    passed[1].setObject(*array);
    JS::RootedValue function(cx, JS::ObjectValue(*callee));
    return JS::Call(cx, JS::UndefinedHandleValue, function, JS::HandleValueArray(passed), result);
}

// Every function that was handed out is this one; its reserved slot leads to what it calls.
bool callShielded(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::RootedObject callee(cx, behind(js::GetFunctionNativeReserved(&arguments.callee(), 0)));
    JS::RootedValue result(cx);
    if (enterShielded(cx, arguments, callee, &result)) {
        if (!JS_WrapValue(cx, &result)) {
            return false;
        }
        censor(cx, &result);
        arguments.rval().set(result);
        return true;
    }
    JS::RootedValue error(cx);
    if (JS_IsExceptionPending(cx) && JS_GetPendingException(cx, &error)) {
        censor(cx, &error);
        JS_SetPendingException(cx, error);
    }
    return false;
}

// exportFunction(callee, name, length): a function of the program's realm. It calls `callee(receiver, arguments)`.
bool exportFunction(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::RootedObject callee(cx, &arguments.get(0).toObject());
    JS::RootedString name(cx, JS::ToString(cx, arguments.get(1)));
    uint32_t length = 0;
    JS::RootedObject exported(cx);
    JS::RootedId id(cx);
    if (!name || !JS::ToUint32(cx, arguments.get(2), &length) || !JS_StringToId(cx, name, &id)) {
        return false;
    }
    {
        JSAutoRealm realm(cx, programOf(cx));
        JS_MarkCrossZoneId(cx, id);
        JS::RootedValue slot(cx, JS::ObjectValue(*callee));
        JSFunction *function = js::NewFunctionByIdWithReserved(cx, callShielded, length, 0, id);
        if (function == nullptr || !JS_WrapValue(cx, &slot)) {
            return false;
        }
        exported = JS_GetFunctionObject(function);
        js::SetFunctionNativeReserved(exported, 0, slot);
    }
    return returnObject(cx, arguments, exported);
}

// react(promise, onFulfilled, onRejected): the program's own `then` is not asked. Both are functions of the program.
bool react(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    arguments.rval().setUndefined();
    JS::RootedObject promise(cx, behind(arguments.get(0)));
    JS::RootedObject fulfilled(cx, behind(arguments.get(1)));
    JS::RootedObject rejected(cx, behind(arguments.get(2)));
    JSAutoRealm realm(cx, promise);
    return JS::AddPromiseReactionsIgnoringUnhandledRejection(cx, promise, fulfilled, rejected);
}

// newPromise(): a pending promise of the program.
bool newPromise(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::RootedObject promise(cx);
    {
        JSAutoRealm realm(cx, programOf(cx));
        promise = JS::NewPromiseObject(cx, nullptr);
    }
    return promise && returnObject(cx, arguments, promise);
}

// settlePromise(promise, value, isFulfilled): resolves or rejects a promise that `newPromise` made.
bool settlePromise(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    arguments.rval().setUndefined();
    JS::RootedObject promise(cx, behind(arguments.get(0)));
    JS::RootedValue value(cx, arguments.get(1));
    JSAutoRealm realm(cx, promise);
    if (!JS_WrapValue(cx, &value)) {
        return false;
    }
    censor(cx, &value);
    return JS::ToBoolean(arguments.get(2)) ? JS::ResolvePromise(cx, promise, value)
                                           : JS::RejectPromise(cx, promise, value);
}

// MARK: Looking at values

bool isForeign(JSContext *, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::Value value = arguments.get(0);
    arguments.rval().setBoolean(value.isObject() && js::IsCrossCompartmentWrapper(&value.toObject()));
    return true;
}

// The name of the engine's class, whoever owns the object; "Promise" and "Error" are what they say, "Proxy" is one that
// the program made.
bool classBehind(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JSObject *object = behind(arguments.get(0));
    JSString *name = JS_AtomizeString(cx, object == nullptr ? "" : lls::className(object));
    if (name == nullptr) {
        return false;
    }
    arguments.rval().setString(name);
    return true;
}

// promiseState(promise): 0 pending, 1 fulfilled, 2 rejected.
bool promiseState(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::RootedObject promise(cx, behind(arguments.get(0)));
    arguments.rval().setInt32(static_cast<int32_t>(JS::GetPromiseState(promise)));
    return true;
}

bool promiseResult(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::RootedObject promise(cx, behind(arguments.get(0)));
    JS::RootedValue result(cx, JS::GetPromiseResult(promise));
    if (!JS_WrapValue(cx, &result)) {
        return false;
    }
    arguments.rval().set(result);
    return true;
}

// placeBehind(error): "file:line:column" of where an error was made; empty where nobody knows. For a text that could
// not be parsed, no code ran: the place is in the report.
bool placeBehind(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::RootedObject error(cx, behind(arguments.get(0)));
    std::string place;
    if (error && JS_GetErrorType(JS::ObjectValue(*error)).isSome()) {
        JSAutoRealm realm(cx, error);
        JSErrorReport *report = JS_ErrorFromException(cx, error);
        JS::RootedObject stack(cx, JS::ExceptionStackOrNull(error));
        if (report != nullptr && report->linebuf() != nullptr && report->filename != nullptr) {
            place = std::string(report->filename) + ":" + std::to_string(report->lineno) + ":"
                + std::to_string(report->tokenOffset() + 1);
        } else if (stack) {
            place = lls::nearestFrame(cx, stack, lls::trustedPrincipals(cx));
        }
    }
    JSString *text = JS_NewStringCopyUTF8N(cx, JS::UTF8Chars(place.data(), place.size()));
    if (text == nullptr) {
        return false;
    }
    arguments.rval().setString(text);
    return true;
}

// It was given to somebody who will look at it: no rejection of it is unhandled.
bool markHandled(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    arguments.rval().setUndefined();
    JS::RootedObject promise(cx, behind(arguments.get(0)));
    JSAutoRealm realm(cx, promise);
    return JS::SetAnyPromiseIsHandled(cx, promise);
}

// clone(value): a copy in this realm; undefined where it cannot be made.
bool clone(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    arguments.rval().setUndefined();
    JSAutoStructuredCloneBuffer buffer(JS::StructuredCloneScope::SameProcess, nullptr, nullptr);
    JS::RootedValue copy(cx);
    if (!buffer.write(cx, arguments.get(0)) || !buffer.read(cx, &copy)) {
        JS_ClearPendingException(cx);
        return true;
    }
    arguments.rval().set(copy);
    return true;
}

const JSFunctionSpec functions[] = {
    JS_FN("exportFunction", exportFunction, 3, 0),
    JS_FN("react", react, 3, 0),
    JS_FN("newPromise", newPromise, 0, 0),
    JS_FN("settlePromise", settlePromise, 3, 0),
    JS_FN("isForeign", isForeign, 1, 0),
    JS_FN("classBehind", classBehind, 1, 0),
    JS_FN("promiseState", promiseState, 1, 0),
    JS_FN("promiseResult", promiseResult, 1, 0),
    JS_FN("placeBehind", placeBehind, 1, 0),
    JS_FN("markHandled", markHandled, 1, 0),
    JS_FN("clone", clone, 1, 0),
    JS_FS_END,
};

}  // namespace

bool lls_bridge_define(LLSContext *context, LLSSlot shielded, LLSSlot program, LLSSlot slot) {
    JSContext *cx = context->cx;
    context->bridgedProgram = &context->value(program).toObject();
    JSAutoRealm entered(cx, &context->value(shielded).toObject());
    JS::RootedObject target(cx, &context->value(slot).toObject());
    return JS_DefineFunctions(cx, target, functions);
}
