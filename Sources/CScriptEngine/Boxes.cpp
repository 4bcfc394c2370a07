// SPDX-License-Identifier: MIT
// JavaScript objects that own something of the host's.
#include "Context.hpp"

#include <js/Class.h>
#include <js/Object.h>

namespace {

enum BoxSlot : uint32_t { contentSlot, releaseSlot, boxSlotCount };

// Runs while garbage is collected, so it may touch nothing but the object's own slots.
void finalizeBox(JS::GCContext *, JSObject *box) {
    JS::Value content = JS::GetReservedSlot(box, contentSlot);
    if (content.isUndefined()) {
        return;
    }
    auto release = reinterpret_cast<LLSBoxRelease>(JS::GetReservedSlot(box, releaseSlot).toPrivate());
    release(content.toPrivate());
}

const JSClassOps boxOperations = {
    nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, finalizeBox, nullptr, nullptr, nullptr,
};

// Its finalizer runs on the context's own thread, because the host's things are confined to it.
const JSClass boxClass = {
    "Object", JSCLASS_HAS_RESERVED_SLOTS(boxSlotCount) | JSCLASS_FOREGROUND_FINALIZE, &boxOperations, nullptr, nullptr,
    nullptr,
};

}  // namespace

LLSSlot lls_box_create(LLSContext *context, LLSSlot realm, void *content, LLSBoxRelease release) {
    JSContext *cx = context->cx;
    JSAutoRealm entered(cx, &context->value(realm).toObject());
    JSObject *box = JS_NewObject(cx, &boxClass);
    if (box == nullptr) {
        release(content);
        lls::finish(context, false);
        return 0;
    }
    JS::SetReservedSlot(box, contentSlot, JS::PrivateValue(content));
    JS::SetReservedSlot(box, releaseSlot, JS::PrivateValue(reinterpret_cast<void *>(release)));
    return context->keep(JS::ObjectValue(*box));
}

void *lls_arg_box(LLSCall *call, unsigned index) {
    JS::Value value = call->arguments.get(index);
    if (!value.isObject() || JS::GetClass(&value.toObject()) != &boxClass) {
        return nullptr;
    }
    return JS::GetReservedSlot(&value.toObject(), contentSlot).toPrivate();
}
