// SPDX-License-Identifier: MIT
// Comparing and searching bytes, for `Buffer`.
#include "Bytes.hpp"

#include <js/ArrayBuffer.h>
#include <js/SharedArrayBuffer.h>
#include <js/experimental/TypedData.h>

#include <algorithm>
#include <cstring>

lls::Bytes lls::bytesOf(JS::HandleValue value, JS::HandleValue offset, const JS::AutoRequireNoGC &) {
    static uint8_t nothing;
    uint8_t *start = nullptr;
    size_t length = 0;
    bool isShared = false;
    JSObject *object = value.isObject() ? &value.toObject() : nullptr;
    if (object != nullptr && JS_IsArrayBufferViewObject(object)) {
        JS_GetObjectAsArrayBufferView(object, &length, &isShared, &start);
    } else if (object != nullptr && JS::IsArrayBufferObject(object)) {
        JS::GetArrayBufferLengthAndData(object, &length, &isShared, &start);
    } else if (object != nullptr && JS::IsSharedArrayBufferObject(object)) {
        JS::GetSharedArrayBufferLengthAndData(object, &length, &isShared, &start);
    }
    if (start == nullptr) {
        return {&nothing, 0};
    }
    size_t skipped = std::min(sizeOf(offset), length);
    return {start + skipped, length - skipped};
}

namespace {

// compareBytes(left, right): -1, 0 or 1, as memcmp orders and then by length.
bool compareBytes(JSContext *, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::AutoCheckCannotGC noGC;
    auto left = lls::bytesOf(arguments.get(0), JS::UndefinedHandleValue, noGC);
    auto right = lls::bytesOf(arguments.get(1), JS::UndefinedHandleValue, noGC);
    int order = memcmp(left.start, right.start, std::min(left.length, right.length));
    if (order == 0) {
        order = left.length < right.length ? -1 : left.length > right.length ? 1 : 0;
    }
    arguments.rval().setInt32(order < 0 ? -1 : order > 0 ? 1 : 0);
    return true;
}

// Where the needle begins at or after `from`, on a multiple of `step` bytes; memmem is linear in both lengths.
double findForward(lls::Bytes hay, lls::Bytes needle, size_t from, size_t step) {
    while (from <= hay.length && needle.length <= hay.length - from) {
        const void *found = memmem(hay.start + from, hay.length - from, needle.start, needle.length);
        if (found == nullptr) {
            return -1;
        }
        auto at = static_cast<size_t>(static_cast<const uint8_t *>(found) - hay.start);
        if (at % step == 0) {
            return static_cast<double>(at);
        }
        from = at + 1;
    }
    return -1;
}

double findBackward(lls::Bytes hay, lls::Bytes needle, size_t from, size_t step) {
    if (needle.length > hay.length) {
        return -1;
    }
    size_t at = std::min(from, hay.length - needle.length);
    at -= at % step;
    for (;; at -= step) {
        if (hay.start[at] == needle.start[0] && memcmp(hay.start + at, needle.start, needle.length) == 0) {
            return static_cast<double>(at);
        }
        if (at < step) {
            return -1;
        }
    }
}

// findBytes(hay, needle, from, isForward, step): the needle has at least one byte.
bool findBytes(JSContext *, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::AutoCheckCannotGC noGC;
    auto hay = lls::bytesOf(arguments.get(0), JS::UndefinedHandleValue, noGC);
    auto needle = lls::bytesOf(arguments.get(1), JS::UndefinedHandleValue, noGC);
    size_t from = lls::sizeOf(arguments.get(2));
    size_t step = std::max<size_t>(1, lls::sizeOf(arguments.get(4)));
    double found = -1;
    if (needle.length > 0) {
        found = arguments.get(3).isTrue() ? findForward(hay, needle, from, step)
                                          : findBackward(hay, needle, from, step);
    }
    arguments.rval().setNumber(found);
    return true;
}

const JSFunctionSpec functions[] = {
    JS_FN("compareBytes", compareBytes, 2, 0),
    JS_FN("findBytes", findBytes, 5, 0),
    JS_FS_END,
};

}  // namespace

bool lls::defineBytes(JSContext *cx, JS::HandleObject target) { return JS_DefineFunctions(cx, target, functions); }
