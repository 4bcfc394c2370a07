// SPDX-License-Identifier: MIT
// Values and properties.
#include "Context.hpp"

#include <js/Array.h>
#include <js/CharacterEncoding.h>
#include <js/Conversions.h>
#include <js/Equality.h>
#include <js/PropertyAndElement.h>
#include <js/String.h>
#include <js/experimental/TypedData.h>

bool lls::appendUTF8(JSContext *cx, JS::HandleString string, std::string &out) {
    JSLinearString *linear = JS_EnsureLinearString(cx, string);
    if (linear == nullptr) {
        return false;
    }
    size_t length = JS::GetDeflatedUTF8StringLength(linear);
    size_t start = out.size();
    out.resize(start + length);
    JS::DeflateStringToUTF8Buffer(linear, mozilla::Span<char>(out.data() + start, length));
    return true;
}

LLSSlot lls_value_null(LLSContext *context) { return context->keep(JS::NullValue()); }
LLSSlot lls_value_boolean(LLSContext *context, bool value) { return context->keep(JS::BooleanValue(value)); }
LLSSlot lls_value_number(LLSContext *context, double value) { return context->keep(JS_NumberValue(value)); }

LLSSlot lls_value_string(LLSContext *context, const char *bytes, size_t length) {
    JS::RootedString string(context->cx, JS_NewStringCopyUTF8N(context->cx, JS::UTF8Chars(bytes, length)));
    if (!string) {
        lls::finish(context, false);
        return 0;
    }
    return context->keep(JS::StringValue(string));
}

LLSSlot lls_value_object(LLSContext *context, LLSSlot realm) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    JSObject *object = JS_NewPlainObject(cx);
    if (object == nullptr) {
        lls::finish(context, false);
        return 0;
    }
    return context->keep(JS::ObjectValue(*object));
}

LLSSlot lls_value_array(LLSContext *context, LLSSlot realm, const LLSSlot *items, size_t count) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    JS::RootedValueVector values(cx);
    for (size_t index = 0; index < count; index++) {
        if (!values.append(context->value(items[index]))) {
            return 0;
        }
    }
    JSObject *array = JS::NewArrayObject(cx, values);
    if (array == nullptr) {
        lls::finish(context, false);
        return 0;
    }
    return context->keep(JS::ObjectValue(*array));
}

LLSSlot lls_value_bytes(LLSContext *context, LLSSlot realm, const uint8_t *bytes, size_t length) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    JS::RootedObject array(cx, JS_NewUint8Array(cx, length));
    if (!array) {
        lls::finish(context, false);
        return 0;
    }
    if (length > 0) {
        JS::AutoCheckCannotGC noGC;
        bool isShared = false;
        memcpy(JS_GetUint8ArrayData(array, &isShared, noGC), bytes, length);
    }
    return context->keep(JS::ObjectValue(*array));
}

LLSKind lls::kindOf(const JS::Value &value) {
    switch (value.type()) {
        case JS::ValueType::Null: return LLSKindNull;
        case JS::ValueType::Boolean: return LLSKindBoolean;
        case JS::ValueType::Double:
        case JS::ValueType::Int32: return LLSKindNumber;
        case JS::ValueType::String: return LLSKindString;
        case JS::ValueType::Symbol: return LLSKindSymbol;
        case JS::ValueType::BigInt: return LLSKindBigInt;
        case JS::ValueType::Object:
            return JS::IsCallable(&value.toObject()) ? LLSKindFunction : LLSKindObject;
        default: return LLSKindUndefined;
    }
}

LLSKind lls_value_kind(LLSContext *context, LLSSlot slot) { return lls::kindOf(context->value(slot)); }

double lls_value_to_number(LLSContext *context, LLSSlot slot) {
    JS::Value value = context->value(slot);
    return value.isNumber() ? value.toNumber() : JS::GenericNaN();
}

bool lls_value_to_boolean(LLSContext *context, LLSSlot slot) {
    JS::RootedValue value(context->cx, context->value(slot));
    return JS::ToBoolean(value);
}

LLSStatus lls_value_to_text(LLSContext *context, LLSSlot slot, LLSText *text) {
    JSContext *cx = context->cx;
    JS::RootedValue value(cx, context->value(slot));
    context->text.clear();
    bool succeeded = true;
    if (value.isObject()) {
        JSAutoRealm entered(cx, &value.toObject());
        JS::RootedString string(cx, JS::ToString(cx, value));
        succeeded = string && lls::appendUTF8(cx, string, context->text);
    } else if (value.isSymbol()) {
        context->text = "Symbol()";
    } else {
        JS::RootedString string(cx, JS::ToString(cx, value));
        succeeded = string && lls::appendUTF8(cx, string, context->text);
    }
    *text = lls::textOf(context->text);
    return lls::finish(context, succeeded);
}

bool lls_value_is_same(LLSContext *context, LLSSlot left, LLSSlot right) {
    JS::RootedValue one(context->cx, context->value(left));
    JS::RootedValue other(context->cx, context->value(right));
    bool same = false;
    return JS::SameValue(context->cx, one, other, &same) && same;
}

namespace {

// The host asks for properties of what a program gave it, which may be no object at all.
bool requireObject(LLSContext *context, LLSSlot slot) {
    return context->value(slot).isObject()
        || lls_throw_error(context, LLSErrorTypeTypeError, "the value is not an object", nullptr);
}

// Keeps what `get` finds in an object, in the object's realm.
template <typename Get>
LLSStatus getInto(LLSContext *context, LLSSlot slot, LLSSlot *result, Get get) {
    JSContext *cx = context->cx;
    *result = 0;
    if (!requireObject(context, slot)) {
        return lls::finish(context, false);
    }
    JS::RootedObject object(cx, &context->value(slot).toObject());
    JSAutoRealm entered(cx, object);
    JS::RootedValue value(cx);
    bool succeeded = get(object, &value);
    *result = succeeded ? context->keep(value) : 0;
    return lls::finish(context, succeeded);
}

}  // namespace

LLSStatus lls_property_get(LLSContext *context, LLSSlot slot, const char *name, LLSSlot *result) {
    return getInto(context, slot, result, [=](JS::HandleObject object, JS::MutableHandleValue value) {
        return JS_GetProperty(context->cx, object, name, value);
    });
}

LLSStatus lls_property_set(LLSContext *context, LLSSlot slot, const char *name, LLSSlot valueSlot) {
    JSContext *cx = context->cx;
    if (!requireObject(context, slot)) {
        return lls::finish(context, false);
    }
    JS::RootedObject object(cx, &context->value(slot).toObject());
    JSAutoRealm entered(cx, object);
    JS::RootedValue value(cx, context->value(valueSlot));
    bool succeeded = JS_WrapValue(cx, &value) && JS_SetProperty(cx, object, name, value);
    return lls::finish(context, succeeded);
}

LLSStatus lls_element_get(LLSContext *context, LLSSlot slot, uint32_t index, LLSSlot *result) {
    return getInto(context, slot, result, [=](JS::HandleObject object, JS::MutableHandleValue value) {
        return JS_GetElement(context->cx, object, index, value);
    });
}
