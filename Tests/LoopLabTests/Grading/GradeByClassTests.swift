// SPDX-License-Identifier: MIT
import EngineTesting
import Testing

/// `looplab grade --class`: the grades that reports give by the rules of a class.
@Suite struct GradeByClassTests {
    private static let list = """
        learner,exercise,path,submitted
        ada,1.04,wrong.js,2026-03-01T09:30:00Z
        ada,1.04,right.js,2026-03-03T09:30:00Z
        bob,1.04,right.js,2026-03-02T09:30:00Z

        """
    private static let rules = """
        format: 1
        timezone: Z
        late: {per-day: 10%}
        exercises:
          01-one-thread/04-sleep: {due: 2026-03-01T12:00, points: 20}
        extensions:
          - {learner: bob, for: 1w, reason: "=ill", by: L. Hale}

        """
    private let folder: ClassFolder

    init() throws {
        folder = try ClassFolder()
        try folder.scratch.write("right.js", ClassFolder.right)
        try folder.scratch.write("wrong.js", ClassFolder.wrong)
        try folder.scratch.write("class.yaml", Self.rules)
    }

    private func grade(_ words: String..., list: String = list) throws -> ProgramProcess.Result {
        let all = ["grade", "-q", "--exit-zero", "--state", "state"] + words + ["-"]
        return try folder.start(Array(all.dropFirst()), input: .text(list)).finish(timeout: .seconds(60))
    }

    @Test func peopleReadWhatBecameOfTheirWork() throws {
        let result = try grade("--class", "class.yaml")
        let expected = [
            "Does not count. Attempt 2 of 2 does.",
            "Grade 16 of 20. Attempt 2 of 2. 1 d 21 h late: 4 of 20 points taken off.",
            "Grade 20 of 20. Extension by L. Hale: =ill",
        ]
        let rows = result.output.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
        #expect(result.exit == .code(0) && expected.allSatisfy { rows.contains(Substring($0)) }, "\(result)")
    }

    @Test func programsReadTheSame() throws {
        _ = try grade("--class", "class.yaml", "--format", "csv=grades.csv", "--format", "html=page.html")
        let rows = (folder.scratch.read("grades.csv") ?? "").split(separator: "\r\n")
        #expect(
            rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(16).joined(separator: ",") }
                == [
                    "grade_state,grade,worth,counts,score,deduction,due_at,late_ms,remark",
                    "scored,16,20,yes,16,4,2026-03-01T12:00:00.000Z,163800000,"
                        + "Attempt 2 of 2. 1 d 21 h late: 4 of 20 points taken off.",
                    "scored,16,20,no,0,0,2026-03-01T12:00:00.000Z,,Attempt 2 of 2 does.",
                    "scored,20,20,yes,20,0,2026-03-08T12:00:00.000Z,,Extension by L. Hale: =ill",
                ])
        #expect(folder.scratch.read("page.html")?.contains("<p>Grade 20 of 20. Extension by L. Hale: =ill</p>") == true)
    }

    @Test func whoIsExcusedReadsItOnce() throws {
        let decision = "{learner: bob, exercise: 01-one-thread/04-sleep, excused: true, reason: abroad, by: L. Hale}"
        try folder.scratch.write("class.yaml", Self.rules + "overrides:\n  - \(decision)\n")
        let rows = try grade("--class", "class.yaml").output.split(separator: "\n")
        #expect(rows.contains("   Excused. L. Hale: abroad"), "\(rows)")
    }

    /// A policy that changes needs no second grading, and results say nothing of it.
    @Test func otherRulesMakeOtherGradesOfTheSameResults() throws {
        _ = try grade("--class", "class.yaml", "--format", "jsonl=first.jsonl")
        try folder.scratch.write("class.yaml", Self.rules.replacing("per-day: 10%", with: "per-day: 25%"))
        _ = try grade("--resume", "--class", "class.yaml", "--format", "jsonl=second.jsonl")
        _ = try grade("--resume", "--format", "jsonl=plain.jsonl")
        let merged = try folder.grade(
            "merge", "state", "-q", "--exit-zero", "--class", "class.yaml", "--format", "jsonl")
        #expect(
            folder.journal("state").count == 3
                && folder.scratch.read("state/journal.jsonl")?.contains("\"grade\"") == false)
        #expect(folder.scratch.read("first.jsonl")?.contains("\"deduction\":4,") == true)
        #expect(folder.scratch.read("second.jsonl")?.contains("\"deduction\":10,") == true)
        #expect(folder.scratch.read("plain.jsonl")?.contains("\"grade\"") == false)
        #expect(merged.exit == .code(0) && merged.output == folder.scratch.read("second.jsonl"), "\(merged)")
    }

    @Test func aGradebookKnowsEarlierAttempts() throws {
        let late = "learner,exercise,path,submitted\nada,1.04,wrong.js,2026-03-09T09:30:00Z\n"
        _ = try grade("--class", "class.yaml", "--gradebook", "book")
        let result = try grade("--class", "class.yaml", "--gradebook", "book", list: late)
        #expect(result.output.contains("Does not count. Attempt 2 of 3 does."), "\(result)")
    }

    /// Another name of the learner, and a decision of the gradebook.
    @Test func aGradebookKnowsNamesAndDecisions() throws {
        _ = try grade("--class", "class.yaml", "--gradebook", "book")
        try folder.scratch.write("roster.csv", "learner,also\nada,a.lovelace\n")
        let late = "learner,exercise,path,submitted\na.lovelace,1.04,right.js,2026-03-04T09:30:00Z\n"
        func command(_ words: String...) throws {
            let result = try ProgramProcess(["class"] + words, folder: folder.scratch).finish()
            #expect(result.exit == .code(0), "\(result)")
        }
        try command("import-roster", "--gradebook", "book", "roster.csv")
        let first = try grade("--class", "class.yaml", "--gradebook", "book", list: late)
        // The same bytes as in ada's second attempt are no third one.
        #expect(first.output.contains("Grade 16 of 20. Attempt 2 of 2."), "\(first)")
        try command(
            "override", "--gradebook", "book", "--course", ExerciseFolder.course, "ada", "1.04", "--points", "15",
            "--reason", "oral exam", "--by", "L. Hale")
        let second = try grade("--class", "class.yaml", "--gradebook", "book")
        #expect(second.output.contains("Grade 15 of 20. L. Hale: oral exam"), "\(second)")
    }

    @Test(arguments: [
        ("late: {per-day: much}", "class.yaml:2:"), ("exercises: {01-one-thread/04-slep: {}}", "did you mean"),
    ])
    func aWrongClassFileIsToldBeforeAnythingIsGraded(line: String, text: String) throws {
        try folder.scratch.write("class.yaml", "format: 1\n\(line)\n")
        let result = try grade("--class", "class.yaml")
        #expect(result.exit == .code(2) && result.output.isEmpty && result.errors.contains(text), "\(result)")
        #expect(folder.scratch.read("state/journal.jsonl") == nil)
        #expect(try grade("--class", "none.yaml").errors.contains("none.yaml"))
    }
}
