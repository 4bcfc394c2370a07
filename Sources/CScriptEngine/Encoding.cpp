// SPDX-License-Identifier: MIT
// Text to bytes and back, for `Buffer`: the encodings of Node's documentation ("Buffers and character encodings").
// Pointers into a typed array are taken after the last allocation, because a collection may move its bytes.
#include "Bytes.hpp"

#include <js/CharacterEncoding.h>
#include <js/MemoryFunctions.h>
#include <js/String.h>

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace {

// The numbers of internal/buffer_encodings.js.
enum class Encoding { utf8, utf16le, latin1, ascii, hex, base64, base64url };

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::string_view base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base64urlDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// MARK: Text to bytes

int hexValue(uint8_t character) {
    if (character >= '0' && character <= '9') {
        return character - '0';
    }
    uint8_t letter = character | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

int base64Value(uint8_t character) {
    if (character >= 'A' && character <= 'Z') {
        return character - 'A';
    }
    if (character >= 'a' && character <= 'z') {
        return character - 'a' + 26;
    }
    if (character >= '0' && character <= '9') {
        return character - '0' + 52;
    }
    return character == '+' || character == '-' ? 62 : character == '/' || character == '_' ? 63 : -1;
}

// Like Node, both decoders look at the low byte of a character only. This one stops at the first that is no digit.
template <typename Char>
size_t decodeHex(const Char *text, size_t length, uint8_t *out, size_t capacity) {
    size_t written = 0;
    for (size_t at = 0; at + 1 < length && written < capacity; at += 2) {
        int high = hexValue(static_cast<uint8_t>(text[at]));
        int low = hexValue(static_cast<uint8_t>(text[at + 1]));
        if (high < 0 || low < 0) {
            break;
        }
        out[written++] = static_cast<uint8_t>(high << 4 | low);
    }
    return written;
}

// Stops at the first "=", and passes over everything else that is no digit.
template <typename Char>
size_t decodeBase64(const Char *text, size_t length, uint8_t *out, size_t capacity) {
    size_t written = 0;
    uint32_t bits = 0;
    unsigned count = 0;
    for (size_t at = 0; at < length && written < capacity && static_cast<uint8_t>(text[at]) != '='; at++) {
        int value = base64Value(static_cast<uint8_t>(text[at]));
        if (value < 0) {
            continue;
        }
        bits = bits << 6 | static_cast<uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out[written++] = static_cast<uint8_t>(bits >> count);
        }
    }
    return written;
}

template <typename Char>
size_t encodeCharacters(Encoding encoding, const Char *text, size_t length, uint8_t *out, size_t capacity) {
    switch (encoding) {
        case Encoding::hex: return decodeHex(text, length, out, capacity);
        case Encoding::base64:
        case Encoding::base64url: return decodeBase64(text, length, out, capacity);
        case Encoding::utf16le: {
            size_t count = std::min(length, capacity / 2);
            for (size_t at = 0; at < count; at++) {
                out[2 * at] = static_cast<uint8_t>(text[at]);
                out[2 * at + 1] = static_cast<uint8_t>(static_cast<char16_t>(text[at]) >> 8);
            }
            return count * 2;
        }
        default: {
            size_t count = std::min(length, capacity);
            std::transform(text, text + count, out, [](Char unit) { return static_cast<uint8_t>(unit); });
            return count;
        }
    }
}

// encodeInto(text, encoding, view, offset, capacity): how many bytes it wrote; never a part of a character.
bool encodeInto(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    auto encoding = static_cast<Encoding>(arguments.get(1).toInt32());
    JSLinearString *text = JS_EnsureLinearString(cx, arguments.get(0).toString());
    if (text == nullptr) {
        return false;
    }
    JS::AutoCheckCannotGC noGC;
    auto bytes = lls::bytesOf(arguments.get(2), arguments.get(3), noGC);
    size_t capacity = std::min(bytes.length, lls::sizeOf(arguments.get(4)));
    size_t length = JS::GetLinearStringLength(text);
    size_t written = 0;
    if (encoding == Encoding::utf8) {
        mozilla::Span<char> out(reinterpret_cast<char *>(bytes.start), capacity);
        written = JS::DeflateStringToUTF8Buffer(text, out);
    } else if (JS::LinearStringHasLatin1Chars(text)) {
        written =
            encodeCharacters(encoding, JS::GetLatin1LinearStringChars(noGC, text), length, bytes.start, capacity);
    } else {
        written =
            encodeCharacters(encoding, JS::GetTwoByteLinearStringChars(noGC, text), length, bytes.start, capacity);
    }
    arguments.rval().setNumber(static_cast<double>(written));
    return true;
}

bool utf8Length(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JSLinearString *text = JS_EnsureLinearString(cx, arguments.get(0).toString());
    if (text == nullptr) {
        return false;
    }
    arguments.rval().setNumber(static_cast<double>(JS::GetDeflatedUTF8StringLength(text)));
    return true;
}

// MARK: Bytes to text

// How many bytes of a sequence that starts here are well-formed, and whether they make it whole (Unicode, table 3-7).
struct Sequence {
    size_t length;
    bool isWhole;
};

Sequence sequenceAt(const uint8_t *bytes, size_t left) {
    uint8_t lead = bytes[0];
    if (lead < 0x80) {
        return {1, true};
    }
    size_t wanted = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;
    if (wanted == 1) {
        return {1, false};
    }
    uint8_t lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    uint8_t highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    size_t found = 1;
    for (; found < wanted && found < left; found++) {
        if (bytes[found] < lowest || bytes[found] > highest) {
            return {found, false};
        }
        lowest = 0x80;
        highest = 0xbf;
    }
    return {found, found == wanted};
}

bool isUtf8(const uint8_t *bytes, size_t length) {
    for (size_t at = 0; at < length;) {
        Sequence sequence = sequenceAt(bytes + at, length - at);
        if (!sequence.isWhole) {
            return false;
        }
        at += sequence.length;
    }
    return true;
}

bool isAscii(const uint8_t *bytes, size_t length) {
    return std::all_of(bytes, bytes + length, [](uint8_t byte) { return byte < 0x80; });
}

// Writes at most one unit for each byte. What is ill-formed becomes U+FFFD by the Encoding Standard's rule.
size_t decodeUtf8(const uint8_t *bytes, size_t length, char16_t *out) {
    size_t written = 0;
    for (size_t at = 0; at < length;) {
        Sequence sequence = sequenceAt(bytes + at, length - at);
        if (!sequence.isWhole) {
            out[written++] = 0xfffd;
        } else if (sequence.length == 1) {
            out[written++] = bytes[at];
        } else {
            uint32_t point = bytes[at] & (0x7f >> sequence.length);
            for (size_t next = 1; next < sequence.length; next++) {
                point = point << 6 | (bytes[at + next] & 0x3f);
            }
            if (point > 0xffff) {
                out[written++] = static_cast<char16_t>(0xd7c0 + (point >> 10));
                point = 0xdc00 | (point & 0x3ff);
            }
            out[written++] = static_cast<char16_t>(point);
        }
        at += sequence.length;
    }
    return written;
}

size_t encodeHex(const uint8_t *bytes, size_t length, JS::Latin1Char *out) {
    for (size_t at = 0; at < length; at++) {
        *out++ = hexDigits[bytes[at] >> 4];
        *out++ = hexDigits[bytes[at] & 15];
    }
    return length * 2;
}

size_t encodeBase64(const uint8_t *bytes, size_t length, std::string_view digits, bool isPadded, JS::Latin1Char *out) {
    JS::Latin1Char *end = out;
    for (size_t at = 0; at < length; at += 3) {
        size_t left = length - at;
        uint32_t bits = static_cast<uint32_t>(bytes[at]) << 16;
        bits |= left > 1 ? static_cast<uint32_t>(bytes[at + 1]) << 8 : 0;
        bits |= left > 2 ? bytes[at + 2] : 0;
        *end++ = digits[bits >> 18];
        *end++ = digits[bits >> 12 & 63];
        if (left > 1 || isPadded) {
            *end++ = left > 1 ? digits[bits >> 6 & 63] : '=';
        }
        if (left > 2 || isPadded) {
            *end++ = left > 2 ? digits[bits & 63] : '=';
        }
    }
    return static_cast<size_t>(end - out);
}

size_t decodeNarrow(Encoding encoding, const uint8_t *bytes, size_t length, JS::Latin1Char *out) {
    switch (encoding) {
        case Encoding::hex: return encodeHex(bytes, length, out);
        case Encoding::base64: return encodeBase64(bytes, length, base64Digits, true, out);
        case Encoding::base64url: return encodeBase64(bytes, length, base64urlDigits, false, out);
        case Encoding::ascii:
            std::transform(bytes, bytes + length, out, [](uint8_t byte) { return byte & 0x7f; });
            return length;
        default: std::copy(bytes, bytes + length, out); return length;
    }
}

size_t decodeWide(Encoding encoding, const uint8_t *bytes, size_t length, char16_t *out) {
    if (encoding == Encoding::utf8) {
        return decodeUtf8(bytes, length, out);
    }
    for (size_t at = 0; at < length / 2; at++) {
        out[at] = static_cast<char16_t>(bytes[2 * at] | bytes[2 * at + 1] << 8);
    }
    return length / 2;
}

// Room for `count` characters, which the engine takes over; null when there was no memory.
template <typename Char>
js::UniquePtr<Char[], JS::FreePolicy> makeRoom(JSContext *cx, size_t count) {
    size_t size = std::max<size_t>(1, count) * sizeof(Char);
    return js::UniquePtr<Char[], JS::FreePolicy>(static_cast<Char *>(JS_malloc(cx, size)));
}

JSString *decodeToNarrow(JSContext *cx, Encoding encoding, const JS::CallArgs &arguments, size_t length) {
    size_t room = encoding == Encoding::hex ? length * 2 : length;
    room = encoding == Encoding::base64 || encoding == Encoding::base64url ? (length + 2) / 3 * 4 : room;
    auto characters = makeRoom<JS::Latin1Char>(cx, room);
    if (!characters) {
        return nullptr;
    }
    size_t written = 0;
    {
        JS::AutoCheckCannotGC noGC;
        auto bytes = lls::bytesOf(arguments.get(0), arguments.get(2), noGC);
        written = decodeNarrow(encoding, bytes.start, std::min(length, bytes.length), characters.get());
    }
    return JS_NewLatin1String(cx, std::move(characters), written);
}

JSString *decodeToWide(JSContext *cx, Encoding encoding, const JS::CallArgs &arguments, size_t length) {
    auto characters = makeRoom<char16_t>(cx, encoding == Encoding::utf8 ? length : length / 2);
    if (!characters) {
        return nullptr;
    }
    size_t written = 0;
    {
        JS::AutoCheckCannotGC noGC;
        auto bytes = lls::bytesOf(arguments.get(0), arguments.get(2), noGC);
        written = decodeWide(encoding, bytes.start, std::min(length, bytes.length), characters.get());
    }
    return JS_NewUCString(cx, std::move(characters), written);
}

// decodeBytes(view, encoding, start, end)
bool decodeBytes(JSContext *cx, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    auto encoding = static_cast<Encoding>(arguments.get(1).toInt32());
    size_t start = lls::sizeOf(arguments.get(2));
    size_t end = lls::sizeOf(arguments.get(3));
    size_t length = 0;
    bool isNarrow = encoding != Encoding::utf8 && encoding != Encoding::utf16le;
    {
        JS::AutoCheckCannotGC noGC;
        auto bytes = lls::bytesOf(arguments.get(0), arguments.get(2), noGC);
        length = std::min(bytes.length, end > start ? end - start : 0);
        isNarrow = isNarrow || (encoding == Encoding::utf8 && isAscii(bytes.start, length));
    }
    JSString *text = length == 0 ? JS_GetEmptyString(cx)
        : isNarrow               ? decodeToNarrow(cx, encoding, arguments, length)
                                 : decodeToWide(cx, encoding, arguments, length);
    if (text == nullptr) {
        return false;
    }
    arguments.rval().setString(text);
    return true;
}

template <bool (*test)(const uint8_t *, size_t)>
bool testBytes(JSContext *, unsigned count, JS::Value *values) {
    JS::CallArgs arguments = JS::CallArgsFromVp(count, values);
    JS::AutoCheckCannotGC noGC;
    auto bytes = lls::bytesOf(arguments.get(0), JS::UndefinedHandleValue, noGC);
    arguments.rval().setBoolean(test(bytes.start, bytes.length));
    return true;
}

const JSFunctionSpec functions[] = {
    JS_FN("encodeInto", encodeInto, 5, 0),
    JS_FN("utf8Length", utf8Length, 1, 0),
    JS_FN("decodeBytes", decodeBytes, 4, 0),
    JS_FN("isUtf8", testBytes<isUtf8>, 1, 0),
    JS_FN("isAscii", testBytes<isAscii>, 1, 0),
    JS_FS_END,
};

}  // namespace

bool lls::defineEncodings(JSContext *cx, JS::HandleObject target) {
    return JS_DefineFunctions(cx, target, functions);
}
