// SPDX-License-Identifier: MIT
internal import Scheduling

extension Runtime {
    /// Runs work on a thread of the pool, then `body` as a task of the poll phase.
    ///
    /// In virtual time the work takes `cost` on one of the pool's lanes. `body` gets nil when the job was cancelled
    /// before it began. The job keeps the loop alive. `api` is what a record calls it.
    @discardableResult
    func runOnPool<Output: Sendable>(
        _ api: String, _ cost: OperationCost, _ work: @escaping @Sendable () -> Output,
        then body: @escaping (Output?) -> Outcome
    ) -> PoolJobID {
        if loop.pool == nil { loop.pool = program.workPool() }
        let result = PoolResult<Output>()
        noteOrigin(api)
        let completion = closures.add { body(result.take()) }
        return loop.submit({ result.put(work()) }, cost: cost.nanoseconds, completion: completion)
    }

    /// Keeps a job from being begun; false if it has begun.
    ///
    /// It then answers with nil.
    func cancelPoolJob(_ id: PoolJobID) -> Bool {
        loop.cancelPoolJob(id)
    }

    /// Lets an operation on the loop's own thread take its time: in virtual time, where it would take none.
    func charge(_ cost: OperationCost) {
        guard clock.kind == .virtual else { return }
        clock.charge(nanoseconds: cost.nanoseconds)
        noteEffort("", nanoseconds: cost.nanoseconds)
    }
}

/// A result on its way from the pool.
final class PoolResult<Output: Sendable>: Sendable {
    private let output = Guarded<Output?>(nil)

    func put(_ value: Output) {
        output.withLock { $0 = value }
    }

    func take() -> Output? {
        output.withLock { $0.take() }
    }
}
