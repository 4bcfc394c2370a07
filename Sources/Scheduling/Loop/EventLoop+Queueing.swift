// SPDX-License-Identifier: MIT
extension EventLoop {
    // MARK: - Ticks and microtasks

    /// Queues a tick, which runs in the next checkpoint before any microtask, and returns its callback's id.
    @discardableResult
    public func enqueueTick(_ handle: UInt32) -> UInt64 {
        assertConfined()
        let callback = Callback(kind: .tick, handle: handle, id: takeID())
        ticks.append(callback)
        needsCheckpoint = true
        if isObserved { report(.queued(callback, cause: runningID)) }
        return callback.id
    }

    /// Queues a microtask, which runs in the next checkpoint or in the running one, and returns its callback's id.
    @discardableResult
    public func enqueueMicrotask(_ handle: UInt32) -> UInt64 {
        assertConfined()
        let callback = Callback(kind: .microtask, handle: handle, id: takeID())
        microtasks.append(callback)
        needsCheckpoint = true
        if isObserved { report(.queued(callback, cause: runningID)) }
        return callback.id
    }

    /// Takes all waiting microtasks out, for work that must not let them run; give them back when it is done.
    public func setAsideMicrotasks() -> [Callback] {
        assertConfined()
        let callbacks = microtasks.elements()
        while microtasks.popFirst() != nil {}
        return callbacks
    }

    /// Puts microtasks that were set aside back in front of those queued meanwhile.
    public func restoreMicrotasks(_ callbacks: [Callback]) {
        let meanwhile = setAsideMicrotasks()
        for callback in callbacks { microtasks.append(callback) }
        for callback in meanwhile { microtasks.append(callback) }
        needsCheckpoint = true
    }

    // MARK: - Immediates

    /// Queues an immediate: it runs in the next check phase that begins.
    @discardableResult
    public func enqueueImmediate(_ handle: UInt32, isReferenced: Bool = true) -> ImmediateID {
        assertConfined()
        let callback = Callback(kind: .immediate, handle: handle, id: takeID())
        let id = immediates.append(callback, isReferenced: isReferenced)
        if isObserved { report(.queued(callback, cause: runningID)) }
        return id
    }

    /// Clears an immediate, so that it never runs; false if it ran or was cleared before.
    @discardableResult
    public func clearImmediate(_ id: ImmediateID) -> Bool {
        assertConfined()
        guard let callback = immediates.clear(id) else { return false }
        discardCleared(callback)
        return true
    }

    /// What a waiting immediate calls; nil for one that ran or was cleared.
    public func callback(of id: ImmediateID) -> Callback? { immediates.callback(of: id) }

    /// Says whether a waiting immediate keeps the loop alive.
    public func setReferenced(immediate id: ImmediateID, _ isReferenced: Bool) {
        assertConfined()
        immediates.setReferenced(id, isReferenced)
    }

    /// Tells whether an immediate waits and keeps the loop alive.
    public func hasReference(immediate id: ImmediateID) -> Bool { immediates.isReferenced(id) }

    // MARK: - Poll and close

    /// Queues a completion that is there already, which runs in the next poll phase, and returns its callback's id.
    @discardableResult
    public func enqueuePoll(_ handle: UInt32) -> UInt64 {
        assertConfined()
        let callback = Callback(kind: .poll, handle: handle, id: takeID())
        polls.append(callback)
        if isObserved { report(.queued(callback, cause: runningID)) }
        return callback.id
    }

    /// Schedules a simulated completion for an instant of the loop's clock and returns its callback's id.
    ///
    /// The instant is in nanoseconds. It runs in the first poll phase at or after that; under a virtual clock, exactly
    /// then if nothing is running. Among completions of one instant, and against a timer of that instant, the policy
    /// decides. Nothing completes at the virtual instant at which it began, or a chain of completions would hold time
    /// up for ever: such a one takes what a turn costs.
    @discardableResult
    public func schedulePoll(_ handle: UInt32, at time: UInt64, isReferenced: Bool = true) -> UInt64 {
        assertConfined()
        let callback = Callback(kind: .poll, handle: handle, id: takeID())
        let time = virtualClock.map { max(time, $0.now() + VirtualClock.turnCost) } ?? time
        completions.insert(ScheduledCompletion(callback: callback, time: time, isReferenced: isReferenced))
        if isObserved { report(.workBegan(callback, cause: runningID)) }
        return callback.id
    }

    /// Clears a scheduled completion by its callback's id; false if it ran or was cleared before.
    @discardableResult
    public func clearScheduledPoll(_ id: UInt64) -> Bool {
        assertConfined()
        guard let callback = completions.remove(id: id) else { return false }
        discardCleared(callback)
        return true
    }

    /// Queues a close callback, which runs in the next close phase, and returns its callback's id.
    ///
    /// Those of one turn run last queued, first run: libuv keeps closing handles in a stack (`uv__make_close_pending`).
    @discardableResult
    public func enqueueClose(_ handle: UInt32) -> UInt64 {
        assertConfined()
        let callback = Callback(kind: .close, handle: handle, id: takeID())
        closing.append(callback)
        if isObserved { report(.queued(callback, cause: runningID)) }
        return callback.id
    }

    // MARK: - Descriptors

    /// Watches a descriptor; the handler runs in the poll phase, followed by a checkpoint, while it is ready.
    ///
    /// Throws if the loop has no poller or the descriptor is not open. A regular file is always ready. Unwatch a
    /// descriptor before you close it.
    public func watch(
        descriptor: Int32, events: PollEvents, isReferenced: Bool = true, handler: @escaping (PollEvents) -> Void
    ) throws(SchedulingError) -> WatchID {
        assertConfined()
        guard let poller else { throw .noPoller }
        return try poller.watch(descriptor, events: events, isReferenced: isReferenced, handler: handler)
    }

    /// Ends a watch; a handler whose event was already found does not run any more.
    public func unwatch(_ id: WatchID) {
        assertConfined()
        poller?.unwatch(id)
    }

    /// Says whether a watch keeps the loop alive.
    public func setReferenced(watch id: WatchID, _ isReferenced: Bool) {
        assertConfined()
        poller?.setReferenced(id, isReferenced)
    }

    // MARK: - The end

    /// Discards everything that waits, so that every handle is freed.
    ///
    /// Call it before the runner goes away. The loop can be used again afterwards.
    public func discardAll() {
        assertConfined()
        precondition(!isRunning, "a running loop cannot be emptied")
        var waiting = setAsideMicrotasks()
        while let callback = ticks.popFirst() { waiting.append(callback) }
        while let callback = polls.popFirst() { waiting.append(callback) }
        while let completion = completions.popFirst(dueAt: .max) { waiting.append(completion.callback) }
        waiting += immediates.removeAll() + timers.removeAll() + closing + abandonPoolJobs()
        closing = []
        if let page { waiting += page.removeAll() }
        for callback in waiting { runner?.discard(callback) }
    }

    /// Discards the ticks and microtasks that wait.
    public func discardTicksAndMicrotasks() {
        assertConfined()
        var waiting = setAsideMicrotasks()
        while let callback = ticks.popFirst() { waiting.append(callback) }
        for callback in waiting { runner?.discard(callback) }
    }

    func discardCleared(_ callback: Callback) {
        if isObserved { report(.cleared(callback, cause: runningID)) }
        runner?.discard(callback)
    }
}
