// SPDX-License-Identifier: MIT
public import Scheduling

/// What stood in the queues, on the stack and on the console at one moment of a run.
///
/// A pure function of the events so far: applying the same events gives equal states, so going back is applying fewer.
public struct TraceState: Equatable, Sendable {
    /// A callback that waits or runs.
    public struct Waiting: Equatable, Sendable {
        /// The callback, as events name it.
        public var callback: UInt64
        /// What it is.
        public var kind: CallbackKind
        /// The index of the event that put it here.
        public var eventIndex: Int
        /// For a timer when it is due, in nanoseconds.
        public var due: UInt64 = 0
    }

    /// A promise that is pending or has settled.
    public enum PromiseState: Equatable, Sendable {
        /// Not settled.
        case pending
        /// Settled with a value.
        case fulfilled
        /// Settled with a reason.
        case rejected
    }

    /// One frame of the call stack.
    public struct Frame: Equatable, Sendable {
        /// The frame, as events name it.
        public var id: UInt64
        /// A text number: the function's name.
        public var function: UInt32
        /// The index of the event of the statement that is current, or of the entry.
        public var eventIndex: Int
        /// The variables, in the order in which they were first seen: text numbers of name and value.
        public var variables: [Variable] = []
    }

    /// A variable and its value.
    public struct Variable: Equatable, Sendable {
        /// A text number: the name.
        public var name: UInt32
        /// A text number: the value in short.
        public var value: UInt32
    }

    /// What one thread has.
    public struct Thread: Equatable, Sendable {
        /// Its number.
        public var number: UInt16
        /// Ticks, next one first.
        public var ticks: [Waiting] { lines[.ticks] }
        /// Microtasks, next one first.
        public var microtasks: [Waiting] { lines[.microtasks] }
        /// Timers, by due time and then as armed.
        public var timers: [Waiting] { lines[.timers] }
        /// Host work under way: pool jobs and simulated operations, in the order in which they were asked for.
        public var pending: [Waiting] { lines[.pending] }
        /// Completions that wait for the poll phase.
        public var poll: [Waiting] { lines[.poll] }
        /// Immediates.
        public var check: [Waiting] { lines[.check] }
        /// Close callbacks; the last one runs first.
        public var close: [Waiting] { lines[.close] }
        /// Tasks of a page, its frame callbacks and idle callbacks.
        public var tasks: [Waiting] { lines[.tasks] }
        /// The callbacks that run, outermost first.
        public var running: [Waiting] = []
        /// The call stack, outermost first; at level steps.
        public var frames: [Frame] = []
        /// The frames of functions that wait at an await or a yield, by their number.
        public var suspended: [UInt64: Frame] = [:]
        /// The number of the turn, 0 before the first.
        public var turn: UInt64 = 0
        /// The phase.
        public var phase: TracePhase = .script
        /// The thread's time, in nanoseconds.
        public var time: UInt64 = 0
        /// Whether it has ended.
        public var hasEnded = false

        /// What waits.
        var lines = WaitingLines()

        /// How much there is to copy, in callbacks or about as much.
        var weight: Int { 8 + lines.count + running.count + frames.count + suspended.count }
    }

    /// The threads that have begun, by number.
    public var threads: [Thread] { begun.sorted { $0.number < $1.number } }

    /// The threads in the order in which they began, and the position of each.
    private var begun: [Thread] = []
    private var positions: [UInt16: Int] = [:]

    /// The indices of the events that printed something.
    public private(set) var outputs: [Int] = []
    /// How many promises are pending; at level full.
    public private(set) var pendingPromises = 0
    /// The index of the event that was applied last; −1 before the first.
    public private(set) var eventIndex = -1
    /// The thread of the event that was applied last.
    public private(set) var currentThread: UInt16 = 0

    /// The state before the first event.
    public init() {}

    /// The thread of a number; nil if it has not begun.
    public func thread(_ number: UInt16) -> Thread? {
        positions[number].map { begun[$0] }
    }

    /// How much there is to copy, in callbacks or about as much.
    var weight: Int { begun.reduce(outputs.count / 4) { $0 + $1.weight } }

    /// Goes on by one event.
    public mutating func apply(_ event: TraceEvent, index: Int) {
        eventIndex = index
        currentThread = event.thread
        let position = positions[event.thread] ?? add(event.thread)
        if event.kind != .jobStarted { begun[position].time = max(begun[position].time, event.time) }
        begun[position].phase = event.phase
        switch event.kind {
        case .output: outputs.append(index)
        case .promiseCreated: pendingPromises += 1
        case .promiseSettled: pendingPromises = max(0, pendingPromises - 1)
        default: begun[position].apply(event, index: index)
        }
    }

    private mutating func add(_ number: UInt16) -> Int {
        begun.append(Thread(number: number))
        positions[number] = begun.count - 1
        return begun.count - 1
    }
}
