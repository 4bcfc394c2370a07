// SPDX-License-Identifier: MIT
internal import Synchronization

/// State that several threads share, behind a lock.
///
/// May be used from any thread. The lock is not recursive: a body must not come back here.
public struct Guarded<State: Sendable>: ~Copyable, Sendable {
    private let state: Mutex<State>
    /// Passed on from holder to holder of the lock, for the thread sanitizer's sake.
    ///
    /// It does not see into the library's slow path and would take each contended access for a race. On the machine
    /// this is a plain load and a plain store.
    private let handOver = Atomic(0)

    /// Puts state behind a lock.
    public init(_ state: State) {
        self.state = Mutex(state)
    }

    /// Runs a body that may look at the state and change it; nobody else does meanwhile.
    public func withLock<Result>(_ body: (inout State) -> Result) -> Result {
        state.withLock { state in
            _ = handOver.load(ordering: .acquiring)
            defer { handOver.store(0, ordering: .releasing) }
            return body(&state)
        }
    }
}
