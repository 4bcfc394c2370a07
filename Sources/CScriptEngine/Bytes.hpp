// SPDX-License-Identifier: MIT
// The bytes behind a typed array, for the functions that work on them.
#pragma once

#include "Context.hpp"

namespace lls {

/// Bytes that stay where they are for as long as nothing is allocated.
struct Bytes {
    uint8_t *start;
    size_t length;
};

/// A length or position from JavaScript; 0 for what is none.
inline size_t sizeOf(JS::HandleValue value) {
    double number = value.isNumber() ? value.toNumber() : 0;
    return number > 0 && number < 9007199254740992.0 ? static_cast<size_t>(number) : 0;
}

/// The bytes of a view or buffer from an offset on; none when it is neither, or detached.
Bytes bytesOf(JS::HandleValue value, JS::HandleValue offset, const JS::AutoRequireNoGC &);

}  // namespace lls
