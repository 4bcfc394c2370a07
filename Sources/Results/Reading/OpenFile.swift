// SPDX-License-Identifier: MIT
internal import Glibc

/// A file of which pieces are read; it is closed with the last reference to it.
final class OpenFile {
    let path: String
    private let descriptor: CInt

    init(_ path: String) throws(ResultsError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw .unreadable(file: path, errno: errno) }
    }

    deinit { close(descriptor) }

    /// At most so many bytes from `offset` on; none at the end of the file.
    func piece(of count: Int, at offset: Int) throws(ResultsError) -> [UInt8] {
        var failure: CInt = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            var result: Int
            repeat {
                result = pread(descriptor, buffer.baseAddress, count, off_t(offset))
            } while result < 0 && errno == EINTR
            if result < 0 { failure = errno }
            filled = max(result, 0)
        }
        if failure != 0 { throw .unreadable(file: path, errno: failure) }
        return bytes
    }

    /// So many bytes from `offset` on, fewer only where the file ends before.
    func bytes(_ count: Int, at offset: Int) throws(ResultsError) -> [UInt8] {
        var bytes = try piece(of: count, at: offset)
        while bytes.count < count {
            let more = try piece(of: count - bytes.count, at: offset + bytes.count)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// All bytes from the beginning.
    func everything() throws(ResultsError) -> [UInt8] {
        var bytes: [UInt8] = []
        while case let more = try piece(of: LineReader.chunk, at: bytes.count), !more.isEmpty { bytes += more }
        return bytes
    }
}

/// Goes through the lines of a file with one line in memory.
struct LineReader {
    /// A line without its line feed.
    struct Line {
        var bytes: [UInt8]
        /// How many bytes stand before it.
        var offset: Int
        /// From 1.
        var number: Int
        /// Whether a line feed ends it.
        var isEnded: Bool
    }

    static let chunk = 1 << 16
    /// No line that is written comes near it.
    static let limit = 64 << 20

    private let file: OpenFile
    private var buffer: [UInt8] = []
    private var start = 0
    private var offset = 0
    private var number = 0

    init(_ file: OpenFile) {
        self.file = file
    }

    /// The next line; nil at the end of the file, before which a last line may have no line feed.
    mutating func next() throws(ResultsError) -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return take(to: end, isEnded: true) }
            searched = buffer.count - start
            if searched > Self.limit {
                throw .badResults(file: file.path, line: number + 1, .tooLong(limit: Self.limit))
            }
            buffer.removeFirst(start)
            start = 0
            let more = try file.piece(of: Self.chunk, at: offset + buffer.count)
            if more.isEmpty { return buffer.isEmpty ? nil : take(to: buffer.count, isEnded: false) }
            buffer += more
        }
    }

    private mutating func take(to end: Int, isEnded: Bool) -> Line {
        number += 1
        let line = Line(bytes: Array(buffer[start..<end]), offset: offset, number: number, isEnded: isEnded)
        offset += line.bytes.count + (isEnded ? 1 : 0)
        start = min(end + 1, buffer.count)
        return line
    }
}
