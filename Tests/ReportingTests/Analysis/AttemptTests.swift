// SPDX-License-Identifier: MIT
import EngineTesting
import Gradebook
import Results
import Testing

@testable import Reporting

/// What counts as an attempt in a report: all that says something about the learner, whatever counts for the grade.
@Suite struct AttemptTests {
    /// Something that was handed in.
    enum HandIn: Sendable {
        /// A program that earns some of 100 points.
        case graded(Int)
        /// The same bytes as the one before.
        case again
        case refused
        case failedToGrade
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var handIns: [HandIn]
        var limit: Int?
        /// After how many of them nothing is accepted any more.
        var closesAfter: Int?
        var attempts: Int
        var toPass: Int?
        var firstShare: Int?
        var points: Int?
        var state: Standing.State
    }

    static let cases = [
        Case(
            testDescription: "beyond the limit", handIns: [.graded(5), .graded(100)], limit: 1, attempts: 2, toPass: 2,
            firstShare: 50, points: 5, state: .passed),
        Case(
            testDescription: "after closing", handIns: [.graded(5), .graded(100)], closesAfter: 1, attempts: 2,
            toPass: 2, firstShare: 50, points: 5, state: .passed),
        Case(
            testDescription: "refused first", handIns: [.refused, .graded(100)], attempts: 2, toPass: 2,
            firstShare: 1_000, points: 100, state: .passed),
        Case(
            testDescription: "refused uses up none", handIns: [.refused, .graded(60)], limit: 1, attempts: 2,
            firstShare: 600, points: 60, state: .tried),
        Case(testDescription: "only refused", handIns: [.refused], attempts: 1, points: 0, state: .tried),
        Case(
            testDescription: "the same again", handIns: [.graded(5), .again, .graded(100), .again], attempts: 2,
            toPass: 2, firstShare: 50, points: 100, state: .passed),
        Case(
            testDescription: "not gradable", handIns: [.failedToGrade, .graded(100)], attempts: 1, toPass: 1,
            firstShare: 1_000, points: 100, state: .passed),
        Case(testDescription: "only what is not gradable", handIns: [.failedToGrade], attempts: 0, state: .open),
        Case(
            testDescription: "stuck counts all", handIns: (0..<5).map { .graded($0) }, limit: 2, attempts: 5,
            firstShare: 0, points: 1, state: .stuck),
    ]

    private static func results(_ handIns: [HandIn]) -> [SubmissionResult] {
        var results: [SubmissionResult] = []
        for (number, handIn) in handIns.enumerated() {
            var result = SubmissionResult(
                learner: "ada", exercise: "01-a/01-one", title: "One", path: "ada/\(number).js",
                submittedAt: MadeUpClass.monday + Int64(number),
                provenance: .init(submission: "hash \(number)", exercise: "v1", engine: "e"), status: .graded)
            switch handIn {
            case .refused: result.status = .refused(.empty)
            case .failedToGrade: result.status = .error("the machine went down")
            case .graded(let points): result.checks = [check(earned: points)]
            case .again:
                result.checks = results.last?.checks ?? []
                result.provenance = results.last?.provenance ?? result.provenance
            }
            results.append(result)
        }
        return results
    }

    private static func check(earned: Int) -> CheckResult {
        CheckResult(
            name: "works", possible: Points(thousandths: 100_000), earned: Points(thousandths: earned * 1_000),
            outcome: earned == 100 ? .passed : .failed(.init(message: "not so")))
    }

    @Test(arguments: cases) func whatIsAnAttempt(given: Case) throws {
        let folder = try ScratchFolder()
        let results = Self.results(given.handIns)
        let lines = results.map { String(decoding: $0.jsonLine, as: UTF8.self) }.joined()
        let inputs = [
            ReportInput(.gradebook(try MadeUpClass.gradebook(results, at: folder.file("class.gradebook")))),
            ReportInput(.results([try folder.write("results.jsonl", lines)])),
        ]
        var request = ClassReportRequest()
        var rules = ExercisePolicy(id: "01-a/01-one", rules: ExerciseRules(attemptLimit: given.limit))
        rules.closes = given.closesAfter.map { MadeUpClass.monday + Int64($0) - 1 }
        request.policy.exercises = [rules]
        for input in inputs {
            let standing = try ClassReport(of: input, request).learners[0].standings[0]
            #expect(standing.attempts == given.attempts)
            #expect(standing.attemptsToPass == given.toPass)
            #expect(standing.firstShare == given.firstShare)
            #expect(standing.points == given.points.map { Points(thousandths: $0 * 1_000) })
            #expect(standing.state == given.state)
        }
    }
}
