// SPDX-License-Identifier: MIT

/// Gives the threads' numbers of texts, places and promises names that count for all.
struct TraceMerge {
    private var textNumbers: [String: UInt32] = ["": 0]
    private var placeNumbers: [SourcePosition: UInt32] = [:]
    private var promiseNumbers: [UInt64: UInt64] = [:]
    /// The last event about each callback that waits, which is the cause of its next one.
    private var lastAbout: [UInt64: UInt64] = [:]

    private let words: SourceWords

    /// Prepares to put parts together whose places lie in these texts.
    init(_ sources: [Trace.Source]) {
        words = SourceWords(sources)
    }

    mutating func merged(_ parts: [TraceCollector.ThreadPart], into trace: Trace) -> Trace {
        var trace = trace
        var events = parts.count == 1 ? parts[0].events : parts.flatMap(\.events)
        if parts.count > 1 { events.sort { $0.sequence < $1.sequence } }
        let partOfThread = Dictionary(
            parts.enumerated().map { ($1.thread, $0) }, uniquingKeysWith: { first, _ in first })
        for index in events.indices {
            guard let number = partOfThread[events[index].thread] else { continue }
            rename(&events[index], parts[number], &trace)
            link(&events[index])
        }
        markWaitingFrames(&events)
        trace.events = events
        return trace
    }

    // A callback's events follow one another: asked for, done, queued, started. To look that up here costs the run
    // nothing.
    private mutating func link(_ event: inout TraceEvent) {
        switch event.kind {
        case .started, .queued, .jobStarted, .jobEnded:
            if event.cause == 0, let cause = lastAbout[event.subject] { event.cause = cause }
        case .timerSet, .jobQueued: break
        case .cleared:
            lastAbout[event.subject] = nil
            return
        default: return
        }
        lastAbout[event.subject] = event.kind == .started ? nil : event.sequence
    }

    private mutating func rename(
        _ event: inout TraceEvent, _ part: TraceCollector.ThreadPart, _ trace: inout Trace
    ) {
        event.text = text(event.text, part, &trace)
        if event.place > 0, Int(event.place) <= part.places.count {
            event.place = place(part.places[Int(event.place) - 1], &trace)
        }
        nameReaction(&event, &trace)
        switch event.kind {
        case .promiseCreated, .promiseSettled, .rejectionUnhandled, .rejectionHandled, .awaitResumed:
            event.subject = promise(event.subject)
        case .handlerAttached, .awaitSuspended:
            event.subject = promise(event.subject)
            event.value = promise(event.value)
        case .variable:
            event.value = UInt64(text(UInt32(truncatingIfNeeded: event.value), part, &trace))
        default: break
        }
    }

    private mutating func text(_ number: UInt32, _ part: TraceCollector.ThreadPart, _ trace: inout Trace) -> UInt32 {
        guard number > 0, Int(number) < part.texts.count else { return 0 }
        return text(named: part.texts[Int(number)], &trace)
    }

    private mutating func text(named text: String, _ trace: inout Trace) -> UInt32 {
        if let known = textNumbers[text] { return known }
        let fresh = UInt32(trace.texts.count)
        trace.texts.append(text)
        textNumbers[text] = fresh
        return fresh
    }

    private mutating func place(_ position: SourcePosition, _ trace: inout Trace) -> UInt32 {
        if let known = placeNumbers[position] { return known }
        trace.places.append(position)
        let fresh = UInt32(trace.places.count)
        placeNumbers[position] = fresh
        return fresh
    }

    private mutating func promise(_ id: UInt64) -> UInt64 {
        if id == 0 { return 0 }
        if let known = promiseNumbers[id] { return known }
        let fresh = UInt64(promiseNumbers.count + 1)
        promiseNumbers[id] = fresh
        return fresh
    }

    // The engine tells where a handler was attached; the source says by which function.
    private mutating func nameReaction(_ event: inout TraceEvent, _ trace: inout Trace) {
        guard event.kind == .handlerAttached || event.kind == .queued, trace.text(of: event) == Self.reaction,
            let position = trace.position(of: event), let word = words.word(at: position),
            Self.reactionNames.contains(word)
        else { return }
        event.text = text(named: word, &trace)
    }

    static let reaction = "then"
    private static let reactionNames: Set = ["catch", "finally", "all", "allSettled", "any", "race", "resolve"]

    // A function that is entered again later waits until then; only the whole record shows which.
    private func markWaitingFrames(_ events: inout [TraceEvent]) {
        var entered: Set<UInt64> = []
        for index in events.indices.reversed() {
            let name = TraceEvent.callback(events[index].subject, thread: events[index].thread)
            switch events[index].kind {
            case .frameEntered: entered.insert(name)
            case .frameLeft: events[index].value = entered.contains(name) ? 1 : 0
            default: break
            }
        }
    }
}
