// SPDX-License-Identifier: MIT
internal import Glibc

/// Bytes on their way between JavaScript and a thread of the pool.
///
/// A Swift array ends the process where there is no memory for it; this one is refused, which becomes an error of the
/// program. Its memory may be used by one thread at a time: by the loop's before a job begins and after it has ended,
/// and by the job's in between.
final class ByteBlock: Sendable {
    /// Where the bytes are, as a number, because a pointer does not cross threads.
    private let address: UInt
    /// How many bytes there are.
    let count: Int

    /// Takes zeroed memory; nil when there is none.
    init?(count: Int) {
        guard count >= 0, let memory = calloc(max(count, 1), 1) else { return nil }
        address = UInt(bitPattern: memory)
        self.count = count
    }

    /// Takes memory for a copy; nil when there is none.
    convenience init?(copying bytes: UnsafeRawBufferPointer) {
        self.init(count: bytes.count)
        withBytes { $0.copyMemory(from: bytes) }
    }

    /// Takes over memory from `malloc`, of which the first `count` bytes are meant.
    init(adopting memory: UnsafeMutableRawPointer, count: Int) {
        address = UInt(bitPattern: memory)
        self.count = count
    }

    deinit {
        free(UnsafeMutableRawPointer(bitPattern: address))
    }

    /// Lends the bytes.
    func withBytes<Result>(_ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
        body(UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(bitPattern: address), count: count))
    }
}
