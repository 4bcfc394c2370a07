// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import ScriptEngine

/// Tells a batch what has to be done for each submission.
struct GradeJudge: BatchJudge {
    let catalogue: GradeCatalogue
    let puzzles: PuzzleGrader

    let engine = "looplab-\(LoopLab.version)+\(Engine.version)"

    init(_ catalogue: GradeCatalogue) {
        self.catalogue = catalogue
        puzzles = PuzzleGrader(catalogue.outline)
    }

    func work(for submission: ListedSubmission, text: String) throws(BatchError) -> BatchWork {
        let loaded = try catalogue.exercise(submission.exercise.id)
        switch loaded.body.content {
        case .fix(let task), .implement(let task):
            return .job(
                GradingJob(
                    Self.checks(of: task, loaded.exercise, submission, text: text), workers: loaded.exercise.workers,
                    exercise: "\(loaded.exercise.id)"))
        case .predict, .choose, .compute:
            do throws(CommandError) {
                return try puzzles.work(for: text, loaded.exercise, loaded.body)
            } catch {
                throw .exercise(ErrorText.text(of: error))
            }
        }
    }

    func worth(of submission: ListedSubmission) throws(BatchError) -> BatchWorth {
        let loaded = try catalogue.exercise(submission.exercise.id)
        return switch loaded.body.content {
        case .fix(let task), .implement(let task):
            .checks(Self.checks(of: task, loaded.exercise, submission, text: ""))
        case .predict, .choose, .compute: .points(PuzzleGrader.worth)
        }
    }

    private static func checks(
        of task: CodeTask, _ exercise: Exercise, _ submission: ListedSubmission, text: String
    ) -> CheckJob {
        CheckJob(
            submission: .init(path: submission.path, text: text),
            checks: .init(path: task.checks.path, text: task.checks.text), entry: exercise.entry)
    }

    func words(for failure: GradingFailure) -> String { ErrorText.text(of: failure) }
}
