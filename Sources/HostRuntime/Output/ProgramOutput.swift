// SPDX-License-Identifier: MIT
internal import Glibc

/// The two standard streams of a program.
public enum StandardStream: Int32, Sendable {
    /// File descriptor 1.
    case output = 1
    /// File descriptor 2.
    case error = 2
}

/// Where a program's output goes.
///
/// Confined to the loop's thread.
public protocol ProgramOutput: AnyObject {
    /// Takes bytes; returns the system's error, or 0.
    func write(_ bytes: UnsafeRawBufferPointer, to stream: StandardStream) -> Int32
    /// Hands on whatever is buffered; returns the system's error, or 0.
    func flush() -> Int32
}

/// Output to the process's own descriptors.
///
/// A terminal gets every write at once. Anything else gets larger pieces: when 64 KiB are full, before the other
/// stream is written, and whenever the loop is about to wait, so that both streams stay in order.
public final class DescriptorOutput: ProgramOutput {
    private static let capacity = 64 << 10

    private var buffer: [UInt8] = []
    private let isBuffered: Bool

    /// Makes an output to descriptors 1 and 2.
    public init() {
        isBuffered = isatty(StandardStream.output.rawValue) == 0
        if isBuffered { buffer.reserveCapacity(Self.capacity) }
    }

    /// Writes, or keeps standard output for later.
    public func write(_ bytes: UnsafeRawBufferPointer, to stream: StandardStream) -> Int32 {
        if stream == .output && isBuffered {
            buffer.append(contentsOf: bytes)
            return buffer.count < Self.capacity ? 0 : flush()
        }
        let failure = flush()
        return failure != 0 ? failure : Self.writeAll(bytes, to: stream.rawValue)
    }

    /// Writes what is kept.
    public func flush() -> Int32 {
        guard !buffer.isEmpty else { return 0 }
        let failure = buffer.withUnsafeBytes { Self.writeAll($0, to: StandardStream.output.rawValue) }
        buffer.removeAll(keepingCapacity: true)
        return failure
    }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var rest = bytes
        while let base = rest.baseAddress, !rest.isEmpty {
            let count = Glibc.write(descriptor, base, rest.count)
            if count >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if errno == EAGAIN {
                var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&request, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}

@available(*, unavailable)
extension DescriptorOutput: Sendable {}
