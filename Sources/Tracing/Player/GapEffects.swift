// SPDX-License-Identifier: MIT

/// The events of a stretch of a trace that make a difference after it.
///
/// A callback that was queued, ran and ended within the stretch leaves no queue changed; one that waits or runs at
/// either end of it does.
struct GapEffects {
    /// The indices of the events without which the queues and stacks at the end would be others.
    private(set) var onState: Set<Int> = []
    /// The indices of the events that printed something.
    private(set) var outputs: [Int] = []

    /// Looks at a stretch of events; applies all events up to its end once.
    init(of gap: Range<Int>, in events: [TraceEvent]) {
        var state = TraceState()
        for index in 0..<gap.lowerBound { state.apply(events[index], index: index) }
        var alive = Alive(state)
        let runningBefore = Set(state.threads.flatMap(\.running).map(\.callback))
        for index in gap { state.apply(events[index], index: index) }
        alive.formUnion(Alive(state))
        var about: [UInt64: [Int]] = [:]
        var turns: [UInt16: Int] = [:]
        for index in gap {
            let event = events[index]
            switch event.kind {
            case .output: outputs.append(index)
            case .turnStarted: turns[event.thread] = index
            case .threadStarted, .threadEnded, .uncaughtError, .programEnded: onState.insert(index)
            case .queued, .timerSet, .jobQueued, .cleared, .started, .ended:
                if alive.callbacks.contains(event.subject) { about[event.subject, default: []].append(index) }
            case .frameEntered, .frameLeft, .statement, .variable:
                if alive.frames.contains(event.subject) { onState.insert(index) }
            default: break
            }
        }
        onState.formUnion(turns.values)
        for (callback, indices) in about {
            onState.formUnion(Self.lasting(indices, events, wasRunning: runningBefore.contains(callback)))
        }
    }

    /// Of the events of one callback those that still count: an interval runs many times, and its last run is enough.
    private static func lasting(_ indices: [Int], _ events: [TraceEvent], wasRunning: Bool) -> [Int] {
        let last = indices.lastIndex { events[$0].kind == .started } ?? indices.startIndex
        let end = wasRunning ? indices.first { events[$0].kind == .ended } : nil
        return Array(indices[last...]) + (end.map { [$0] } ?? [])
    }

    /// What waits, runs or stands on a stack at one moment.
    private struct Alive {
        var callbacks: Set<UInt64> = []
        var frames: Set<UInt64> = []

        init(_ state: TraceState) {
            for thread in state.threads {
                let queues = [
                    thread.ticks, thread.microtasks, thread.timers, thread.pending, thread.poll, thread.check,
                    thread.close, thread.tasks, thread.running,
                ]
                callbacks.formUnion(queues.joined().map(\.callback))
                frames.formUnion(thread.frames.map(\.id))
                frames.formUnion(thread.suspended.keys)
            }
        }

        mutating func formUnion(_ other: Alive) {
            callbacks.formUnion(other.callbacks)
            frames.formUnion(other.frames)
        }
    }
}
