// SPDX-License-Identifier: MIT
// Structured serialization (HTML standard, section 2.7) with what the engine leaves to its host: errors and ports.
#include "Context.hpp"

#include <js/Array.h>
#include <js/Conversions.h>
#include <js/ErrorReport.h>
#include <js/Exception.h>
#include <js/PropertyAndElement.h>
#include <js/StructuredClone.h>
#include <js/WeakMap.h>
#include <js/friend/ErrorMessages.h>

struct LLSClone {
    explicit LLSClone(const JSStructuredCloneCallbacks *callbacks)
        : buffer(JS::StructuredCloneScope::SameProcess, callbacks, nullptr) {}

    std::vector<uint32_t> ports;
    JSAutoStructuredCloneBuffer buffer;
};

namespace {

constexpr uint32_t errorTag = JS_SCTAG_USER_MIN + 1;
constexpr uint32_t portTag = JS_SCTAG_USER_MIN + 2;

// What one serialization found.
struct Writing {
    Writing(JSContext *cx, LLSClone *clone) : clone(clone), culprit(cx) {}

    LLSClone *clone;
    LLSCloneFailure failure = LLSCloneFailureNone;
    JS::RootedValue culprit;
};

bool refuse(void *closure, LLSCloneFailure failure, JSObject *culprit) {
    auto *writing = static_cast<Writing *>(closure);
    writing->failure = failure;
    writing->culprit = JS::ObjectValue(*culprit);
    return false;
}

// The number under which the host knows a port's object; false for any other object.
bool portNumber(JSContext *cx, JS::HandleObject object, uint32_t *number) {
    LLSContext *context = LLSContext::of(cx);
    JS::RootedValue value(cx);
    if (!context->ports || !JS::GetWeakMapEntry(cx, context->ports, object, &value) || !value.isInt32()) {
        return false;
    }
    *number = static_cast<uint32_t>(value.toInt32());
    return true;
}

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
        return refuse(closure, LLSCloneFailureNotCloneable, object);
    }
    uint32_t port = 0;
    if (portNumber(cx, object, &port)) {
        return refuse(closure, LLSCloneFailureUntransferredPort, object);
    }
    JS::RootedValue value(cx, JS::ObjectValue(*object));
    if (JS_GetErrorType(value).isSome()) {
        return writeError(cx, writer, object);
    }
    return refuse(closure, LLSCloneFailureNotCloneable, object);
}

bool canTransfer(JSContext *cx, JS::HandleObject object, bool *, void *) {
    uint32_t port = 0;
    return portNumber(cx, object, &port);
}

// The host takes the port out of its table when the whole message is written; until then nothing has happened to it.
bool writeTransfer(
    JSContext *cx, JS::HandleObject object, void *closure, uint32_t *tag, JS::TransferableOwnership *ownership,
    void **content, uint64_t *extraData) {
    uint32_t port = 0;
    if (!portNumber(cx, object, &port)) {
        return false;
    }
    auto &ports = static_cast<Writing *>(closure)->clone->ports;
    *tag = portTag;
    *ownership = JS::SCTAG_TMO_CUSTOM;
    *content = nullptr;
    *extraData = ports.size();
    ports.push_back(port);
    return true;
}

bool readTransfer(
    JSContext *cx, JSStructuredCloneReader *, uint32_t tag, void *, uint64_t index, void *,
    JS::MutableHandleObject result) {
    LLSContext *context = LLSContext::of(cx);
    if (tag != portTag) {
        return false;
    }
    LLSSlot slot = context->host.make_port(context->host.opaque, static_cast<uint32_t>(index));
    JS::RootedValue value(cx, context->value(slot));
    context->slots.free(slot);
    if (!value.isObject()) {
        return false;
    }
    result.set(&value.toObject());
    return true;
}

// A port in transit is kept and closed by the host.
void freeTransfer(uint32_t, JS::TransferableOwnership, void *, uint64_t, void *) {}

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
void reportError(JSContext *, uint32_t error, void *closure, const char *) {
    auto *writing = static_cast<Writing *>(closure);
    if (writing == nullptr || writing->failure != LLSCloneFailureNone) {
        return;
    }
    switch (error) {
    case JS_SCERR_DUP_TRANSFERABLE:
        writing->failure = LLSCloneFailureDuplicate;
        break;
    case JS_SCERR_TRANSFERABLE:
    case JS_SCERR_NOT_CLONABLE:
        writing->failure = LLSCloneFailureNotTransferable;
        break;
    case JS_SCERR_TYPED_ARRAY_DETACHED:
        writing->failure = LLSCloneFailureDetached;
        break;
    default:
        writing->failure = LLSCloneFailureNotCloneable;
    }
}

// Writing gets a `Writing` as its closure, reading none. What is freed later may get one that is gone and does not
// look.
const JSStructuredCloneCallbacks callbacks = {
    readObject, writeObject, reportError, readTransfer, writeTransfer, freeTransfer, canTransfer, nullptr,
};

JS::CloneDataPolicy sharingPolicy() {
    JS::CloneDataPolicy policy;
    policy.allowIntraClusterClonableSharedObjects();
    policy.allowSharedMemoryObjects();
    return policy;
}

}  // namespace

LLSSlot lls_port_object(LLSContext *context, LLSSlot prototype) {
    static const JSClass portClass = {"MessagePort", 0, nullptr, nullptr, nullptr, nullptr};
    JSContext *cx = context->cx;
    JS::RootedObject proto(cx, &context->value(prototype).toObject());
    JSAutoRealm realm(cx, proto);
    JS::RootedObject object(cx, JS_NewObjectWithGivenProto(cx, &portClass, proto));
    if (!object) {
        JS_ClearPendingException(cx);
        return 0;
    }
    return context->keep(JS::ObjectValue(*object));
}

bool lls_port_tie(LLSContext *context, LLSSlot object, uint32_t port) {
    JSContext *cx = context->cx;
    JS::RootedObject key(cx, &context->value(object).toObject());
    JSAutoRealm realm(cx, key);
    if (!context->ports) {
        context->ports = JS::NewWeakMapObject(cx);
    }
    JS::RootedValue number(cx, JS::Int32Value(static_cast<int32_t>(port)));
    return context->ports && JS::SetWeakMapEntry(cx, context->ports, key, number);
}

LLSClone *lls_clone_write(
    LLSContext *context, LLSSlot value, LLSSlot transfer, LLSCloneFailure *failure, LLSSlot *culprit) {
    JSContext *cx = context->cx;
    JS::RootedValue root(cx, context->value(value));
    JS::RootedValue list(cx, context->value(transfer));
    auto clone = std::make_unique<LLSClone>(&callbacks);
    Writing state(cx, clone.get());
    *failure = LLSCloneFailureNone;
    *culprit = 0;
    if (clone->buffer.write(cx, root, list, sharingPolicy(), &callbacks, &state)) {
        return clone.release();
    }
    if (JS_IsExceptionPending(cx)) {
        lls::finish(context, false);
        *failure = LLSCloneFailureThrew;
        return nullptr;
    }
    *failure = state.failure == LLSCloneFailureNone ? LLSCloneFailureNotCloneable : state.failure;
    *culprit = context->keep(state.culprit);
    return nullptr;
}

size_t lls_clone_port_count(const LLSClone *clone) { return clone->ports.size(); }

uint32_t lls_clone_port(const LLSClone *clone, size_t index) { return clone->ports[index]; }

LLSStatus lls_clone_read(LLSContext *context, LLSSlot realm, LLSClone *clone, LLSSlot *result) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    JS::RootedValue value(cx);
    *result = 0;
    if (!clone->buffer.read(cx, &value, sharingPolicy(), &callbacks, nullptr)) {
        if (!JS_IsExceptionPending(cx)) {
            lls_throw_error(context, LLSErrorTypeError, "Unable to deserialize cloned data.", nullptr);
        }
        return lls::finish(context, false);
    }
    *result = context->keep(value);
    return LLSStatusOK;
}

void lls_clone_free(LLSClone *clone) { delete clone; }
