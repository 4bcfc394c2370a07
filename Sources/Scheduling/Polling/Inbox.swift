// SPDX-License-Identifier: MIT
import CLinux
import Glibc
import Synchronization

/// The one door through which other threads reach a loop.
///
/// Jobs posted here run on the loop's thread in its poll phase, in the order of their arrival. The inbox also counts
/// the pending work for which the loop has to wait, and carries the request to stop. Everything public here may be
/// called from any thread; ``requestStop()`` may be called from a signal handler too.
public final class Inbox: Sendable {
    /// Work for the loop's thread; the argument is the loop.
    public typealias Job = @Sendable (EventLoop) -> Void

    private struct State {
        var jobs: [Job] = []
        var isClosed = false
    }

    private let state = Guarded(State())
    /// Set while something waits here: the loop looks at this before it blocks.
    ///
    /// Whoever sets it makes the descriptor readable next. So a wait that begins while this is not set is ended by
    /// whatever comes, but the descriptor alone says little: see ``discardLateWakeUp()``.
    private let isSignalled = Atomic(false)
    private let stopFlag = Atomic(false)
    private let pending = Atomic(0)

    /// An eventfd whose becoming readable ends the loop's wait.
    let descriptor: Int32

    /// Where the loop waits for its turn in virtual time, which a request to stop ends too.
    private let place: TimelinePlace?

    init(place: TimelinePlace? = nil) throws(SchedulingError) {
        self.place = place
        let made = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
        if made < 0 { throw .wakeUpUnavailable(errno: errno) }
        descriptor = made
    }

    deinit {
        Glibc.close(descriptor)
    }

    /// Puts a descriptor of this process's own in place of the one that a copied process has in common with the other.
    func separate() throws(SchedulingError) {
        try replaceEventDescriptor(descriptor, flags: Int32(EFD_NONBLOCK))
    }

    // MARK: - Any thread

    /// Puts a job at the end of the queue; false if the loop is gone, in which case the job never runs.
    @discardableResult
    public func post(_ job: @escaping Job) -> Bool {
        let isAccepted = state.withLock { state in
            if !state.isClosed { state.jobs.append(job) }
            return !state.isClosed
        }
        if isAccepted { wake() }
        return isAccepted
    }

    /// Puts a job at the end of the queue; false if the loop is gone, in which case the job never runs.
    @discardableResult
    public func post(_ job: @escaping @Sendable () -> Void) -> Bool {
        post { _ in job() }
    }

    /// How many pieces of work under way keep the loop alive.
    public var pendingWork: Int { pending.load(ordering: .acquiring) }

    /// Notes that a piece of work began for which the loop has to wait.
    public func retainPendingWork() {
        pending.wrappingAdd(1, ordering: .acquiringAndReleasing)
    }

    /// Notes that such a piece of work ended; best called by the job that brings its result.
    public func releasePendingWork() {
        let result = pending.wrappingSubtract(1, ordering: .acquiringAndReleasing)
        precondition(result.newValue >= 0, "pending work released more often than retained")
        if result.newValue == 0 { wake() }
    }

    /// Asks the loop to leave after the callback that is running.
    ///
    /// Async-signal-safe: an atomic store and a `write`, and `errno` is left as it was. It does not stop a callback in
    /// the middle; that is the business of who runs it.
    public func requestStop() {
        stopFlag.store(true, ordering: .releasing)
        wake()
        place?.wake()
    }

    /// Tells whether a stop was requested and not yet answered.
    @inline(__always)
    public var isStopRequested: Bool { stopFlag.load(ordering: .relaxed) }

    /// Ends the loop's wait.
    func wake() {
        if isSignalled.exchange(true, ordering: .acquiringAndReleasing) { return }
        let saved = errno
        var one: UInt64 = 1
        // A full counter, which would refuse this, is readable as well.
        _ = Glibc.write(descriptor, &one, 8)
        errno = saved
    }

    // MARK: - The loop's thread

    /// Tells whether something may wait here; no system call.
    @inline(__always)
    var mayHaveNews: Bool { isSignalled.load(ordering: .acquiring) }

    /// Tells whether a job waits here; no system call.
    var hasJobs: Bool { mayHaveNews && state.withLock { !$0.jobs.isEmpty } }

    /// Forgets that there was news; call it before the news is taken.
    func acknowledge() {
        isSignalled.store(false, ordering: .releasing)
        reset()
    }

    /// Makes the descriptor unreadable again if it is so without reason.
    ///
    /// A thread that was held up between setting the flag and writing writes after its news was taken. Left alone, that
    /// would end every wait from then on.
    func discardLateWakeUp() {
        if !mayHaveNews { reset() }
    }

    private func reset() {
        var counter: UInt64 = 0
        _ = Glibc.read(descriptor, &counter, 8)
    }

    /// Takes all jobs that arrived so far.
    func takeJobs() -> [Job] {
        state.withLock { state in
            defer { state.jobs = [] }
            return state.jobs
        }
    }

    /// Puts jobs that did not run back in front of those which arrived meanwhile.
    func putBack(_ jobs: ArraySlice<Job>) {
        guard !jobs.isEmpty else { return }
        state.withLock { $0.jobs.insert(contentsOf: jobs, at: 0) }
        wake()
    }

    /// Takes back the request to stop.
    func clearStopRequest() {
        stopFlag.store(false, ordering: .relaxed)
    }

    /// Refuses all further jobs and drops those which wait.
    func close() {
        let dropped = state.withLock { state in
            defer { state.jobs = [] }
            state.isClosed = true
            return state.jobs
        }
        // What a job holds may be freed by anything, even a post to this inbox; so not under the lock.
        withExtendedLifetime(dropped) {}
    }

    /// Blocks until there is news or the time is over; −1 waits without end.
    func wait(milliseconds: Int32) {
        if mayHaveNews { return }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if Glibc.poll(&request, 1, milliseconds) > 0 { discardLateWakeUp() }
    }
}
