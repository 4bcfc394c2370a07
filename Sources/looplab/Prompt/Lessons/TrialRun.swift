// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Scheduling
internal import Tracing

/// What code that was typed for a goal does as a program of its own, on virtual time.
struct TrialRun {
    /// The code.
    let code: String
    /// The lines on standard output.
    let lines: [String]
    /// What keeps it from having reached the goal; nil where nothing does.
    let shortfall: TryGoal.Shortfall?
    /// How it ended where that has to be said.
    let note: String?
    /// Whether it threw, was stopped, or could not be run.
    let hasFailed: Bool
    /// Whether it ran until it was stopped.
    let wasStopped: Bool

    /// How many lines of what the goal asks for are there.
    var progress: Int {
        switch shortfall {
        case .unused, .forbidden: -1
        case .missing(_, let found): found
        case .different(let index, _, _): index
        case nil: .max
        }
    }

    /// Runs code for a goal.
    init(_ code: String, for goal: TryGoal) {
        self.code = code
        let start = ProgramStart(
            .text(code, name: "try.js"), name: "try.js", profile: goal.profile == .browser ? .browser : .node)
        let run = try? ThreadRunner(start: start).record(RunRequest(level: .queues))
        lines = run?.trace.outputLines(includingErrors: false).map(\.text) ?? []
        note = run.flatMap(LessonSession.note)
        wasStopped = run?.ending == .timedOut
        shortfall = goal.shortfall(code: code, lines: lines)
        hasFailed =
            switch run?.ending {
            // A program that goes on for ever may be ended by the next input.
            case .exited(0), .recordedEnough, .clockExhausted, .stuck: false
            default: true
            }
    }
}
