// SPDX-License-Identifier: MIT
internal import Scheduling

/// Reads a trace once and finds what a timeline shows of it, in order.
struct TimelineReading {
    private(set) var entries: [TimelineEntry] = []
    private(set) var shapes = TimelineShapes()
    private let trace: Trace
    private var threads: [UInt16: ThreadState] = [:]
    /// When something was last seen to happen on any thread; nil before the first.
    private var latest: UInt64?
    /// For a callback that waits: the one that first asked for it, and its API and place.
    private var waiting: [UInt64: Asking] = [:]

    private struct Asking {
        var origin: UInt64
        var look: UInt64
    }

    private struct ThreadState {
        var turn: UInt64 = 0
        /// A task source of the page plus 1; 0 for none.
        var source: UInt64 = 0
        var frame: UInt64 = 0
        /// The turn and the part of it that the last rule named.
        var ruled: (turn: UInt64, part: UInt64) = (0, 0)
        var running: [(depth: UInt8, asking: Asking, entry: Int)] = []
        var hasEmptied = false
        /// The callback that ran last, for what the loop does right after it.
        var last: Asking?
        var depth: UInt8 { running.last?.depth ?? 0 }
    }

    init(_ trace: Trace) {
        self.trace = trace
        for index in trace.events.indices { read(trace.events[index], index) }
    }

    private mutating func read(_ event: TraceEvent, _ index: Int) {
        switch event.kind {
        case .queued, .timerSet, .jobQueued: ask(event)
        case .cleared: waiting[event.subject] = nil
        case .started: start(event, index)
        case .ended: end(event, index)
        case .turnStarted:
            threads[event.thread, default: ThreadState()].turn = event.value
            threads[event.thread]?.hasEmptied = false
        case .taskSourceChosen: threads[event.thread, default: ThreadState()].source = event.value &+ 1
        case .frameBegan: threads[event.thread, default: ThreadState()].frame = event.value
        case .loopEmptied: threads[event.thread, default: ThreadState()].hasEmptied = true
        case .output: print(event, index)
        case .choice, .blocked, .rejectionUnhandled, .rejectionHandled, .uncaughtError, .dropped:
            note(event, index)
        case .threadEnded where event.thread > 0: note(event, index)
        default: break
        }
    }

    // MARK: - Callbacks

    private mutating func ask(_ event: TraceEvent) {
        // A completion is asked for first and queued when it is ready.
        if event.kind == .queued, event.text == 0, waiting[event.subject] != nil { return }
        if event.kind == .timerSet, event.text == 0, event.value & TraceEvent.repeating != 0,
            let before = threads[event.thread]?.last
        {
            waiting[event.subject] = before
            return
        }
        waiting[event.subject] = Asking(origin: event.subject, look: UInt64(event.text) << 32 | UInt64(event.place))
    }

    private mutating func start(_ event: TraceEvent, _ index: Int) {
        var thread = threads[event.thread, default: ThreadState()]
        let asking = waiting.removeValue(forKey: event.subject) ?? Asking(origin: event.subject, look: 0)
        let isInner =
            event.value == UInt64(CallbackKind.tick.rawValue)
            || event.value == UInt64(CallbackKind.microtask.rawValue)
        let depth = thread.running.last.map { $0.depth &+ 1 } ?? (isInner ? 1 : 0)
        var entry = TimelineEntry(
            kind: .callback, lane: event.thread, depth: depth, shape: 0, event: index, value: asking.origin)
        if depth == 0 { addRule(before: entry, event, &thread) }
        entry.shape = shapes.number(
            of: .entry(.callback, lane: event.thread, depth: depth, event.value, asking.look))
        thread.running.append((depth, asking, entries.count))
        threads[event.thread] = thread
        entries.append(entry)
        latest = max(latest ?? 0, event.time)
    }

    // A rule stands where a part of a turn begins, and where nothing had happened for a while.
    private mutating func addRule(before entry: TimelineEntry, _ event: TraceEvent, _ thread: inout ThreadState) {
        let quiet = event.time.elapsed(since: latest ?? event.time)
        let gap = quiet >= 1_000_000 ? quiet : 0
        let part = Self.part(of: event, thread)
        let isSame = part == nil || thread.ruled == (thread.turn, part ?? 0)
        if isSame, gap == 0 { return }
        thread.ruled = (thread.turn, part ?? 0)
        var rule = entry
        rule.kind = .rule
        rule.gap = gap
        rule.value = thread.turn & 0xFFFF_FFFF
        if event.phase == .task { rule.value |= thread.source << 32 }
        if event.phase == .rendering { rule.value |= thread.frame << 32 }
        rule.shape = shapes.number(of: .entry(.rule, lane: event.thread, depth: 0, part ?? 0, gap > 0 ? 1 : 0))
        entries.append(rule)
    }

    // What a rule before a task names, as a number; nil for none.
    private static func part(of event: TraceEvent, _ thread: ThreadState) -> UInt64? {
        if thread.hasEmptied { return 1 << 32 }
        switch event.phase {
        case .script: return thread.turn == 0 ? nil : 2 << 32
        case .task: return 3 << 32 | thread.source
        case .rendering: return 4 << 32
        case .timers, .poll, .check, .close: return UInt64(event.phase.rawValue)
        }
    }

    private mutating func end(_ event: TraceEvent, _ index: Int) {
        guard let ended = threads[event.thread]?.running.popLast() else { return }
        threads[event.thread]?.last = ended.asking
        latest = max(latest ?? 0, event.time)
        // Listeners of 'exit' that nobody has set are nothing to see.
        if threads[event.thread]?.hasEmptied == true, entries.indices.contains(ended.entry),
            entries.count == ended.entry + 1, trace.events[entries[ended.entry].event].value == 0
        {
            entries.removeLast()
            if entries.last?.kind == .rule { entries.removeLast() }
        }
    }

    // MARK: - What is seen

    private mutating func print(_ event: TraceEvent, _ index: Int) {
        latest = max(latest ?? 0, event.time)
        let depth = threads[event.thread]?.depth ?? 0
        let shape = shapes.number(
            of: .entry(.output, lane: event.thread, depth: depth, event.value, UInt64(event.place)))
        var first = 0
        let bytes = trace.text(of: event).utf8
        var position = 0
        for byte in bytes {
            position += 1
            guard byte == 0x0A || position == bytes.count else { continue }
            let end = byte == 0x0A ? position - 1 : position
            entries.append(
                TimelineEntry(
                    kind: .output, lane: event.thread, depth: depth, shape: shape, event: index,
                    value: UInt64(first) << 32 | UInt64(end)))
            first = position
        }
    }

    private mutating func note(_ event: TraceEvent, _ index: Int) {
        let depth = threads[event.thread]?.depth ?? 0
        let shape = shapes.number(
            of: .entry(.note, lane: event.thread, depth: depth, UInt64(event.kind.rawValue), event.subject &>> 48))
        entries.append(
            TimelineEntry(kind: .note, lane: event.thread, depth: depth, shape: shape, event: index, value: 0))
    }
}
