// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine
internal import Synchronization

/// What all threads of one program share: the pool, the order of virtual time, the numbers of threads.
///
/// May be used from any thread.
final class SharedProgram: Sendable {
    /// Set where time is virtual.
    let timeline: VirtualTimeline?
    private let pool = Guarded<WorkPool?>(nil)
    private let poolSize: Guarded<Int>
    /// Who waits for notifications in shared memory.
    let waiters = WaiterLists()
    private let lastThread = Atomic(0)
    private let main = Guarded<ContextReference?>(nil)

    init(clock: ClockKind, poolSize: String?) {
        timeline = clock == .virtual ? VirtualTimeline() : nil
        self.poolSize = Guarded(PoolSize.fromEnvironment(poolSize))
    }

    /// Sets how many threads the pool has, which counts until its first job, as in Node.
    func setPoolSize(_ text: String?) {
        let size = PoolSize.fromEnvironment(text)
        poolSize.withLock { $0 = size }
    }

    /// The pool, which comes to be with the first question for it.
    func workPool() -> WorkPool {
        let size = poolSize.withLock { $0 }
        let isVirtual = timeline != nil
        return pool.withLock { pool in
            let found = pool ?? (isVirtual ? .lanes(VirtualPool(size: size)) : .threads(ThreadPool(size: size)))
            pool = found
            return found
        }
    }

    /// A number for a new thread, from 1.
    func takeThreadNumber() -> Int {
        lastThread.wrappingAdd(1, ordering: .relaxed).newValue
    }

    /// Notes the engine context of the main thread, which outlives all others.
    func setMainContext(_ context: ContextReference) {
        main.withLock { $0 = context }
    }

    /// The engine context of the main thread.
    var mainContext: ContextReference? {
        main.withLock { $0 }
    }

    /// Ends the pool's threads; to be called by the main thread when no other is left.
    func shutDown() {
        let last = pool.withLock { pool -> WorkPool? in
            defer { pool = nil }
            return pool
        }
        if case .threads(let threads) = last { threads.shutDown() }
    }
}
