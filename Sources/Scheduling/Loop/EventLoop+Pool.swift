// SPDX-License-Identifier: MIT
/// The pool that does a loop's blocking work.
public enum WorkPool: Sendable {
    /// Threads that work in real time.
    case threads(ThreadPool)
    /// Lanes that take declared durations of virtual time.
    case lanes(VirtualPool)
}

/// The name of a job that was given to the pool.
public struct PoolJobID: Hashable, Sendable {
    let rawValue: UInt64
}

/// A job that the pool has or had, and whom to tell.
struct PoolJob {
    let callback: Callback
    /// What the pool calls it.
    let ticket: UInt64
    /// The work itself, where the loop's own thread does it.
    let work: (@Sendable () -> Void)?
}

// Work off the loop's thread. Every job answers with one poll callback, also when it is cancelled.
extension EventLoop {
    /// Gives a job to the pool; the callback behind the handle runs in a poll phase after it is done.
    ///
    /// `cost` is what the job takes of virtual time, in nanoseconds; in real time it takes what it takes. The job keeps
    /// the loop alive. Under the virtual clock the work is done by the loop's own thread, when its time is over.
    public func submit(
        _ work: @escaping @Sendable () -> Void, cost: UInt64, completion handle: UInt32
    ) -> PoolJobID {
        assertConfined()
        let callback = Callback(kind: .poll, handle: handle, id: takeID())
        if isObserved { report(.workBegan(callback, cause: runningID)) }
        let id = PoolJobID(rawValue: callback.id)
        switch pool {
        case .lanes(let lanes):
            let cost = chosenDuration(cost)
            // At least what a turn costs, or a chain of jobs that cost nothing would hold time up for ever.
            let ticket = lanes.submit(
                owner: threadNumber, now: clock.now(), cost: max(cost, VirtualClock.turnCost))
            poolJobs[id] = PoolJob(callback: callback, ticket: ticket, work: work)
            laneJobs[ticket] = id
        case .threads(let threads):
            inbox.retainPendingWork()
            let ticket = threads.submit { [inbox] in
                let start = SystemClock.monotonicNow()
                work()
                inbox.post { $0.finishPoolJob(id, start: start, end: SystemClock.monotonicNow()) }
            }
            poolJobs[id] = PoolJob(callback: callback, ticket: ticket, work: nil)
        case nil:
            preconditionFailure("a loop without a pool was given a job")
        }
        return id
    }

    /// Keeps a job from being begun; false if it has begun or ended.
    ///
    /// A cancelled job answers in the next poll phase.
    public func cancelPoolJob(_ id: PoolJobID) -> Bool {
        assertConfined()
        guard let job = poolJobs[id] else { return false }
        switch pool {
        case .lanes(let lanes):
            guard let moved = lanes.cancel(job.ticket, now: clock.now()) else { return false }
            laneJobs[job.ticket] = nil
            for (owner, end) in moved { place?.noteWork(of: owner, at: end) }
        case .threads(let threads):
            guard threads.cancel(job.ticket) else { return false }
            inbox.releasePendingWork()
        case nil: return false
        }
        poolJobs[id] = nil
        enqueueReady(job.callback)
        return true
    }

    /// Takes a job's end from a thread of the pool, which worked between two readings of the monotonic clock.
    private func finishPoolJob(_ id: PoolJobID, start: UInt64, end: UInt64) {
        inbox.releasePendingWork()
        guard let job = poolJobs.removeValue(forKey: id) else { return }
        if isObserved {
            let now = (loop: clock.now(), machine: SystemClock.monotonicNow())
            let instant = { (time: UInt64) in now.loop - min(now.loop, now.machine - time) }
            report(.workDone(job.callback, start: instant(start), end: instant(end)))
        }
        enqueueReady(job.callback)
    }

    /// When the next job of this loop ends on a virtual lane, in nanoseconds.
    var nextLaneEnd: UInt64? {
        guard !laneJobs.isEmpty, case .lanes(let lanes) = pool else { return nil }
        return lanes.nextEnd(of: threadNumber)
    }

    /// Does the work of the jobs whose virtual time is over and gives back their callbacks with the time of each.
    func takeEndedLaneJobs(by now: UInt64) -> [(callback: Callback, start: UInt64, end: UInt64)] {
        guard !laneJobs.isEmpty, case .lanes(let lanes) = pool else { return [] }
        return lanes.takeEnded(of: threadNumber, by: now).compactMap { ended in
            guard let id = laneJobs.removeValue(forKey: ended.id), let job = poolJobs.removeValue(forKey: id)
            else { return nil }
            job.work?()
            return (job.callback, ended.start, ended.end)
        }
    }

    /// Forgets all jobs and gives back their callbacks; what a thread has begun ends unheard.
    func abandonPoolJobs() -> [Callback] {
        defer {
            poolJobs = [:]
            laneJobs = [:]
        }
        switch pool {
        case .lanes(let lanes): lanes.removeAll(of: threadNumber)
        case .threads(let threads):
            for job in poolJobs.values where threads.cancel(job.ticket) { inbox.releasePendingWork() }
        case nil: break
        }
        return poolJobs.values.map(\.callback).sorted { $0.id < $1.id }
    }
}
