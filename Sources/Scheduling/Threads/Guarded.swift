// SPDX-License-Identifier: MIT
internal import Glibc

/// State that several threads share, behind a lock.
///
/// May be used from any thread. The lock is not recursive: a body must not come back here. It is one of POSIX rather
/// than the library's `Mutex`, which remembers the number of its thread: in a copy of a process that is another one,
/// and the kernel then refuses to pass the lock on.
public struct Guarded<State: Sendable>: ~Copyable, @unchecked Sendable {
    // Proof that it may be shared: `state` is private, and touched in `withLock` only, between locking and unlocking
    // one and the same mutex, which also orders what one thread writes before what the next one reads. What leaves is a
    // result that a body made, and `State` is Sendable. The memory is given back in `deinit`, when nobody has a
    // reference any more.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let state: UnsafeMutablePointer<State>

    /// Puts state behind a lock.
    public init(_ state: State) {
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        self.state = .allocate(capacity: 1)
        self.state.initialize(to: state)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Runs a body that may look at the state and change it; nobody else does meanwhile.
    public func withLock<Result>(_ body: (inout State) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&state.pointee)
    }
}
