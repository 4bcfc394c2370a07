// SPDX-License-Identifier: MIT

extension EventLoop {
    /// When the next timer or scheduled completion is due, in nanoseconds of the loop's clock; nil when none waits.
    public var nextDeadlineNanoseconds: UInt64? {
        nextDeadline
    }

    /// Lets virtual time pass up to an instant, and runs whatever becomes due on the way, each at its own time.
    ///
    /// Turns also run what is ready without time passing. Does nothing more once a stop was requested. Under the system
    /// clock it runs turns until real time has come that far.
    public func advance(to instant: UInt64) -> TurnResult {
        var result = turn(waitingAtMost: 0)
        while result == .alive || result == .idle {
            guard let deadline = nextDeadline, deadline <= instant else { break }
            let now = clock.now()
            result = turn(waitingAtMost: deadline > now ? deadline - now : 0)
        }
        if let virtualClock, result == .alive || result == .idle, virtualClock.now() < instant {
            virtualClock.charge(nanoseconds: instant - virtualClock.now())
        }
        return result
    }

    /// Whether a tick or a microtask waits.
    public var hasTicksOrMicrotasks: Bool {
        !ticks.isEmpty || !microtasks.isEmpty
    }

    /// Whether something can run without waiting and without time passing.
    public var hasReadyWork: Bool {
        immediates.count > 0 || !closing.isEmpty || !polls.isEmpty || !ticks.isEmpty || !microtasks.isEmpty
            || inbox.mayHaveNews || timers.isDue(at: clock.now() / 1_000_000) || isPageReady
    }

    private var isPageReady: Bool {
        let now = clock.now()
        return page?.nextDeadline(at: now) == now
    }

    /// Waits in real time until a watched descriptor is ready or the inbox has news, and runs nothing.
    ///
    /// No virtual time passes. Returns false when a stop was requested meanwhile.
    public func waitForDescriptors() -> Bool {
        assertConfined()
        runner?.loopWillWait()
        poller?.waitOnly()
        return !inbox.isStopRequested
    }

    /// Waits as ``waitForDescriptors()`` and calls the handlers of the watches that are ready; nothing else runs.
    ///
    /// For a prompt whose virtual clock stands still.
    public func serveWatches() -> Bool {
        guard waitForDescriptors() else { return false }
        for readiness in poller?.wait(milliseconds: 0) ?? [] {
            poller?.handler(of: readiness.id)?(readiness.events)
        }
        return !inbox.isStopRequested
    }
}
