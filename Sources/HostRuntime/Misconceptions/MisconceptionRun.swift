// SPDX-License-Identifier: MIT
internal import Scheduling
public import Tracing

/// A run of a program under deliberately wrong rules.
public struct MisconceptionRun: Equatable, Sendable {
    /// The rules.
    public let misconception: Misconception
    /// Why it ended.
    public let ending: RunEnding
    /// The lines of standard output.
    public let lines: [String]

    /// Makes it of a run that was recorded under these rules.
    public init(_ run: RecordedRun, believing misconception: Misconception) {
        self.misconception = misconception
        ending = run.ending
        lines = run.outputLines
    }

    /// Makes it of a run that had to be stopped and has left no record.
    public init(believing misconception: Misconception, ending: RunEnding) {
        self.misconception = misconception
        self.ending = ending
        lines = []
    }
}

/// Runs programs as somebody who has understood a rule wrongly would expect them to run.
extension ProgramRecording {
    /// The misconceptions under which a program prints the predicted lines, the narrowest first.
    ///
    /// `correct` is the program's recorded run by the right rules, with the same options: where that prints the
    /// predicted lines, no misconception shows. A run under wrong rules may throw, hang or go on for ever; it is then
    /// stopped and fits nothing. One of the signals, which must be blocked, ends the search.
    public static func misconceptions(
        predicting lines: [String], insteadOf correct: RecordedRun, _ entry: Entry, name: String,
        _ runtimeOptions: RuntimeOptions, signals: [Int32] = []
    ) throws(RuntimeError) -> [Misconception] {
        try misconceptions(predicting: lines, insteadOf: correct) { misconception throws(RuntimeError) in
            try run(entry, name: name, runtimeOptions, believing: misconception, insteadOf: correct, signals: signals)
        }
    }

    /// The same for a program that `run` runs under the rules of a misconception, wherever it does that.
    public static func misconceptions<Failure: Error>(
        predicting lines: [String], insteadOf correct: RecordedRun,
        run: (Misconception) throws(Failure) -> MisconceptionRun
    ) throws(Failure) -> [Misconception] {
        guard case .exited = correct.ending, lines != correct.outputLines else { return [] }
        var fitting: [Misconception] = []
        let occasions = BeliefOccasions(correct)
        for misconception in Misconception.allCases
        where misconception.applies(to: correct.trace.header.profile) && occasions.concern(misconception) {
            let run = try run(misconception)
            switch run.ending {
            case .interrupted, .signalled: return fitting
            case correct.ending where run.lines == lines: fitting.append(misconception)
            default: continue
            }
        }
        return fitting
    }

    /// Runs a program once under the rules of a misconception, on the virtual clock.
    ///
    /// It may record four times as many events as the correct run and ten thousand more, and take two seconds of real
    /// time.
    public static func run(
        _ entry: Entry, name: String, _ runtimeOptions: RuntimeOptions, believing misconception: Misconception,
        insteadOf correct: RecordedRun, signals: [Int32] = []
    ) throws(RuntimeError) -> MisconceptionRun {
        var made = runtimeOptions
        made.misconception = misconception
        made.clock = .virtual
        made.output = UnseenOutput()
        var plan = made.choicePlan ?? ChoicePlan(seed: made.seed)
        plan.choices = correct.choices.map(\.taken)
        made.choicePlan = plan
        var options = Options(level: .queues)
        options.eventBudget = correct.eventsUnderWrongRules
        options.limits = Watchdog.Limits(
            timeout: RecordedRun.timeoutUnderWrongRules, memoryBytes: made.heapBytes, signals: signals)
        let run = try run(entry, name: name, made, options)
        return MisconceptionRun(run, believing: misconception)
    }
}

extension RecordedRun {
    /// The lines that the program printed on standard output.
    public var outputLines: [String] {
        trace.outputLines(includingErrors: false).map(\.text)
    }

    /// How many events a run under wrong rules may have in place of this one.
    public var eventsUnderWrongRules: UInt64 { UInt64(trace.events.count) * 4 + 10_000 }

    /// How many nanoseconds of real time such a run may take.
    public static let timeoutUnderWrongRules: UInt64 = 2_000_000_000
}
