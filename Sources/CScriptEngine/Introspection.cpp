// SPDX-License-Identifier: MIT
// Looking at values without running user code, for the host and for `util.inspect`.
#include "Context.hpp"

#include <js/Array.h>
#include <js/Conversions.h>
#include <js/Exception.h>
#include <js/Promise.h>
#include <js/PropertyAndElement.h>
#include <js/PropertySpec.h>
#include <js/Proxy.h>
#include <js/Stack.h>
#include <js/Wrapper.h>

int lls_promise_state(LLSContext *context, LLSSlot slot) {
    JS::Value value = context->value(slot);
    if (!value.isObject()) {
        return -1;
    }
    JS::RootedObject object(context->cx, &value.toObject());
    return JS::IsPromiseObject(object) ? static_cast<int>(JS::GetPromiseState(object)) : -1;
}

uint64_t lls_promise_id(LLSContext *context, LLSSlot slot) {
    JS::Value value = context->value(slot);
    if (!value.isObject()) {
        return 0;
    }
    JS::RootedObject object(context->cx, &value.toObject());
    return JS::IsPromiseObject(object) ? JS::GetPromiseID(object) : 0;
}

LLSSlot lls_promise_result(LLSContext *context, LLSSlot slot) {
    JS::RootedObject promise(context->cx, &context->value(slot).toObject());
    return context->keep(JS::GetPromiseResult(promise));
}

void lls_promise_mark_handled(LLSContext *context, LLSSlot slot) {
    JS::RootedObject promise(context->cx, &context->value(slot).toObject());
    JSAutoRealm entered(context->cx, promise);
    JS::SetSettledPromiseIsHandled(context->cx, promise);
}

// A module namespace is a proxy inside the engine but not to the language; each error constructor has a class of its
// own inside the engine, which the language does not tell apart.
const char *lls::className(JSObject *object) {
    if (js::IsScriptedProxy(object)) {
        return "Proxy";
    }
    if (JS_GetErrorType(JS::ObjectValue(*object)).isSome()) {
        return "Error";
    }
    if (JS::IsCallable(object)) {
        return "Function";
    }
    const char *name = JS::GetClass(object)->name;
    if (strcmp(name, "ModuleNamespace") == 0 || strcmp(name, "ModuleNamespaceObject") == 0) {
        return "Module";
    }
    if (js::IsProxy(object) && strcmp(name, "Proxy") == 0) {
        return "Module";
    }
    return name;
}

namespace {

bool getPromiseDetails(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    arguments.rval().setUndefined();
    if (!arguments.get(0).isObject()) {
        return true;
    }
    JS::RootedObject promise(cx, &arguments[0].toObject());
    if (!JS::IsPromiseObject(promise)) {
        return true;
    }
    JS::PromiseState state = JS::GetPromiseState(promise);
    JS::RootedValueArray<2> pair(cx);
    pair[0].setInt32(static_cast<int32_t>(state));
    if (state != JS::PromiseState::Pending) {
        pair[1].set(JS::GetPromiseResult(promise));
    }
    JSObject *array = JS::NewArrayObject(cx, pair);
    if (array == nullptr) {
        return false;
    }
    arguments.rval().setObject(*array);
    return true;
}

bool getProxyDetails(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    arguments.rval().setUndefined();
    if (!arguments.get(0).isObject() || !js::IsScriptedProxy(&arguments[0].toObject())) {
        return true;
    }
    JSObject *proxy = &arguments[0].toObject();
    JS::RootedValueArray<2> pair(cx);
    pair[0].set(js::GetProxyPrivate(proxy));
    pair[1].set(js::GetProxyReservedSlot(proxy, 0));
    JSObject *array = JS::NewArrayObject(cx, pair);
    if (array == nullptr) {
        return false;
    }
    arguments.rval().setObject(*array);
    return true;
}

bool classOf(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    const char *name = arguments.get(0).isObject() ? lls::className(&arguments[0].toObject()) : "";
    // Interned: the same few names are asked for again and again.
    JSString *string = JS_AtomizeString(cx, name);
    if (string == nullptr) {
        return false;
    }
    arguments.rval().setString(string);
    return true;
}

bool returnStack(JSContext *cx, const JS::CallArgs &arguments, JS::HandleObject stack) {
    std::string text;
    if (stack) {
        unsigned limit = arguments.get(1).isNumber() ? static_cast<unsigned>(arguments[1].toNumber()) : 10;
        lls::appendStack(cx, stack, text, limit);
    }
    JSString *string = JS_NewStringCopyUTF8N(cx, JS::UTF8Chars(text.data(), text.size()));
    if (string == nullptr) {
        return false;
    }
    arguments.rval().setString(string);
    return true;
}

bool errorStack(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::RootedObject stack(cx);
    if (arguments.get(0).isObject()) {
        JS::RootedObject error(cx, &arguments[0].toObject());
        stack = JS::ExceptionStackOrNull(error);
    }
    return returnStack(cx, arguments, stack);
}

bool currentStack(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::RootedObject stack(cx);
    if (!JS::CaptureCurrentStack(cx, &stack)) {
        return false;
    }
    return returnStack(cx, arguments, stack);
}

bool markPromiseHandled(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    arguments.rval().setUndefined();
    JS::RootedObject promise(cx, &arguments.get(0).toObject());
    return JS::SetAnyPromiseIsHandled(cx, promise);
}

const JSFunctionSpec functions[] = {
    JS_FN("getPromiseDetails", getPromiseDetails, 1, 0),
    JS_FN("getProxyDetails", getProxyDetails, 1, 0),
    JS_FN("classOf", classOf, 1, 0),
    JS_FN("errorStack", errorStack, 2, 0),
    JS_FN("currentStack", currentStack, 2, 0),
    JS_FN("markPromiseHandled", markPromiseHandled, 1, 0),
    JS_FS_END,
};

}  // namespace

bool lls::defineReflection(JSContext *cx, JS::HandleObject target) {
    return JS_DefineFunctions(cx, target, functions);
}

// Reflect.parse is no part of the language: it is taken off Reflect at once and kept where only the host's own
// JavaScript finds it.
bool lls_parser_define(LLSContext *context, LLSSlot realm, LLSSlot slot) {
    JSContext *cx = context->cx;
    JS::RootedObject global(cx, &context->value(realm).toObject());
    JS::RootedObject target(cx, &context->value(slot).toObject());
    JSAutoRealm entered(cx, global);
    JS::RootedValue reflect(cx), parse(cx);
    if (!JS_InitReflectParse(cx, global) || !JS_GetProperty(cx, global, "Reflect", &reflect)) {
        return false;
    }
    JS::RootedObject object(cx, &reflect.toObject());
    return JS_GetProperty(cx, object, "parse", &parse) && JS_DeleteProperty(cx, object, "parse")
        && JS_DefineProperty(cx, target, "parse", parse, JSPROP_ENUMERATE);
}

bool lls_introspection_define(LLSContext *context, LLSSlot realm, LLSSlot slot) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    JS::RootedObject target(cx, &context->value(slot).toObject());
    return lls::defineReflection(cx, target) && lls::defineBytes(cx, target)
        && lls::defineEncodings(cx, target);
}
