// SPDX-License-Identifier: MIT
/// The first task of a source, as far as choosing between sources goes.
private struct RunnableTask: BitwiseCopyable {
    let source: TaskSource
    /// When it was queued, in nanoseconds.
    let time: UInt64
    /// What decides among tasks of one instant.
    let order: UInt64
}

extension EventLoop {
    /// How long a task may take before it is a long task, in nanoseconds ("Long Tasks", section 2).
    public static let longTaskThreshold: UInt64 = 50_000_000

    /// One turn of a window event loop, with the numbers of its steps.
    ///
    /// Source: HTML standard, section 8.1.7.3 "Processing model". What the standard does in parallel, this loop does at
    /// the beginning of a turn: it waits, if no task is runnable, and takes in what came.
    func oneTurn(of page: Page, _ entry: Entry) -> Flow {
        guard let runner else { preconditionFailure("a loop without a runner cannot turn") }
        turnNumber &+= 1
        if isObserved { report(.turnStarted(turnNumber)) }

        // In parallel: timers, network, other threads, rendering opportunities.
        if runPollPhase(entry, runner) == .leave { return .leave }
        takeInOutside(page)

        // 2. If there is a runnable task: 2.1 choose a task queue; 2.2 to 2.7 take its oldest task and run it; 2.8
        //    microtask checkpoint; 3 and 4 report long tasks.
        if let source = chooseTaskSource(page) {
            return runFirstTask(of: source, page, runner)
        }

        // 5. If there is none: start an idle period, or go on with it.
        return runIdleCallback(page, runner)
    }

    /// Makes tasks of what the parts of the loop that are no page's own have queued: completions, closed ports.
    private func takeInOutside(_ page: Page) {
        while let callback = polls.popFirst() {
            page.tasks.append(QueuedTask(callback: callback, time: clock.now()), .networking)
        }
        for callback in closing {
            page.tasks.append(QueuedTask(callback: callback, time: clock.now()), .postedMessage)
        }
        closing = []
    }

    // MARK: - Step 2

    /// Step 2.1: which queue goes first is left to the implementation; the oldest task does, unless the policy chooses.
    private func chooseTaskSource(_ page: Page) -> TaskSource? {
        var runnable = runnableTasks(page)
        guard runnable.count > 1 else { return runnable.first?.source }
        runnable.sort { ($0.time, $0.order, $0.source.rawValue) < ($1.time, $1.order, $1.source.rawValue) }
        let taken = virtualClock == nil ? 0 : choose(.taskSource, among: runnable.count)
        return runnable[taken].source
    }

    /// Whether step 2 has something to run.
    func hasRunnableTask(_ page: Page) -> Bool { !runnableTasks(page).isEmpty }

    private func runnableTasks(_ page: Page) -> [RunnableTask] {
        var runnable: [RunnableTask] = []
        if page.tasks.count > 0 {
            for source in TaskSource.allCases {
                guard let task = page.tasks.first(of: source) else { continue }
                runnable.append(RunnableTask(source: source, time: task.time, order: task.callback.id))
            }
        }
        let now = clock.now()
        if let first = page.timers.first(), first.timer.due <= now {
            runnable.append(RunnableTask(source: .timer, time: first.timer.due, order: first.timer.callback.id))
        }
        if let due = page.frames.due, due <= now {
            runnable.append(RunnableTask(source: .rendering, time: due, order: .max))
        }
        if let timeout = page.idle.firstTimeout, timeout.time <= now {
            runnable.append(RunnableTask(source: .idle, time: timeout.time, order: .max))
        }
        return runnable
    }

    private func runFirstTask(of source: TaskSource, _ page: Page, _ runner: any CallbackRunner) -> Flow {
        if isObserved { report(.taskSourceChosen(source)) }
        switch source {
        case .timer:
            return runTimer(page, runner)
        case .rendering:
            return updateTheRendering(page, runner)
        case .idle:
            guard let id = page.idle.firstTimeout?.id, let callback = page.idle.remove(id) else { return .proceed }
            return runIdle(callback, didTimeOut: true, page, runner)
        case .domManipulation, .userInteraction, .networking, .postedMessage, .performanceTimeline:
            guard let task = page.tasks.popFirst(of: source) else { return .proceed }
            return runPageTask(task.callback, runner)
        }
    }

    /// Steps 2.2 to 2.8, 3 and 4 for a task that is one callback.
    func runPageTask(_ callback: Callback, _ runner: any CallbackRunner) -> Flow {
        let start = clock.now()
        let outcome = perform(callback, runner)
        // An error was reported by then, and does not keep the checkpoint away.
        if outcome == .stop || closeTask(runner) == .leave { return .leave }
        runner.taskDidFinish(FinishedTask(callback: callback, start: start, end: clock.now()))
        return .proceed
    }

    /// The task of step 9 of the timer initialization steps (8.6 "Timers").
    private func runTimer(_ page: Page, _ runner: any CallbackRunner) -> Flow {
        guard let (id, timer) = page.timers.popFirst() else { return .proceed }
        let start = clock.now()
        page.nestingLevel = timer.nestingLevel
        page.runningTimer = timer.callback.id
        defer {
            page.nestingLevel = 0
            page.runningTimer = 0
        }
        let outcome = perform(timer.callback, runner)
        // 9.5: a callback is cleaned up after before its interval is armed again, in 9.9.
        let isLeaving = outcome == .stop || closeTask(runner) == .leave
        if page.timers[id]?.callback.id == timer.callback.id, timer.isRepeating {
            rearm(timer, id: id, page)
        } else {
            _ = page.timers.remove(id)
            runner.discard(timer.callback)
        }
        if isLeaving { return .leave }
        runner.taskDidFinish(FinishedTask(callback: timer.callback, start: start, end: clock.now()))
        return .proceed
    }

    private func rearm(_ timer: PageTimer, id: UInt32, _ page: Page) {
        armPageTimer(
            id: id, handle: timer.callback.handle, timeout: timer.timeout, nestingLevel: timer.nestingLevel,
            isRepeating: true, isReferenced: page.timers[id]?.isReferenced ?? true, page)
    }

    // MARK: - Update the rendering

    /// The steps of "update the rendering" that a page without style sheets and observers has.
    private func updateTheRendering(_ page: Page, _ runner: any CallbackRunner) -> Flow {
        let start = clock.now()
        // 1. frameTimestamp.
        page.report.frames += 1
        page.report.missedFrames += page.frames.beginFrame(at: start)
        let frame = Callback(kind: .animationFrame, handle: 0, id: takeID())
        if isObserved { report(.frameBegan(page.frames.lastFrame)) }
        // 14. Run the animation frame callbacks: those there are now, as long as nobody cancels them.
        for request in page.frames.requests {
            guard let callback = page.frames.remove(request.id) else { continue }
            if perform(callback, runner) == .stop || closeTask(runner) == .leave { return .leave }
        }
        // 16. Recalculate styles and update layout.
        if page.frames.isDirty { runner.updateLayout() }
        page.frames.endFrame(at: clock.now())
        runner.taskDidFinish(FinishedTask(callback: frame, start: start, end: clock.now()))
        return .proceed
    }

    // MARK: - Step 5

    private func runIdleCallback(_ page: Page, _ runner: any CallbackRunner) -> Flow {
        guard let callback = page.idle.takeNext(at: clock.now(), limit: page.knownDeadline) else { return .proceed }
        return runIdle(callback, didTimeOut: false, page, runner)
    }

    private func runIdle(
        _ callback: Callback, didTimeOut: Bool, _ page: Page, _ runner: any CallbackRunner
    ) -> Flow {
        page.didIdleTimeOut = didTimeOut
        page.idleCallbackStart = clock.now()
        defer { _ = page.idle.currentDeadline(limit: page.knownDeadline) }
        return runPageTask(callback, runner)
    }
}
