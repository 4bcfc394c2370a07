// SPDX-License-Identifier: MIT
internal import Scheduling

// How each event changes what a thread has.
extension TraceState.Thread {
    mutating func apply(_ event: TraceEvent, index: Int) {
        switch event.kind {
        case .queued: enqueue(event, index)
        case .timerSet: arm(event, index)
        case .jobQueued:
            pending.append(.init(callback: event.subject, kind: .poll, eventIndex: index))
        case .cleared: remove(event.subject)
        case .started: start(event, index)
        case .ended: if !running.isEmpty { running.removeLast() }
        case .turnStarted: turn = event.value
        case .threadEnded: hasEnded = true
        case .frameEntered: enter(event, index)
        case .frameLeft: leave(event)
        case .statement: moveTo(event, index)
        case .variable: set(event)
        default: break
        }
    }

    private mutating func enqueue(_ event: TraceEvent, _ index: Int) {
        let kind = CallbackKind(rawValue: UInt8(truncatingIfNeeded: event.value)) ?? .poll
        let waiting = TraceState.Waiting(callback: event.subject, kind: kind, eventIndex: index)
        switch kind {
        case .tick: ticks.append(waiting)
        case .microtask: microtasks.append(waiting)
        case .immediate: check.append(waiting)
        case .close: close.append(waiting)
        case .poll:
            pending.removeAll { $0.callback == event.subject }
            poll.append(waiting)
        case .timer, .script: break
        case .idle, .task, .animationFrame: tasks.append(waiting)
        }
    }

    private mutating func arm(_ event: TraceEvent, _ index: Int) {
        let delay = event.value & (TraceEvent.repeating - 1)
        let due = (event.time / 1_000_000 + delay) * 1_000_000
        let timer = TraceState.Waiting(callback: event.subject, kind: .timer, eventIndex: index, due: due)
        let position = timers.firstIndex { $0.due > due } ?? timers.count
        timers.insert(timer, at: position)
    }

    private mutating func start(_ event: TraceEvent, _ index: Int) {
        let kind = CallbackKind(rawValue: UInt8(truncatingIfNeeded: event.value)) ?? .script
        // The event that queued it tells more than that it has begun; a script has none.
        let queued = remove(event.subject)
        running.append(
            .init(callback: event.subject, kind: kind, eventIndex: queued?.eventIndex ?? index, due: queued?.due ?? 0))
    }

    @discardableResult
    private mutating func remove(_ callback: UInt64) -> TraceState.Waiting? {
        // Almost always the first of its queue.
        for queue in [\TraceState.Thread.microtasks, \.ticks, \.timers, \.check, \.poll, \.pending, \.close, \.tasks] {
            if let position = self[keyPath: queue].firstIndex(where: { $0.callback == callback }) {
                return self[keyPath: queue].remove(at: position)
            }
        }
        return nil
    }

    // MARK: - Frames

    private mutating func enter(_ event: TraceEvent, _ index: Int) {
        var frame =
            suspended.removeValue(forKey: event.subject)
            ?? TraceState.Frame(id: event.subject, function: event.text, eventIndex: index)
        frame.eventIndex = index
        frames.append(frame)
    }

    private mutating func leave(_ event: TraceEvent) {
        guard let position = frames.lastIndex(where: { $0.id == event.subject }) else { return }
        let frame = frames[position]
        frames.removeSubrange(position...)
        // Value 1: it waits and will go on.
        if event.value == 1 { suspended[event.subject] = frame }
    }

    private mutating func moveTo(_ event: TraceEvent, _ index: Int) {
        guard let position = frames.lastIndex(where: { $0.id == event.subject }) else { return }
        frames[position].eventIndex = index
    }

    private mutating func set(_ event: TraceEvent) {
        guard let position = frames.lastIndex(where: { $0.id == event.subject }) else { return }
        let value = UInt32(truncatingIfNeeded: event.value)
        if let known = frames[position].variables.firstIndex(where: { $0.name == event.text }) {
            frames[position].variables[known].value = value
        } else {
            frames[position].variables.append(.init(name: event.text, value: value))
        }
    }
}
