// SPDX-License-Identifier: MIT
import CivilTime
import Foundation
import Results
import Testing
import YAMLFields

@testable import Gradebook

/// Scores for other programs, as these read them.
@Suite struct GradeExportTests {
    private static let delay = "04-promises/01-delay"
    private static let race = "04-promises/02-race"
    private static let day: Int64 = 86_400_000
    private static let due: Int64 = 1_791_846_000_000  // 2026-10-12T23:00:00Z

    private let book: TestGradebook
    private let store: GradebookStore

    /// A class of six with two exercises: late, excused, overridden, open, missing, unknown to the roster.
    init() throws {
        book = try TestGradebook([
            .sample("ada", Self.delay, checks: "pp", at: Self.due - 1),
            .sample("ada", Self.race, checks: "pf", at: Self.due + 1),
            .sample("bob", Self.delay, checks: "pp", at: Self.due + Self.day + 1),
            .sample("dana", Self.delay, checks: "pf", at: nil), .sample("dana", Self.race, checks: "pe"),
            .sample("=cmd", Self.delay, checks: "p", at: 5),
            .sample("ghost", Self.delay, checks: "pp", at: 5),
        ])
        store = try book.store()
        let roster = """
            learner,first,last,email,section,canvas,moodle,lti
            ada,Ada,Lovelace,ada@example.org,"a ""b"", c",17,m1,u-1
            bob,Bob,"Ben, Jr.",bob@example.org,tu,18,m2,
            dana,דנה,כהן,,tu,,,
            '=cmd,,@SUM(A1),'+1,,,,
            zoe,Zoë,Ångström,zoe@example.org,,19,,
            """
        let (read, problems) = RosterReader.read(Array(roster.utf8), file: "r")
        _ = try store.importRosters([try #require(read, "\(problems)")], at: Timestamp(milliseconds: 7))
        func decide(_ learner: String, _ kind: Decision.Kind, _ reason: String) throws {
            _ = try store.decide(
                Decision(
                    learner: learner, exercise: Self.race, kind: kind, reason: reason, author: "L. Hale",
                    decided: Timestamp(milliseconds: 9)))
        }
        try decide("bob", .excused, "ill")
        try decide("zoe", .points(Points(thousandths: 7_500)), "-shown in class")
    }

    private static var policy: ClassPolicy {
        let late = LatePolicy(rate: .perDay(100))
        var first = ExercisePolicy(id: delay, due: due, points: Points(thousandths: 20_000), rules: .init(late: late))
        first.columnNames.canvas = "Delay (4711)"
        return ClassPolicy(exercises: [first])
    }

    private func export(
        _ format: GradeExport.Format, _ options: GradeExport.Options = .init(moment: Timestamp(milliseconds: 0)),
        _ choice: GradeTable.Options = .init()
    ) throws -> (text: String, notes: GradeExport.Notes) {
        let export = try store.reading { (store) throws(GradebookError) in
            try GradeExport(try GradeTable(store, Self.policy, choice), as: format, options)
        }
        return (String(decoding: export.bytes, as: UTF8.self), export.notes)
    }

    /// Lines with LF for CRLF; there is no other LF.
    private static func lines(_ text: String) -> String {
        #expect(text.utf8.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0D } && text.hasSuffix("\r\n"))
        return String(decoding: text.utf8.filter { $0 != 0x0D }, as: UTF8.self)
    }

    @Test func canvas() throws {
        let (text, notes) = try export(.canvas)
        #expect(
            Self.lines(text) == """
                Student,ID,SIS User ID,SIS Login ID,Section,Delay (4711),A delay [04-promises/02-race]
                "    Points Possible",,,,,20,10
                '@SUM(A1),,,'=cmd,,20,
                "Lovelace, Ada",17,,,"a ""b"", c",20,5
                "Ben, Jr., Bob",18,,,tu,16,EX
                "כהן, דנה",,,dana,tu,10,
                "Ångström, Zoë",19,,,,,7.5

                """)
        #expect(notes == .init(unidentified: ["=cmd", "dana"], pending: 1, scores: 6))
    }

    /// What Canvas exports is a roster, and so is what was written for it, if everybody has an ID there.
    @Test func whatWasWrittenForCanvasIsARoster() throws {
        let columns: [RosterColumn: String] = [.learner: "ID"]
        func read() throws -> (roster: Roster?, problems: [RosterProblem]) {
            RosterReader.read(Array(try export(.canvas).text.utf8), file: "export.csv", columns: columns)
        }
        let refused = try read()
        #expect(refused.roster == nil && refused.problems.map(\.place.line) == [3, 6])
        let others = "learner,canvas\n'=cmd,20\ndana,21\n"
        let given = RosterReader.read(Array(others.utf8), file: "r").roster
        _ = try store.importRosters([try #require(given)], at: Timestamp(milliseconds: 8))
        let (found, problems) = try read()
        let roster = try #require(found, "\(problems)")
        #expect(roster.form == .canvas)
        #expect(roster.rows.map(\.learner) == ["20", "17", "18", "21", "19"])
        // Of a last name with a comma of its own nobody can tell where it ends.
        #expect(
            roster.rows.map(\.fullName) == ["@SUM(A1)", "Ada Lovelace", "Jr., Bob Ben", "דנה כהן", "Zoë Ångström"])
        #expect(roster.rows.map(\.section) == [nil, "a \"b\", c", "tu", "tu", nil])
        #expect(roster.rows.allSatisfy { $0.ids.contains(RosterID(.canvas, $0.learner)) })
    }

    /// Zoë has handed in one of two, Dana waits for one; only what is missing becomes 0.
    @Test(
        arguments: [
            (GradeExport.Format.canvas, "\"Ångström, Zoë\",19,,,,0,7.5\r\n", "כהן, דנה\",,,dana,tu,10,\r\n"),
            (
                .moodle, "Zoë,Ångström,zoe@example.org,,,0,Nothing handed in.,7.5,L. Hale",
                "דנה,כהן,,,dana,10,,,Not graded yet.\r\n"
            ), (.otter, "zoe,0,7.5,7.5,0.25,Completed\r\n", "dana,10,,10,0.333,Pending\r\n"),
            (.lti, #""userId":"19","scoreGiven":0"#, #""userId":"dana","comment":"Not graded yet.""#),
        ]) func whatIsMissingMayCount(format: GradeExport.Format, zero: String, open: String) throws
    {
        let counting = try export(format, .init(countsMissing: true, moment: .now)).text
        let text = try export(format, .init(moment: .now)).text
        #expect(counting.contains(zero) && !text.contains(zero), "\(counting)")
        #expect(counting.contains(open) && text.contains(open), "\(counting)")
    }

    @Test func moodle() throws {
        let (text, notes) = try export(.moodle)
        #expect(
            Self.lines(text) == """
                First name,Last name,Email address,ID number,Username,A delay [04-promises/01-delay],\
                A delay [04-promises/01-delay] (feedback),A delay [04-promises/02-race],\
                A delay [04-promises/02-race] (feedback)
                ,'@SUM(A1),'+1,,,20,,,
                Ada,Lovelace,ada@example.org,m1,,20,,5,
                Bob,"Ben, Jr.",bob@example.org,m2,,16,1 d late: 4 of 20 points taken off.,,Excused. L. Hale: ill
                דנה,כהן,,,dana,10,,,Not graded yet.
                Zoë,Ångström,zoe@example.org,,,,,7.5,L. Hale: -shown in class

                """)
        #expect(notes.unidentified == ["dana"])
    }

    @Test func nbgrader() throws {
        let (text, _) = try export(.nbgrader)
        #expect(
            Self.lines(text) == """
                assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,\
                late_submission_penalty,score,max_score
                04-promises/01-delay,2026-10-12T23:00:00.000Z,1970-01-01T00:00:00.005Z,'=cmd,'@SUM(A1),,'+1,20,0,20,20
                04-promises/01-delay,2026-10-12T23:00:00.000Z,2026-10-12T22:59:59.999Z,ada,Lovelace,Ada,\
                ada@example.org,20,0,20,20
                04-promises/01-delay,2026-10-12T23:00:00.000Z,2026-10-13T23:00:00.001Z,bob,"Ben, Jr.",Bob,\
                bob@example.org,20,4,16,20
                04-promises/01-delay,2026-10-12T23:00:00.000Z,,dana,כהן,דנה,,10,0,10,20
                04-promises/01-delay,2026-10-12T23:00:00.000Z,,zoe,Ångström,Zoë,zoe@example.org,0,0,0,20
                04-promises/02-race,,,'=cmd,'@SUM(A1),,'+1,0,0,0,10
                04-promises/02-race,,2026-10-12T23:00:00.001Z,ada,Lovelace,Ada,ada@example.org,5,0,5,10
                04-promises/02-race,,1970-01-01T00:00:01.000Z,dana,כהן,דנה,,,,,10
                04-promises/02-race,,,zoe,Ångström,Zoë,zoe@example.org,7.5,0,7.5,10

                """)
    }

    @Test func otter() throws {
        let (text, _) = try export(.otter)
        #expect(
            Self.lines(text) == """
                file,04-promises/01-delay,04-promises/02-race,total_points_earned,percent_correct,grading_status
                points-per-question,20,10,30,,
                '=cmd,20,,20,0.667,Completed
                ada,20,5,25,0.833,Completed
                bob,16,,16,0.8,Completed
                dana,10,,10,0.333,Pending
                zoe,,7.5,7.5,0.25,Completed

                """)
    }

    @Test func lti() throws {
        let (text, notes) = try export(.lti)
        #expect(notes.unidentified == ["=cmd", "dana"])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let items = try #require(object["lineItems"] as? [[String: Any]])
        #expect(items.map { $0["resourceId"] as? String } == [Self.delay, Self.race])
        let lines = items.flatMap { item in
            ((item["scores"] as? [[String: Any]]) ?? []).map { score in
                let parts = [
                    "userId", "scoreGiven", "scoreMaximum", "activityProgress", "gradingProgress", "timestamp",
                ]
                return parts.map { "\(score[$0] ?? "-")" }.joined(separator: " ")
                    + " \((score["submission"] as? [String: String])?["submittedAt"] ?? "-")"
            }
        }
        let zero = "1970-01-01T00:00:00.000Z"
        #expect(
            lines == [
                "=cmd 20 20 Completed FullyGraded \(zero) 1970-01-01T00:00:00.005Z",
                "u-1 20 20 Completed FullyGraded \(zero) 2026-10-12T22:59:59.999Z",
                "18 16 20 Completed FullyGraded \(zero) 2026-10-13T23:00:00.001Z",
                "dana 10 20 Submitted FullyGraded \(zero) -",
                "u-1 5 10 Submitted FullyGraded \(zero) 2026-10-12T23:00:00.001Z",
                "dana - - Submitted Pending \(zero) 1970-01-01T00:00:01.000Z",
                "19 7.5 10 Completed FullyGraded \(zero) -",
            ])
    }

    // MARK: - Whose

    @Test func strangersAreLeftOutAndNamed() throws {
        let table = try GradeTable(store, Self.policy)
        #expect(table.members.map(\.learner) == ["=cmd", "ada", "bob", "dana", "zoe"])
        #expect(table.strangers.map(\.learner) == ["ghost"])
        let all = try GradeTable(store, Self.policy, .init(hasStrangers: true))
        #expect(all.members.map(\.learner).contains("ghost") && all.strangers.isEmpty)
        let one = try export(.otter, .init(hasByteOrderMark: true, moment: .now), .init(exercises: [Self.race])).text
        #expect(one.hasPrefix("\u{FEFF}file,04-promises/02-race,total"))
    }

    @Test func aGradebookWithoutAttemptsIsATableToo() throws {
        let empty = try TestGradebook().store()
        for format in GradeExport.Format.allCases {
            let export = try GradeExport(try GradeTable(empty, ClassPolicy()), as: format, .init(moment: .now))
            #expect(!export.bytes.isEmpty && export.notes == .init())
        }
    }

    /// Of one exercise there were two versions, and nobody says what it is worth.
    @Test func versionsThatDifferAreNamed() throws {
        try book.record([.sample("ada", Self.race, checks: "pfp", submission: "n", at: 9, version: "e2")])
        let columns = try GradeTable(store, Self.policy).columns
        #expect(columns.map { $0.versions?.upperBound.decimal } == [nil, "15"])
        #expect(columns.map { $0.possible?.decimal } == ["20", "15"])
    }

    /// Each score as the policy gives it for the attempts that are recorded, worked out one by one.
    @Test func everyScoreIsThatOfThePolicy() throws {
        let rows = try CSVReader.rows(of: Array(export(.otter).text.utf8)).dropFirst(2)
        for row in rows {
            let learner = CSVText.unguarded(row.cells[0])
            for (cell, exercise) in zip(row.cells[1...2], [Self.delay, Self.race]) {
                let attempts = try store.attempts(of: learner).filter { $0.exercise == exercise }
                let score = Self.policy.score(
                    learner: learner, exercise: exercise, attempts: attempts.map { GradedAttempt($0) },
                    override: try store.override(learner: learner, exercise: exercise))
                #expect(cell == (score.points?.decimal ?? ""))
            }
        }
    }
}
