// SPDX-License-Identifier: MIT
/// Why ``EventLoop/run()`` came back.
public enum RunResult: Sendable {
    /// Nothing referenced is left.
    case idle
    /// The condition given was met.
    case satisfied
    /// A callback or ``Inbox/requestStop()`` asked for it; what waits is still there.
    case stopped
    /// The next deadline lies past ``VirtualClock/horizon``.
    case clockExhausted
    /// Every loop of the program waits for another, so nothing can happen any more; in virtual time only.
    case stuck
}

/// What is left after one turn.
public enum TurnResult: Sendable {
    /// Something referenced is left.
    case alive
    /// Nothing referenced is left.
    case idle
    /// A callback or ``Inbox/requestStop()`` asked to leave; what waits is still there.
    case stopped
    /// The next deadline lies past ``VirtualClock/horizon``.
    case clockExhausted
    /// Every loop of the program waits for another, so nothing can happen any more; in virtual time only.
    case stuck
}

extension EventLoop {
    /// Runs turns until nothing referenced is left, or until a stop.
    @discardableResult
    public func run() -> RunResult {
        run(until: { false })
    }

    /// Runs turns until a condition holds, looked at before each turn and before each wait, or until nothing
    /// referenced is left.
    ///
    /// The condition must not run the loop.
    public func run(until isSatisfied: () -> Bool) -> RunResult {
        beginRunning()
        defer { endRunning() }
        var entry = Entry.firstOfRun
        while true {
            if inbox.isStopRequested { return answeringStop(.stopped) }
            if isSatisfied() { return .satisfied }
            // libuv runs the timers once more after the last close phase, so a due timer runs even if it is
            // unreferenced.
            if !isAlive && (entry.isFirst || !timers.isDue(at: readLoopTime())) { return .idle }
            switch takeTurn(entry, until: isSatisfied) {
            case .proceed: entry = .ofRun
            case .end: return .idle
            case .leave:
                if isStuck { return .stuck }
                return isClockExhausted ? .clockExhausted : answeringStop(.stopped)
            }
        }
    }

    /// Runs one turn, which waits in its poll phase for at most so many nanoseconds, referenced work or not.
    ///
    /// This is for a prompt: it waits for keys by a watch of its own, and timers and messages are served meanwhile. A
    /// turn that waited ends before the timers that it waited for; the next turn begins with them.
    public func turn(waitingAtMost nanoseconds: UInt64) -> TurnResult {
        beginRunning()
        defer { endRunning() }
        if inbox.isStopRequested { return answeringStop(.stopped) }
        if takeTurn(.alone(waitingAtMost: nanoseconds), until: { false }) == .leave {
            if isStuck { return .stuck }
            return isClockExhausted ? .clockExhausted : answeringStop(.stopped)
        }
        return isAlive ? .alive : .idle
    }

    /// Takes back a request to stop that was answered outside a run, as by a checkpoint; a run does so by itself.
    public func acknowledgeStop() {
        assertConfined()
        inbox.clearStopRequest()
    }

    /// How a turn is entered.
    enum Entry {
        /// The first one of a run, which goes through all its phases whatever its timers leave.
        case firstOfRun
        /// A further one of a run, which ends after its timers if they leave nothing alive.
        case ofRun
        /// One by itself, which waits even if nothing is alive.
        case alone(waitingAtMost: UInt64)

        var isFirst: Bool {
            if case .firstOfRun = self { true } else { false }
        }
    }

    func takeTurn(_ entry: Entry, until isSatisfied: () -> Bool) -> Flow {
        if !wrongRules.isEmpty { return takeWrongTurn { takeRightTurn(entry, until: isSatisfied) } }
        return takeRightTurn(entry, until: isSatisfied)
    }

    private func takeRightTurn(_ entry: Entry, until isSatisfied: () -> Bool) -> Flow {
        if let page { return oneTurn(of: page, entry) }
        return oneTurn(entry, until: isSatisfied)
    }

    /// One turn: each phase in its order, and a checkpoint after every callback in it.
    ///
    /// The order is that of `uv_run`. libuv runs the timers once before its loop and then at the end of each iteration
    /// (since 1.45), which is the same as at the beginning of each, but that it asks between timers and poll whether
    /// anything is left alive.
    private func oneTurn(_ entry: Entry, until isSatisfied: () -> Bool) -> Flow {
        guard let runner else { preconditionFailure("a loop without a runner cannot turn") }
        turnNumber &+= 1
        if isObserved { report(.turnStarted(turnNumber)) }
        if turnNumber == 1 { chooseStart() } else if hasShortTimerBehindPoll { chooseNextTurn() }

        // Timers: those due at the start of the phase.
        if runTimersPhase(runner) == .leave { return .leave }
        if case .ofRun = entry, !isAlive { return .end }
        // What was waited for may have come: then nothing more is waited for.
        if isSatisfied() { return .proceed }

        // Pending, idle and prepare: libuv's own, with nothing of a program in them.

        // Poll: wait, then completions, jobs from other threads, ready descriptors.
        if runPollPhase(entry, runner) == .leave { return .leave }
        isBehindPoll = true
        defer { isBehindPoll = false }

        // Check: the immediates queued before this phase.
        if runCheckPhase(runner) == .leave { return .leave }

        // Close: callbacks of what was closed before this phase.
        return runClosePhase(runner)
    }

    /// Runs the immediates, as Node's `Environment::CheckImmediate` does.
    private func runCheckPhase(_ runner: any CallbackRunner) -> Flow {
        // Node opens and closes a callback scope here before the immediates (`RunAndClearNativeImmediates`), which
        // drains the ticks that a failure left over.
        if closeTask(runner) == .leave { return .leave }
        guard immediates.count > 0 else { return .proceed }
        enter(.check)
        var outcome: Outcome
        // After a failure Node takes up the rest of the batch and, if that is empty, what was queued meanwhile.
        repeat { outcome = runImmediates(runner) } while outcome == .failed
        return outcome == .stop ? .leave : closeTask(runner)
    }

    private func runImmediates(_ runner: any CallbackRunner) -> Outcome {
        immediates.beginBatch()
        var isFirst = true
        while immediates.batchHasNext() {
            if !isFirst {
                let outcome = checkpoint(runner)
                if outcome != .completed { return outcome }
            }
            isFirst = false
            // The checkpoint may have cleared what was next.
            guard let callback = immediates.takeNext() else { break }
            if immediates.isEmptyCallback(callback) { continue }
            let outcome = perform(callback, runner)
            if outcome != .completed { return outcome }
        }
        return .completed
    }

    private func runClosePhase(_ runner: any CallbackRunner) -> Flow {
        guard !closing.isEmpty else { return .proceed }
        enter(.close)
        var batch = closing
        closing = []
        while let callback = batch.popLast() {
            if runTask(callback, runner) == .leave {
                closing = batch + closing
                return .leave
            }
        }
        return .proceed
    }

    @inline(__always)
    func enter(_ phase: Phase) {
        if isObserved { report(.phaseEntered(phase)) }
    }

    private func beginRunning() {
        assertConfined()
        precondition(!isRunning && !isInCheckpoint, "an event loop was run from one of its own callbacks")
        isRunning = true
        isClockExhausted = false
        isStuck = false
    }

    private func endRunning() {
        isRunning = false
    }

    /// Takes back the request that this result answers; one that came too late for it waits for the next run.
    private func answeringStop<Result>(_ result: Result) -> Result {
        inbox.clearStopRequest()
        return result
    }

    /// Decides, before the first turn, what Node leaves to the time that starting takes.
    ///
    /// A 1 ms timer of the main script runs before its immediates if a millisecond has passed by then.
    private func chooseStart() {
        guard let deadline = shortTimerBesideImmediate else { return }
        if choose(.timerOrImmediate, among: 2) == 0 { jump(to: deadline) }
    }

    /// Decides, before another turn, what Node leaves to the time that a turn takes.
    ///
    /// An immediate that asks for a 1 ms timer and for an immediate finds either of them first: the timer if a
    /// millisecond has passed by then.
    private func chooseNextTurn() {
        hasShortTimerBehindPoll = false
        guard let deadline = shortTimerBesideImmediate else { return }
        if choose(.immediateOrTimer, among: 2) == 1 { jump(to: deadline) }
    }

    /// When a timer is due that a millisecond could bring before the immediates; nil where none is.
    private var shortTimerBesideImmediate: UInt64? {
        guard let virtualClock, immediates.count > 0, let expiry = timers.nextExpiry else { return nil }
        let now = virtualClock.now()
        let deadline = nanoseconds(fromMilliseconds: expiry)
        return deadline > now && deadline - now <= 1_000_000 ? deadline : nil
    }
}
