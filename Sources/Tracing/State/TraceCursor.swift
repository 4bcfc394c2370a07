// SPDX-License-Identifier: MIT

/// A position in a trace and the state there, for going forth and back.
public struct TraceCursor: Sendable {
    /// The trace.
    public let trace: Trace
    /// The state after the events so far.
    public private(set) var state = TraceState()

    /// States along the way, so that going back need not begin at the start.
    private var marks: [(count: Int, state: TraceState)] = []

    /// Stands before the first event.
    public init(_ trace: Trace) {
        self.trace = trace
    }

    /// How many events have been applied: the index of the next one.
    public var position: Int { state.eventIndex + 1 }

    /// Whether every event has been applied.
    public var isAtEnd: Bool { position >= trace.events.count }

    /// The event that was applied last; nil at the start.
    public var event: TraceEvent? { position > 0 ? trace.events[position - 1] : nil }

    /// Goes to where so many events have been applied; beyond the end it stops there.
    public mutating func move(to target: Int) {
        let target = min(max(target, 0), trace.events.count)
        if target < position {
            state = marks.last { $0.count <= target }?.state ?? TraceState()
        }
        while position < target {
            let index = position
            state.apply(trace.events[index], index: index)
            if position % Self.spacing == 0 { mark() }
        }
    }

    // A state with much in it is kept seldom: all of them together take no more room than the events.
    private mutating func mark() {
        let last = marks.last?.count ?? 0
        if position > last, position - last >= state.weight { marks.append((position, state)) }
    }

    /// Goes on by one event; false at the end.
    @discardableResult
    public mutating func advance() -> Bool {
        if isAtEnd { return false }
        move(to: position + 1)
        return true
    }

    /// At least so many events lie between two marks.
    private static let spacing = 2_000
}
