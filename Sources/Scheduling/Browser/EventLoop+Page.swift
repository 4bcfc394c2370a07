// SPDX-License-Identifier: MIT
// Where callbacks enter the queues of a page. Trap on a loop of the Node profile.
extension EventLoop {
    /// Which queues this loop has.
    public var profile: LoopProfile { page == nil ? .node : .browser }

    private var ownPage: Page {
        assertConfined()
        guard let page else { preconditionFailure("a loop of the Node profile has no page") }
        return page
    }

    // MARK: - Tasks

    /// Runs the page's own script as a task, with the microtask checkpoint after it.
    @discardableResult
    public func runScriptTask(_ handle: UInt32) -> Outcome {
        assertConfined()
        guard let runner else { preconditionFailure("a loop without a runner cannot run a script") }
        let callback = Callback(kind: .script, handle: handle, id: takeID())
        return runPageTask(callback, runner) == .leave ? .stop : .completed
    }

    /// Queues a task on a source and returns its callback's id; HTML 8.1.7.2 "Queuing tasks".
    ///
    /// Timers, frames and idle callbacks have functions of their own.
    @discardableResult
    public func queueTask(_ handle: UInt32, source: TaskSource) -> UInt64 {
        let page = ownPage
        let callback = Callback(kind: .task, handle: handle, id: takeID())
        page.tasks.append(QueuedTask(callback: callback, time: clock.now()), source)
        if isObserved { report(.queued(callback, cause: runningID)) }
        return callback.id
    }

    /// Lets nothing run any more after the task that is running (HTML 10.2.1.1, close() of a worker's global scope).
    public func closePage() { ownPage.isClosed = true }

    // MARK: - Timers

    /// Arms a timer by the timer initialization steps (HTML 8.6) and returns its number.
    ///
    /// The timeout is in milliseconds; a negative one counts as 0, and one below 4 as 4 when the timer is nested more
    /// than five deep. Without a handle the number is one.
    @discardableResult
    public func setPageTimer(_ handle: UInt32? = nil, timeout: Int32, isRepeating: Bool = false) -> UInt32 {
        let page = ownPage
        // 3. A microtask is a task of its own, in which nothing is nested.
        let level = isInCheckpoint ? 0 : page.nestingLevel
        let id = page.timers.takeID()
        armPageTimer(
            id: id, handle: handle ?? id, timeout: timeout, nestingLevel: level, isRepeating: isRepeating,
            isReferenced: true, page)
        return id
    }

    /// Clears a timer, so that it never runs again; false if it had ended before.
    @discardableResult
    public func clearPageTimer(_ id: UInt32) -> Bool {
        let page = ownPage
        guard let timer = page.timers.remove(id) else { return false }
        // The one that is running is discarded when its callback has returned.
        if page.runningTimer != timer.callback.id { discardCleared(timer.callback) }
        return true
    }

    /// A timer of the host's own, which is nested in nothing ("run steps after a timeout", HTML 8.6).
    func armInternalTimer(
        _ handle: UInt32?, _ delay: Int, isRepeating: Bool, isReferenced: Bool, _ page: Page
    ) -> TimerID {
        let id = page.timers.takeID()
        armPageTimer(
            id: id, handle: handle ?? id, timeout: Int32(clamping: delay), nestingLevel: 0, isRepeating: isRepeating,
            isReferenced: isReferenced, page)
        return TimerID(rawValue: UInt64(id))
    }

    func armPageTimer(
        id: UInt32, handle: UInt32, timeout: Int32, nestingLevel: Int, isRepeating: Bool, isReferenced: Bool,
        _ page: Page
    ) {
        // 4 and 5.
        let wanted = wrongRules.contains(.timersInOrderArmed) ? 0 : timeout
        let timeout = PageTimers.clamp(wanted, nestingLevel: nestingLevel)
        let now = clock.now()
        let callback = Callback(kind: .timer, handle: handle, id: takeID())
        // 10 and 11: the task is one level deeper.
        let timer = PageTimer(
            callback: callback, due: now + UInt64(timeout) * 1_000_000, timeout: timeout,
            nestingLevel: nestingLevel + 1, isRepeating: isRepeating, isReferenced: isReferenced)
        page.timers.insert(timer, id: id)
        guard isObserved else { return }
        let arming = TimerArming(
            timer: TimerID(rawValue: UInt64(id)), duration: Int(timeout), start: now / 1_000_000,
            isRepeating: isRepeating, isReferenced: isReferenced)
        report(.timerArmed(callback, arming, cause: runningID))
    }

    // MARK: - Animation frames

    /// Registers a callback for the next frame and returns its number (HTML 8.11 "Animation frames").
    @discardableResult
    public func requestAnimationFrame(_ handle: UInt32) -> UInt32 {
        let page = ownPage
        let callback = Callback(kind: .animationFrame, handle: handle, id: takeID())
        if isObserved { report(.queued(callback, cause: runningID)) }
        return page.frames.add(callback, at: clock.now())
    }

    /// Takes a callback out of the frame that it waits for; false if it ran or was cancelled before.
    @discardableResult
    public func cancelAnimationFrame(_ id: UInt32) -> Bool {
        guard let callback = ownPage.frames.remove(id) else { return false }
        discardCleared(callback)
        return true
    }

    /// Notes that the document changed, so that the next rendering opportunity makes a frame.
    public func setNeedsRendering() {
        ownPage.frames.setDirty(at: clock.now())
    }

    /// The rendering opportunity of the running or last frame, in nanoseconds of the loop's clock.
    public var frameTime: UInt64 { ownPage.frames.frameTime }

    /// How many frames were rendered and missed so far.
    public var frameReport: FrameReport { ownPage.report }

    // MARK: - Idle callbacks

    /// Registers a callback for an idle period and returns its number; the timeout is in nanoseconds.
    @discardableResult
    public func requestIdleCallback(_ handle: UInt32, timeout: UInt64? = nil) -> UInt32 {
        let page = ownPage
        let callback = Callback(kind: .idle, handle: handle, id: takeID())
        if isObserved { report(.queued(callback, cause: runningID)) }
        return page.idle.add(callback, timeout: timeout.map { clock.now() + $0 })
    }

    /// Takes an idle callback out; false if it ran or was cancelled before.
    @discardableResult
    public func cancelIdleCallback(_ id: UInt32) -> Bool {
        guard let callback = ownPage.idle.remove(id) else { return false }
        discardCleared(callback)
        return true
    }

    /// When the running idle callback should be done, in nanoseconds of the loop's clock.
    ///
    /// The end of the idle period, or the callback's own beginning if it timed out.
    public var idleDeadline: UInt64 {
        let page = ownPage
        if page.didIdleTimeOut { return page.idleCallbackStart }
        return page.idle.currentDeadline(limit: page.knownDeadline)
    }

    /// Whether the running idle callback runs because its timeout was over.
    public var didIdleCallbackTimeOut: Bool { ownPage.didIdleTimeOut }
}
