// SPDX-License-Identifier: MIT
// structuredClone (HTML standard, section 2.7), with errors, which the engine leaves to its host.
#include "Context.hpp"

#include <js/Array.h>
#include <js/Conversions.h>
#include <js/ErrorReport.h>
#include <js/Exception.h>
#include <js/PropertyAndElement.h>
#include <js/PropertySpec.h>
#include <js/StructuredClone.h>

namespace {

constexpr uint32_t errorTag = JS_SCTAG_USER_MIN + 1;

// What a clone found that it cannot copy; the JavaScript side names it in its DataCloneError.
struct Failure {
    explicit Failure(JSContext *cx) : value(cx) {}
    JS::RootedValue value;
};

bool writeText(JSContext *cx, JSStructuredCloneWriter *writer, JS::HandleObject object, const char *name) {
    JS::RootedValue value(cx);
    if (!JS_GetProperty(cx, object, name, &value)) {
        return false;
    }
    JS::RootedString text(cx, value.isUndefined() ? JS_GetEmptyString(cx) : JS::ToString(cx, value));
    return text && JS_WriteString(writer, text);
}

bool writeError(JSContext *cx, JSStructuredCloneWriter *writer, JS::HandleObject error) {
    bool hasMessage = false;
    if (!JS_HasOwnProperty(cx, error, "message", &hasMessage)) {
        return false;
    }
    return JS_WriteUint32Pair(writer, errorTag, hasMessage ? 1 : 0) && writeText(cx, writer, error, "name")
        && writeText(cx, writer, error, "message") && writeText(cx, writer, error, "stack");
}

bool writeObject(
    JSContext *cx, JSStructuredCloneWriter *writer, JS::HandleObject object, bool *, void *closure) {
    if (JS::GetClass(object)->flags & JSCLASS_IS_PROXY) {
        static_cast<Failure *>(closure)->value = JS::ObjectValue(*object);
        return false;
    }
    JS::RootedValue value(cx, JS::ObjectValue(*object));
    if (JS_GetErrorType(value).isSome()) {
        return writeError(cx, writer, object);
    }
    static_cast<Failure *>(closure)->value = value;
    return false;
}

JSExnType errorTypeNamed(JSContext *cx, JS::HandleString name) {
    static constexpr struct {
        const char *name;
        JSExnType type;
    } types[] = {
        {"EvalError", JSEXN_EVALERR},     {"RangeError", JSEXN_RANGEERR}, {"ReferenceError", JSEXN_REFERENCEERR},
        {"SyntaxError", JSEXN_SYNTAXERR}, {"TypeError", JSEXN_TYPEERR},   {"URIError", JSEXN_URIERR},
    };
    std::string text;
    lls::appendUTF8(cx, name, text);
    for (auto &candidate : types) {
        if (text == candidate.name) {
            return candidate.type;
        }
    }
    return JSEXN_ERR;
}

JSObject *readObject(
    JSContext *cx, JSStructuredCloneReader *reader, const JS::CloneDataPolicy &, uint32_t tag, uint32_t hasMessage,
    void *) {
    JS::RootedString name(cx), message(cx), stackText(cx);
    JS::MutableHandleString texts[] = {&name, &message, &stackText};
    if (tag != errorTag) {
        return nullptr;
    }
    for (auto text : texts) {
        JS::RootedString string(cx);
        if (!JS_ReadString(reader, &string)) {
            return nullptr;
        }
        text.set(string);
    }
    JS::RootedValue error(cx);
    JS::RootedString file(cx, JS_GetEmptyString(cx));
    JS::RootedObject noStack(cx);
    JS::Rooted<mozilla::Maybe<JS::Value>> cause(cx, mozilla::Nothing());
    JS::RootedString shown(cx, hasMessage ? message.get() : nullptr);
    if (!JS::CreateError(cx, errorTypeNamed(cx, name), noStack, file, 0, 0, nullptr, shown, cause, &error)) {
        return nullptr;
    }
    JS::RootedObject object(cx, &error.toObject());
    return JS_DefineProperty(cx, object, "stack", stackText, 0) ? object.get() : nullptr;
}

// The engine would report its own wording; the JavaScript side words a DataCloneError as Node does.
void reportError(JSContext *, uint32_t, void *, const char *) {}

const JSStructuredCloneCallbacks callbacks = {
    readObject, writeObject, reportError, nullptr, nullptr, nullptr, nullptr, nullptr,
};

// structuredClone(value, transferList, failure): on failure sets failure[0] to the culprit and returns no value.
bool structuredClone(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::RootedValue value(cx, arguments.get(0));
    JS::RootedValue transfer(cx, arguments.get(1));
    Failure failure(cx);
    JSAutoStructuredCloneBuffer buffer(JS::StructuredCloneScope::SameProcess, &callbacks, &failure);
    JS::CloneDataPolicy policy;
    policy.allowIntraClusterClonableSharedObjects();
    policy.allowSharedMemoryObjects();
    JS::RootedValue result(cx);
    bool succeeded = buffer.write(cx, value, transfer, policy, &callbacks, &failure)
        && buffer.read(cx, &result, policy, &callbacks, &failure);
    arguments.rval().set(result);
    if (succeeded || JS_IsExceptionPending(cx)) {
        return succeeded;
    }
    JS::RootedObject report(cx, &arguments.get(2).toObject());
    return JS_SetElement(cx, report, 0, failure.value) && JS_SetElement(cx, report, 1, JS::TrueHandleValue);
}

const JSFunctionSpec functions[] = {
    JS_FN("cloneValue", structuredClone, 3, 0),
    JS_FS_END,
};

}  // namespace

bool lls::defineClone(JSContext *cx, JS::HandleObject target) { return JS_DefineFunctions(cx, target, functions); }
