// SPDX-License-Identifier: MIT
public import HostRuntime
internal import Scheduling
internal import Tracing

/// Every order in which a program may legally print its lines, as far as runs of it have shown.
///
/// Where Node or the HTML standard leaves nothing open, one run is the whole key.
public struct PredictionKey: Sendable {
    /// One legal order.
    public struct Order: Equatable, Sendable {
        /// The lines of standard output.
        public let lines: [String]
        /// The decisions that lead to it; what follows them is as usual.
        public let choices: [Int]
    }

    /// The orders that are known, that of the usual run first.
    public private(set) var orders: [Order]
    /// Whether there are no others: every combination of decisions was tried.
    public let isComplete: Bool
    /// How many runs were made to find them.
    public private(set) var runs: Int
    /// The run in which every open order was taken as usual, at level queues.
    public let usual: RecordedRun
    /// Whether work outside the program may take longer than it declares in the runs of this key.
    ///
    /// So it is where the program gives work to the system: nobody knows how long that takes. What the lab's services
    /// declare is part of the program, and is kept to.
    public let variesDurations: Bool

    /// Makes the key by running the program, at most about `limit` times.
    public init(_ runner: some ProgramRunner, limit: Int = 64) throws(PredictionError) {
        let first = try runner.record(RunRequest(level: .queues))
        if let obstacle = Self.obstacle(first) {
            throw .notPredictable(obstacle)
        }
        let varies = first.trace.hasWorkOfUnknownLength
        var search = ChoiceSearch<[String]?>(limit: max(limit, 2))
        var known: RecordedRun? = varies ? nil : first
        var usual = first
        try search.search { choices, seed throws(PredictionError) in
            if let run = known.take() { return (Self.lines(run), run.trace.choices) }
            let plan = ChoicePlan(choices: choices, seed: seed, variesDurations: varies)
            let run = try runner.record(RunRequest(level: .queues, plan: plan))
            if choices.isEmpty, seed == 0 { usual = run }
            return (Self.lines(run), run.trace.choices)
        }
        self.usual = usual
        variesDurations = varies
        isComplete = search.isComplete
        runs = search.runs
        orders = search.findings.compactMap { finding in
            finding.outcome.map { Order(lines: $0, choices: finding.choices) }
        }
        // A worker may come to its end in another order of time, and never in the usual one.
        if orders.isEmpty { throw .notPredictable(.stopped(usual.ending)) }
    }

    // A run that had to be stopped has no order.
    private static func lines(_ run: RecordedRun) -> [String]? {
        if case .exited = run.ending { run.outputLines } else { nil }
    }

    /// What a run has to be like that prints one of the orders.
    func request(for order: Order, level: TraceLevel) -> RunRequest {
        RunRequest(level: level, plan: ChoicePlan(choices: order.choices, variesDurations: variesDurations))
    }

    /// The number of the order that has these lines; nil if none is known.
    public func number(of lines: [String]) -> Int? {
        orders.firstIndex { $0.lines == lines }
    }

    /// The order that agrees longest with the beginning of these lines; the more usual one of equals.
    public func closest(to lines: [String]) -> Order {
        func agreement(_ order: Order) -> Int { zip(order.lines, lines).prefix { $0 == $1 }.count }
        return orders.dropFirst().reduce(orders[0]) { agreement($1) > agreement($0) ? $1 : $0 }
    }

    /// Adds what a further search has shown.
    mutating func add(_ order: Order?, runs: Int) {
        self.runs += runs
        if let order, number(of: order.lines) == nil { orders.append(order) }
    }

    /// The most different lines that are asked for.
    public static let lineLimit = 26

    private static func obstacle(_ run: RecordedRun) -> PredictionError.Obstacle? {
        if run.wantedInput { return .needsInput }
        guard case .exited = run.ending else { return .stopped(run.ending) }
        let lines = run.outputLines
        if lines.count < 2, let error = run.trace.uncaughtError { return error }
        return switch (lines.count, Set(lines).count) {
        case (0, _): .printsNothing
        case (1, _): .printsOneLine
        case (let count, 1): .printsOneLineAgainAndAgain(count: count)
        case (let count, let distinct) where distinct > lineLimit || count > 4 * lineLimit:
            .printsTooMuch(lines: count, limit: lineLimit)
        default: nil
        }
    }
}

extension Trace {
    /// The decisions of the main thread where an order was left open.
    var choices: [Choice] {
        events.filter { $0.kind == .choice && $0.thread == 0 }.compactMap { event in
            ChoicePoint(rawValue: UInt8(truncatingIfNeeded: event.subject)).map {
                Choice(
                    point: $0, taken: Int(event.value & 0xFFFF_FFFF),
                    alternatives: Int(event.value >> 32))
            }
        }
    }

    /// Whether the program gave work to the system or started threads, and so cannot know how long that takes.
    ///
    /// What the record calls "answer" or "completion" is of the lab's services, which take as long as they declare.
    var hasWorkOfUnknownLength: Bool {
        events.contains { event in
            event.thread > 0 || event.kind == .jobQueued && !["answer", "completion"].contains(text(of: event))
        }
    }

    fileprivate var uncaughtError: PredictionError.Obstacle? {
        events.last { $0.kind == .uncaughtError }.map { event in
            .fails(message: String(text(of: event).prefix { $0 != "\n" }), line: reportedLine)
        }
    }

    /// The line of the program's own file that a report on standard error begins with: "/path/program.js:3".
    private var reportedLine: Int? {
        guard let file = sources.first?.file else { return nil }
        return outputLines().lazy.filter(\.isError).compactMap { line -> Int? in
            guard let colon = line.text.lastIndex(of: ":"),
                line.text[..<colon].hasSuffix(file)
            else { return nil }
            return Int(line.text[line.text.index(after: colon)...])
        }.first
    }
}
