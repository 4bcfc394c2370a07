// SPDX-License-Identifier: MIT
internal import Glibc

/// Bytes that go through a descriptor which blocks, whole or not at all.
enum DescriptorBytes {
    /// Writes all bytes; false where the system refuses.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var rest = bytes
        while let base = rest.baseAddress, !rest.isEmpty {
            let count = Glibc.write(descriptor, base, rest.count)
            if count < 0 && errno != EINTR { return false }
            if count > 0 { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
        }
        return true
    }

    /// Reads so many bytes; nil where the end comes first.
    static func read(_ count: Int, from descriptor: Int32) -> [UInt8]? {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(descriptor, buffer.baseAddress.unsafelyUnwrapped + filled, count - filled)
                if got > 0 { filled += got }
                if got == 0 || got < 0 && errno != EINTR {
                    isWhole = false
                    return
                }
            }
        }
        return isWhole ? bytes : nil
    }
}
