// SPDX-License-Identifier: MIT
/// The thread pool in virtual time: lanes that are busy for declared durations.
///
/// Jobs take the lane that is free first, in the order in which they were submitted. A job is done on its loop's thread
/// when its time is over. Several loops of one program share the lanes; each is known by a number. May be used from any
/// thread, but one loop at a time runs in virtual time, so what happens here happens in one order.
public final class VirtualPool: Sendable {
    private struct Job: Sendable {
        let id: UInt64
        let owner: Int
        let submitted: UInt64
        let cost: UInt64
        var lane = 0
        var start: UInt64 = 0
        var end: UInt64 = 0
    }

    private struct State: Sendable {
        /// In the order in which they were submitted.
        var jobs: [Job] = []
        /// When each lane is free, after all that it was given.
        var freeAt: [UInt64]
        var lastID: UInt64 = 0

        mutating func place(_ job: inout Job) {
            var lane = 0
            for candidate in freeAt.indices where freeAt[candidate] < freeAt[lane] { lane = candidate }
            job.lane = lane
            job.start = max(job.submitted, freeAt[lane])
            let (end, isTooLate) = job.start.addingReportingOverflow(job.cost)
            job.end = isTooLate ? .max : end
            freeAt[lane] = job.end
        }
    }

    private let state: Guarded<State>

    /// Makes a pool with so many lanes; see ``PoolSize``.
    public init(size: Int = PoolSize.standard) {
        state = Guarded(State(freeAt: Array(repeating: 0, count: size)))
    }

    /// Gives a job of that many nanoseconds to the lane that is free first.
    func submit(owner: Int, now: UInt64, cost: UInt64) -> UInt64 {
        state.withLock { state in
            state.lastID += 1
            var job = Job(id: state.lastID, owner: owner, submitted: now, cost: cost)
            state.place(&job)
            state.jobs.append(job)
            return job.id
        }
    }

    /// Takes out a job that has not begun by `now`; nil if it has begun.
    ///
    /// Those behind it then begin earlier, each on the lane that is free first. Gives back their owners, each with
    /// the time at which the first of its moved jobs ends.
    func cancel(_ id: UInt64, now: UInt64) -> [Int: UInt64]? {
        state.withLock { state -> [Int: UInt64]? in
            guard let index = state.jobs.firstIndex(where: { $0.id == id }), state.jobs[index].start > now
            else { return nil }
            state.jobs.remove(at: index)
            return Self.placeAgain(&state, now: now)
        }
    }

    /// When the next job of a loop ends, in nanoseconds.
    func nextEnd(of owner: Int) -> UInt64? {
        state.withLock { state in
            state.jobs.lazy.filter { $0.owner == owner }.map(\.end).min()
        }
    }

    /// Takes out the jobs of a loop that have ended by `now`, by the time of their end and then as submitted.
    func takeEnded(of owner: Int, by now: UInt64) -> [(id: UInt64, start: UInt64, end: UInt64)] {
        state.withLock { state in
            let ended = state.jobs.filter { $0.owner == owner && $0.end <= now }
            if ended.isEmpty { return [] }
            state.jobs.removeAll { $0.owner == owner && $0.end <= now }
            return ended.sorted { ($0.end, $0.id) < ($1.end, $1.id) }.map { ($0.id, $0.start, $0.end) }
        }
    }

    /// Drops the jobs of a loop that ends.
    func removeAll(of owner: Int) {
        state.withLock { state in
            state.jobs.removeAll { $0.owner == owner }
        }
    }

    private static func placeAgain(_ state: inout State, now: UInt64) -> [Int: UInt64] {
        for lane in state.freeAt.indices {
            // What has begun stays where it is; what ended is no longer known and is over by now.
            let begun = state.jobs.filter { $0.lane == lane && $0.start <= now }.map(\.end).max()
            state.freeAt[lane] = begun ?? min(state.freeAt[lane], now)
        }
        var moved: [Int: UInt64] = [:]
        for index in state.jobs.indices where state.jobs[index].start > now {
            var job = state.jobs[index]
            state.place(&job)
            state.jobs[index] = job
            moved[job.owner] = min(moved[job.owner] ?? .max, job.end)
        }
        return moved
    }
}
