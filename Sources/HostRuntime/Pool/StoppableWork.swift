// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine

/// Work in a library that cannot be interrupted, done so that the program can still be stopped.
///
/// Long work gets a thread of its own, for which the caller waits until it is done or the program has to end. Then the
/// thread is left to itself: it works on, and nobody hears of it.
enum StoppableWork {
    /// The shortest work that is worth a thread, by its declared cost: a learner feels no less than this.
    private static let threshold: UInt64 = 20_000_000
    /// How often a waiting caller looks up, in nanoseconds.
    private static let patience: UInt64 = 5_000_000

    /// Does the work; nil when the program has to end before it is done.
    static func run<Output: Sendable>(
        _ cost: OperationCost, isStopped: () -> Bool, _ work: @escaping @Sendable () -> Output
    ) -> Output? {
        guard cost.nanoseconds >= threshold else { return work() }
        let result = PoolResult<Output>()
        guard let thread = try? SystemThread({ result.put(work()) }) else { return work() }
        while !thread.join(within: patience) {
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
        _ api: String, _ cost: OperationCost, _ work: @escaping @Sendable () -> Output,
        then body: @escaping (Output?) -> Outcome
    ) {
        let isVirtual = clock.kind == .virtual
        runOnPool(api, cost) { [watchdog] in
            guard isVirtual else { return work() }
            // The job is not to blame for memory, which a collection may win back before the next callback.
            return StoppableWork.run(cost, isStopped: { ![nil, .memory].contains(watchdog?.reason) }, work)
        } then: { output in
            body(output ?? nil)
        }
    }

    /// Does work on the loop's own thread and charges its cost; ends the running script when the program has to end.
    func perform<Output: Sendable>(
        _ cost: OperationCost, _ work: @escaping @Sendable () -> Output
    ) throws(ThrownError) -> Output {
        guard let output = StoppableWork.run(cost, isStopped: { hasToEnd }, work) else { throw stopped() }
        charge(cost)
        return output
    }

    /// Whether the program has to end, now that the loop's thread looks up from long work.
    var hasToEnd: Bool { !host.shouldContinue() }

    /// What native code throws when it has found that the program has to end.
    func stopped() -> ThrownError {
        noteStop()
        return .terminate
    }
}
