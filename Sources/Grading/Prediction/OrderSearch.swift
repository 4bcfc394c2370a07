// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Scheduling
internal import Tracing

/// Looks for a run that prints given lines, where too many orders are open to try them all.
///
/// A run whose output first differs at some line can only be mended by a decision that was taken before that line was
/// printed; and of the runs that were tried, the one that was right for longest is mended first.
struct OrderSearch {
    private struct Candidate {
        var choices: [Int]
        var rightLines: Int
    }

    private let lines: [String]
    /// How many runs were made.
    private(set) var runs = 0
    private var waiting: [Candidate] = [Candidate(choices: [], rightLines: 0)]

    init(for lines: [String]) {
        self.lines = lines
    }

    /// The decisions under which the program prints the lines; nil if at most so many runs showed none.
    mutating func choices(
        _ runner: some ProgramRunner, variesDurations: Bool, limit: Int
    ) throws(PredictionError) -> [Int]? {
        for _ in 0..<limit {
            guard let candidate = takeBest() else { return nil }
            let plan = ChoicePlan(choices: candidate.choices, variesDurations: variesDurations)
            let run = try runner.record(RunRequest(level: .queues, plan: plan))
            runs += 1
            if run.outputLines == lines { return candidate.choices }
            branch(candidate, run.trace)
        }
        return nil
    }

    private mutating func takeBest() -> Candidate? {
        // The first of the best: fewer decisions have been changed in it.
        guard let best = waiting.map(\.rightLines).max(),
            let position = waiting.firstIndex(where: { $0.rightLines == best })
        else { return nil }
        return waiting.remove(at: position)
    }

    private mutating func branch(_ candidate: Candidate, _ trace: Trace) {
        let printed = trace.outputLines(includingErrors: false)
        let right = zip(printed, lines).prefix { $0.text == $1 }.count
        let end = right < printed.count ? printed[right].eventIndex : trace.events.count
        let decided = trace.events[..<end].count { $0.kind == .choice && $0.thread == 0 }
        let choices = trace.choices
        // The last decision before the line has mostly decided it, so that one is changed first.
        for position in (candidate.choices.count..<max(decided, candidate.choices.count)).reversed()
        where choices[position].alternatives > 1 {
            let before = choices[..<position].map(\.taken)
            for other in 0..<choices[position].alternatives where other != choices[position].taken {
                waiting.append(Candidate(choices: before + [other], rightLines: right))
            }
        }
    }
}
