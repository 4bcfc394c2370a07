// SPDX-License-Identifier: MIT
// Calls in both directions.
#include "Context.hpp"
#include "PromiseWatch.hpp"

#include <js/ArrayBuffer.h>
#include <js/BigInt.h>
#include <js/CallAndConstruct.h>
#include <js/Conversions.h>
#include <js/String.h>
#include <js/experimental/TypedData.h>

namespace {

// Every function of the host is this one; the number in its reserved slot says which.
bool callHost(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    LLSContext *context = LLSContext::of(cx);
    if (context->collectsAtEveryCall) {
        JS_GC(cx);
    }
    if (context->promiseWatch) {
        context->promiseWatch->flush();
    }
    uint32_t function = js::GetFunctionNativeReserved(&arguments.callee(), 0).toPrivateUint32();
    arguments.rval().setUndefined();
    LLSCall call{context, arguments};
    return context->host.call(context->host.opaque, function, &call);
}

LLSStatus callFunction(
    LLSContext *context, JS::HandleValue function, JS::HandleValue receiver, const JS::HandleValueArray &arguments,
    JS::MutableHandleValue result) {
    JSContext *cx = context->cx;
    if (!function.isObject()) {
        lls_throw_error(context, LLSErrorTypeTypeError, "callback is not a function", nullptr);
        return lls::finish(context, false);
    }
    if (context->collectsAtEveryCall) {
        JS_GC(cx);
    }
    JSAutoRealm realm(cx, &function.toObject());
    LLSEntry entry(context);
    bool succeeded = JS::Call(cx, receiver, function, arguments, result);
    return succeeded ? LLSStatusOK : lls::finish(context, false);
}

// Wraps a value that another realm gave for the realm of a function.
bool wrapFor(JSContext *cx, JS::HandleValue function, JS::MutableHandleValue value) {
    if (!value.isObject() || !function.isObject()) {
        return true;
    }
    JSAutoRealm realm(cx, &function.toObject());
    return JS_WrapValue(cx, value);
}

}  // namespace

LLSSlot lls_function_create(
    LLSContext *context, LLSSlot realm, const char *name, unsigned length, uint32_t function) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    JSFunction *created = js::NewFunctionWithReserved(cx, callHost, length, 0, name);
    if (created == nullptr) {
        lls::finish(context, false);
        return 0;
    }
    JSObject *object = JS_GetFunctionObject(created);
    js::SetFunctionNativeReserved(object, 0, JS::PrivateUint32Value(function));
    return context->keep(JS::ObjectValue(*object));
}

LLSStatus lls_call(
    LLSContext *context, LLSSlot function, LLSSlot receiver, const LLSSlot *arguments, size_t count,
    LLSSlot *result) {
    JSContext *cx = context->cx;
    JS::RootedValue callee(cx, context->value(function));
    JS::RootedValue thisValue(cx, context->value(receiver));
    JS::RootedValueVector values(cx);
    JS::RootedValue value(cx);
    for (size_t index = 0; index < count; index++) {
        value = context->value(arguments[index]);
        if (!wrapFor(cx, callee, &value) || !values.append(value)) {
            return lls::finish(context, false);
        }
    }
    if (!wrapFor(cx, callee, &thisValue)) {
        return lls::finish(context, false);
    }
    LLSStatus status = callFunction(context, callee, thisValue, values, &value);
    if (result != nullptr) {
        *result = status == LLSStatusOK ? context->keep(value) : 0;
    }
    return status;
}

LLSStatus lls_call_with(LLSContext *context, LLSSlot function, LLSSlot argument) {
    JSContext *cx = context->cx;
    JS::RootedValue callee(cx, context->value(function));
    JS::RootedValue value(cx, context->value(argument));
    JS::RootedValue result(cx);
    return callFunction(context, callee, JS::UndefinedHandleValue, JS::HandleValueArray(value), &result);
}

LLSStatus lls_call_with_number(LLSContext *context, LLSSlot function, uint32_t number) {
    JSContext *cx = context->cx;
    JS::RootedValue callee(cx, context->value(function));
    JS::RootedValue value(cx, JS::NumberValue(number));
    JS::RootedValue result(cx);
    return callFunction(context, callee, JS::UndefinedHandleValue, JS::HandleValueArray(value), &result);
}

LLSStatus lls_call_once(LLSContext *context, LLSSlot slot) {
    JSContext *cx = context->cx;
    JS::RootedValue callee(cx, context->value(slot));
    context->slots.free(slot);
    JS::RootedValue result(cx);
    return callFunction(context, callee, JS::UndefinedHandleValue, JS::HandleValueArray::empty(), &result);
}

unsigned lls_arg_count(LLSCall *call) { return call->arguments.length(); }

LLSKind lls_arg_kind(LLSCall *call, unsigned index) { return lls::kindOf(call->arguments.get(index)); }

double lls_arg_number(LLSCall *call, unsigned index) {
    JS::Value value = call->arguments.get(index);
    return value.isNumber() ? value.toNumber() : JS::GenericNaN();
}

int64_t lls_arg_bigint(LLSCall *call, unsigned index) {
    JS::Value value = call->arguments.get(index);
    return value.isBigInt() ? JS::ToBigInt64(value.toBigInt()) : 0;
}

bool lls_arg_boolean(LLSCall *call, unsigned index) { return JS::ToBoolean(call->arguments.get(index)); }

LLSText lls_arg_text(LLSCall *call, unsigned index) {
    JSContext *cx = call->context->cx;
    call->context->text.clear();
    if (call->arguments.get(index).isString()) {
        JS::RootedString string(cx, call->arguments.get(index).toString());
        lls::appendUTF8(cx, string, call->context->text);
    }
    return lls::textOf(call->context->text);
}

LLSSlot lls_arg_slot(LLSCall *call, unsigned index) { return call->context->keep(call->arguments.get(index)); }

bool lls_arg_bytes(LLSCall *call, unsigned index, uint8_t **bytes, size_t *length) {
    JS::Value value = call->arguments.get(index);
    if (!value.isObject()) {
        return false;
    }
    bool isShared = false;
    JSObject *object = &value.toObject();
    if (JS_IsArrayBufferViewObject(object)) {
        return JS_GetObjectAsArrayBufferView(object, length, &isShared, bytes) != nullptr;
    }
    if (JS::IsArrayBufferObject(object)) {
        JS::GetArrayBufferLengthAndData(object, length, &isShared, bytes);
        return true;
    }
    return false;
}

void lls_return_number(LLSCall *call, double value) { call->arguments.rval().setNumber(value); }
void lls_return_boolean(LLSCall *call, bool value) { call->arguments.rval().setBoolean(value); }
void lls_return_null(LLSCall *call) { call->arguments.rval().setNull(); }

bool lls_return_text(LLSCall *call, const char *bytes, size_t length) {
    JSString *string = JS_NewStringCopyUTF8N(call->context->cx, JS::UTF8Chars(bytes, length));
    if (string == nullptr) {
        return false;
    }
    call->arguments.rval().setString(string);
    return true;
}

bool lls_return_bigint(LLSCall *call, uint64_t value) {
    JS::BigInt *integer = JS::NumberToBigInt(call->context->cx, value);
    if (integer == nullptr) {
        return false;
    }
    call->arguments.rval().setBigInt(integer);
    return true;
}

void lls_return_slot(LLSCall *call, LLSSlot slot) {
    JSContext *cx = call->context->cx;
    JS::RootedValue value(cx, call->context->value(slot));
    if (!JS_WrapValue(cx, &value)) {
        value.setUndefined();
    }
    call->arguments.rval().set(value);
}

bool lls_return_bytes(LLSCall *call, const uint8_t *bytes, size_t length) {
    JSContext *cx = call->context->cx;
    JS::RootedObject array(cx, JS_NewUint8Array(cx, length));
    if (!array) {
        return false;
    }
    if (length > 0) {
        JS::AutoCheckCannotGC noGC;
        bool isShared = false;
        memcpy(JS_GetUint8ArrayData(array, &isShared, noGC), bytes, length);
    }
    call->arguments.rval().setObject(*array);
    return true;
}
