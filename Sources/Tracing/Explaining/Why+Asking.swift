// SPDX-License-Identifier: MIT
internal import Scheduling

// How a callback came into its queue.
extension Why {
    func asking(for link: Lineage.Link, by parent: Lineage.Link?) -> [Reason] {
        let asker = parent.map(asker) ?? "the host"
        if let sent = link.index(of: .messageSent, in: trace) { return message(sent, link, asker) }
        if let empty = link.index(of: .loopEmptied, in: trace) {
            return [
                Reason(
                    sentence: "nothing was left for the loop to do, so 'beforeExit' was emitted",
                    rule: .beforeExitWhenEmpty, eventIndex: empty)
            ]
        }
        if let armed = link.index(of: .timerSet, in: trace) { return timer(armed, link, parent, asker) }
        if let job = link.index(of: .jobQueued, in: trace) { return hostWork(job, link, asker) }
        guard let queued = link.index(of: .queued, in: trace) else { return [] }
        let reason =
            switch link.record.kind {
            case .microtask: microtask(queued, link, parent, asker)
            default: plainQueueing(queued, link, asker)
            }
        return [reason]
    }

    // What it printed before it asked is told with it: that is what people know it by.
    private func asker(_ parent: Lineage.Link) -> String {
        if parent.record.kind == .script || names.isModuleBody(parent.record) { return names.plainName(of: parent) }
        let name = subject(parent)
        return names.preview(of: parent).map { "\(name) printed \($0), and" } ?? name
    }

    /// What a callback is called at the beginning of a sentence after one that told of it.
    func subject(_ link: Lineage.Link) -> String {
        link.record.kind == .script || index.position(of: link.record) != nil || names.isModuleBody(link.record)
            ? names.plainName(of: link) : "it"
    }

    // MARK: - Promises

    private func microtask(
        _ queued: Int, _ link: Lineage.Link, _ parent: Lineage.Link?, _ asker: String
    ) -> Reason {
        let (sentence, rule) = queueing(link, parent, asker, behind: behind(link, queued))
        return Reason(sentence: sentence, rule: rule, position: index.position(of: link.record), eventIndex: queued)
    }

    /// How a microtask came into its queue, and by which rule.
    private func queueing(
        _ link: Lineage.Link, _ parent: Lineage.Link?, _ asker: String, behind: String
    ) -> (String, Rule?) {
        if link.asksAnotherPromise(in: trace) {
            return (
                "\(asker) gave a promise another one to follow: a job was queued that asks that one for its value"
                    + behind,
                .adoptionTakesJobs
            )
        }
        if link.takesOverValue(from: parent, in: trace) {
            return ("the value was there: a second job was queued that hands it on\(behind)", .adoptionTakesJobs)
        }
        let api = index.api(of: link.record)
        let name = names.plainName(of: link)
        if api == "queueMicrotask" {
            let rule: Rule? = behind.isEmpty ? nil : .firstInFirstOut
            return ("\(asker) called queueMicrotask: the job was queued at once\(behind)", rule)
        }
        if api == "await" { return awaiting(link, asker, name, behind) }
        if let settled = link.index(of: .promiseSettled, in: trace) {
            let verb = trace.events[settled].value == 0 ? "fulfilled" : "rejected"
            return ("\(asker) \(verb) the promise of \(name); only then was that queued\(behind)", .settledQueuesJob)
        }
        if link.index(of: .handlerAttached, in: trace) != nil {
            return (
                "\(asker) reached \(name): queued at once, for its promise was settled already\(behind)",
                .settledAlready
            )
        }
        return ("\(asker) queued \(name), whose promise had settled\(behind)", .settledQueuesJob)
    }

    private func awaiting(
        _ link: Lineage.Link, _ asker: String, _ name: String, _ behind: String
    ) -> (String, Rule?) {
        let settled = link.index(of: .promiseSettled, in: trace)
        if let settled, !isAwaitedLater(settled, link) {
            let verb = trace.events[settled].value == 0 ? "fulfilled" : "rejected"
            return (
                "\(asker) \(verb) the promise that \(name) waits for; only then was what follows queued\(behind)",
                .awaitYields
            )
        }
        let isKnown = settled != nil || link.index(of: .handlerAttached, in: trace) != nil
        let cause = isKnown ? ": what follows was queued at once, for the value was there" : ", whose promise settled"
        return ("\(asker) came to \(name)\(cause)\(behind)", .awaitYields)
    }

    /// Whether a promise had settled when the await came to it whose continuation a job is.
    private func isAwaitedLater(_ settled: Int, _ link: Lineage.Link) -> Bool {
        let promise = trace.events[settled].subject
        return trace.events[settled..<max(settled, link.queued(in: trace))].contains {
            $0.kind == .awaitSuspended && $0.value == promise
        }
    }

    // MARK: - Timers

    private func timer(_ armed: Int, _ link: Lineage.Link, _ parent: Lineage.Link?, _ asker: String) -> [Reason] {
        let place = trace.position(of: trace.events[armed]) ?? index.position(of: link.record)
        guard let due = decider.due(link) else { return [] }
        let when = ShortTime.text(due.due)
        if parent?.record.callback == link.record.callback {
            return [
                Reason(
                    sentence: "after that run the interval of \(due.delay) ms was armed again: due at \(when)",
                    rule: .intervalsRearm, position: place, eventIndex: armed)
            ]
        }
        let api = trace.text(of: trace.events[armed])
        let call = api.isEmpty ? "set a timer of" : "called \(api) with"
        let rule: Rule? =
            due.delay == 1 && !decider.isPage && ["setTimeout", "setInterval"].contains(api)
            ? .zeroIsOne : nil
        if decider.isPage, due.delay == 4, isDeeplyNested(link) {
            return [
                Reason(
                    sentence: "\(asker) \(call) 4 ms, the least for a timer that is nested so deep: due at \(when)",
                    rule: .nestedTimersClamp, position: place, eventIndex: armed)
            ]
        }
        let note = rule == nil ? "" : " (0 counts as 1)"
        return [
            Reason(
                sentence: "\(asker) \(call) \(due.delay) ms\(note): due at \(when)", rule: rule, position: place,
                eventIndex: armed)
        ]
    }

    /// Whether a timer was set by a timer that was set by a timer, more than five deep.
    private func isDeeplyNested(_ link: Lineage.Link) -> Bool {
        var current = link
        var depth = 0
        while depth <= 5 {
            guard let first = current.via.first, let begin = trace.index(of: trace.events[first].cause),
                let parent = Lineage.Link(startedAt: begin, in: index)
            else { return false }
            if parent.record.kind == .timer {
                depth += 1
            } else if !parent.isJob {
                return false
            }
            current = parent
        }
        return true
    }

    // MARK: - The host

    private func hostWork(_ asked: Int, _ link: Lineage.Link, _ asker: String) -> [Reason] {
        let place = index.position(of: link.record)
        let api = trace.text(of: trace.events[asked])
        // What the lab's network and delays are called in a record.
        let isAnswer = api == "answer"
        let operation = isAnswer ? "a request" : api.isEmpty || api == "completion" ? "an operation" : api
        let result = isAnswer ? "the answer" : api.isEmpty || api == "completion" ? "the operation" : api
        let ready = link.queued(in: trace)
        var reasons = [
            Reason(
                sentence: "\(asker) handed \(operation) to the host, and the loop went on without it",
                rule: .hostWorkTakesTime, position: place, eventIndex: asked)
        ]
        if let began = link.index(of: .jobStarted, in: trace),
            trace.events[began].time > trace.events[asked].time
        {
            let lanes = lanesBusy(at: trace.events[asked].time, before: began, but: link)
            reasons.append(
                Reason(
                    sentence: "the pool was busy with \(lanes) other jobs: it began at \(decider.time(began))",
                    rule: .poolHasLanes, eventIndex: began))
        }
        let done = link.index(of: .jobEnded, in: trace) ?? ready
        let behind = behind(link, ready)
        reasons.append(
            Reason(
                sentence:
                    "\(result) was \(isAnswer ? "there" : "done") at \(decider.time(done)), and its callback queued"
                    + behind,
                rule: .firstDoneFirst, eventIndex: ready))
        return reasons
    }

    /// How many jobs of the pool had been asked for and were not done at a time.
    private func lanesBusy(at time: UInt64, before began: Int, but link: Lineage.Link) -> Int {
        index.callbacks.filter { record in
            guard record.callback != link.record.callback, record.thread == link.record.thread,
                let asked = record.asked, asked < link.asked(in: trace), trace.events[asked].kind == .jobQueued
            else { return false }
            guard let queued = record.queued else { return true }
            return trace.events[queued].time > time
        }.count
    }

    private func message(_ sent: Int, _ link: Lineage.Link, _ asker: String) -> [Reason] {
        let event = trace.events[sent]
        let place = trace.position(of: event)
        if let begun = link.index(of: .threadStarted, in: trace) {
            let worker = Decider.name(ofThread: trace.events[begun].thread)
            return [
                Reason(sentence: "\(asker) started \(worker)", position: place, eventIndex: sent),
                Reason(
                    sentence: "\(worker) was ready at \(decider.time(begun)), and ran its main script",
                    rule: .threadsAreSideBySide, eventIndex: begun),
            ]
        }
        // What a thread says of its own end is said by none of its callbacks.
        let sender =
            trace.text(of: event) == "exit" ? "\(Decider.name(ofThread: event.thread)) ended, and so" : asker
        let receiver = Decider.name(ofThread: link.record.thread)
        let queued = link.queued(in: trace)
        return [
            Reason(
                sentence: "\(sender) sent \(Self.messageName(trace.text(of: event))) at \(decider.time(sent))",
                position: place, eventIndex: sent),
            Reason(
                sentence: "that became a task of \(receiver) at \(decider.time(queued))\(behind(link, queued))",
                rule: .messagesAreTasks, eventIndex: queued),
        ]
    }

    private static func messageName(_ api: String) -> String {
        switch api {
        case "postMessage", "": "a message"
        case "stdout", "stderr": "its output to \(api)"
        default: "the event '\(api)'"
        }
    }

    // MARK: - Other queues

    private func plainQueueing(_ queued: Int, _ link: Lineage.Link, _ asker: String) -> Reason {
        let api = index.api(of: link.record)
        let behind = behind(link, queued)
        let place = index.position(of: link.record)
        let sentence =
            switch link.record.kind {
            case .tick: "\(asker) called \(api): queued with the ticks\(behind)"
            case .immediate: "\(asker) called \(api): queued for the check phase\(behind)"
            case .close: "\(asker) closed something, whose callback was queued for the close phase\(behind)"
            case .animationFrame: "\(asker) called \(api): queued for the next frame\(behind)"
            case .idle: "\(asker) called \(api): queued for when the page is idle\(behind)"
            case .poll where api == "completion": "\(asker) left work for the poll phase\(behind)"
            default: "\(asker) queued a task for \(api)\(behind)"
            }
        return Reason(
            sentence: sentence, rule: behind.isEmpty ? nil : .firstInFirstOut, position: place, eventIndex: queued)
    }

    // MARK: - Who stood in front

    /// ", behind …" with those that stood in the same queue when a callback entered it; empty if there were none.
    func behind(_ link: Lineage.Link, _ queued: Int) -> String {
        let events = trace.events
        guard queued < link.started else { return "" }
        var front: [Int] = []
        for position in queued..<link.started {
            let event = events[position]
            guard event.kind == .started, event.thread == link.record.thread,
                event.value == UInt64(link.record.kind.rawValue),
                let entered = trace.index(of: event.cause), entered < queued
            else { continue }
            front.append(position)
        }
        return front.isEmpty ? "" : ", behind \(list(front))"
    }

    /// The names of callbacks by where they start: all, or the first two and a number.
    func list(_ starts: [Int]) -> String {
        let shown = starts.count > 3 ? 2 : starts.count
        var words = starts.prefix(shown).map { start in
            Lineage.Link(startedAt: start, in: index).map { names.name(of: $0) } ?? "a callback"
        }
        if starts.count > shown { words.append("\(starts.count - shown) others") }
        guard words.count > 1, let last = words.popLast() else { return words.first ?? "" }
        return words.joined(separator: ", ") + " and " + last
    }
}
