// SPDX-License-Identifier: MIT
internal import Glibc

extension EventLoop {
    /// How long the poll phase may block.
    private enum Wait {
        /// Not at all: something else is ready.
        case none
        /// Until an instant, in nanoseconds of the loop's clock.
        case until(UInt64)
        case forever
    }

    /// Waits if there is reason to, and runs what came in.
    func runPollPhase(_ entry: Entry, _ runner: any CallbackRunner) -> Flow {
        if waitForTurn(entry) == .leave { return .leave }
        let ready = waitForNews(plannedWait(entry))
        if isClockExhausted || isStuck { return .leave }
        collectDueCompletions()
        let hasNews = inbox.mayHaveNews
        let hasWakeUps = asyncDoor.earliestDue <= wakeUpTime
        if polls.isEmpty && ready.isEmpty && !hasNews && !hasWakeUps { return .proceed }
        enter(.poll)
        let lastListener = lastListener
        if runPolls(runner) == .leave { return .leave }
        if hasNews && runInbox(runner) == .leave { return .leave }
        if runAsyncHandles(upTo: lastListener) == .leave { return .leave }
        for readiness in ready {
            guard let handler = poller?.handler(of: readiness.id) else { continue }
            virtualClock?.beginTask()
            handler(readiness.events)
            if finishForeignWork(runner) == .leave { return .leave }
        }
        return .proceed
    }

    // MARK: - Waiting

    /// In virtual time, lets the other loops of the program do what they have to do before this one.
    private func waitForTurn(_ entry: Entry) -> Flow {
        guard let place, let virtualClock else { return .proceed }
        let next: UInt64 =
            switch plannedWait(entry) {
            case .none: virtualClock.now()
            case .until(let deadline): max(deadline, virtualClock.now())
            case .forever: .max
            }
        switch place.waitForTurn(next: next, isStopped: { inbox.isStopRequested }) {
        case .turn: return .proceed
        case .stopped: return .leave
        case .stuck:
            // What comes from outside the program, as a key does, may still set it going.
            if case .alone = entry { return .proceed }
            if inbox.pendingWork > 0 || inbox.mayHaveNews || (poller?.count ?? 0) > 0 { return .proceed }
            isStuck = true
            return .leave
        }
    }

    /// Nothing while something is ready, else until the next deadline, else without end; `uv__backend_timeout`.
    private func plannedWait(_ entry: Entry) -> Wait {
        if immediates.referencedCount > 0 || !closing.isEmpty || !polls.isEmpty || !ticks.isEmpty
            || !microtasks.isEmpty || inbox.mayHaveNews || inbox.isStopRequested || (page?.tasks.count ?? 0) > 0
            || asyncDoor.earliestDue <= wakeUpTime
        {
            return .none
        }
        var limit = UInt64.max
        if case .alone(let waitingAtMost) = entry {
            if waitingAtMost == 0 { return .none }
            if waitingAtMost < .max { limit = clock.now().addingSaturating(waitingAtMost) }
        } else if !isAlive {
            return .none
        }
        let deadline = min(nextDeadline ?? .max, limit)
        return deadline == .max ? .forever : .until(deadline)
    }

    /// When the next timer or scheduled completion is due, in nanoseconds; for a page, when its next task can run.
    var nextDeadline: UInt64? {
        let nodeTimer = timers.nextExpiry.map(nanoseconds(fromMilliseconds:))
        let timer = page.map { $0.nextDeadline(at: clock.now()) } ?? nodeTimer
        let next = min(timer ?? .max, completions.nextTime ?? .max, nextLaneEnd ?? .max, asyncDoor.earliestDue)
        return next == .max ? nil : next
    }

    /// Blocks as planned and gives back which descriptors are ready; no system call if there is nothing to ask about.
    private func waitForNews(_ wait: Wait) -> [Poller.Readiness] {
        if let virtualClock { return waitVirtually(wait, virtualClock) }
        switch wait {
        case .none:
            guard let poller, poller.count > 0 else { return [] }
            return poller.wait(milliseconds: 0)
        case .forever:
            return block(milliseconds: -1)
        case .until(let deadline):
            let now = clock.now()
            // Rounded up, or the loop would spin through the last millisecond.
            let milliseconds = deadline > now ? (deadline - now + 999_999) / 1_000_000 : 0
            return block(milliseconds: Int32(clamping: milliseconds))
        }
    }

    private func block(milliseconds: Int32) -> [Poller.Readiness] {
        if milliseconds != 0 { runner?.loopWillWait() }
        let start = clock.now()
        defer {
            let waited = clock.now() - start
            idleNanoseconds += waited
            expectsNewsSoon = waited < Self.shortWait && inbox.mayHaveNews
        }
        if isObserved { report(.phaseEntered(.poll)) }
        let limit = expectsNewsSoon && milliseconds != 0 && awaitNewsAwake(since: start) ? 0 : milliseconds
        if let poller { return limit == 0 && poller.count == 0 ? [] : poller.wait(milliseconds: limit) }
        if limit != 0 { inbox.wait(milliseconds: limit) }
        return []
    }

    /// A wait that another thread ended within that many nanoseconds.
    private static var shortWait: UInt64 { 100_000 }
    /// For how many nanoseconds a loop that got news soon stays awake for more.
    private static var patience: UInt64 { 30_000 }

    /// Waits a moment for news without sleeping: threads that answer each other do so sooner than a sleeping one wakes.
    ///
    /// The processor is offered to others meanwhile. Does nothing in virtual time.
    private func awaitNewsAwake(since start: UInt64) -> Bool {
        if virtualClock != nil { return false }
        repeat {
            if inbox.mayHaveNews { return true }
            sched_yield()
        } while clock.now() - start < Self.patience
        return inbox.mayHaveNews
    }

    /// Moves a virtual clock instead of waiting, except for what lies outside virtual time.
    ///
    /// Work on other threads takes no virtual time, so it is waited for before time moves. A descriptor that is ready
    /// is served; one that is not ready holds time up only if there is no deadline.
    private func waitVirtually(_ wait: Wait, _ virtualClock: VirtualClock) -> [Poller.Readiness] {
        let watches = poller?.count ?? 0
        if watches > 0, let ready = poller?.wait(milliseconds: 0), !ready.isEmpty {
            virtualClock.charge(nanoseconds: VirtualClock.turnCost)
            return ready
        }
        var ready: [Poller.Readiness] = []
        if case .none = wait {
            // What waits in the first turn's poll phase is the program itself, when that is a module: it begins at 0.
            let isStart = turnNumber == 1 && !polls.isEmpty
            if !isStart { virtualClock.chargeTurn() }
        } else if inbox.pendingWork > 0 {
            ready = block(milliseconds: -1)
            virtualClock.charge(nanoseconds: VirtualClock.turnCost)
        } else if let deadline = nextDeadline {
            // One that callbacks have overrun is served for nothing: what was armed lies ahead of its time, so turns
            // like this come to an end. A loop that is never idle then keeps to its schedule exactly.
            if deadline > virtualClock.now() { jump(to: deadline) }
        } else {
            ready = blockInRealTime(wait, virtualClock)
            virtualClock.charge(nanoseconds: VirtualClock.turnCost)
        }
        return ready
    }

    private func blockInRealTime(_ wait: Wait, _ virtualClock: VirtualClock) -> [Poller.Readiness] {
        guard case .until(let deadline) = wait else { return block(milliseconds: -1) }
        return block(milliseconds: Int32(clamping: (deadline - virtualClock.now() + 999_999) / 1_000_000))
    }

    // MARK: - Running what came in

    /// Moves due completions to the poll queue, in an order that the policy chooses where it is open.
    private func collectDueCompletions() {
        let first = min(completions.nextTime ?? .max, nextLaneEnd ?? .max)
        if first == .max { return }
        let now = clock.now()
        guard first <= now else { return }
        if virtualClock != nil {
            if first == now && timers.isDue(at: now / 1_000_000) && choose(.timerOrCompletion, among: 2) == 0 { return }
            for ended in takeEndedLaneJobs(by: now) {
                if isObserved { report(.workDone(ended.callback, start: ended.start, end: ended.end)) }
                completions.insert(
                    ScheduledCompletion(callback: ended.callback, time: ended.end, isReferenced: true))
            }
            while let next = completions.nextTime, next <= now { collect(at: next) }
        } else {
            while let completion = completions.popFirst(dueAt: now) { enqueueReady(completion.callback) }
        }
    }

    private func collect(at instant: UInt64) {
        var due: [Callback] = []
        while completions.nextTime == instant, let next = completions.popFirst(dueAt: instant) {
            due.append(next.callback)
        }
        // From the end, so that taking the first costs nothing however many there are.
        due.reverse()
        while due.count > 1 {
            enqueueReady(due.remove(at: due.count - 1 - choose(.completionOrder, among: due.count)))
        }
        for last in due { enqueueReady(last) }
    }

    /// Puts a callback whose work is done behind the completions that wait.
    func enqueueReady(_ callback: Callback) {
        polls.append(callback)
        if isObserved { report(.ready(callback)) }
    }

    /// Runs the completions that are queued now; those queued meanwhile wait.
    private func runPolls(_ runner: any CallbackRunner) -> Flow {
        // A page takes them as tasks of the networking source.
        if page != nil { return .proceed }
        for _ in 0..<polls.count {
            guard let callback = polls.popFirst() else { break }
            if runTask(callback, runner) == .leave { return .leave }
        }
        return .proceed
    }

    /// Runs the jobs that other threads have posted, in the order of their arrival.
    private func runInbox(_ runner: any CallbackRunner) -> Flow {
        inbox.acknowledge()
        let jobs = inbox.takeJobs()
        for (index, job) in jobs.enumerated() {
            virtualClock?.beginTask()
            job(self)
            if finishForeignWork(runner) == .leave {
                inbox.putBack(jobs[(index + 1)...])
                return .leave
            }
        }
        return .proceed
    }

    /// The checkpoint after Swift code that was run for the program, and the completions which that code queued.
    private func finishForeignWork(_ runner: any CallbackRunner) -> Flow {
        if inbox.isStopRequested { return .leave }
        needsCheckpoint = true
        if closeTask(runner) == .leave { return .leave }
        return runPolls(runner)
    }

    // MARK: - Virtual time

    func choose(_ point: ChoicePoint, among count: Int) -> Int {
        let taken = policy.choose(point, among: count)
        if isObserved { report(.choice(Choice(point: point, taken: taken, alternatives: count))) }
        return taken
    }

    /// How long work outside the program takes that declares so many nanoseconds.
    public func chosenDuration(_ declared: UInt64) -> UInt64 {
        guard virtualClock != nil, policy.plan.variesDurations else { return declared }
        if choose(.duration, among: 2) == 0 { return declared }
        let (stretched, isTooLong) = declared.multipliedReportingOverflow(by: ChoicePolicy.stretch)
        let least = declared.addingReportingOverflow(ChoicePolicy.leastStretch)
        return isTooLong || least.overflow ? declared : max(stretched, least.partialValue)
    }

    func jump(to instant: UInt64) {
        guard let virtualClock else { return }
        let start = virtualClock.now()
        isClockExhausted = !virtualClock.jump(to: instant)
        idleNanoseconds += virtualClock.now() - start
        if isObserved { report(.clockJumped(from: start, to: virtualClock.now())) }
    }

    func nanoseconds(fromMilliseconds milliseconds: UInt64) -> UInt64 {
        let (result, isOverflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        return isOverflow ? .max : result
    }
}

extension UInt64 {
    fileprivate func addingSaturating(_ other: UInt64) -> UInt64 {
        let (sum, isOverflow) = addingReportingOverflow(other)
        return isOverflow ? .max : sum
    }
}
