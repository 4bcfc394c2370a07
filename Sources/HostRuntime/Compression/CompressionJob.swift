// SPDX-License-Identifier: MIT
internal import Glibc

/// What zlib shall do with some bytes, and how.
///
/// May be done on any thread.
struct CompressionJob: Sendable {
    /// The format and the direction, by the numbers of `zlib.constants`.
    enum Mode: Int, Sendable {
        case deflate = 1
        case inflate
        case gzip
        case gunzip
        case deflateRaw
        case inflateRaw
        /// Either of the formats with a header, whichever it is.
        case unzip

        /// Whether it makes bytes fewer.
        var compresses: Bool { self == .deflate || self == .gzip || self == .deflateRaw }
        /// Whether there is no header around the bytes.
        var isRaw: Bool { self == .deflateRaw || self == .inflateRaw }
    }

    /// What came of it.
    enum Result: Sendable {
        /// The output.
        case bytes(ByteBlock)
        /// Node's number for what went wrong, and its words.
        case failure(Int32, String)
        /// The output is longer than it may be.
        case tooLarge
        /// There is no memory for the output.
        case outOfMemory
        /// The program has to end.
        case stopped
    }

    let mode: Mode
    /// From 0 to 9, or −1 for zlib's own choice.
    let level: Int32
    /// The window's size as a power of two; 0 takes it from the header.
    let windowBits: Int32
    let memLevel: Int32
    let strategy: Int32
    /// How the input ends: `Z_FINISH`, or a flush that leaves the end open.
    let flush: Int32
    /// The most bytes of output.
    let limit: Int
    /// Bytes that both sides know.
    let dictionary: ByteBlock?

    /// Does it.
    func run(_ input: ByteBlock, isStopped: () -> Bool) -> Result {
        input.withBytes { bytes in
            guard bytes.count <= Int(UInt32.max) else { return .outOfMemory }
            return CompressionStream(self, input: bytes).run(isStopped: isStopped)
        }
    }
}

/// Output that grows up to a limit, and one byte over it, which shows that it is too long.
struct OutputMemory: ~Copyable {
    private var memory: UnsafeMutableRawPointer?
    private var capacity = 0
    /// How many bytes have been written.
    private(set) var count = 0
    private let limit: Int

    /// The most room that is lent at a time: between two calls of zlib somebody may want the program to end.
    private static let longestRoom = 1 << 20

    init(limit: Int) {
        self.limit = limit
    }

    deinit {
        free(memory)
    }

    /// Whether more was written than may be.
    var isTooLong: Bool { count > limit }

    /// Where to write next, at least one byte; nil when there is no memory.
    mutating func room() -> UnsafeMutableRawBufferPointer? {
        if count == capacity {
            let wanted = min(max(capacity * 2, 16 << 10), max(limit, count) + 1)
            guard let grown = realloc(memory, wanted) else { return nil }
            memory = grown
            capacity = wanted
        }
        let free = min(capacity - count, Self.longestRoom)
        return memory.map { UnsafeMutableRawBufferPointer(start: $0 + count, count: free) }
    }

    /// Notes that so many bytes of the room were written.
    mutating func wrote(_ bytes: Int) {
        count += bytes
    }

    /// The output; what is written from then on begins anew.
    mutating func finish() -> ByteBlock? {
        guard count > 0, let written = realloc(memory, count) else { return ByteBlock(count: 0) }
        defer {
            memory = nil
            capacity = 0
            count = 0
        }
        return ByteBlock(adopting: written, count: count)
    }
}
