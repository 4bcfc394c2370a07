// SPDX-License-Identifier: MIT
internal import Scheduling

/// What decided that one thing happened before another.
public struct Decision: Equatable, Sendable {
    /// The rule.
    public var rule: Rule
    /// How it applied, as one sentence without its full stop; may hold text of the program.
    public var sentence: String
    /// The index of the event at which it was decided: mostly the start of the callback that went first.
    public var eventIndex: Int
}

/// Finds what decided the order of two events of a trace.
///
/// The two lineages are followed up to their last common callback. From there on, what led to the later event was
/// waiting when the callback of the earlier one began; the rule that preferred the one to the other decided.
public struct Decider: Sendable {
    let index: TraceIndex
    let names: CallbackNames

    var trace: Trace { index.trace }
    var isPage: Bool { trace.header.profile == .browser }

    /// Prepares to decide about the events of a trace; `entryName` is what sentences call its first script.
    public init(_ index: TraceIndex, entryName: String = "the main script") {
        self.index = index
        names = CallbackNames(index, entryName: entryName)
    }

    /// What decided that the event of one index came before that of a greater one.
    public func decision(between first: Int, and second: Int) -> Decision {
        let earlier = Lineage(of: first, in: index)
        let later = Lineage(of: second, in: index)
        if let end = atTheEnd(first, earlier, second, later) { return end }
        let common = earlier.commonCount(with: later)
        switch (common == earlier.links.count, common == later.links.count) {
        case (true, true): return sameCallback(first, second, earlier)
        case (true, false): return ancestor(first, earlier, second, later, common)
        case (false, true): return descendant(first, earlier, second, later)
        case (false, false): return sideBySide(earlier, second, later, common)
        }
    }

    // MARK: - One callback

    private func sameCallback(_ first: Int, _ second: Int, _ lineage: Lineage) -> Decision {
        guard let link = lineage.links.last else {
            return Decision(rule: .sourceOrder, sentence: "the one was printed before the other", eventIndex: first)
        }
        let name = names.plainName(of: link)
        if trace.events[first...second].contains(where: { $0.kind == .uncaughtError && $0.thread == thread(second) }) {
            let isEnd = !survived(link)
            return Decision(
                rule: isEnd ? .uncaughtErrorEnds : .sourceOrder,
                sentence: isEnd
                    ? "\(name) threw; what comes after an error that nobody caught is the end of the program"
                    : "\(name) printed \(quoted(first)) before it threw; the error was handed on only then",
                eventIndex: first)
        }
        if isAfterwards(second, link) {
            return Decision(
                rule: .rejectionsAfterCheckpoint,
                sentence: isAfterwards(first, link)
                    ? "the rejections were looked at one after the other, and that of \(quoted(first)) came first"
                    : "\(name) printed \(quoted(first)) while it ran; the rejection was looked at afterwards",
                eventIndex: first)
        }
        if let function = asyncFunction(around: first, before: second) {
            let place = trace.position(of: trace.events[function]).map { " at \($0)" } ?? ""
            return Decision(
                rule: .startsAtOnce,
                sentence: "the async function\(place) ran at once up to its await, and printed \(quoted(first)); only "
                    + "then did its caller go on, and \(quoted(second)) was printed",
                eventIndex: first)
        }
        return Decision(
            rule: .sourceOrder,
            sentence: "\(name) printed both: \(quoted(first)) first, \(quoted(second)) further on, and nothing runs "
                + "in between",
            eventIndex: first)
    }

    /// The index of the first await of an async function that began before one event of a callback and left the thread
    /// to its caller before a later one.
    private func asyncFunction(around first: Int, before second: Int) -> Int? {
        let events = trace.events
        let cause = events[first].cause
        var begun: Set<UInt64> = []
        for position in (0..<first).reversed() {
            if events[position].sequence == cause { break }
            if events[position].cause == cause, events[position].kind == .promiseCreated {
                begun.insert(events[position].subject)
            }
        }
        guard !begun.isEmpty, first < second else { return nil }
        return (first..<second).first {
            events[$0].kind == .awaitSuspended && events[$0].cause == cause && begun.contains(events[$0].subject)
        }
    }

    /// Whether the program went on after a callback that threw.
    func survived(_ link: Lineage.Link) -> Bool {
        end(of: link).map { trace.events[$0].value == 1 } ?? false
    }

    private func ancestor(
        _ first: Int, _ earlier: Lineage, _ second: Int, _ later: Lineage, _ common: Int
    ) -> Decision {
        guard let parent = earlier.links.last else { return timeDecides(first, second) }
        let child = later.links[common]
        let waiting = waitingName(child, second, later)
        let name = names.plainName(of: parent)
        if child.record.thread != parent.record.thread {
            return ledAcrossThreads(contest(parent, child, second, later))
        }
        if let end = end(of: parent), child.started < end, first < child.started {
            return Decision(
                rule: .checkpointAfterCallback,
                sentence: "\(name) printed \(quoted(first)) before the stack was empty; \(waiting) waited for that",
                eventIndex: child.started)
        }
        if isAfterwards(first, parent) {
            return Decision(
                rule: child.isJob ? .runToCompletion : .rejectionsAfterCheckpoint,
                sentence: child.isJob
                    ? "\(quoted(first)) was printed while the rejection was looked at; \(waiting) was asked for there "
                        + "and had to wait until that had ended"
                    : "the rejection was looked at before the next task, and \(waiting) is one",
                eventIndex: first)
        }
        let isAwait = child.record.kind == .microtask && index.api(of: child.record) == "await"
        return Decision(
            rule: isAwait ? .awaitYields : .runToCompletion,
            sentence: isAwait
                ? "\(quoted(first)) was printed while \(name) ran; what comes after \(waiting) had to wait until that "
                    + "had ended"
                : "\(quoted(first)) was printed while \(name) ran; \(waiting) was asked for there and had to wait "
                    + "until that had ended",
            eventIndex: parent.started)
    }

    private func descendant(_ first: Int, _ earlier: Lineage, _ second: Int, _ later: Lineage) -> Decision {
        guard let parent = later.links.last, let child = earlier.links.last else { return timeDecides(first, second) }
        if isAfterwards(second, parent) {
            return Decision(
                rule: .rejectionsAfterCheckpoint,
                sentence: "\(names.name(of: child)) was waiting in a queue; the rejection was looked at once the "
                    + "queues were empty",
                eventIndex: child.started)
        }
        return Decision(
            rule: .checkpointAfterCallback,
            sentence:
                "\(names.name(of: child)) ran as soon as the stack was empty, before \(names.plainName(of: parent))"
                + " went on to print \(quoted(second))",
            eventIndex: child.started)
    }

    // MARK: - The end of the program

    private func atTheEnd(_ first: Int, _ earlier: Lineage, _ second: Int, _ later: Lineage) -> Decision? {
        let isExit = later.tail.contains { trace.events[$0].kind == .loopEmptied }
        if isExit {
            if earlier.tail.contains(where: { trace.events[$0].kind == .loopEmptied }) {
                return Decision(
                    rule: .sourceOrder,
                    sentence: "listeners of 'exit' printed both: \(quoted(first)) first", eventIndex: first)
            }
            return Decision(
                rule: .exitIsLast,
                sentence: "\(quoted(second)) was printed by a listener of 'exit', which runs when all else has ended",
                eventIndex: first)
        }
        let started = earlier.links.map(\.started)
        // What a worker sends at its own end is a task of its receiver.
        let fresh = later.links.first {
            $0.followsEmptyLoop(in: trace) && !started.contains($0.started) && $0.record.thread == thread(second)
        }
        guard let fresh, fresh.started > first else { return nil }
        return Decision(
            rule: .beforeExitWhenEmpty,
            sentence: "\(quoted(second)) came when nothing was left for the loop to do, from 'beforeExit'",
            eventIndex: fresh.started)
    }

    // MARK: - Callbacks that waited at the same time

    private func sideBySide(_ earlier: Lineage, _ second: Int, _ later: Lineage, _ common: Int) -> Decision {
        guard let winner = earlier.links.last else { return timeDecides(0, second) }
        guard let waiter = later.links[common...].first(where: { $0.started > winner.started }) else {
            return nested(winner, second, later)
        }
        let contest = contest(winner, waiter, second, later)
        if let adoption = adoption(contest, later, common) { return adoption }
        if winner.record.thread != waiter.record.thread { return acrossThreads(contest) }
        // A job came at once after its task, so the task that it belongs to decided.
        if winner.isJob, !waiter.isJob, let task = earlier.links.last(where: { !$0.isJob }),
            task.record.thread == waiter.record.thread, waiter.asked(in: trace) < task.started
        {
            let ofTask = self.contest(task, waiter, second, later)
            if isSamePhase(task.started, waiter.started) {
                let name = names.plainName(of: task)
                return contest.decided(
                    isPage ? .checkpointAfterCallback : .checkpointDrains,
                    "\(contest.first) was queued while \(name) ran, and had its turn right after it; "
                        + "\(contest.second) was the next task")
            }
            var decision = isPage ? inPage(ofTask) : inNode(ofTask)
            decision.sentence += "; \(contest.first) ran in the checkpoint right after the former"
            return decision
        }
        return isPage ? inPage(contest) : inNode(contest)
    }

    /// Whether two callbacks ran one right after the other as far as tasks go: in one phase, at one time.
    private func isSamePhase(_ first: Int, _ second: Int) -> Bool {
        let thread = thread(first)
        let task = trace.events[first].value
        return trace.events[(first + 1)...second].allSatisfy { event in
            guard event.thread == thread else { return true }
            return switch event.kind {
            case .phaseEntered, .turnStarted, .clockJumped, .frameBegan: false
            case .started: event.sequence == trace.events[second].sequence || isJob(event.value)
            default: true
            }
        } && task == trace.events[second].value
    }

    private func isJob(_ kind: UInt64) -> Bool {
        kind == UInt64(CallbackKind.microtask.rawValue) || kind == UInt64(CallbackKind.tick.rawValue)
    }

    /// What decided where a promise on the way to the later event followed another one, and lost its place by that.
    private func adoption(_ contest: Contest, _ later: Lineage, _ common: Int) -> Decision? {
        guard contest.winner.record.kind == .microtask, contest.waiter.record.kind == .microtask else { return nil }
        let queued = contest.winner.queued(in: trace)
        let links = later.links[common...].prefix { $0.started <= contest.waiter.started }
        guard let job = links.first(where: { $0.asksAnotherPromise(in: trace) }), job.queued(in: trace) < queued
        else { return nil }
        return contest.decided(
            .adoptionTakesJobs,
            "the promise of \(index.label(of: job.record)) was given another promise to follow; \(contest.first) was "
                + "queued while that took its two jobs, and so came before \(contest.second)")
    }

    // All of what led to the later event had begun: one runs inside the other.
    private func nested(_ winner: Lineage.Link, _ second: Int, _ later: Lineage) -> Decision {
        guard let outer = later.links.last, outer.record.thread == winner.record.thread else {
            let last = later.links.last ?? winner
            return acrossThreads(contest(winner, last, second, later))
        }
        return Decision(
            rule: .checkpointAfterCallback,
            sentence: "\(names.name(of: winner)) ran as soon as the stack was empty, before "
                + "\(names.plainName(of: outer)) went on to print \(quoted(second))",
            eventIndex: winner.started)
    }

    /// A callback that began, and one that waited at that moment.
    struct Contest {
        let winner: Lineage.Link
        let waiter: Lineage.Link
        /// The name of the one that began.
        let first: String
        /// The name of the one that waited, and what it led to.
        let second: String

        func decided(_ rule: Rule, _ sentence: String) -> Decision {
            Decision(rule: rule, sentence: sentence, eventIndex: winner.started)
        }

        func open(_ rule: Rule, _ circumstance: String) -> Decision {
            decided(
                rule,
                "here \(circumstance), so \(first) came before \(second); another run may have it the other way round")
        }
    }

    func contest(_ winner: Lineage.Link, _ waiter: Lineage.Link, _ second: Int, _ later: Lineage) -> Contest {
        Contest(
            winner: winner, waiter: waiter, first: names.name(of: winner), second: waitingName(waiter, second, later))
    }

    // MARK: - Words

    func quoted(_ event: Int) -> String {
        let text = trace.text(of: trace.events[event])
        return trace.events[event].kind == .output
            ? CallbackNames.quoted(String(text.prefix { $0 != "\n" })) : "the other"
    }

    private func waitingName(_ link: Lineage.Link, _ second: Int, _ later: Lineage) -> String {
        if link.started == later.links.last?.started { return names.name(of: link) }
        return "\(names.plainName(of: link)) (which led to \(quoted(second)))"
    }

    func thread(_ event: Int) -> UInt16 { trace.events[event].thread }

    func time(_ event: Int) -> String { ShortTime.text(trace.events[event].time) }

    /// The index of the end of one run of a callback.
    func end(of link: Lineage.Link) -> Int? {
        let events = trace.events
        return events[link.started...].firstIndex { $0.kind == .ended && $0.subject == link.record.callback }
    }

    private func isAfterwards(_ event: Int, _ link: Lineage.Link) -> Bool {
        end(of: link).map { $0 < event } ?? false
    }

    func timeDecides(_ first: Int, _ second: Int) -> Decision {
        Decision(
            rule: .earlierTimeFirst, sentence: "the one was ready at \(time(first)), the other at \(time(second))",
            eventIndex: first)
    }
}

/// Times as people say them.
enum ShortTime {
    /// Nanoseconds as milliseconds, with as many places as are needed and three at most: "12 ms", "1.3 ms".
    static func text(_ nanoseconds: UInt64) -> String {
        let microseconds = nanoseconds / 1_000
        var fraction = String(microseconds % 1_000 + 1_000).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        let whole = "\(microseconds / 1_000)"
        return (fraction.isEmpty ? whole : "\(whole).\(fraction)") + " ms"
    }
}
