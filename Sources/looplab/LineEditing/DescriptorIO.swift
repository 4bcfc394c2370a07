// SPDX-License-Identifier: MIT
import Glibc

/// Reading and writing of whole buffers on plain file descriptors.
enum DescriptorIO {
    /// What one attempt to read gave.
    enum ReadOutcome: Equatable {
        /// Some bytes, at least one.
        case bytes([UInt8])
        /// The end of the input.
        case end
        /// Nothing at present; the descriptor does not block.
        case wouldBlock
        /// A failure with its `errno`.
        case failure(Int32)
    }

    /// Reads what is there, waiting only when the descriptor blocks.
    ///
    /// - Parameters:
    ///   - descriptor: an open descriptor.
    ///   - limit: how many bytes are asked for.
    /// - Returns: what came of it; an interruption by a signal counts as "nothing at present".
    static func read(_ descriptor: Int32, limit: Int) -> ReadOutcome {
        var failure: Int32 = 0
        var isEnd = false
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            let result = Glibc.read(descriptor, buffer.baseAddress, limit)
            failure = result < 0 ? errno : 0
            isEnd = result == 0
            count = max(0, result)
        }
        if isEnd { return .end }
        if failure == EAGAIN || failure == EWOULDBLOCK || failure == EINTR { return .wouldBlock }
        return failure == 0 ? .bytes(bytes) : .failure(failure)
    }

    /// Writes everything, waiting where the descriptor does not block by itself.
    ///
    /// - Parameters:
    ///   - bytes: what to write.
    ///   - descriptor: an open descriptor.
    /// - Returns: 0, or the `errno` of the failure.
    @discardableResult
    static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Int32 {
        let contiguous = ContiguousArray(bytes)
        return contiguous.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN || errno == EWOULDBLOCK {
                    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&request, 1, -1)
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
    }
}
