// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// Work in a library that cannot be interrupted, done so that the program can still be stopped.
///
/// Long work gets a thread of its own, for which the caller waits until it is done or the program has to end. Then the
/// thread is left to itself: it works on, and nobody hears of it.
struct StoppableWork: Sendable {
    /// The shortest work that is worth a thread, by its declared cost: a learner feels no less than this.
    private static let threshold: UInt64 = 20_000_000
    /// How often a waiting caller looks up, in nanoseconds.
    private static let patience: UInt64 = 5_000_000

    /// Tells whether the program has to end.
    let isStopped: @Sendable () -> Bool

    /// Does the work; nil when the program has to end before it is done.
    func run<Output: Sendable>(_ cost: OperationCost, _ work: @escaping @Sendable () -> Output) -> Output? {
        guard cost.nanoseconds >= Self.threshold else { return work() }
        let result = PoolResult<Output>()
        guard let thread = try? SystemThread({ result.put(work()) }) else { return work() }
        while !thread.join(within: Self.patience) {
            if isStopped() {
                thread.detach()
                return nil
            }
        }
        return result.take()
    }
}

extension Runtime {
    /// Runs work on the pool; `body` gets nil when the program has to end before it is done.
    ///
    /// Where the loop's own thread does the pool's work, in virtual time, it can then still be stopped.
    func performOnPool<Output: Sendable>(
        _ cost: OperationCost, _ work: @escaping @Sendable () -> Output, then body: @escaping (Output?) -> Outcome
    ) {
        let isVirtual = clock.kind == .virtual
        runOnPool(cost) { [stoppableWork] in
            isVirtual ? stoppableWork.run(cost, work) : work()
        } then: { output in
            body(output ?? nil)
        }
    }

    /// What long native work asks and is done by.
    var stoppableWork: StoppableWork {
        StoppableWork { [watchdog] in watchdog?.reason != nil }
    }

    /// Does work on the loop's own thread and charges its cost; ends the running script when the program has to end.
    func perform<Output: Sendable>(
        _ cost: OperationCost, _ work: @escaping @Sendable () -> Output
    ) throws(ThrownError) -> Output {
        guard let output = stoppableWork.run(cost, work) else {
            noteStop()
            throw .terminate
        }
        charge(cost)
        return output
    }
}
