// SPDX-License-Identifier: MIT
public import Scheduling

/// The life of one callback: who asked for it, and when it waited, ran and ended; each as the index of an event.
public struct CallbackRecord: Equatable, Sendable {
    /// The callback, as events name it.
    public let callback: UInt64
    /// The thread that ran it, or will.
    public let thread: UInt16
    /// Which queue it waits in.
    public fileprivate(set) var kind: CallbackKind
    /// Where it was asked for: a timer armed, host work begun, or the callback queued at once.
    public fileprivate(set) var asked: Int?
    /// Where it entered its queue; a timer never does.
    public fileprivate(set) var queued: Int?
    /// Where it began to run.
    public fileprivate(set) var started: Int?
    /// Where it had run.
    public fileprivate(set) var ended: Int?
    /// Where it was cleared.
    public fileprivate(set) var cleared: Int?
}

/// The callbacks of a trace, and which of them each event happened in.
public struct TraceIndex: Sendable {
    /// The trace.
    public let trace: Trace
    /// Every callback that is mentioned, in the order of its first event.
    public private(set) var callbacks: [CallbackRecord] = []

    private var positions: [UInt64: Int] = [:]
    /// For each event the position of the callback that was running on its thread; −1 for none.
    private var running: [Int32] = []

    /// Reads a trace once, from its first event to its last.
    public init(_ trace: Trace) {
        self.trace = trace
        running.reserveCapacity(trace.events.count)
        var stacks: [UInt16: [Int]] = [:]
        for (index, event) in trace.events.enumerated() {
            note(event, index)
            if event.kind == .started, let position = positions[event.subject] {
                stacks[event.thread, default: []].append(position)
            }
            running.append(Int32(truncatingIfNeeded: stacks[event.thread]?.last ?? -1))
            if event.kind == .ended { _ = stacks[event.thread]?.popLast() }
        }
    }

    /// The life of a callback; nil if the trace does not mention it.
    public func record(of callback: UInt64) -> CallbackRecord? {
        positions[callback].map { callbacks[$0] }
    }

    /// The callback in which an event happened; nil between callbacks.
    public func runningCallback(at index: Int) -> CallbackRecord? {
        running.indices.contains(index) && running[index] >= 0 ? callbacks[Int(running[index])] : nil
    }

    /// Where a callback was asked for in the source; nil where that is not known.
    public func position(of record: CallbackRecord) -> SourcePosition? {
        [record.asked, record.queued, record.started].compactMap(\.self).lazy
            .compactMap { trace.position(of: trace.events[$0]) }.first
    }

    /// The API that asked for a callback, "main script" or "promise job"; never empty.
    public func api(of record: CallbackRecord) -> String {
        let named = [record.asked, record.queued].compactMap(\.self).map { trace.text(of: trace.events[$0]) }
        if let api = named.first(where: { !$0.isEmpty }) { return api }
        switch record.kind {
        case .script: return isFirstScript(record) ? "main script" : "listener"
        case .tick: return "tick"
        case .microtask: return "promise job"
        case .timer: return "timer"
        case .immediate: return "immediate"
        case .poll: return "completion"
        case .close: return "close"
        case .idle: return "idle callback"
        case .task: return "task"
        case .animationFrame: return "animation frame"
        }
    }

    /// What a callback is called in views: its API and line and column, as "setTimeout@3:21".
    ///
    /// A place in another file than the program's own has that file's name before it.
    public func label(of record: CallbackRecord) -> String {
        let api = api(of: record)
        guard let position = position(of: record) else { return api }
        let isOwn = position.file == trace.sources.first?.file
        return "\(api)@\(isOwn ? "\(position.line):\(position.column)" : position.description)"
    }

    private func isFirstScript(_ record: CallbackRecord) -> Bool {
        guard let started = record.started else { return false }
        return trace.event(trace.events[started].cause)?.kind == .threadStarted
    }

    private mutating func note(_ event: TraceEvent, _ index: Int) {
        switch event.kind {
        case .queued, .started:
            let kind = CallbackKind(rawValue: UInt8(truncatingIfNeeded: event.value))
            update(event, kind: kind) { record in
                if event.kind == .started {
                    record.started = record.started ?? index
                } else {
                    record.queued = index
                    record.asked = record.asked ?? index
                }
            }
        case .timerSet: update(event, kind: .timer) { $0.asked = $0.asked ?? index }
        case .jobQueued: update(event, kind: .poll) { $0.asked = $0.asked ?? index }
        case .ended: update(event, kind: nil) { $0.ended = index }
        case .cleared: update(event, kind: nil) { $0.cleared = index }
        default: break
        }
    }

    private mutating func update(_ event: TraceEvent, kind: CallbackKind?, _ change: (inout CallbackRecord) -> Void) {
        let position =
            positions[event.subject]
            ?? {
                callbacks.append(
                    CallbackRecord(callback: event.subject, thread: event.thread, kind: kind ?? .microtask))
                positions[event.subject] = callbacks.count - 1
                return callbacks.count - 1
            }()
        if let kind { callbacks[position].kind = kind }
        change(&callbacks[position])
    }
}
