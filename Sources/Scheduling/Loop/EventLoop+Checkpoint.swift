// SPDX-License-Identifier: MIT
/// How the loop goes on after a part of a turn.
enum Flow {
    case proceed
    /// Nothing is left alive: the run is over.
    case end
    /// A stop: the loop is to be left at once.
    case leave
}

extension EventLoop {
    /// Runs the program's entry: a main script, a module or a piece of source given to a prompt.
    ///
    /// No checkpoint follows by itself: a main script wants ``runCheckpoint()``, a module ``runMicrotasks()`` first.
    @discardableResult
    public func runScript(_ handle: UInt32) -> Outcome {
        assertConfined()
        guard let runner else { preconditionFailure("a loop without a runner cannot run a script") }
        return perform(Callback(kind: .script, handle: handle, id: takeID()), runner)
    }

    /// Runs all ticks, then all microtasks, and repeats until both queues stay empty and the runner is settled.
    ///
    /// Answers `.failed` if a tick failed, which leaves the rest in the queues as Node does. Does nothing while a
    /// checkpoint is running. Source: `processTicksAndRejections` in `lib/internal/process/task_queues.js`.
    @discardableResult
    public func runCheckpoint() -> Outcome {
        assertConfined()
        guard let runner else { return .completed }
        needsCheckpoint = true
        return checkpoint(runner)
    }

    /// Runs microtasks until none is left, and no tick.
    ///
    /// An ES module's body is itself a microtask, so what it queues runs before the ticks it queues. Does nothing while
    /// a checkpoint is running.
    @discardableResult
    public func runMicrotasks() -> Outcome {
        assertConfined()
        guard let runner, !isInCheckpoint else { return .completed }
        isInCheckpoint = true
        defer { isInCheckpoint = false }
        return drainMicrotasks(runner)
    }

    /// The checkpoint after a task or between two of one phase; one branch if nothing ran since the last.
    @inline(__always)
    func checkpoint(_ runner: any CallbackRunner) -> Outcome {
        needsCheckpoint ? drain(runner) : .completed
    }

    /// The checkpoint that ends a task or a phase: ticks left over by a failure wait for the next one.
    @inline(__always)
    func closeTask(_ runner: any CallbackRunner) -> Flow {
        checkpoint(runner) == .stop ? .leave : .proceed
    }

    /// Runs one task and the checkpoint after it, which a failed one does not get.
    func runTask(_ callback: Callback, _ runner: any CallbackRunner) -> Flow {
        switch perform(callback, runner) {
        case .completed: return closeTask(runner)
        case .failed: return .proceed
        case .stop: return .leave
        }
    }

    /// Runs one callback that is not a microtask: the one place where tasks and ticks meet the runner.
    @inline(__always)
    func perform(_ callback: Callback, _ runner: any CallbackRunner) -> Outcome {
        if callback.kind != .tick { virtualClock?.beginTask() }
        needsCheckpoint = true
        let outer = runningID
        runningID = callback.id
        if isObserved { report(.started(callback)) }
        let outcome = runner.run(callback)
        if isObserved { report(.ended(callback, outcome)) }
        runningID = outer
        if outcome == .failed { noteSurvivedFailure() }
        return inbox.isStopRequested ? .stop : outcome
    }

    private func drain(_ runner: any CallbackRunner) -> Outcome {
        if !wrongRules.isEmpty { return drainWrongly(runner) }
        if isInCheckpoint { return .completed }
        isInCheckpoint = true
        defer { isInCheckpoint = false }
        if isObserved && !(ticks.isEmpty && microtasks.isEmpty) { report(.checkpointEntered) }
        while true {
            let outcome = drainTicks(runner)
            if outcome != .completed { return outcome }
            if drainMicrotasks(runner) == .stop { return .stop }
            if !ticks.isEmpty { continue }
            if let outcome = settleCheckpoint(runner) { return outcome }
        }
    }

    /// Tells the runner that both queues are empty; nil where that has filled them again.
    func settleCheckpoint(_ runner: any CallbackRunner) -> Outcome? {
        switch runner.checkpointDidEmpty() {
        case .drainAgain: return nil
        case .stop: return .stop
        case .settled:
            needsCheckpoint = false
            return .completed
        }
    }

    func drainTicks(_ runner: any CallbackRunner) -> Outcome {
        while let callback = ticks.popFirst() {
            let outcome = perform(callback, runner)
            if outcome != .completed { return outcome }
        }
        return .completed
    }

    /// Runs microtasks until none is left; a failed one does not hold up the others.
    func drainMicrotasks(_ runner: any CallbackRunner) -> Outcome {
        // A page has checkpoints in the middle of its tasks.
        let outer = runningID
        defer { runningID = outer }
        while let callback = microtasks.popFirst() {
            if runMicrotask(callback, runner) == .stop { return .stop }
        }
        return .completed
    }

    /// Runs one microtask: the one place where microtasks meet the runner.
    @inline(__always)
    func runMicrotask(_ callback: Callback, _ runner: any CallbackRunner) -> Outcome {
        runningID = callback.id
        if isObserved { report(.started(callback)) }
        let outcome = runner.run(callback)
        if isObserved { report(.ended(callback, outcome)) }
        if outcome == .failed { noteSurvivedFailure() }
        return inbox.isStopRequested ? .stop : outcome
    }

    /// Makes sure that another turn comes and drains what a failure left over.
    ///
    /// Node's handler of uncaught exceptions queues an immediate that does nothing for the same reason
    /// (`createOnGlobalUncaughtException` in `lib/internal/process/execution.js`).
    public func noteSurvivedFailure() {
        guard page == nil else { return }
        immediates.appendEmpty(id: takeID())
    }
}
