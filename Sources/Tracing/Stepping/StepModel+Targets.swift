// SPDX-License-Identifier: MIT
internal import Scheduling

// Where each way leads.
extension StepModel {
    /// The outcome of looking for a position to go to.
    typealias Target = Result<Int, StepRefusal>

    func target(of move: StepMove, _ direction: StepDirection) -> Target {
        let edge: StepRefusal = direction == .forwards ? .atEnd : .atStart
        switch move {
        case .into: return found(stop(from: position, direction), or: edge)
        case .over: return found(overTarget(direction) ?? stop(from: position, direction), or: edge)
        case .out: return found(outTarget(direction) ?? stop(from: position, direction), or: edge)
        case .event: return found(event(direction, where: { !$0.kind.isOfStatements }), or: edge)
        case .callback:
            let target = event(direction) { $0.kind == .started }
            return found(target, or: .noneBegins(isTask: false, direction))
        case .task:
            let target = event(direction) { $0.kind == .started && $0.isTask }
            return found(target, or: .noneBegins(isTask: true, direction))
        case .mark:
            let target = event(direction) { event in isMarked(event) }
            return found(target ?? edgePosition(direction), or: edge)
        case .end: return found(edgePosition(direction), or: edge)
        case .line(let line):
            let shown = file
            let kind: TraceEvent.Kind? = hasStatements ? .statement : nil
            let target = event(direction) { event in
                guard kind == nil || event.kind == kind, let position = trace.position(of: event) else { return false }
                return position.line == line && position.file == shown
            }
            return found(target, or: .lineDoesNotRun(line, direction))
        case .text(let text):
            return found(search(text, direction), or: .textNotFound(text, direction))
        }
    }

    private func found(_ target: Int?, or refusal: StepRefusal) -> Target {
        guard let target, target != position else { return .failure(refusal) }
        return .success(target)
    }

    private func edgePosition(_ direction: StepDirection) -> Int {
        direction == .forwards ? trace.events.count : stops.positions.first ?? 0
    }

    private func isMarked(_ event: TraceEvent) -> Bool {
        guard !marks.isEmpty, event.kind == .statement || !hasStatements, let position = trace.position(of: event)
        else { return false }
        return marks.contains(SourceLine(file: position.file, line: position.line))
    }

    /// The next stop in a direction, on the thread that is shown if one is pinned; the ends count for every thread.
    func stop(from position: Int, _ direction: StepDirection) -> Int? {
        var position = position
        while let stop = direction == .forwards ? stops.next(after: position) : stops.previous(before: position) {
            guard let pinned = pinnedThread, stop > 0, trace.events[stop - 1].thread != pinned,
                stop != trace.events.count, stop != stops.positions.first
            else { return stop }
            position = stop
        }
        return nil
    }

    /// The position behind the next event in a direction for which something holds.
    func event(_ direction: StepDirection, where isWanted: (TraceEvent) -> Bool) -> Int? {
        func isOnThread(_ event: TraceEvent) -> Bool { pinnedThread.map { $0 == event.thread } ?? true }
        let events = trace.events
        switch direction {
        case .forwards:
            return events[position...].firstIndex { isOnThread($0) && isWanted($0) }.map { $0 + 1 }
        case .backwards:
            return events[..<max(0, position - 1)].lastIndex { isOnThread($0) && isWanted($0) }.map { $0 + 1 }
        }
    }

    // MARK: - Over and out

    private func overTarget(_ direction: StepDirection) -> Int? {
        guard let frame = thread?.frames.last else { return callbackTarget(direction, isOver: true) }
        // A frame keeps its number across an await, so the function is followed to where it goes on.
        // Each thread numbers its own frames.
        let shown = shownThread
        let own = event(direction) { $0.kind == .statement && $0.subject == frame.id && $0.thread == shown }
        return own ?? callerTarget(of: frame.id, direction)
    }

    private func outTarget(_ direction: StepDirection) -> Int? {
        guard let frame = thread?.frames.last else { return callbackTarget(direction, isOver: false) }
        return callerTarget(of: frame.id, direction)
    }

    /// Forwards the next stop after a frame is left, backwards the last one before it was entered; a caller's, if one
    /// is on the stack.
    private func callerTarget(of frame: UInt64, _ direction: StepDirection) -> Int? {
        let boundary: TraceEvent.Kind = direction == .forwards ? .frameLeft : .frameEntered
        let shown = shownThread
        let edge = event(direction) { $0.kind == boundary && $0.subject == frame && $0.thread == shown }
        guard let edge else { return nil }
        var callers = Set((thread?.frames ?? []).dropLast().map(\.id))
        var position = edge
        while !callers.isEmpty, let stop = stop(from: position, direction) {
            // Callers that are left meanwhile are no longer on the stack.
            for event in trace.events[min(position, stop)..<max(position, stop)] where event.thread == shown {
                if event.kind == boundary { callers.remove(event.subject) }
            }
            position = stop
            let event = trace.events[stop - 1]
            if event.thread == shown, event.kind == .statement, callers.contains(event.subject) { return stop }
        }
        return stop(from: edge, direction)
    }

    /// Where a callback as a whole begins or ends, for what has no frames.
    private func callbackTarget(_ direction: StepDirection, isOver: Bool) -> Int? {
        guard !hasStatements, let event, let running = thread?.running.last else { return nil }
        switch direction {
        case .forwards:
            if isOver, event.kind != .started { return nil }
            return self.event(.forwards) { $0.kind == .ended && $0.subject == running.callback }
        case .backwards:
            if isOver { return nil }
            return self.event(.backwards) { $0.kind == .started && $0.subject == running.callback }
        }
    }
}

extension TraceEvent {
    /// Whether it starts a task, and neither a tick nor a microtask.
    var isTask: Bool {
        switch CallbackKind(rawValue: UInt8(truncatingIfNeeded: value)) {
        case .tick, .microtask, nil: false
        default: true
        }
    }
}

extension TraceEvent.Kind {
    /// Whether it tells of statements, frames and variables, and of nothing that the loop does.
    var isOfStatements: Bool {
        switch self {
        case .frameEntered, .frameLeft, .statement, .variable: true
        default: false
        }
    }
}
