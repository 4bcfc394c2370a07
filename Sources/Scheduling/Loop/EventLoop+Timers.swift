// SPDX-License-Identifier: MIT
extension EventLoop {
    /// Arms a timer and returns its name.
    ///
    /// `delay` is in milliseconds and must be between 1 and ``TimerDelay/maximum``, as ``TimerDelay`` makes it. The
    /// wait begins now, by the live clock in whole milliseconds.
    ///
    /// Without a handle the timer's own slot is one, `TimerID.slot`: an owner that keeps its callbacks in an array by
    /// slot needs no numbers of its own.
    @discardableResult
    public func armTimer(
        _ handle: UInt32? = nil, delay: Int, isRepeating: Bool = false, isReferenced: Bool = true
    ) -> TimerID {
        assertConfined()
        precondition(delay >= 1 && delay <= TimerDelay.maximum, "a delay of \(delay) ms was not clamped")
        if let page {
            return armInternalTimer(handle, delay, isRepeating: isRepeating, isReferenced: isReferenced, page)
        }
        if isBehindPoll && delay == 1 { hasShortTimerBehindPoll = true }
        let id = takeID()
        let start = readLoopTime()
        let duration = wrongRules.contains(.timersInOrderArmed) ? 1 : delay
        let timer = timers.arm(
            handle: handle, id: id, duration: duration, start: start, isRepeating: isRepeating,
            isReferenced: isReferenced)
        if isObserved {
            reportArming(Callback(kind: .timer, handle: handle ?? timer.slot, id: id), timer: timer)
        }
        return timer
    }

    /// Clears a timer, so that it never runs again; false if it had ended before.
    ///
    /// A timer that clears itself is discarded when its callback has returned, any other one at once.
    @discardableResult
    public func clearTimer(_ id: TimerID) -> Bool {
        assertConfined()
        if page != nil { return clearPageTimer(UInt32(truncatingIfNeeded: id.rawValue)) }
        guard timers.isAliveOrFiring(id) else { return false }
        if let callback = timers.clear(id) { discardCleared(callback) }
        return true
    }

    /// Starts a timer's wait again, from now; false if the timer has ended.
    ///
    /// In Node `refresh()` also revives a timer that ran to its end; arm a new one for that.
    @discardableResult
    public func refreshTimer(_ id: TimerID) -> Bool {
        assertConfined()
        guard timers.isAliveOrFiring(id) else { return false }
        let start = readLoopTime()
        guard let callback = timers.refresh(id, start: start, callbackID: takeID()) else { return false }
        if isObserved { reportArming(callback, timer: id) }
        return true
    }

    /// Says whether a timer keeps the loop alive.
    public func setReferenced(timer id: TimerID, _ isReferenced: Bool) {
        assertConfined()
        timers.setReferenced(id, isReferenced)
    }

    /// What a timer calls that waits or runs; nil for one that has ended.
    public func callback(of id: TimerID) -> Callback? {
        if let page { return page.timers[UInt32(truncatingIfNeeded: id.rawValue)]?.callback }
        return timers.slab.slot(of: id).map { timers.slab.entries[$0].callback }
    }

    /// The timers that wait and keep the loop alive, in the order in which they were armed.
    public func timersKeepingAlive() -> [Callback] {
        if let page { return page.timers.waiting().filter(\.timer.isReferenced).map(\.timer.callback) }
        return timers.referenced().sorted { $0.id < $1.id }
    }

    /// Tells whether a timer exists and keeps the loop alive.
    public func hasReference(timer id: TimerID) -> Bool { timers.isReferenced(id) }

    /// Tells whether a timer waits, or will wait again after its callback, which is running.
    public func isAlive(timer id: TimerID) -> Bool { timers.isAlive(id) }

    // MARK: - The timers phase

    /// Runs the timers that are due now, as Node's `Environment::RunTimers` does.
    func runTimersPhase(_ runner: any CallbackRunner) -> Flow {
        guard timers.isDue(at: readLoopTime()) else { return .proceed }
        enter(.timers)
        // libuv goes on while its one timer is due by the loop's time. The checkpoint that closes the callback scope
        // may have moved that time, since arming a timer reads the clock.
        repeat {
            // Due means due at this reading, however long the callbacks take.
            let now = readLoopTime()
            var outcome: Outcome
            repeat { outcome = runDueLists(at: now, runner) } while outcome == .failed
            timers.endPhase(at: loopTime)
            if outcome == .stop || closeTask(runner) == .leave { return .leave }
        } while timers.isDue(at: loopTime)
        return .proceed
    }

    /// Runs the due lists one after the other; ends early, to be called again, when a callback fails.
    ///
    /// The next timer after a failed one thus runs without a checkpoint before it.
    private func runDueLists(at now: UInt64, _ runner: any CallbackRunner) -> Outcome {
        var isFirst = true
        while let list = timers.firstList(dueAt: now) {
            if !isFirst {
                let outcome = checkpoint(runner)
                if outcome != .completed { return outcome }
            }
            isFirst = false
            let outcome = runTimers(of: list, dueAt: now, runner)
            if outcome != .completed { return outcome }
        }
        return .completed
    }

    private func runTimers(of list: TimerListReference, dueAt now: UInt64, _ runner: any CallbackRunner) -> Outcome {
        var isFirst = true
        while let timer = timers.firstTimer(of: list, dueAt: now) {
            if !isFirst {
                let outcome = checkpoint(runner)
                if outcome != .completed { return outcome }
            }
            isFirst = false
            // The checkpoint may have cleared the timer. If it refreshed the timer, Node runs it all the same.
            guard let entry = timers.beginFiring(timer) else { continue }
            // The start of an interval's next wait is read before its callback.
            let start = entry.isRepeating ? readLoopTime() : 0
            let outcome = perform(entry.callback, runner)
            finish(timer, entry, start: start, runner)
            if outcome != .completed { return outcome }
        }
        timers.removeIfEmpty(list)
        return .completed
    }

    @inline(__always)
    private func finish(_ timer: TimerID, _ entry: TimerEntry, start: UInt64, _ runner: any CallbackRunner) {
        if timers.endFiring(timer, start: start, rearmedID: entry.isRepeating ? takeID() : 0) {
            runner.discard(entry.callback)
        } else if isObserved && entry.isRepeating {
            let rearmed = Callback(kind: .timer, handle: entry.callback.handle, id: lastID)
            report(.timerArmed(rearmed, arming(of: timer), cause: entry.callback.id))
        }
    }

    private func reportArming(_ callback: Callback, timer: TimerID) {
        report(.timerArmed(callback, arming(of: timer), cause: runningID))
    }

    private func arming(of timer: TimerID) -> TimerArming {
        guard let slot = timers.slab.slot(of: timer) else { preconditionFailure("timer \(timer) has ended") }
        let entry = timers.slab.entries[slot]
        return TimerArming(
            timer: timer, duration: Int(entry.duration), start: entry.start, isRepeating: entry.isRepeating,
            isReferenced: entry.isReferenced)
    }
}
