// SPDX-License-Identifier: MIT
internal import CZlib

/// zlib, for data that fits into memory.
enum Compression {
    /// What came of compressed bytes.
    enum Result: Equatable {
        /// All of them.
        case bytes([UInt8])
        /// More than were wanted.
        case tooLarge
        /// They were not written by zlib.
        case damaged
    }

    static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        var count = compressBound(UInt(bytes.count))
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
            let status = bytes.withUnsafeBufferPointer { input in
                compress2(buffer.baseAddress, &count, input.baseAddress, UInt(input.count), Z_BEST_COMPRESSION)
            }
            precondition(status == Z_OK, "zlib has no memory: \(status)")
            initialized = Int(count)
        }
    }

    /// Undoes it; however little there is, no more than the limit and one byte is ever written.
    static func decompressed(_ bytes: [UInt8], limit: Int) -> Result {
        var written = UInt(limit + 1)
        var read = UInt(bytes.count)
        var status = Z_OK
        let plain = [UInt8](unsafeUninitializedCapacity: limit + 1) { buffer, initialized in
            status = bytes.withUnsafeBufferPointer { uncompress2(buffer.baseAddress, &written, $0.baseAddress, &read) }
            initialized = status == Z_OK ? Int(written) : 0
        }
        if status == Z_BUF_ERROR && written > limit { return .tooLarge }
        if status == Z_OK && plain.count > limit { return .tooLarge }
        // Nothing may follow the end that zlib found.
        return status == Z_OK && read == bytes.count ? .bytes(plain) : .damaged
    }
}
