// SPDX-License-Identifier: MIT

// How the loop behaves under rules that are deliberately wrong. Nothing here runs while `wrongRules` is empty.
extension EventLoop {
    /// Whether waiting microtasks belong to the work that is left: only where they are held back behind tasks.
    var holdsMicrotasks: Bool {
        !wrongRules.isEmpty && !microtasks.isEmpty
    }

    // MARK: - Turns

    /// Runs a turn, and then what it held back.
    func takeWrongTurn(_ turn: () -> Flow) -> Flow {
        guard let runner, !wrongRules.isDisjoint(with: [.tasksBeforeMicrotasks, .oneMicrotaskPerTask]) else {
            return turn()
        }
        hasRunMicrotaskInTurn = false
        if !microtasks.isEmpty { reachTimerOfZero() }
        let flow = turn()
        if flow == .leave || microtasks.isEmpty { return flow }
        let outcome: Outcome
        if wrongRules.contains(.oneMicrotaskPerTask) {
            outcome = hasRunMicrotaskInTurn ? .completed : drainWrongly(runner)
        } else {
            // A page runs one task in a turn: those that are ready go first.
            if let page, hasRunnableTask(page) { return .proceed }
            outcome = drainWrongly(runner, releasingAll: true)
        }
        return outcome == .stop ? .leave : .proceed
    }

    /// Lets virtual time pass to the next timer if that is one of 0 or 1 ms, which is taken for ready.
    private func reachTimerOfZero() {
        guard let virtualClock, let expiry = timers.nextExpiry, timers.nextDuration == 1 else { return }
        let deadline = nanoseconds(fromMilliseconds: expiry)
        if deadline > virtualClock.now() { jump(to: deadline) }
    }

    // MARK: - Checkpoints

    /// A checkpoint under the wrong rules; `releasingAll` runs the microtasks that are held back.
    func drainWrongly(_ runner: any CallbackRunner, releasingAll: Bool = false) -> Outcome {
        if isInCheckpoint { return .completed }
        isInCheckpoint = true
        defer { isInCheckpoint = false }
        var allowance = wrongRules.contains(.oneMicrotaskPerTask) ? 1 : Int.max
        if wrongRules.contains(.tasksBeforeMicrotasks) && !releasingAll { allowance = 0 }
        while true {
            if wrongRules.contains(.ticksAfterMicrotasks), drainMicrotasks(runner) == .stop { return .stop }
            let outcome = drainTicks(runner)
            if outcome != .completed { return outcome }
            if wrongRules.contains(.ticksAfterMicrotasks) {
                if !microtasks.isEmpty { continue }
            } else if runMicrotasks(&allowance, runner) == .stop {
                return .stop
            }
            if !ticks.isEmpty { continue }
            if !microtasks.isEmpty {
                // Held back; what runs next asks for the next checkpoint.
                needsCheckpoint = false
                return .completed
            }
            if let outcome = settleCheckpoint(runner) { return outcome }
        }
    }

    /// Runs so many microtasks; under ``WrongRules/followersFirst`` each one's followers before the others.
    private func runMicrotasks(_ allowance: inout Int, _ runner: any CallbackRunner) -> Outcome {
        let outer = runningID
        defer { runningID = outer }
        // What runs before the queue, the first one last.
        var followers: [Callback] = []
        while allowance > 0, let callback = followers.popLast() ?? microtasks.popFirst() {
            allowance -= 1
            hasRunMicrotaskInTurn = true
            followerIDs.removeAll(keepingCapacity: true)
            let outcome = runMicrotask(callback, runner)
            // A follower is queued when the function of its microtask has returned, behind all that this one queued.
            while let id = followerIDs.popLast(), let last = microtasks.popLast() {
                guard last.id == id else {
                    microtasks.append(last)
                    break
                }
                followers.append(last)
            }
            if outcome == .stop {
                restoreMicrotasks(followers.reversed())
                return .stop
            }
        }
        return .completed
    }

    /// Notes that the microtask queued last goes on with what the running one does, and belongs right behind it.
    public func noteFollower() {
        followerIDs.append(lastID)
    }

    // MARK: - Waiting in a callback

    /// Serves the loop from inside of a callback until a condition holds; false if nothing is left that could make it.
    ///
    /// Ticks and microtasks first, one at a time, then turns. Whoever queued the callback finds the loop's queues as if
    /// all that ran meanwhile had been part of it.
    public func serveInside(until isSatisfied: () -> Bool) -> Bool {
        precondition(wrongRules.contains(.callbacksMayWait), "by the right rules no callback may serve the loop")
        guard let runner else { return isSatisfied() }
        let outer = (runningID, isInCheckpoint, page?.nestingLevel, page?.runningTimer)
        defer {
            (runningID, isInCheckpoint) = (outer.0, outer.1)
            page?.nestingLevel = outer.2 ?? 0
            page?.runningTimer = outer.3 ?? 0
            needsCheckpoint = true
        }
        while !isSatisfied() {
            if inbox.isStopRequested { return false }
            isInCheckpoint = true
            if let tick = ticks.popFirst() {
                if perform(tick, runner) == .stop { return false }
            } else if let microtask = microtasks.popFirst() {
                if runMicrotask(microtask, runner) == .stop { return false }
            } else {
                isInCheckpoint = false
                guard runner.checkpointDidEmpty() != .stop, isAlive || hasTicksOrMicrotasks else { return false }
                if takeTurn(.firstOfRun, until: isSatisfied) == .leave { return false }
            }
        }
        return true
    }
}
