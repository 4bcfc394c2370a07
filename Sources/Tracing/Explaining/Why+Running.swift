// SPDX-License-Identifier: MIT
internal import Scheduling

// Why a callback ran when it did: which part of the loop took it, and who went first there.
extension Why {
    func running(_ link: Lineage.Link, in before: ArraySlice<Lineage.Link>) -> [Reason] {
        switch link.record.kind {
        case .script: []
        case .microtask: [checkpoint(link, before)]
        case .tick: [tick(link, before)]
        case .timer: timerRun(link)
        case .immediate: immediateRun(link, before)
        case .poll, .task: [decider.isPage ? pageTask(link) : pollRun(link)]
        case .close: [phase(link, "the close phase, the last of its turn, ran it", .closeIsLast)]
        case .animationFrame: [frame(link)]
        case .idle: [phase(link, "nothing else was ready and no frame due, so the page was idle", .idleIsLast)]
        }
    }

    private func phase(_ link: Lineage.Link, _ sentence: String, _ rule: Rule) -> Reason {
        Reason(sentence: sentence, rule: rule, eventIndex: link.started)
    }

    // MARK: - Checkpoints

    private func checkpoint(_ link: Lineage.Link, _ before: ArraySlice<Lineage.Link>) -> Reason {
        let task = before.last { !$0.isJob }
        let name = task.map { names.plainName(of: $0) } ?? "what ran"
        if let task, let end = decider.end(of: task), link.started < end {
            return phase(
                link, "the stack was empty for a moment, so the job ran before \(name) went on",
                .checkpointAfterCallback)
        }
        if names.isModuleBody(link.record) { return phase(link, "it ran as a job", .modulesAreJobs) }
        return phase(link, "the checkpoint after \(name) ran it, before any task", .checkpointDrains)
    }

    private func tick(_ link: Lineage.Link, _ before: ArraySlice<Lineage.Link>) -> Reason {
        let queued = link.queued(in: trace)
        let thread = link.record.thread
        let microtasks = starts(of: .microtask, between: queued, and: link.started, on: thread)
        if !microtasks.isEmpty {
            let inModule = before.last.map { names.isModuleBody($0.record) } ?? false
            return phase(
                link, "the promise jobs were served to their end first: \(list(microtasks)); then the ticks",
                inModule ? .modulesAreJobs : .microtasksFinishFirst)
        }
        let name = before.last { !$0.isJob }.map { names.plainName(of: $0) } ?? "what ran"
        if before.last?.record.kind == .microtask {
            return phase(link, "no promise job was left, so the ticks had their turn again", .microtasksFinishFirst)
        }
        return phase(link, "the checkpoint after \(name) ran the ticks, before any promise job", .ticksBeforeMicrotasks)
    }

    // MARK: - Node's phases

    private func timerRun(_ link: Lineage.Link) -> [Reason] {
        guard let due = decider.due(link) else { return [] }
        let began = trace.events[link.started]
        var reasons: [Reason] = []
        if let choice = timerOrImmediate(before: link) { reasons.append(choice) }
        if began.time.elapsed(since: due.due) >= 1_000_000, let busy = busyCallback(at: due.due, before: link) {
            let until = ShortTime.text(began.time)
            reasons.append(
                phase(
                    link, "it was due at \(ShortTime.text(due.due)), but \(busy) held the thread; it ran at \(until)",
                    .timersWaitForThread))
            return reasons
        }
        let front = sameBatch(link)
        let loop = decider.isPage ? "the page took it as a task" : "the timers phase ran it"
        let after = front.isEmpty ? "" : ", after \(list(front))"
        var rule = Rule.earlierDueFirst
        if let last = front.last, let other = Lineage.Link(startedAt: last, in: index) {
            rule = decider.amongTimers(.init(winner: other, waiter: link, first: "", second: "")).rule
        }
        reasons.append(phase(link, "at \(ShortTime.text(began.time)) it was due, and \(loop)\(after)", rule))
        return reasons
    }

    /// The timers that ran right before this one in the same phase and were armed when it was.
    private func sameBatch(_ link: Lineage.Link) -> [Int] {
        let asked = link.asked(in: trace)
        var front: [Int] = []
        var position = link.started - 1
        while position > asked {
            let event = trace.events[position]
            if event.thread == link.record.thread {
                if event.kind == .phaseEntered || event.kind == .clockJumped { break }
                if event.kind == .started, event.value == UInt64(CallbackKind.timer.rawValue) {
                    front.append(position)
                }
            }
            position -= 1
        }
        return front.reversed()
    }

    /// The callback that ran when a timer was due, or the longest one from then on.
    private func busyCallback(at due: UInt64, before link: Lineage.Link) -> String? {
        let events = trace.events
        var position = link.started - 1
        while position > 0 {
            let event = events[position]
            if event.kind == .ended, event.thread == link.record.thread, event.time > due,
                let begin = trace.index(of: event.cause), events[begin].time <= due,
                let busy = Lineage.Link(startedAt: begin, in: index)
            {
                return names.name(of: busy)
            }
            if event.time < due { return nil }
            position -= 1
        }
        return nil
    }

    private func immediateRun(_ link: Lineage.Link, _ before: ArraySlice<Lineage.Link>) -> [Reason] {
        var reasons: [Reason] = []
        if let choice = timerOrImmediate(before: link) { reasons.append(choice) }
        let asked = trace.events[link.asked(in: trace)].phase
        let (words, rule): (String, Rule) =
            switch asked {
            case .poll: ("the check phase comes right after the poll phase, and ran it", .immediateAfterPoll)
            case .check: ("the check phase of the next turn ran it", .immediatesOfThisTurn)
            default: ("the check phase ran it, after timers and poll", .phasesInOrder)
            }
        reasons.append(phase(link, words, rule))
        return reasons
    }

    private func pollRun(_ link: Lineage.Link) -> Reason {
        phase(link, "the poll phase ran it at \(decider.time(link.started))", .phasesInOrder)
    }

    /// The choice that the loop took between the asking for a callback and its start.
    private func openChoice(_ point: ChoicePoint, before link: Lineage.Link) -> Int? {
        let asked = link.asked(in: trace)
        guard asked < link.started else { return nil }
        return trace.events[asked..<link.started].firstIndex {
            $0.kind == .choice && $0.subject == UInt64(point.rawValue) && $0.thread == link.record.thread
        }
    }

    /// A step for the choice whether a millisecond has passed when a turn begins.
    private func timerOrImmediate(before link: Lineage.Link) -> Reason? {
        let atStart = openChoice(.timerOrImmediate, before: link)
        guard let found = atStart ?? openChoice(.immediateOrTimer, before: link) else { return nil }
        let taken = trace.events[found].value & 0xFFFF_FFFF
        let isTimerFirst = (taken == 0) == (atStart != nil)
        let moment = atStart == nil ? "the next turn began" : "the loop began"
        let circumstance = isTimerFirst ? "had passed when \(moment)" : "had not passed yet when \(moment)"
        return Reason(
            sentence: "1 ms \(circumstance): here the timers are \(isTimerFirst ? "before" : "after") the immediates, "
                + "and another run may differ",
            rule: .timerOrImmediateIsOpen, eventIndex: found)
    }

    // MARK: - Pages

    private func pageTask(_ link: Lineage.Link) -> Reason {
        let when = decider.time(link.started)
        let rule: Rule = openChoice(.taskSource, before: link) == nil ? .oneTaskAtATime : .sourcesAreOpen
        return phase(link, "the page took it as its next task at \(when)", rule)
    }

    private func frame(_ link: Lineage.Link) -> Reason {
        let began = trace.events[..<link.started].lastIndex { $0.kind == .frameBegan }
        let number = began.map { " \(trace.events[$0].value)" } ?? ""
        return phase(
            link, "the page rendered frame\(number) at \(decider.time(link.started)) and ran it", .framesRender)
    }

    private func starts(of kind: CallbackKind, between first: Int, and second: Int, on thread: UInt16) -> [Int] {
        guard first < second else { return [] }
        return (first..<second).filter { position in
            let event = trace.events[position]
            return event.kind == .started && event.value == UInt64(kind.rawValue) && event.thread == thread
        }
    }
}
