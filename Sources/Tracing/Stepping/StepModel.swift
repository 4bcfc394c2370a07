// SPDX-License-Identifier: MIT

/// A person's place in a recorded run, and the ways to go from it.
///
/// What is shown at a position depends on the position alone, however it was reached.
public struct StepModel: Sendable {
    /// The run.
    public let trace: Trace
    /// The life of each callback of it.
    public let index: TraceIndex
    /// The lines that the program printed.
    public let outputLines: [OutputLine]
    /// The lines that are marked to run to.
    public var marks: Set<SourceLine> = []
    /// The one thread that is shown and stepped through; nil for whichever something happens on.
    public private(set) var pinnedThread: UInt16?
    /// The texts of the program's files.
    let sources: SourceTexts
    let stops: StepStops
    private var cursor: TraceCursor
    /// Where jumps began, the last one last.
    private var jumps: [Int] = []

    /// A line of one of the program's files.
    public struct SourceLine: Hashable, Sendable {
        /// The file as places name it.
        public var file: String
        /// From 1.
        public var line: Int

        /// Names a line.
        public init(file: String, line: Int) {
            self.file = file
            self.line = line
        }
    }

    /// Stands at the first stop of a run.
    public init(_ trace: Trace) {
        self.trace = trace
        index = TraceIndex(trace)
        outputLines = trace.outputLines()
        sources = SourceTexts(trace.sources)
        stops = StepStops(trace)
        cursor = TraceCursor(trace)
        cursor.move(to: stops.positions.first ?? 0)
    }

    // MARK: - Where

    /// How many events have happened.
    public var position: Int { cursor.position }
    /// What stood in the queues, on the stack and on the console.
    public var state: TraceState { cursor.state }
    /// Whether the trace tells statements.
    public var hasStatements: Bool { stops.hasStatements }
    /// How many stops there are.
    public var stopCount: Int { stops.positions.count }
    /// The number of the stop at or before here, from 1.
    public var stopNumber: Int { stops.number(at: position) }
    /// The index of the event that happened last; nil before the first.
    public var eventIndex: Int? { position > 0 ? position - 1 : nil }
    /// The event that happened last; nil before the first.
    public var event: TraceEvent? { cursor.event }
    /// The thread that is shown.
    public var shownThread: UInt16 { pinnedThread ?? state.currentThread }
    /// What that thread has; nil while it has not begun.
    public var thread: TraceState.Thread? { state.thread(shownThread) }
    /// Whether everything has happened.
    public var isAtEnd: Bool { position >= trace.events.count }
    /// Whether this is the first stop.
    public var isAtStart: Bool { position <= (stops.positions.first ?? 0) }

    /// The place in the source that is about to run, or at which the last event was asked for.
    public var place: SourcePosition? {
        if let frame = thread?.frames.last { return trace.position(of: trace.events[frame.eventIndex]) }
        guard let event, event.thread == shownThread else { return nil }
        return trace.position(of: event)
    }

    /// Where in the source the callback was asked for that is running.
    public var origin: SourcePosition? {
        guard let running = thread?.running.last, let record = index.record(of: running.callback) else { return nil }
        return index.position(of: record)
    }

    /// The file to show.
    public var file: String {
        place?.file ?? origin?.file ?? trace.sources.first?.file ?? trace.header.program
    }

    /// The lines printed so far, at most so many, the last ones; and how many there are.
    public func console(last count: Int) -> (lines: [ConsoleText.Line], total: Int) {
        var console = ConsoleText(keeping: count)
        for index in state.outputs { console.append(trace.events[index], of: trace) }
        return (console.lines, console.total)
    }

    // MARK: - Going

    /// Goes to where so many events have happened; beyond an end it stops there.
    public mutating func move(to position: Int) {
        cursor.move(to: max(position, min(1, trace.events.count)))
    }

    /// Goes a way; nil if it led somewhere, else why not.
    @discardableResult
    public mutating func move(_ move: StepMove, _ direction: StepDirection = .forwards) -> StepRefusal? {
        switch target(of: move, direction) {
        case .success(let target):
            if case .line = move { jumps.append(position) }
            if case .text = move { jumps.append(position) }
            self.move(to: target)
            return nil
        case .failure(let refusal): return refusal
        }
    }

    /// Goes to where a line of output, from 1, has been printed.
    public mutating func move(toOutput number: Int) -> StepRefusal? {
        guard number >= 1, number <= outputLines.count else {
            return .noSuchOutput(number, count: outputLines.count)
        }
        jump(to: outputLines[number - 1].eventIndex + 1)
        return nil
    }

    /// Goes to where an event, from 1, has happened.
    public mutating func move(toEvent number: Int) -> StepRefusal? {
        guard number >= 1, number <= trace.events.count else {
            return .noSuchEvent(number, count: trace.events.count)
        }
        jump(to: number)
        return nil
    }

    /// Goes to where the callback was asked for that runs now or that the last event is about.
    public mutating func moveToCause() -> StepRefusal? {
        guard let eventIndex else { return .queuedByNobody }
        let running = thread?.running.last.flatMap { index.record(of: $0.callback) }
        guard let record = running ?? index.runningCallback(at: eventIndex), let asked = record.asked,
            asked < eventIndex
        else { return .queuedByNobody }
        jump(to: asked + 1)
        return nil
    }

    /// Returns to where the last jump began.
    public mutating func returnFromJump() -> StepRefusal? {
        guard let position = jumps.popLast() else { return .noJump }
        cursor.move(to: position)
        return nil
    }

    private mutating func jump(to target: Int) {
        jumps.append(position)
        move(to: target)
    }

    // MARK: - Choices

    /// Shows one thread only, or with nil whichever something happens on.
    public mutating func pin(_ thread: UInt16?) {
        pinnedThread = thread
    }

    /// Shows the next thread that has begun by now; after the last one, all of them again.
    public mutating func pinNext() {
        let numbers = state.threads.map(\.number)
        guard let pinnedThread else {
            self.pinnedThread = numbers.count > 1 ? numbers.first : nil
            return
        }
        self.pinnedThread = numbers.first { $0 > pinnedThread }
    }

    /// Marks a line, or takes the mark away.
    public mutating func toggleMark(_ line: SourceLine) {
        if marks.remove(line) == nil { marks.insert(line) }
    }
}
