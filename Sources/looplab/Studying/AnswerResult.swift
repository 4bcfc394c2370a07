// SPDX-License-Identifier: MIT
internal import Grading
internal import Markup
internal import Progress
internal import Tracing

/// What came of one answer to an exercise.
struct AnswerResult {
    /// What was answered, as it is kept.
    var answer: String
    /// How it went.
    var verdict: Verdict
    /// The points, in thousandths.
    var points = Points(earned: 0, possible: 1_000)
    /// What each check said; none where the exercise has no checks.
    var checks: [CheckVerdict] = []
    /// What the answer shows that the learner believes.
    var misconceptions: [String] = []
    /// What the learner reads.
    var rows: [StyledText]
    /// How many hints the learner took while answering.
    var hints = 0

    var hasPassed: Bool { verdict == .passed }

    /// An answer that is right or wrong.
    init(answer: String, isRight: Bool, rows: [StyledText]) {
        self.answer = answer
        verdict = isRight ? .passed : .failed
        points.earned = isRight ? points.possible : 0
        self.rows = rows
    }

    /// A predicted order.
    init(_ verdict: PredictionVerdict, rows: [StyledText]) {
        self.init(
            answer: verdict.predicted.joined(separator: "\n"), isRight: verdict.judgement == .right, rows: rows)
        misconceptions = verdict.mistake?.misconceptions.map(\.rawValue) ?? []
    }

    /// A program that was checked.
    init(_ checked: SubmissionVerdict, submission: String, rows: [StyledText]) {
        self.init(answer: submission, isRight: checked.hasPassed, rows: rows)
        checks = checked.checks
        points = Points(earned: checked.earnedMilliPoints, possible: checked.possibleMilliPoints)
        if !checked.hasPassed, points.earned > 0 { verdict = .partial }
    }
}
