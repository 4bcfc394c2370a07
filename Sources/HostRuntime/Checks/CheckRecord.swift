// SPDX-License-Identifier: MIT
internal import Scheduling
internal import Tracing

/// What the record of a check says of the submission.
struct CheckRecord {
    private let trace: Trace
    private let start: UInt64

    init(_ trace: Trace, start: UInt64) {
        self.trace = trace
        self.start = start
    }

    /// What of the submission's doings matters to somebody who looks for a failure: "NANOSECONDS-AS-MS TEXT" a line.
    var timeline: [String] {
        trace.events.compactMap { event in
            guard event.time >= start, let text = text(of: event) else { return nil }
            return "\(Double(event.time - start) / 1e6) \(text)"
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

    /// Whether more happened than is kept: then the record cannot say that something never happened.
    var hasGaps: Bool { trace.droppedCount > 0 }

    /// The program's timers that would still keep it alive, each with its place where the record knows that.
    ///
    /// Which there are, the loop says: the record may have gaps, and a timer may be set where no line of the program
    /// runs.
    func timersLeft(_ timers: [Callback]) -> [String] {
        let left = timers.filter { $0.handle & Handle.closure == 0 }
        var words: [UInt64: String] = [:]
        for event in trace.events where event.kind == .timerSet {
            words[event.subject] = place(of: event).map { "\(trace.text(of: event)) at \($0)" }
        }
        return left.map { words[$0.id] ?? "a timer" }
    }

    /// Where the promises were made that never settled.
    var pendingPromises: [String] {
        var places: [UInt64: String] = [:]
        var order: [UInt64] = []
        for event in trace.events where event.time >= start {
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

    /// How long the longest task of the main thread took by `now`, and where it was asked for; the place may be empty.
    ///
    /// A task takes as long as its callback and the ticks and promise jobs behind it: nothing else runs meanwhile.
    func longestTask(by now: UInt64) -> (nanoseconds: UInt64, place: String) {
        var longest: (nanoseconds: UInt64, place: String) = (0, "")
        var first: TraceEvent?
        func note(_ end: UInt64) {
            guard let first else { return }
            let time = end - min(max(first.time, start), end)
            if time > longest.nanoseconds { longest = (time, asked(for: first).flatMap(place) ?? "") }
        }
        for event in trace.events where event.thread == 0 {
            switch event.kind {
            case .started where first == nil || !Self.isOfCheckpoint(event): first = event
            case .ended: note(event.time)
            case .turnStarted, .phaseEntered, .clockJumped: first = nil
            default: break
            }
        }
        note(now)
        return longest
    }

    private static func isOfCheckpoint(_ event: TraceEvent) -> Bool {
        event.value == UInt64(CallbackKind.microtask.rawValue) || event.value == UInt64(CallbackKind.tick.rawValue)
    }
}
