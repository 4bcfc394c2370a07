// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// Microtasks or ticks that bring forth each other and keep every task out, for long or for ever.
struct Starvation {
    /// So many microtasks, each of which came of the one before, and no task between.
    static let longestChain = 1_000
    /// Or so much time in them.
    static let longestTime: UInt64 = 50_000_000
    /// A few microtasks in a row are no loop.
    private static let shortestChain = 5

    /// What one thread did since its last task.
    private struct Checkpoint {
        var first: Int?
        var last = 0
        var count = 0
        var depths: [UInt64: Int] = [:]
        var deepest = 0
        /// How often each place brought forth a microtask, and its latest event.
        var places: [UInt32: (count: Int, event: Int)] = [:]
        var longestCallback: UInt64 = 0
        var began: UInt64 = 0
        var isOpen = false
    }

    private(set) var findings: [Finding] = []

    init(_ view: CoachView) {
        var checkpoints: [UInt16: Checkpoint] = [:]
        var waiting: [UInt16: Set<UInt64>] = [:]
        for (index, event) in view.trace.events.enumerated() {
            switch event.kind {
            case .timerSet, .jobQueued: waiting[event.thread, default: []].insert(event.subject)
            case .cleared: waiting[event.thread]?.remove(event.subject)
            case .queued:
                if !Self.isMicro(event) {
                    waiting[event.thread, default: []].insert(event.subject)
                } else {
                    note(queued: event, index, view, &checkpoints[event.thread, default: Checkpoint()])
                }
            case .started:
                let hadToWait = waiting[event.thread]?.remove(event.subject) != nil
                if Self.isMicro(event) {
                    Self.note(started: event, index, &checkpoints[event.thread, default: Checkpoint()])
                } else {
                    close(
                        &checkpoints[event.thread, default: Checkpoint()], view, waiting[event.thread]?.count ?? 0,
                        hadToWait ? 1 : 0)
                }
            case .ended:
                Self.note(ended: event, index, &checkpoints[event.thread, default: Checkpoint()])
            default: break
            }
        }
        for (thread, var checkpoint) in checkpoints.sorted(by: { $0.key < $1.key }) {
            close(&checkpoint, view, waiting[thread]?.count ?? 0, 0, isLast: true)
        }
    }

    private static func isMicro(_ event: TraceEvent) -> Bool {
        event.value == UInt64(CallbackKind.microtask.rawValue) || event.value == UInt64(CallbackKind.tick.rawValue)
    }

    private func note(queued event: TraceEvent, _ index: Int, _ view: CoachView, _ checkpoint: inout Checkpoint) {
        let parent = view.index.runningCallback(at: index)?.callback ?? 0
        let depth = (checkpoint.depths[parent] ?? 0) + 1
        checkpoint.depths[event.subject] = depth
        checkpoint.deepest = max(checkpoint.deepest, depth)
        checkpoint.places[event.place, default: (0, index)].count += 1
    }

    private static func note(started event: TraceEvent, _ index: Int, _ checkpoint: inout Checkpoint) {
        if checkpoint.first == nil { checkpoint.first = index }
        checkpoint.count += 1
        checkpoint.began = event.time
        checkpoint.isOpen = true
        checkpoint.last = index
    }

    private static func note(ended event: TraceEvent, _ index: Int, _ checkpoint: inout Checkpoint) {
        guard checkpoint.isOpen else { return }
        checkpoint.isOpen = false
        checkpoint.last = index
        checkpoint.longestCallback = max(checkpoint.longestCallback, event.time.elapsed(since: checkpoint.began))
    }

    // A task comes, or the run is over: `own` of those who waited is the task itself.
    private mutating func close(
        _ checkpoint: inout Checkpoint, _ view: CoachView, _ waiting: Int, _ own: Int, isLast: Bool = false
    ) {
        defer { checkpoint = Checkpoint() }
        guard let first = checkpoint.first else { return }
        let wasCut = isLast && view.cut != nil
        let span = view.time(checkpoint.last).elapsed(since: view.time(first))
        let isLongChain = checkpoint.deepest >= Self.longestChain
        let isLongTime =
            span >= Self.longestTime && checkpoint.deepest >= Self.shortestChain
            && checkpoint.longestCallback < Self.longestTime
        guard isLongChain || isLongTime, waiting + own > 0 || wasCut else { return }
        let busiest = checkpoint.places.filter { $0.key != 0 }.max {
            ($0.value.count, $1.key) < ($1.value.count, $0.key)
        }
        let event = busiest?.value.event ?? first
        guard let position = view.position(of: event) ?? view.position(near: event) else {
            return
        }
        let isTick = view.trace.text(of: view.trace.events[event]) == "process.nextTick"
        var evidence = [
            "\(checkpoint.count) \(isTick ? "ticks" : "microtasks") ran without a task between them, from "
                + "\(CoachView.duration(view.time(first))) to \(CoachView.duration(view.time(checkpoint.last)))."
        ]
        if wasCut {
            evidence.append("They had not come to an end when the run was stopped.")
        }
        if waiting + own > 0 {
            let count = waiting + own
            evidence.append("Meanwhile \(CountedNoun.text(count, "task")) had to wait: timers, I/O, immediates.")
        }
        findings.append(
            Finding(
                .starvation, at: position, evidence: evidence,
                fix: "Let tasks in between: yield with setImmediate or a timer, not with a promise or a tick."))
    }
}
