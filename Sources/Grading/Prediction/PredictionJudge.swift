// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Scheduling
internal import Tracing

/// Judges predictions of one program.
public struct PredictionJudge<Runner: ProgramRunner> {
    /// The legal orders that are known; an unusual prediction may add one.
    public private(set) var key: PredictionKey
    /// What the lines are called.
    public let labels: PredictionLabels

    private let runner: Runner
    private let limit: Int
    /// The explained run of an order, by its lines: a full record is made once somebody needs it.
    private var explained: [[String]: Why] = [:]

    /// Runs the program for its key, at most about `limit` times, and again as often where an order is looked for.
    public init(_ runner: Runner, seed: UInt64 = 0, limit: Int = 64) throws(PredictionError) {
        self.runner = runner
        self.limit = limit
        key = try PredictionKey(runner, limit: limit)
        labels = PredictionLabels(key.orders.map(\.lines), seed: seed)
    }

    /// Judges an order of lines that the labels name.
    public mutating func judge(_ lines: [String]) throws(PredictionError) -> PredictionVerdict {
        if key.number(of: lines) == nil, !key.isComplete {
            var search = OrderSearch(for: lines)
            let choices = try search.choices(runner, variesDurations: key.variesDurations, limit: limit)
            key.add(choices.map { PredictionKey.Order(lines: lines, choices: $0) }, runs: search.runs)
        }
        let order = key.number(of: lines)
        return PredictionVerdict(
            predicted: lines, order: order, orderCount: key.orders.count, isComplete: key.isComplete,
            runs: key.runs, mistake: order == nil ? try mistake(lines) : nil)
    }

    private mutating func mistake(_ lines: [String]) throws(PredictionError) -> PredictionVerdict.Mistake {
        let why = try why(for: key.closest(to: lines))
        return PredictionVerdict.Mistake(
            check: PredictionCheck(lines: lines, why), why: why, misconceptions: try misconceptions(lines))
    }

    /// Explains the run that prints the lines in one of the legal orders.
    mutating func why(for order: PredictionKey.Order) throws(PredictionError) -> Why {
        if let known = explained[order.lines] { return known }
        let run = try runner.record(key.request(for: order, level: .full))
        let why = Why(TraceIndex(run.trace))
        explained[order.lines] = why
        return why
    }

    /// Records the run of an order with each statement, for the step view.
    func steps(of order: PredictionKey.Order) throws(PredictionError) -> Trace {
        try runner.record(key.request(for: order, level: .steps)).trace
    }

    private func misconceptions(_ lines: [String]) throws(PredictionError) -> [Misconception] {
        let correct = key.usual
        return try ProgramRecording.misconceptions(
            predicting: lines, insteadOf: correct
        ) { misconception throws(PredictionError) in
            var request = key.request(for: key.orders[0], level: .queues)
            request.plan.choices = correct.trace.choices.map(\.taken)
            request.misconception = misconception
            request.eventBudget = correct.eventsUnderWrongRules
            request.timeout = RecordedRun.timeoutUnderWrongRules
            do throws(PredictionError) {
                return MisconceptionRun(try runner.record(request), believing: misconception)
            } catch .notPredictable(.stopped(let ending)) {
                return MisconceptionRun(believing: misconception, ending: ending)
            } catch .sandbox {
                return MisconceptionRun(believing: misconception, ending: .timedOut)
            }
        }
    }
}

extension PredictionJudge: Sendable where Runner: Sendable {}
