// SPDX-License-Identifier: MIT
internal import Scheduling

// What decides between a callback that begins and one that waits, in Node's loop.
extension Decider {
    func inNode(_ contest: Contest) -> Decision {
        if let decision = amongJobs(contest) { return decision }
        let (first, second) = (contest.first, contest.second)
        switch (contest.winner.record.kind, contest.waiter.record.kind) {
        case (.timer, .timer): return amongTimers(contest)
        case (.immediate, .immediate): return amongImmediates(contest)
        case (.poll, .poll): return amongCompletions(contest)
        case (.close, .close):
            return contest.decided(.lastClosedFirst, "\(first) was queued after \(second), and the last one runs first")
        case (_, .timer): return beforeTimer(contest)
        case (_, .poll): return beforeCompletion(contest)
        case (.timer, .immediate):
            if isOpen(.timerOrImmediate, contest) {
                return contest.open(.timerOrImmediateIsOpen, "1 ms had passed when the loop began")
            }
            if isOpen(.immediateOrTimer, contest) {
                return contest.open(.timerOrImmediateIsOpen, "1 ms had passed when the next turn began")
            }
            return contest.decided(
                .phasesInOrder,
                "\(first) was due, and the timers phase comes before the check phase, which has \(second)")
        case (.poll, .immediate):
            return contest.decided(
                .phasesInOrder,
                "\(first) was ready, and the poll phase comes before the check phase, which has \(second)")
        case (.close, _):
            return contest.decided(
                .phasesInOrder, "\(first) belonged to the close phase of a turn, \(second) to the turn after it")
        case (_, .close):
            return contest.decided(
                .closeIsLast, "\(first) ran earlier in the turn; \(second) waited for its close phase")
        default:
            return contest.decided(.earlierTimeFirst, "\(first) came first; \(second) was still waiting")
        }
    }

    // MARK: - Jobs

    /// What decides where one of the two at least runs in a checkpoint; nil for two tasks.
    func amongJobs(_ contest: Contest) -> Decision? {
        let (first, second) = (contest.first, contest.second)
        switch (contest.winner.record.kind, contest.waiter.record.kind) {
        case (.microtask, .microtask), (.tick, .tick): return inOneQueue(contest)
        case (.tick, .microtask):
            return contest.decided(
                .ticksBeforeMicrotasks, "\(first) was in the tick queue, \(second) among the microtasks: ticks go first"
            )
        case (.microtask, .tick):
            let asked = contest.waiter.asked(in: trace)
            if let asker = index.runningCallback(at: asked), names.isModuleBody(asker) {
                return contest.decided(
                    .modulesAreJobs,
                    "the module's body is a microtask itself, so \(first) came right after it; the ticks, with "
                        + "\(second), had to wait")
            }
            return contest.decided(
                .microtasksFinishFirst,
                "\(first) was a microtask, and microtasks were being served; \(second), a tick, had to wait until "
                    + "none was left")
        case (.microtask, _), (.tick, _):
            let kind = contest.winner.record.kind == .tick ? "tick" : "microtask"
            return contest.decided(
                .checkpointDrains, "\(first) was a \(kind), and all of them run before the next task, \(second)")
        case (_, .microtask), (_, .tick):
            return contest.decided(
                .failureSkipsCheckpoint,
                "\(first) followed a callback that threw, so no checkpoint came in between; \(second) had to wait")
        default: return nil
        }
    }

    private func inOneQueue(_ contest: Contest) -> Decision {
        let (winner, waiter) = (contest.winner, contest.waiter)
        let queue = winner.record.kind == .tick ? "tick queue" : "microtask queue"
        let first = startedCause(of: winner.queued(in: trace))
        let second = startedCause(of: waiter.queued(in: trace))
        guard let first, let second, first != second, let asker = name(startedAt: first),
            let laterAsker = name(startedAt: second)
        else {
            return contest.decided(.firstInFirstOut, "\(contest.first) entered the \(queue) before \(contest.second)")
        }
        let isReaction = waiter.record.kind == .microtask && index.api(of: waiter.record) != "queueMicrotask"
        return contest.decided(
            isReaction ? .settledQueuesJob : .firstInFirstOut,
            "\(contest.first) was queued by \(asker); \(contest.second) could only be queued by \(laterAsker), and so "
                + "stood behind it")
    }

    // MARK: - Timers

    func amongTimers(_ contest: Contest) -> Decision {
        guard let first = due(contest.winner), let second = due(contest.waiter) else {
            return contest.decided(.earlierDueFirst, "\(contest.first) was due before \(contest.second)")
        }
        if first.due < second.due {
            return contest.decided(
                .earlierDueFirst,
                "\(contest.first) was due at \(ShortTime.text(first.due)), \(contest.second) at "
                    + ShortTime.text(second.due))
        }
        if first.delay == second.delay {
            return contest.decided(
                .sameDelayInOrder,
                "both wait for \(first.delay) ms, and \(contest.first) was armed before \(contest.second)")
        }
        let lists =
            "Node came to its \(first.delay) ms timers, with \(contest.first), before its \(second.delay) ms "
            + "timers, with \(contest.second)"
        if isPage {
            return contest.decided(
                .earlierDueFirst, "both were due, and \(contest.first) came before \(contest.second)")
        }
        return contest.decided(
            .oneListPerDelay,
            first.due == second.due
                ? "both were due at \(ShortTime.text(first.due)); \(lists)" : "both were due; \(lists)")
    }

    private func beforeTimer(_ contest: Contest) -> Decision {
        let winner = contest.winner
        if isOpen(.timerOrImmediate, contest) {
            return contest.open(.timerOrImmediateIsOpen, "1 ms had not passed yet when the loop began")
        }
        if isOpen(.immediateOrTimer, contest) {
            return contest.open(.timerOrImmediateIsOpen, "1 ms had not passed yet when the next turn began")
        }
        if isOpen(.timerOrCompletion, contest) {
            return contest.open(.sameInstantIsOpen, "both were ready at the same instant")
        }
        if winner.record.kind == .immediate, trace.events[winner.asked(in: trace)].phase == .poll,
            trace.events[contest.waiter.asked(in: trace)].phase == .poll
        {
            return contest.decided(
                .immediateAfterPoll,
                "both were asked for in the poll phase; the check phase, with \(contest.first), comes right after it, "
                    + "and the timers, with \(contest.second), in the next turn")
        }
        if let decision = notYetDue(contest) { return decision }
        return contest.decided(
            .phasesInOrder,
            "\(contest.first) ran in the \(trace.events[winner.started].phase) phase; the timers, with "
                + "\(contest.second), come again in the next turn")
    }

    /// What decides where a timer waits that was not due when another callback ran; nil if it was due.
    func notYetDue(_ contest: Contest) -> Decision? {
        guard let due = due(contest.waiter), due.due > trace.events[contest.winner.started].time else { return nil }
        return contest.decided(
            .earlierTimeFirst,
            "\(contest.first) ran at \(time(contest.winner.started)); \(contest.second) was not due before "
                + ShortTime.text(due.due))
    }

    /// When a timer is due, in nanoseconds, and its delay in milliseconds.
    func due(_ link: Lineage.Link) -> (due: UInt64, delay: UInt64)? {
        guard let armed = link.via.last(where: { trace.events[$0].kind == .timerSet }) else { return nil }
        let event = trace.events[armed]
        return (event.due(countsWholeMilliseconds: !isPage), event.delay)
    }

    // MARK: - Immediates and completions

    private func amongImmediates(_ contest: Contest) -> Decision {
        let thread = contest.winner.record.thread
        let isNextTurn = trace.events[contest.winner.started...contest.waiter.started].contains {
            $0.kind == .turnStarted && $0.thread == thread
        }
        return isNextTurn
            ? contest.decided(
                .immediatesOfThisTurn,
                "\(contest.first) was there when the check phase began; \(contest.second) came later and had to "
                    + "wait for the next turn")
            : contest.decided(
                .firstInFirstOut, "\(contest.first) was queued for the check phase before \(contest.second)")
    }

    private func beforeCompletion(_ contest: Contest) -> Decision {
        let ready = contest.waiter.queued(in: trace)
        if ready > contest.winner.started {
            return contest.decided(
                .hostWorkTakesTime,
                "\(contest.first) ran at \(time(contest.winner.started)), while the host still worked for "
                    + "\(contest.second), which was ready at \(time(ready))")
        }
        if isOpen(.timerOrCompletion, contest) {
            return contest.open(.sameInstantIsOpen, "both were ready at the same instant")
        }
        return contest.decided(
            .phasesInOrder,
            "\(contest.first) ran in the \(trace.events[contest.winner.started].phase) phase; the next poll phase has "
                + contest.second)
    }

    func amongCompletions(_ contest: Contest) -> Decision {
        let (winner, waiter) = (contest.winner, contest.waiter)
        let sent = winner.index(of: .messageSent, in: trace)
        if let sent, let other = waiter.index(of: .messageSent, in: trace) {
            return thread(sent) == thread(other) && sent < other
                ? contest.decided(.messagesInOrder, "\(contest.first) was sent before \(contest.second)")
                : contest.decided(
                    .messagesAreTasks,
                    "\(contest.first) was sent at \(time(sent)), \(contest.second) at \(time(other))")
        }
        if let done = winner.index(of: .jobEnded, in: trace), let begun = waiter.index(of: .jobStarted, in: trace),
            let asked = waiter.index(of: .jobQueued, in: trace),
            trace.events[begun].time > trace.events[asked].time, trace.events[done].time <= trace.events[begun].time
        {
            return contest.decided(
                .poolHasLanes,
                "\(contest.first) was done at \(time(done)); the pool had no lane for \(contest.second) before "
                    + time(begun))
        }
        if isOpen(.completionOrder, contest) {
            return contest.open(.sameInstantIsOpen, "both were done at the same instant")
        }
        let (first, second) = (ready(winner), ready(waiter))
        return contest.decided(
            .firstDoneFirst,
            first == second
                ? "both were ready at \(first), \(contest.first) before \(contest.second)"
                : "\(contest.first) was ready at \(first), \(contest.second) at \(second)")
    }

    private func ready(_ link: Lineage.Link) -> String {
        time(link.index(of: .jobEnded, in: trace) ?? link.queued(in: trace))
    }
}

// What the parts above have in common.
extension Decider {
    /// Whether a choice of that sort was taken between the asking for both and the start of the one.
    func isOpen(_ point: ChoicePoint, _ contest: Contest) -> Bool {
        let begin = max(contest.winner.asked(in: trace), contest.waiter.asked(in: trace))
        guard begin < contest.winner.started else { return false }
        return trace.events[begin..<contest.winner.started].contains {
            $0.kind == .choice && $0.subject == UInt64(point.rawValue) && $0.thread == contest.winner.record.thread
        }
    }

    /// The index of the start of the callback that made an event happen.
    private func startedCause(of event: Int) -> Int? {
        var current = event
        while trace.events[current].kind != .started {
            guard let next = trace.index(of: trace.events[current].cause), next < current else { return nil }
            current = next
        }
        return current
    }

    private func name(startedAt start: Int) -> String? {
        Lineage.Link(startedAt: start, in: index).map { names.name(of: $0) }
    }
}
