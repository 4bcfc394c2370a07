// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Grading
import Results

extension ScratchFolder {
    /// Writes a program, whichever.
    @discardableResult
    func write(_ name: String) throws -> String { try write(name, "exports.sleep = 1\n") }
}

/// A course with two exercises: `01-one-thread/04-sleep` and `02-the-loop/01-chains`.
struct TinyCatalogue: ExerciseCatalogue {
    static let sleep = BatchExercise(id: "01-one-thread/04-sleep", title: "Sleep", hash: "e1")
    static let chains = BatchExercise(id: "02-the-loop/01-chains", title: "Chains", hash: "e2")

    var names = [
        "sleep": sleep, "04-sleep": sleep, "1.04": sleep, "01-one-thread/04-sleep": sleep,
        "01-one-thread/sleep": sleep, "chains": chains, "2.01": chains,
    ]

    func exercise(named name: String) throws(BatchError) -> BatchExercise? { names[name] }

    func isTrack(_ folder: String) -> Bool { ["01-one-thread", "02-the-loop"].contains(folder) }
}

extension SubmissionListing {
    /// All items in words: `learner exercise path text`, or the notice.
    func words() throws -> [String] {
        var words: [String] = []
        while let item = try next() {
            switch item {
            case .notice(let notice): words.append("\(notice)")
            case .submission(let submission):
                let content =
                    switch submission.read() {
                    case .text(let text, _): text.trimmingCharacters(in: .newlines)
                    case .refused(let refusal, _): "\(refusal)"
                    }
                let exercise = submission.exercise.id.split(separator: "/").last ?? ""
                words.append("\(submission.learner)|\(exercise)|\(submission.path)|\(content)")
            }
        }
        return words
    }
}
