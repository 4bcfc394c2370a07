// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// What a timeline says in words.
struct TimelineWords {
    let trace: Trace
    let index: TraceIndex
    /// What the first script is called.
    let entryName: String
    private let programs: [UInt16: String]

    init(_ trace: Trace, entryName: String) {
        self.trace = trace
        index = TraceIndex(trace)
        self.entryName = entryName
        let starts = trace.events.lazy.filter { $0.kind == .threadStarted }
        programs = Dictionary(starts.map { ($0.thread, trace.text(of: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: - Callbacks

    /// What a callback is called: "setTimeout@3:21", "microtask then@5:3".
    func label(of entry: TimelineEntry) -> String {
        let label = name(of: entry.value)
        let kind = CallbackKind(rawValue: UInt8(truncatingIfNeeded: trace.events[entry.event].value))
        switch kind {
        case .tick: return label.hasPrefix("tick") ? label : "tick \(label)"
        case .microtask: return label.hasPrefix("promise job") ? label : "microtask \(label)"
        default: return label
        }
    }

    private func name(of callback: UInt64) -> String {
        guard let record = index.record(of: callback) else { return "callback" }
        let label = index.label(of: record)
        if label == "main script" { return record.thread == 0 ? entryName : "worker script" }
        return label
    }

    /// How long a callback ran, in nanoseconds.
    func duration(of entry: TimelineEntry) -> UInt64 {
        let started = trace.events[entry.event]
        guard let record = index.record(of: started.subject), let ended = record.ended else { return 0 }
        return trace.events[ended].time &- started.time
    }

    /// Why a task ran now: how long it waited and who asked for it; nil for what runs by itself.
    func waiting(of entry: TimelineEntry) -> String? {
        let started = trace.events[entry.event]
        var event = started
        // A callback's events lead back to the one in which it was asked for.
        for _ in 0..<8 {
            guard event.cause > 0, event.cause < event.sequence, let position = trace.index(of: event.cause) else {
                return nil
            }
            event = trace.events[position]
            if event.kind == .threadStarted {
                guard event.cause > 0 else { return nil }
                continue
            }
            if event.kind == .loopEmptied { return nil }
            if event.kind == .timerSet, entry.value != event.subject {
                return "again after \(Self.duration(started.time &- event.time))"
            }
            guard event.kind != .started, let asker = index.runningCallback(at: position) else { continue }
            var asking = name(of: asker.callback)
            if asker.thread != started.thread {
                asking += asker.thread == 0 ? " of the main thread" : " of thread \(asker.thread)"
            }
            return Self.asked(event, started, by: asking)
        }
        return nil
    }

    private static func asked(_ event: TraceEvent, _ started: TraceEvent, by name: String) -> String {
        let verb = event.kind == .messageSent ? (started.value == 0 ? "started" : "sent") : "asked for"
        let waited = started.time > event.time ? started.time - event.time : 0
        // Less than a turn's own time is no wait.
        if waited < 10_000 { return "\(verb) by \(name)" }
        return "waited \(duration(waited)), \(verb) by \(name)"
    }

    // MARK: - Rules and notes

    /// What a rule says; empty for one that only shows that time passed.
    func rule(of entry: TimelineEntry) -> String {
        let event = trace.events[entry.event]
        let turn = "turn \(entry.value & 0xFFFF_FFFF)"
        if event.value == UInt64(CallbackKind.script.rawValue) {
            return trace.event(event.cause)?.kind == .loopEmptied ? "nothing is left to do" : ""
        }
        if event.phase == .script, entry.value == 0 { return "" }
        let detail = entry.value >> 32
        switch event.phase {
        case .script: return "\(turn), idle time"
        case .timers, .poll, .check, .close: return "\(turn), \(event.phase) phase"
        case .task: return "\(turn), \(Self.source(detail))task"
        case .rendering: return "\(turn), frame \(detail)"
        }
    }

    private static func source(_ number: UInt64) -> String {
        guard number > 0, let source = TaskSource(rawValue: UInt8(truncatingIfNeeded: number - 1)) else { return "" }
        switch source {
        case .domManipulation: return "document "
        case .userInteraction: return "user "
        case .networking: return "network "
        case .timer: return "timer "
        case .postedMessage: return "message "
        case .performanceTimeline: return "observer "
        case .rendering: return "rendering "
        case .idle: return "idle "
        }
    }

    /// What a note says, and how much it matters.
    func note(of entry: TimelineEntry) -> (text: String, isBad: Bool) {
        let event = trace.events[entry.event]
        let text = trace.text(of: event)
        switch event.kind {
        case .blocked: return ("held the thread for \(Self.duration(event.value)), which is more than 50 ms", true)
        case .rejectionUnhandled: return ("nobody handles this rejection: \(text)", true)
        case .rejectionHandled: return ("a rejection got its handler late", true)
        case .uncaughtError: return ("nobody caught: \(text)", true)
        case .choice: return (Self.choice(event), false)
        case .dropped: return ("\(event.value) events were not kept here", true)
        case .threadEnded: return ("thread ended" + Self.code(event.value) + Self.because(text), false)
        default: return ("\(event.kind)", false)
        }
    }

    /// How the program ended; nil where the trace does not say.
    var ending: String? {
        guard let event = trace.events.last(where: { $0.kind == .programEnded && $0.thread == 0 }) else { return nil }
        let text = trace.text(of: event)
        return "ended at \(Self.duration(event.time))" + Self.code(event.value) + Self.because(text)
    }

    /// What a thread runs, by its number.
    func program(of thread: UInt16) -> String {
        let name = programs[thread] ?? ""
        let number = thread == 0 ? "main thread" : "thread \(thread)"
        return name.isEmpty || thread == 0 ? number : "\(number), \(name)"
    }

    private static func code(_ value: UInt64) -> String {
        value == 0 ? "" : " with code \(Int32(truncatingIfNeeded: value))"
    }

    private static func because(_ text: String) -> String { text.isEmpty ? "" : ": \(text)" }

    private static func choice(_ event: TraceEvent) -> String {
        let taken = event.value & 0xFFFF_FFFF
        switch ChoicePoint(rawValue: UInt8(truncatingIfNeeded: event.subject)) {
        case .timerOrImmediate: return "open order: timer or immediate first; the \(taken == 0 ? "timer" : "immediate")"
        case .timerOrCompletion: return "open order: timer or poll first; \(taken == 0 ? "the timer" : "poll")"
        case .completionOrder: return "open order: completion \(taken + 1) of \(event.value >> 32) goes first"
        case .immediateOrTimer: return "open order: immediate or timer first; the \(taken == 0 ? "immediate" : "timer")"
        case .scriptedLatency: return "open duration: step \(taken + 1) of \(event.value >> 32)"
        case .duration: return "open duration: \(taken == 0 ? "as long as it says" : "much longer")"
        case .taskSource, nil: return "open order: task source \(taken + 1) of \(event.value >> 32) goes first"
        }
    }

    // MARK: - Amounts

    /// A time as people say it: "0.1 ms", "990 ms", "12.5 s", "2 h 5 min".
    static func duration(_ nanoseconds: UInt64) -> String {
        let seconds = nanoseconds / 1_000_000_000
        if seconds < 10 { return trimmed(nanoseconds, unit: 1_000_000, places: 3) + " ms" }
        if seconds < 600 { return trimmed(nanoseconds, unit: 1_000_000_000, places: 1) + " s" }
        let (hours, minutes) = (seconds / 3_600, seconds % 3_600 / 60)
        if hours == 0 { return "\(minutes) min" }
        return minutes == 0 ? "\(hours) h" : "\(hours) h \(minutes) min"
    }

    /// A number of units with as many of the places as it needs.
    static func trimmed(_ amount: UInt64, unit: UInt64, places: Int) -> String {
        var step = unit
        for _ in 0..<places { step /= 10 }
        let rounded = amount / step
        let scale = unit / step
        if places == 0 { return "\(rounded)" }
        var fraction = String(rounded % scale)
        fraction = String(repeating: "0", count: places - fraction.count) + fraction
        while fraction.last == "0" { fraction.removeLast() }
        return fraction.isEmpty ? "\(rounded / scale)" : "\(rounded / scale).\(fraction)"
    }
}
