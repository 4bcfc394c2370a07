// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc

/// A thread of the operating system that runs one closure.
///
/// It inherits the signal mask of the thread that starts it. Each one must be joined or detached once, by whoever holds
/// this.
public struct SystemThread: Sendable {
    private let identity: pthread_t

    /// What a new thread takes with it.
    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    /// Starts a thread whose stack has that many bytes, by default as many as the system gives.
    ///
    /// Throws ``SchedulingError/noThread(errno:)`` when the system has none left.
    public init(stackBytes: Int? = nil, _ run: @escaping @Sendable () -> Void) throws(SchedulingError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        if let stackBytes { pthread_attr_setstacksize(&attributes, stackBytes) }
        var identity = pthread_t()
        let body = Unmanaged.passRetained(Body(run))
        let failure = pthread_create(
            &identity, &attributes,
            { raw in
                if let raw { Unmanaged<Body>.fromOpaque(raw).takeRetainedValue().run() }
                return nil
            }, body.toOpaque())
        if failure != 0 {
            body.release()
            throw .noThread(errno: failure)
        }
        self.identity = identity
    }

    /// Waits until the closure has returned.
    public func join() {
        pthread_join(identity, nil)
    }

    /// Waits so many nanoseconds for the closure to return; false if it has not.
    ///
    /// After true the thread counts as joined.
    public func join(within nanoseconds: UInt64) -> Bool {
        var deadline = timespec()
        clock_gettime(CLOCK_REALTIME, &deadline)
        let total = UInt64(deadline.tv_nsec) + nanoseconds
        deadline.tv_sec += Int(total / 1_000_000_000)
        deadline.tv_nsec = Int(total % 1_000_000_000)
        return pthread_timedjoin_np(identity, nil, &deadline) == 0
    }

    /// Leaves the thread to itself, in place of joining it.
    public func detach() {
        pthread_detach(identity)
    }

    /// Sends a signal to the thread, which must not have been joined.
    public func signal(_ number: Int32) {
        pthread_kill(identity, number)
    }
}
