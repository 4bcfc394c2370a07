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
            let checks = CheckJob(
                submission: .init(path: submission.path, text: text),
                checks: .init(path: task.checks.path, text: task.checks.text), entry: loaded.exercise.entry)
            return .job(
                GradingJob(checks, workers: loaded.exercise.workers, exercise: "\(loaded.exercise.id)"))
        case .predict, .choose, .compute:
            do throws(CommandError) {
                return try puzzles.work(for: text, loaded.exercise, loaded.body)
            } catch {
                throw .exercise(ErrorText.text(of: error))
            }
        }
    }

    func words(for failure: GradingFailure) -> String { ErrorText.text(of: failure) }
}
