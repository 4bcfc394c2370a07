// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Scheduling
public import Tracing

/// A program whose callbacks somebody starts in place of the loop.
///
/// The main script runs by itself. From then on each callback that waits in a queue can be picked, and the one that
/// may run next is accepted; another one is refused with the rule that is against it. Where the order is left open,
/// each callback that a run may start next is accepted, and the program goes on from there.
public struct SchedulerGame<Runner: ProgramRunner> {
    /// A callback that waits.
    public struct Candidate: Equatable, Sendable {
        /// What to pick it by, from 1.
        public let number: Int
        /// The callback, as events name it.
        public let callback: UInt64
        /// The queue that it waits in.
        public let queue: GameQueue
        /// By its API and place, as "then@2:19".
        public let label: String
        /// For a timer the nanoseconds until it is due, 0 if it is.
        public let wait: UInt64?
    }

    /// What came of a pick.
    public enum Move: Equatable, Sendable {
        /// It ran: the lines that it printed, and what it put into queues.
        case ran(label: String, lines: [OutputLine], queued: [String])
        /// It may not run now.
        case refused(label: String, Refusal)
        /// No callback that waits has this number.
        case noSuchNumber
    }

    /// Why a callback may not run now.
    public struct Refusal: Equatable, Sendable {
        /// The rule that is against it.
        public let rule: Rule
        /// How it applies, naming what has to run first; as one sentence without its full stop.
        public let sentence: String
    }

    /// The run that is being played.
    public private(set) var trace: Trace
    /// The callbacks that wait, queue by queue, next one first.
    public private(set) var candidates: [Candidate] = []
    /// How many picks were accepted.
    public private(set) var moveCount = 0
    /// How many were refused.
    public private(set) var refusalCount = 0
    /// What is being run by the host, and not yet in a queue.
    public private(set) var hostWork: [String] = []

    private let runner: Runner
    private var why: Why
    private var index: TraceIndex
    private var cursor: TraceCursor
    /// The index of the event with which the callback begins that runs next; nil at the end.
    private var next: Int?

    /// Runs the program, and goes to the end of its main script.
    public init(_ runner: Runner) throws(PredictionError) {
        self.runner = runner
        let run = try runner.record(RunRequest(level: .full))
        if run.wantedInput { throw .notPredictable(.needsInput) }
        guard case .exited = run.ending else { throw .notPredictable(.stopped(run.ending)) }
        trace = run.trace
        index = TraceIndex(run.trace)
        why = Why(index)
        cursor = TraceCursor(run.trace)
        goOn(behind: 0)
    }

    /// Whether nothing is left to run.
    public var isOver: Bool { next == nil }

    /// The lines that have been printed.
    public var output: [OutputLine] {
        trace.outputLines().filter { $0.eventIndex < cursor.position }
    }

    /// The virtual time of the main thread, in nanoseconds, and the number of its turn.
    public var moment: (time: UInt64, turn: UInt64) {
        cursor.state.thread(0).map { ($0.time, $0.turn) } ?? (0, 0)
    }

    // MARK: - Picking

    /// Picks a callback by its number.
    public mutating func pick(_ number: Int) throws(PredictionError) -> Move {
        guard let candidate = candidates.first(where: { $0.number == number }), let expected = next else {
            return .noSuchNumber
        }
        if trace.events[expected].subject != candidate.callback {
            guard let other = try otherRun(starting: candidate.callback, at: expected) else {
                refusalCount += 1
                return .refused(label: candidate.label, refusal(of: candidate, before: expected))
            }
            take(other)
        }
        return run(candidate)
    }

    private mutating func run(_ candidate: Candidate) -> Move {
        guard let begin = next else { return .noSuchNumber }
        moveCount += 1
        let waiting = Set(candidates.map(\.callback))
        goOn(behind: begin + 1)
        let printed = trace.outputLines().filter { (begin..<cursor.position).contains($0.eventIndex) }
        let queued = candidates.filter { !waiting.contains($0.callback) }.map(\.label)
        return .ran(label: candidate.label, lines: printed, queued: queued)
    }

    /// Moves to where the next callback of the main thread begins.
    private mutating func goOn(behind position: Int) {
        next = trace.events[min(position, trace.events.count)...].firstIndex(where: isDecision)
        cursor.move(to: next ?? trace.events.count)
        let thread = cursor.state.thread(0)
        candidates = []
        if let thread, next != nil {
            for queue in GameQueue.allCases {
                for waiting in queue.waiting(thread) where !isInternal(waiting.callback) {
                    let wait = queue == .timers ? waiting.due - min(waiting.due, thread.time) : nil
                    candidates.append(
                        Candidate(
                            number: candidates.count + 1, callback: waiting.callback, queue: queue,
                            label: why.label(of: waiting.callback), wait: wait))
                }
            }
        }
        hostWork = (thread?.pending ?? []).map { why.label(of: $0.callback) }
    }

    /// Whether somebody is asked which callback begins here: scripts and the host's own steps run by themselves.
    private func isDecision(_ event: TraceEvent) -> Bool {
        event.kind == .started && event.thread == 0
            && event.value != UInt64(CallbackKind.script.rawValue) && !isInternal(event.subject)
    }

    private func isInternal(_ callback: UInt64) -> Bool {
        guard let record = index.record(of: callback) else { return true }
        return record.kind == .poll && index.api(of: record) == "completion" && index.position(of: record) == nil
    }

    // MARK: - Open orders

    /// Another run that starts a callback here, where that is left open.
    private func otherRun(starting callback: UInt64, at expected: Int) throws(PredictionError) -> Trace? {
        let decided = decisions.filter { $0 < expected }
        let last = decided.last ?? 0
        let choices = trace.choices
        var number = trace.events[..<last].count { $0.kind == .choice && $0.thread == 0 }
        for event in trace.events[last..<expected] where event.kind == .choice && event.thread == 0 {
            for other in 0..<choices[number].alternatives where other != choices[number].taken {
                let plan = ChoicePlan(choices: choices[..<number].map(\.taken) + [other])
                let run = try runner.record(RunRequest(level: .full, plan: plan))
                guard case .exited = run.ending else { continue }
                let found = SchedulerGame.starts(of: run.trace, like: isDecision)
                // Up to here it must have been the same run.
                let before = decided.map { trace.events[$0].subject }
                if found.count > before.count, found[before.count] == callback, found.starts(with: before) {
                    return run.trace
                }
            }
            number += 1
        }
        return nil
    }

    private var decisions: [Int] { trace.events.indices.filter { isDecision(trace.events[$0]) } }

    private static func starts(of trace: Trace, like isDecision: (TraceEvent) -> Bool) -> [UInt64] {
        trace.events.filter(isDecision).map(\.subject)
    }

    private mutating func take(_ other: Trace) {
        let count = decisions.filter { $0 < (next ?? 0) }.count
        trace = other
        index = TraceIndex(other)
        why = Why(index)
        cursor = TraceCursor(other)
        next = decisions[count]
    }

    // MARK: - Refusals

    private func refusal(of candidate: Candidate, before expected: Int) -> Refusal {
        let later = trace.events[expected...].firstIndex {
            $0.kind == .started && $0.subject == candidate.callback
        }
        if let later {
            let decision = why.decider.decision(between: expected, and: later)
            return Refusal(rule: decision.rule, sentence: decision.sentence)
        }
        // It never runs: something clears it, or the program ends before.
        let first = why.label(of: trace.events[expected].subject)
        let kind = index.record(of: trace.events[expected].subject)?.kind
        let rule: Rule =
            switch (kind, candidate.queue) {
            case (.tick?, .microtasks): .ticksBeforeMicrotasks
            case (.tick?, _), (.microtask?, _): .checkpointDrains
            case (.timer?, .timers): .earlierDueFirst
            case (_, .timers): .timersWaitForThread
            default: .phasesInOrder
            }
        return Refusal(rule: rule, sentence: "\(first) has to run before \(candidate.label)")
    }
}

extension SchedulerGame: Sendable where Runner: Sendable {}

/// The queues of the main thread, in the order in which a turn comes to them.
public enum GameQueue: String, CaseIterable, Sendable {
    case ticks, microtasks, timers, poll, check, close, tasks

    func waiting(_ thread: TraceState.Thread) -> [TraceState.Waiting] {
        switch self {
        case .ticks: thread.ticks
        case .microtasks: thread.microtasks
        case .timers: thread.timers
        case .poll: thread.poll
        case .check: thread.check
        case .close: thread.close.reversed()
        case .tasks: thread.tasks
        }
    }
}
