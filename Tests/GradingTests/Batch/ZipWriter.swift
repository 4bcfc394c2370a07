// SPDX-License-Identifier: MIT
import CZlib

/// Writes zip archives (PKWARE's APPNOTE, 6.3), and such as no program writes.
struct ZipWriter {
    /// One entry, with everything about it that can be a lie.
    struct Entry {
        var name: [UInt8]
        var bytes: [UInt8]
        /// What stands in the archive for the bytes.
        var stored: [UInt8]
        var method: UInt16 = 0
        var flags: UInt16 = 0
        /// The mode of Unix.
        var mode: UInt32 = 0o100644
        var size: UInt32
        var checkSum: UInt32

        /// An entry as it stands.
        init(_ name: String, _ text: String) {
            self.init(Array(name.utf8), Array(text.utf8))
        }

        init(_ name: [UInt8], _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
            stored = bytes
            size = UInt32(bytes.count)
            checkSum = UInt32(crc32(0, bytes, UInt32(bytes.count)))
        }

        /// The same, compressed.
        func deflated() -> Entry {
            var entry = self
            entry.method = 8
            var stream = z_stream()
            _ = llz_deflate_init(&stream, 9, -15, 8, 0)
            var packed = [UInt8](repeating: 0, count: bytes.count + 1_000)
            var source = bytes
            source.withUnsafeMutableBufferPointer { input in
                packed.withUnsafeMutableBufferPointer { output in
                    stream.next_in = input.baseAddress
                    stream.avail_in = UInt32(input.count)
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(output.count)
                    _ = deflate(&stream, Z_FINISH)
                }
            }
            entry.stored = Array(packed.prefix(Int(stream.total_out)))
            deflateEnd(&stream)
            return entry
        }

        /// The same with a change.
        func with(_ change: (inout Entry) -> Void) -> Entry {
            var entry = self
            change(&entry)
            return entry
        }
    }

    /// The archive of some entries.
    static func archive(_ entries: [Entry]) -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(body.count)
            body += number(0x0403_4B50, 4) + number(20, 2) + fields(entry) + number(0, 2) + entry.name + entry.stored
            directory += number(0x0201_4B50, 4) + number(3 << 8 | 20, 2) + number(20, 2) + fields(entry)
            directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(entry.mode << 16, 4)
            directory += number(offset, 4) + entry.name
        }
        let count = UInt32(entries.count)
        return body + directory + number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
            + number(UInt32(directory.count), 4) + number(UInt32(body.count), 4) + number(0, 2)
    }

    private static func fields(_ entry: Entry) -> [UInt8] {
        number(UInt32(entry.flags), 2) + number(UInt32(entry.method), 2) + number(0, 2) + number(0x21, 2)
            + number(entry.checkSum, 4) + number(UInt32(entry.stored.count), 4) + number(entry.size, 4)
            + number(UInt32(entry.name.count), 2)
    }

    private static func number(_ value: UInt32, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }
}
