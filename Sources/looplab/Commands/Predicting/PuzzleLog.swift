// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Grading
internal import Progress

/// Keeps the answers to a generated puzzle with the learner's progress.
///
/// A puzzle can be had again and counts for no course: where it cannot be kept, that is said once, and it goes on.
final class PuzzleLog {
    private let puzzle: Puzzle
    private let started = Timestamp.now
    private var isTroubleTold = false

    init(_ puzzle: Puzzle) {
        self.puzzle = puzzle
    }

    func keep(_ result: AnswerResult) {
        do throws(CommandError) {
            let store = try LearnerProgress.open(.readWrite)
            let now = Timestamp.now
            let attempt = Attempt(
                course: "puzzles", exercise: "level-\(puzzle.level)", variant: "\(puzzle.seed)", kind: .puzzle,
                answer: result.answer, verdict: result.verdict, hints: result.hints,
                duration: Int(min(max(now.milliseconds - started.milliseconds, 0), 3_600_000)),
                concepts: puzzle.concepts.map(\.rawValue), misconceptions: result.misconceptions, started: started,
                ended: now, appVersion: LoopLab.version)
            try LearnerProgress.reaching { () throws(ProgressError) in _ = try store.append(attempt) }
        } catch {
            if isTroubleTold { return }
            isTroubleTold = true
            ErrorText.report(error)
        }
    }
}

@available(*, unavailable)
extension PuzzleLog: Sendable {}
