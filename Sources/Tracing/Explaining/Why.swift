// SPDX-License-Identifier: MIT
internal import Scheduling

/// One step of an explanation.
public struct Reason: Equatable, Sendable {
    /// What happened, as one sentence without its full stop; may hold text of the program, so escape it for its place.
    public var sentence: String
    /// The rule that made it so; nil where the step says what the program did.
    public var rule: Rule?
    /// The place in the source that the step is about; nil where that is not known.
    public var position: SourcePosition?
    /// The index of the event that the step is about.
    public var eventIndex: Int

    /// Makes a step from its parts.
    public init(sentence: String, rule: Rule? = nil, position: SourcePosition? = nil, eventIndex: Int) {
        self.sentence = sentence
        self.rule = rule
        self.position = position
        self.eventIndex = eventIndex
    }
}

/// Says why something happened when it did: what led to it, and what decided its place in the order.
public struct Why: Sendable {
    /// Finds what decided between two events, for those who want to ask that, too.
    public let decider: Decider

    /// What is explained.
    public var trace: Trace { index.trace }

    let index: TraceIndex
    var names: CallbackNames { decider.names }

    /// Explains what happened in a trace; `entryName` is what sentences call its first script.
    public init(_ index: TraceIndex, entryName: String = "the main script") {
        self.index = index
        decider = Decider(index, entryName: entryName)
    }

    /// The steps that led to an event, the main script first; empty for an index that the trace does not have.
    ///
    /// A chain of very many callbacks is told by its beginning and its end.
    public func reasons(forEventAt index: Int) -> [Reason] { reasons(forEventAt: index, line: nil) }

    /// The steps that led to a line of output, the main script first.
    public func reasons(for line: OutputLine) -> [Reason] { reasons(forEventAt: line.eventIndex, line: line.text) }

    private func reasons(forEventAt index: Int, line: String?) -> [Reason] {
        guard trace.events.indices.contains(index) else { return [] }
        let lineage = Lineage(of: index, in: self.index)
        var reasons: [Reason] = []
        if !lineage.isComplete {
            reasons.append(
                Reason(
                    sentence: "what came before was not kept: the record has room for so many events only",
                    eventIndex: lineage.links.first?.started ?? index))
        }
        let links = lineage.links
        let begin = beginning(of: lineage, &reasons)
        for number in links.indices.dropFirst(begin) {
            if isUnnamedWork(links[number]), number + 1 < links.count, isUnnamedWork(links[number + 1]) { continue }
            var parent = number - 1
            while isUnnamedWork(links[number]), parent > 0, isUnnamedWork(links[parent]) { parent -= 1 }
            if number == begin + Self.headCount, links.count - number > Self.tailCount {
                reasons.append(skipping(links[number..<(links.count - Self.tailCount)]))
            }
            if number >= begin + Self.headCount, links.count - number > Self.tailCount { continue }
            let next = number + 1 < links.count ? links[number + 1] : nil
            reasons += asking(for: links[number], by: parent >= 0 ? links[parent] : nil)
            if !(links[number].isJob && next?.isJob == true) { reasons += running(links[number], in: links[..<number]) }
        }
        reasons += ending(lineage, index, line)
        return reasons
    }

    /// One sentence that says what an output line is, where it was printed, and by which callback.
    public func headline(for line: OutputLine) -> String {
        let lineage = Lineage(of: line.eventIndex, in: index)
        let stream = line.isError ? "of the output, on standard error," : "of the output"
        var words = "Line \(line.number) \(stream) is \(CallbackNames.quoted(line.text)), printed"
        if let place = trace.position(of: trace.events[line.eventIndex]) { words += " at \(place)" }
        if lineage.tail.contains(where: { trace.events[$0].kind == .loopEmptied }) {
            return words + " by a listener of 'exit'."
        }
        guard let link = lineage.links.last else { return words + "." }
        return words + " by \(names.plainName(of: link))."
    }

    /// What a callback is called in views: its API and place, or that it is the module's body.
    public func label(of callback: UInt64) -> String {
        guard let record = index.record(of: callback) else { return "callback" }
        return names.isModuleBody(record) ? "module's body" : index.label(of: record)
    }

    // MARK: - The beginning

    /// Tells how the program began, and answers how many links that tells of.
    private func beginning(of lineage: Lineage, _ reasons: inout [Reason]) -> Int {
        guard let first = lineage.links.first, lineage.isComplete else { return 0 }
        let links = lineage.links
        if links.count > 2, names.isModuleLoading(links[1].record) {
            let isBody = names.isModuleBody(links[2].record)
            reasons.append(
                Reason(
                    sentence: "\(names.entryName) is a module: it was loaded, and its body ran as a job itself",
                    rule: .modulesAreJobs, eventIndex: isBody ? links[2].started : first.started))
            return isBody ? 3 : 2
        }
        if links.count == 1, !lineage.tail.contains(where: { trace.events[$0].kind == .loopEmptied }) {
            reasons.append(
                Reason(
                    sentence: "\(names.entryName) began; nothing else runs until it has ended", rule: .runToCompletion,
                    eventIndex: first.started))
        } else {
            reasons.append(
                Reason(
                    sentence: "\(names.entryName) ran to its end", rule: .runToCompletion, eventIndex: first.started))
        }
        return 1
    }

    private func skipping(_ links: ArraySlice<Lineage.Link>) -> Reason {
        let first = links.first?.started ?? 0
        return Reason(
            sentence: "so it went on: \(links.count) more callbacks ran, each asked for by the one before it",
            rule: .causeFirst, eventIndex: first)
    }

    /// Whether a callback is a step of the host's own, as of loading a module; several in a row are told as one.
    private func isUnnamedWork(_ link: Lineage.Link) -> Bool {
        link.record.kind == .poll && index.api(of: link.record) == "completion"
            && link.index(of: .jobQueued, in: trace) == nil && index.position(of: link.record) == nil
            && names.preview(of: link) == nil
    }

    private static let headCount = 4
    private static let tailCount = 6

    // MARK: - The end

    private func ending(_ lineage: Lineage, _ event: Int, _ line: String?) -> [Reason] {
        guard let what = line.map({ "printed \(CallbackNames.quoted($0))" }) ?? deed(of: event) else { return [] }
        let position = trace.position(of: trace.events[event])
        if lineage.tail.contains(where: { trace.events[$0].kind == .loopEmptied }) {
            let sentence = "nothing was left for the loop to do, so the listeners of 'exit' ran; one of them \(what)"
            return [Reason(sentence: sentence, rule: .exitIsLast, position: position, eventIndex: event)]
        }
        guard let link = lineage.links.last else {
            return [Reason(sentence: "the program \(what)", position: position, eventIndex: event)]
        }
        let name = names.plainName(of: link)
        if let error = uncaughtError(before: event, link) {
            let goesOn = decider.survived(link)
            let outcome =
                goesOn
                ? "the program went on: the error was reported, which \(what)"
                : "the program ended; at its end it \(what)"
            return [
                Reason(
                    sentence: "\(name) threw, and nobody caught it: \(CallbackNames.quoted(errorText(error)))",
                    rule: goesOn ? nil : .uncaughtErrorEnds, position: trace.position(of: trace.events[error]),
                    eventIndex: error),
                Reason(sentence: outcome, position: position, eventIndex: event),
            ]
        }
        if let end = decider.end(of: link), end < event, trace.events[event].kind == .output {
            let sentence =
                "when no tick and no promise job was left, the rejections without a handler were looked "
                + "at: that \(what)"
            return [
                Reason(sentence: sentence, rule: .rejectionsAfterCheckpoint, position: position, eventIndex: event)
            ]
        }
        let subject = lineage.links.count > 1 ? subject(link) : name
        return [Reason(sentence: "\(subject) \(what)", position: position, eventIndex: event)]
    }

    private func uncaughtError(before event: Int, _ link: Lineage.Link) -> Int? {
        trace.events[link.started...event].lastIndex {
            $0.kind == .uncaughtError && $0.thread == link.record.thread
        }
    }

    private func errorText(_ event: Int) -> String {
        String(trace.text(of: trace.events[event]).prefix { $0 != "\n" })
    }

    /// What an event did, as the end of a sentence; nil for the start of a callback, which has been told.
    private func deed(of event: Int) -> String? {
        let entry = trace.events[event]
        let text = trace.text(of: entry)
        return switch entry.kind {
        case .output: "printed \(decider.quoted(event))"
        case .started: nil
        case .ended: "ran to its end"
        case .queued, .jobQueued: "asked for \(text.isEmpty ? "a callback" : text)"
        case .timerSet: "set a timer"
        case .cleared: "cleared what was waiting"
        case .blocked: "held its thread for \(ShortTime.text(entry.value))"
        case .promiseCreated: "made a promise"
        case .promiseSettled: entry.value == 0 ? "fulfilled a promise" : "rejected a promise"
        case .handlerAttached: "set a reaction\(text.isEmpty ? "" : " by \(text)")"
        case .awaitSuspended: "came to an await"
        case .awaitResumed: "went on after an await"
        case .rejectionUnhandled: "left a rejection without a handler"
        case .messageSent: "sent a message"
        case .uncaughtError: "threw an error that nobody caught"
        case .programEnded: "was the last thing before the program ended"
        default: "came to this"
        }
    }
}
