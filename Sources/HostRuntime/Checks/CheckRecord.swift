// SPDX-License-Identifier: MIT
internal import Scheduling
internal import Tracing

/// What the record of a check says of the submission.
struct CheckRecord {
    private let trace: Trace
    private let start: UInt64
    /// What was recorded since the check began.
    private let events: ArraySlice<TraceEvent>

    /// Looks at what stands behind an event in a trace; `start` is the check's first instant, in nanoseconds.
    init(_ trace: Trace, after event: UInt64, from start: UInt64) {
        self.trace = trace
        self.start = start
        events = trace.events[(trace.events.firstIndex { $0.sequence > event } ?? trace.events.endIndex)...]
    }

    /// What of the submission's doings matters to somebody who looks for a failure: "NANOSECONDS-AS-MS TEXT" a line.
    var timeline: [String] {
        events.compactMap { event in
            guard let text = text(of: event) else { return nil }
            return "\(Double(event.time &- start) / 1e6) \(text)"
        }
    }

    private func text(of event: TraceEvent) -> String? {
        switch event.kind {
        case .timerSet:
            guard let place = place(of: event) else { return nil }
            return "\(trace.text(of: event)) of \(event.value & (TraceEvent.repeating - 1)) ms is set at \(place)"
        case .started where event.value == UInt64(CallbackKind.timer.rawValue):
            return asked(for: event).flatMap(place).map { "the timer of \($0) runs" }
        case .output:
            let line = trace.text(of: event).split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
            return "prints “\(line.prefix(60))”"
        default: return nil
        }
    }

    private func place(of event: TraceEvent) -> String? {
        trace.position(of: event).map { "\($0.file):\($0.line):\($0.column)" }
    }

    // The event that put a callback into its queue.
    private func asked(for event: TraceEvent) -> TraceEvent? {
        trace.index(of: event.cause).map { trace.events[$0] }
    }

    /// The timers that would still keep the program alive, each with its place.
    func timersLeft(_ queues: QueueSnapshot) -> [String] {
        let left = Set(queues.timers.filter { $0.isReferenced }.map(\.callback.id))
        return events.compactMap { event in
            guard event.kind == .timerSet, left.contains(event.subject), let place = place(of: event) else { return nil }
            return "\(trace.text(of: event)) at \(place)"
        }
    }

    /// Where the promises were made that never settled.
    var pendingPromises: [String] {
        var places: [UInt64: String] = [:]
        var order: [UInt64] = []
        for event in events {
            switch event.kind {
            case .promiseCreated:
                guard let place = place(of: event) else { continue }
                places[event.subject] = place
                order.append(event.subject)
            case .promiseSettled: places[event.subject] = nil
            default: break
            }
        }
        return order.compactMap { places[$0].map { "a promise of \($0)" } }
    }

    /// How long the longest task of the main thread took, and where it was asked for; the place may be empty.
    var longestTask: (nanoseconds: UInt64, place: String) {
        var begun: [UInt64: TraceEvent] = [:]
        var longest: (nanoseconds: UInt64, place: String) = (0, "")
        for event in events where event.thread == 0 {
            switch event.kind {
            case .started: begun[event.subject] = event
            case .ended:
                guard let first = begun.removeValue(forKey: event.subject) else { continue }
                let time = event.time &- first.time
                if time > longest.nanoseconds { longest = (time, asked(for: first).flatMap(place) ?? "") }
            default: break
            }
        }
        return longest
    }
}
