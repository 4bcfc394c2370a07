// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Coursework
internal import Grading
internal import Markup
internal import Progress
internal import Results
internal import SQLStorage

// What becomes of answers.
extension Study {
    /// Notes that an exercise was begun, in progress.
    func noteStart(of exercise: Exercise) throws(CommandError) {
        try progress { (store) throws(ProgressError) in
            try store.noteStart(of: "\(exercise.id)", course: outline.id, at: .now)
        }
    }

    /// The answer that was kept last; nil before the first.
    func lastAnswer(to exercise: Exercise) throws(CommandError) -> String? {
        try progress { (store) throws(ProgressError) in
            try store.attempts(at: "\(exercise.id)", course: outline.id).last?.attempt.answer
        }
    }

    /// Notes that an exercise was begun, in progress and in the folder.
    func begin(_ exercise: Exercise) throws(CommandError) {
        try noteStart(of: exercise)
        guard let workspace else { return }
        do throws(WorkspaceError) {
            try workspace.setCurrent(exercise.id)
        } catch {
            throw .study(.workspace(error))
        }
    }

    /// Keeps an answer; when this returns, it is on the disk.
    func record(_ result: AnswerResult, to exercise: Exercise, _ body: ExerciseBody) throws(CommandError) {
        let now = Timestamp.now
        let id = "\(exercise.id)"
        try progress { (store) throws(ProgressError) in
            let state = try store.exerciseState(of: id, course: outline.id)
            let last = try store.summary(of: id, course: outline.id)?.lastEnded
            // Since it was begun or last answered; who was away for hours did not work on it for hours.
            let started = max(state?.started ?? now, last ?? Timestamp(milliseconds: 0))
            let duration = min(max(now.milliseconds - started.milliseconds, 0), Self.longestWork)
            try store.append(
                Attempt(
                    course: outline.id, courseVersion: version(of: exercise, body), exercise: id,
                    kind: AttemptKind(rawValue: exercise.kind.rawValue), answer: result.answer,
                    verdict: result.verdict, points: result.points,
                    checks: result.checks.map {
                        CheckOutcome(
                            name: $0.name, hasPassed: $0.hasPassed,
                            points: Progress.Points(
                                earned: $0.earned.thousandths, possible: $0.possible.thousandths))
                    },
                    hints: max(state?.hintLevel ?? 0, result.hints), duration: Int(duration),
                    concepts: exercise.concepts, misconceptions: result.misconceptions,
                    started: Timestamp(milliseconds: now.milliseconds - duration), ended: now,
                    appVersion: LoopLab.version))
        }
    }

    /// An hour, in milliseconds.
    private static let longestWork: Int64 = 3_600_000

    /// What tells two states of an exercise apart: a hash of what is asked and of what judges the answer.
    private func version(of exercise: Exercise, _ body: ExerciseBody) -> String {
        let parts: [String] =
            switch body.content {
            case .predict(let program): [program.source]
            case .choose(let quiz): ["\(quiz.question)"] + quiz.options.map { "\($0.text) \($0.isCorrect)" }
            case .compute(let question): ["\(question.question)", question.solution.source]
            case .fix(let task), .implement(let task): [task.checks.text]
            }
        // Sixteen digits tell apart all texts that an exercise will ever have.
        let bytes: [UInt8] = parts.flatMap { Array($0.utf8) + [0] }
        return String(ChainHash.of(bytes).text.prefix(16))
    }

    /// What is said where no exercise is left.
    static let everythingIsPassed =
        "You have passed every exercise. looplab review brings back what is due.\n"

    /// What to do after an exercise: the next one, as a command; always something.
    func nextStep(after exercise: Exercise, hasPassed: Bool) throws(CommandError) -> String {
        guard hasPassed else {
            return "Try again, or:  looplab hint \(exercise.number)"
        }
        guard let next = try next(after: exercise.id) else {
            return "That was the last open exercise.  looplab review  brings back what is due."
        }
        return "Next:  looplab start \(next.number)   \(next.title)"
    }
}

// Hints.
extension Study {
    /// The number of the piece of help that comes next, which then counts as seen; the last one again behind it.
    func nextHint(of exercise: Exercise, _ body: ExerciseBody) throws(CommandError) -> Int {
        try progress { (store) throws(ProgressError) in
            let seen = try store.hintLevel(of: "\(exercise.id)", course: outline.id)
            let next = min(seen + 1, body.hints.count)
            try store.noteHint(next, of: "\(exercise.id)", course: outline.id, at: .now)
            return next
        }
    }
}
