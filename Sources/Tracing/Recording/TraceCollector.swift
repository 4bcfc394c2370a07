// SPDX-License-Identifier: MIT
internal import Scheduling
internal import Synchronization

/// Puts together what the threads of one program have recorded.
///
/// May be used from any thread.
public final class TraceCollector: Sendable {
    /// How much is recorded.
    public let level: TraceLevel
    /// How many events each thread keeps.
    public let eventLimit: Int
    /// How many bytes of text each thread keeps.
    public let textLimit: Int

    /// After how many events of all threads the run is to be stopped; `.max` for never.
    public let eventBudget: UInt64

    private let lastSequence = Atomic<UInt64>(0)
    private let parts = Guarded<[ThreadPart]>([])

    /// What one thread gives when it ends.
    struct ThreadPart: Sendable {
        var thread: UInt16
        var events: [TraceEvent]
        var texts: [String]
        var places: [SourcePosition]
    }

    /// Makes a collector; a thread's events take 56 bytes each, so the default is 56 MiB.
    public init(
        level: TraceLevel, eventLimit: Int = 1 << 20, textLimit: Int = 64 << 20, eventBudget: UInt64 = .max
    ) {
        self.level = level
        self.eventBudget = eventBudget
        self.eventLimit = eventLimit
        self.textLimit = textLimit
    }

    /// The number of the next event.
    @inline(__always)
    func takeSequence() -> UInt64 {
        lastSequence.wrappingAdd(1, ordering: .relaxed).newValue
    }

    func add(_ part: ThreadPart) {
        parts.withLock { $0.append(part) }
    }

    /// The whole record, to be asked for when every thread has ended.
    ///
    /// The numbers of promises, texts and places are given anew in the order of events, so they are the same in every
    /// run of one program.
    public func trace(_ header: Trace.Header, sources: [Trace.Source] = []) -> Trace {
        let parts = parts.withLock { $0 }.sorted { $0.thread < $1.thread }
        var merge = TraceMerge()
        return merge.merged(parts, into: Trace(header: header, sources: sources))
    }
}

/// Gives the threads' numbers of texts, places and promises names that count for all.
private struct TraceMerge {
    private var textNumbers: [String: UInt32] = ["": 0]
    private var placeNumbers: [SourcePosition: UInt32] = [:]
    private var promiseNumbers: [UInt64: UInt64] = [:]
    /// The last event about each callback that waits, which is the cause of its next one.
    private var lastAbout: [UInt64: UInt64] = [:]

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
        let text = part.texts[Int(number)]
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
}
