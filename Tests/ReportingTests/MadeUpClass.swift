// SPDX-License-Identifier: MIT
import Gradebook
import Results
import Scheduling

@testable import Reporting

/// A class whose results are drawn, and that is small enough to recompute everything by hand.
enum MadeUpClass {
    static let monday: Int64 = 1_767_571_200_000  // Monday, 5 January 2026, 00:00 UTC
    static let exercises = ["01-a/01-one", "01-a/02-two", "02-b/01-three"]

    static func results(learners: Int = 14, attempts: Int = 8, seed: UInt64 = 1) -> [SubmissionResult] {
        var dice = SplitMix64(seed: seed)
        var results: [SubmissionResult] = []
        for learner in 0..<learners {
            let skill = Int.random(in: 20...90, using: &dice)
            for exercise in exercises where Int.random(in: 0..<10, using: &dice) > 0 {
                var time = monday + Int64(Int.random(in: 0..<20 * 86_400, using: &dice)) * 1_000
                for number in 0..<Int.random(in: 1...attempts, using: &dice) {
                    time += Int64(Int.random(in: 60..<200_000, using: &dice)) * 1_000
                    results.append(
                        result(
                            "learner-\(learner)", exercise, number, time: time, skill: skill + 6 * number, &dice))
                }
            }
        }
        return results
    }

    private static func result(
        _ learner: String, _ exercise: String, _ number: Int, time: Int64, skill: Int, _ dice: inout SplitMix64
    ) -> SubmissionResult {
        let kind = Int.random(in: 0..<20, using: &dice)
        let status: SubmissionResult.Status =
            kind == 0 ? .refused(.empty) : kind == 1 ? .error("the machine went down") : .graded
        let checks: [CheckResult] =
            status != .graded
            ? []
            : ["first", "second", "third"].enumerated().map { index, name in
                let hasPassed = Int.random(in: 0..<100, using: &dice) < skill - 12 * index
                let possible = Points(thousandths: 2_000 + 1_500 * index)
                let message = "expected \(Int.random(in: 1...3, using: &dice))"
                return CheckResult(
                    name: name, possible: possible, earned: hasPassed ? possible : .zero,
                    outcome: hasPassed ? .passed : .failed(CheckResult.Failure(message: message)))
            }
        return SubmissionResult(
            learner: learner, exercise: exercise, title: "Title of \(exercise)", path: "\(learner)/\(number).js",
            submittedAt: time,
            provenance: .init(submission: "\(learner) \(exercise) \(number)", exercise: "v1", engine: "e"),
            status: status, checks: checks)
    }

    /// A gradebook of some results.
    static func gradebook(_ results: [SubmissionResult], at path: String) throws -> String {
        let store = try GradebookStore(path: path, mode: .readWrite)
        for result in results { try store.record(result) }
        try store.commit()
        return path
    }
}
