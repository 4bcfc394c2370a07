// SPDX-License-Identifier: MIT
internal import Grading
internal import Progress
internal import Results
internal import Tracing

/// What came of one answer to an exercise.
struct AnswerResult {
    /// What was answered, as it is kept.
    var answer: String
    /// How it went.
    var verdict: Verdict
    /// The points, in thousandths.
    var points = Progress.Points(earned: 0, possible: 1_000)
    /// What each check said; none where the exercise has no checks.
    var checks: [CheckResult] = []
    /// What the answer shows that the learner believes.
    var misconceptions: [String] = []
    /// What it rests on.
    let evidence: Evidence
    /// How many hints the learner took while answering.
    var hints = 0

    /// What was found out about an answer; ``ExercisePage`` tells it, at any width and in any detail.
    enum Evidence {
        /// An order of lines.
        case order(PredictionVerdict)
        /// The options that were chosen.
        case letters(Set<Int>)
        /// A number, and the right one.
        case number(Double, key: Double)
        /// The checks of a program.
        case checks(CheckedSubmission)
    }

    var hasPassed: Bool { verdict == .passed }

    /// An answer that is right or wrong.
    init(answer: String, isRight: Bool, _ evidence: Evidence) {
        self.answer = answer
        verdict = isRight ? .passed : .failed
        points.earned = isRight ? points.possible : 0
        self.evidence = evidence
    }

    /// A predicted order.
    init(_ verdict: PredictionVerdict) {
        self.init(
            answer: verdict.predicted.joined(separator: "\n"), isRight: verdict.judgement == .right, .order(verdict))
        misconceptions = verdict.mistake?.misconceptions.map(\.rawValue) ?? []
    }

    /// A program that was checked.
    init(_ checked: CheckedSubmission, submission: String) {
        self.init(answer: submission, isRight: checked.hasPassed, .checks(checked))
        checks = checked.checks
        points = Progress.Points(earned: checked.earned.thousandths, possible: checked.possible.thousandths)
        if !checked.hasPassed, points.earned > 0 { verdict = .partial }
    }
}
