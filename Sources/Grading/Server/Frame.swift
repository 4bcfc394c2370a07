// SPDX-License-Identifier: MIT

/// A message on a stream: its length in four bytes, the lowest first, and then itself.
enum Frame {
    static let headerBytes = 4

    static func header(of message: [UInt8]) -> [UInt8] {
        let count = UInt32(message.count)
        return (0..<UInt32(headerBytes)).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
    }

    /// The length that a header says.
    static func length(_ header: some Sequence<UInt8>) -> Int {
        header.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Reads a message from a descriptor that blocks; nil at the end and for one that is too long.
    static func read(from descriptor: Int32, limit: Int) -> [UInt8]? {
        guard let header = DescriptorBytes.read(headerBytes, from: descriptor) else { return nil }
        let length = length(header)
        return length <= limit ? DescriptorBytes.read(length, from: descriptor) : nil
    }

    /// Writes a message to a descriptor that blocks.
    static func write(_ message: [UInt8], to descriptor: Int32) -> Bool {
        (header(of: message) + message).withUnsafeBytes { DescriptorBytes.write($0, to: descriptor) }
    }
}
