// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc

/// A counting semaphore that may be signalled and waited for from any thread.
public final class Semaphore: Sendable {
    /// An eventfd in semaphore mode: each read takes one from its count.
    private let descriptor: Int32

    /// Makes one whose count is 0.
    public init() throws(SchedulingError) {
        let made = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_SEMAPHORE))
        if made < 0 { throw .wakeUpUnavailable(errno: errno) }
        descriptor = made
    }

    deinit {
        Glibc.close(descriptor)
    }

    /// Puts a descriptor of this process's own in place of the one that a copied process has in common with the other.
    func separate() throws(SchedulingError) {
        try replaceEventDescriptor(descriptor, flags: Int32(EFD_SEMAPHORE))
    }

    /// Adds to the count, which lets so many waits go on; async-signal-safe, and `errno` stays as it is.
    public func signal(_ count: Int = 1) {
        let before = errno
        defer { errno = before }
        var value = UInt64(count)
        while Glibc.write(descriptor, &value, 8) < 0 && errno == EINTR {}
    }

    /// Blocks until the count is more than 0 and takes one from it.
    public func wait() {
        var value: UInt64 = 0
        while Glibc.read(descriptor, &value, 8) < 0 && errno == EINTR {}
    }
}
