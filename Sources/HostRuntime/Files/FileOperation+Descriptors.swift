// SPDX-License-Identifier: MIT
internal import Glibc

// Reading and writing open files.
extension FileOperation {
    /// Reads at a position, or where the file stands.
    static func read(
        _ descriptor: Int32, _ count: Int, _ position: Int64?, _ descriptors: OpenDescriptors
    ) -> FileAnswer {
        guard waitForInput(descriptor, descriptors) else { return .failure(errno: ECANCELED) }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let (got, error) = repeated {
                position.map { pread(descriptor, buffer.baseAddress, count, off_t($0)) }
                    ?? Glibc.read(descriptor, buffer.baseAddress, count)
            }
            failure = error
            filled = max(0, got)
        }
        return failure == 0 ? .bytes(bytes) : .failure(errno: failure)
    }

    /// Writes at a position, or where the file stands.
    ///
    /// One call may write less than all; who asked goes on from there, as Node's callers do.
    static func write(_ descriptor: Int32, _ bytes: [UInt8], _ position: Int64?) -> FileAnswer {
        let (count, failure) = repeated {
            position.map { pwrite(descriptor, bytes, bytes.count, off_t($0)) }
                ?? Glibc.write(descriptor, bytes, bytes.count)
        }
        return failure == 0 ? .number(count) : .failure(errno: failure)
    }

    // A terminal or a pipe may keep silent for ever, and the program must be stoppable all the same. What has no
    // input to wait for is ready at once.
    private static func waitForInput(_ descriptor: Int32, _ descriptors: OpenDescriptors) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            let count = poll(&request, 1, 50)
            if count > 0 || count < 0 && errno != EINTR { return true }
            if descriptors.isStopped { return false }
        }
    }
}
