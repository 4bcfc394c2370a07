// SPDX-License-Identifier: MIT
import Results
import Testing

@testable import Gradebook

/// The grades that the results of a batch get, alone and beside what a gradebook has.
@Suite struct BatchGradingTests {
    private static let day: Int64 = 86_400_000
    private static let exercise = "04-promises/01-delay"
    private static let policy = ClassPolicy(
        exercises: [
            ExercisePolicy(
                id: exercise, due: 0, closes: 10 * day, points: Points(thousandths: 20_000),
                rules: ExerciseRules(attemptLimit: 3, late: LatePolicy(rate: .perDay(100))))
        ],
        extensions: [
            ClassPolicy.Extension(learner: "bob", exercise: nil, length: .by(3 * day), reason: "ill", author: "L. Hale")
        ],
        overrides: [
            ClassPolicy.Override(
                learner: "eve", exercise: exercise, decision: .points(Points(thousandths: 7_000)), reason: "explained",
                author: "L. Hale"),
            ClassPolicy.Override(
                learner: "fay", exercise: exercise, decision: .excused, reason: "abroad", author: "L. Hale"),
        ])

    /// A result as `LEARNER PATH EARNED DAY`: of ten points, or `R` for one that could not be run and `E` for one that
    /// could not be graded; days after it was due, or `?`.
    private static func result(_ text: String) -> SubmissionResult {
        let words = text.split(separator: " ").map(String.init)
        let ten = Points(thousandths: 10_000)
        let points = Points(thousandths: (Int(words[2]) ?? 0) * 1_000)
        let check = CheckResult(name: "works", possible: ten, earned: points, outcome: .passed)
        let status: SubmissionResult.Status =
            switch words[2] {
            case "R": .refused(.empty)
            case "E": .error("no process")
            default: .graded
            }
        return SubmissionResult(
            learner: words[0], exercise: exercise, title: "Delay", path: words[1],
            submittedAt: Int64(words[3]).map { $0 * day },
            provenance: SubmissionResult.Provenance(
                submission: words.count > 4 ? words[4] : "\(words[0])-\(words[1])-\(words[2])", exercise: "x",
                engine: "e"),
            status: status, checks: status == .graded ? [check] : [], worth: status == .graded ? nil : ten)
    }

    private static func grades(_ batch: [String], _ store: GradebookStore? = nil) throws -> [AttemptGrade] {
        var grading = try BatchGrading(policy, store)
        for text in batch { try grading.add(result(text)) }
        return try grading.finish()
    }

    /// Score of the learner, of the attempt, what was taken off, days late; and what people read.
    private static let table: [(batch: [String], grades: [String])] = [
        (["ada a 5 -1"], ["yes 10 10 0 - |"]),
        (["ada a 10 2"], ["yes 16 16 4 2.0 | 2 d late: 4 of 20 points taken off."]),
        (
            ["ada a 10 2", "ada b 9 -1"],
            ["no 18 16 4 2.0 | Attempt 1 of 2 does.", "yes 18 18 0 - | Attempt 1 of 2."]
        ),
        (["ada a 10 ?"], ["yes 20 20 0 - | Nobody noted when it was handed in, so it counts as in time."]),
        (["ada a 10 12"], ["yes 0 0 0 12.0 | Handed in after the end."]),
        (
            ["ada a 5 -2", "ada b 5 -1 ada-a-5"],
            ["yes 10 10 0 - |", "no 10 0 0 - | It is the same file as the attempt before it."]
        ),
        (
            ["ada a 1 -5", "ada b 2 -4", "ada c R -3", "ada d 3 -3", "ada e 4 -2"],
            [
                "no 6 2 0 - | Attempt 4 of 5 does.", "no 6 4 0 - | Attempt 4 of 5 does.",
                "no 6 0 0 - | The file could not be run.", "yes 6 6 0 - | Attempt 4 of 5.",
                "no 6 0 0 - | Only the first 3 attempts count.",
            ]
        ),
        (["bob a 10 2"], ["yes 20 20 0 - | Extension by L. Hale: ill"]),
        (
            ["eve a 1 -1", "eve b R -1"],
            ["yes 7 2 0 - | L. Hale: explained", "no 7 0 0 - | The file could not be run."]
        ),
        (["fay a 1 -1"], ["yes - 2 0 - | Excused. L. Hale: abroad"]),
        (
            ["fay a 1 -2", "fay b 3 -1"],
            ["no - 2 0 - | Excused. L. Hale: abroad", "yes - 6 0 - | Excused. L. Hale: abroad"]
        ),
        (["ada a E -2", "ada b E -1"], ["no - 0 0 - | Not graded yet.", "yes - 0 0 - | Not graded yet."]),
        (
            ["ada a 5 -1", "bob a 10 4"],
            ["yes 10 10 0 - |", "yes 18 18 2 1.0 | 1 d late: 2 of 20 points taken off. Extension by L. Hale: ill"]
        ),
    ]

    private static func row(_ grade: AttemptGrade) -> String {
        let late = grade.lateness.map { "\(Double($0) / Double(day))" } ?? "-"
        let numbers = "\(grade.points?.decimal ?? "-") \(grade.score.decimal) \(grade.deduction.decimal) \(late)"
        return "\(grade.counts ? "yes" : "no") \(numbers) |" + (grade.remark.isEmpty ? "" : " \(grade.remark)")
    }

    @Test(arguments: table)
    func aBatchByItself(batch: [String], grades: [String]) throws {
        #expect(try Self.grades(batch).map(Self.row) == grades)
    }

    @Test func aGradebookKnowsEarlierAttemptsAndDecisions() throws {
        let book = try TestGradebook(["ada a 8 -1", "bob a 10 9"].map(Self.result))
        let batch = ["ada b 9 3", "gil a 2 -1"]
        try book.record(batch.map(Self.result))
        let store = try book.store()
        let rows = try Self.grades(batch, store).map(Self.row)
        #expect(rows == ["no 16 12.6 5.4 3.0 | Attempt 1 of 2 does.", "yes 4 4 0 - |"])
    }

    @Test func noGradeIsWithoutItsResult() throws {
        let results = ResultList(["ada a 5 -1", "bob a 10 2"].map(Self.result))
        var iterator = try GradedResults(results, try Self.grades(["ada a 5 -1", "bob a 10 2"])).makeIterator()
        var points: [String?] = []
        while let result = try iterator.next() { points.append(result.grade?.points?.decimal) }
        #expect(points == ["10", "20"])
    }
}
