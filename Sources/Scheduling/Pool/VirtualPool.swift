// SPDX-License-Identifier: MIT
/// The thread pool in virtual time: lanes that are busy for declared durations.
///
/// Jobs take the lane that is free first, in the order in which they were submitted. A job is done on its loop's thread
/// when its time is over. Several loops of one program share the lanes; each is known by a number. May be used from any
/// thread, but one loop at a time runs in virtual time, so what happens here happens in one order.
public final class VirtualPool: Sendable {
    private struct Job: Sendable {
        let owner: Int
        let submitted: UInt64
        let cost: UInt64
        var lane = 0
        var start: UInt64 = 0
        var end: UInt64 = 0
    }

    /// When a job ends; among equal ends the one that was submitted first comes first.
    private struct End: Comparable, Sendable {
        let time: UInt64
        let id: UInt64

        static func < (first: End, second: End) -> Bool {
            (first.time, first.id) < (second.time, second.id)
        }
    }

    private struct State: Sendable {
        /// By their numbers, which grow in the order in which they were submitted.
        var jobs: [UInt64: Job] = [:]
        /// The ends of each loop's jobs.
        var ends: [Int: BinaryHeap<End>] = [:]
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

        mutating func add(_ job: Job, _ id: UInt64) {
            jobs[id] = job
            ends[job.owner, default: BinaryHeap()].insert(End(time: job.end, id: id))
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
            var job = Job(owner: owner, submitted: now, cost: cost)
            state.place(&job)
            state.add(job, state.lastID)
            return state.lastID
        }
    }

    /// Takes out a job that has not begun by `now`; nil if it has begun.
    ///
    /// Those behind it then begin earlier, each on the lane that is free first. Gives back their owners, each with
    /// the time at which the first of its moved jobs ends.
    func cancel(_ id: UInt64, now: UInt64) -> [Int: UInt64]? {
        state.withLock { state -> [Int: UInt64]? in
            guard let job = state.jobs[id], job.start > now else { return nil }
            state.jobs[id] = nil
            return Self.placeAgain(&state, now: now)
        }
    }

    /// When the next job of a loop ends, in nanoseconds.
    func nextEnd(of owner: Int) -> UInt64? {
        state.withLock { state in
            state.ends[owner]?.first?.time
        }
    }

    /// Takes out the jobs of a loop that have ended by `now`, by the time of their end and then as submitted.
    func takeEnded(of owner: Int, by now: UInt64) -> [(id: UInt64, start: UInt64, end: UInt64)] {
        state.withLock { state in
            var ended: [(id: UInt64, start: UInt64, end: UInt64)] = []
            while let next = state.ends[owner]?.first, next.time <= now {
                _ = state.ends[owner]?.popFirst()
                if let job = state.jobs.removeValue(forKey: next.id) { ended.append((next.id, job.start, job.end)) }
            }
            return ended
        }
    }

    /// Drops the jobs of a loop that ends.
    func removeAll(of owner: Int) {
        state.withLock { state in
            state.jobs = state.jobs.filter { $0.value.owner != owner }
            state.ends[owner] = nil
        }
    }

    private static func placeAgain(_ state: inout State, now: UInt64) -> [Int: UInt64] {
        for lane in state.freeAt.indices {
            // What has begun stays where it is; what ended is no longer known and is over by now.
            let begun = state.jobs.values.filter { $0.lane == lane && $0.start <= now }.map(\.end).max()
            state.freeAt[lane] = begun ?? min(state.freeAt[lane], now)
        }
        var moved: [Int: UInt64] = [:]
        let jobs = state.jobs.sorted { $0.key < $1.key }
        state.jobs = [:]
        state.ends = [:]
        for (id, job) in jobs {
            var job = job
            if job.start > now {
                state.place(&job)
                moved[job.owner] = min(moved[job.owner] ?? .max, job.end)
            }
            state.add(job, id)
        }
        return moved
    }
}
