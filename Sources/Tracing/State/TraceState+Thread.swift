// SPDX-License-Identifier: MIT
internal import Scheduling

// How each event changes what a thread has.
extension TraceState.Thread {
    mutating func apply(_ event: TraceEvent, index: Int) {
        switch event.kind {
        case .queued: enqueue(event, index)
        case .timerSet: arm(event, index)
        case .jobQueued:
            lines.insert(.init(callback: event.subject, kind: .poll, eventIndex: index), into: .pending)
        case .cleared: lines.remove(event.subject)
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
        case .tick: lines.insert(waiting, into: .ticks)
        case .microtask: lines.insert(waiting, into: .microtasks)
        case .immediate: lines.insert(waiting, into: .check)
        case .close: lines.insert(waiting, into: .close)
        case .poll:
            while lines.remove(event.subject, from: .pending) != nil {}
            lines.insert(waiting, into: .poll)
        case .timer, .script: break
        case .idle, .task, .animationFrame: lines.insert(waiting, into: .tasks)
        }
    }

    private mutating func arm(_ event: TraceEvent, _ index: Int) {
        lines.insert(
            .init(callback: event.subject, kind: .timer, eventIndex: index, due: event.due()), into: .timers)
    }

    private mutating func start(_ event: TraceEvent, _ index: Int) {
        let kind = CallbackKind(rawValue: UInt8(truncatingIfNeeded: event.value)) ?? .script
        // The event that queued it tells more than that it has begun; a script has none.
        let queued = lines.remove(event.subject)
        running.append(
            .init(callback: event.subject, kind: kind, eventIndex: queued?.eventIndex ?? index, due: queued?.due ?? 0))
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
