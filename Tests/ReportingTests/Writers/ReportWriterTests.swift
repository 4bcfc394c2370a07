// SPDX-License-Identifier: MIT
import CivilTime
import Gradebook
import Markup
import Results
import Testing

@testable import Reporting

/// What reports look like.
@Suite struct ReportWriterTests {
    /// Week 3 of a small class, with everything that an instructor has to see.
    private static let monday: ClassReport = {
        var report = ClassReport()
        report.title = "Week 3"
        report.period =
            Timestamp(
                milliseconds: MadeUpClass.monday)...Timestamp(
                milliseconds: MadeUpClass.monday + 6 * 86_400_000)
        var retry = ExerciseReport(id: "05-resilience/03-with-retry")
        (retry.title, retry.number, retry.tried, retry.passed) = ("Retry with a breaker", "5.03", 5, 1)
        (retry.difficulty, retry.attempts) = (312, 31)
        retry.wrongAnswers = [
            WrongAnswer(text: "the delay did not double", check: "waits", learners: 3, attempts: 9)
        ]
        var chains = ExerciseReport(id: "02-the-loop/04-two-chains")
        (chains.title, chains.number, chains.tried, chains.passed) = ("Two chains", "2.04", 6, 6)
        (chains.difficulty, chains.discrimination, chains.attempts) = (840, 415, 9)
        chains.wrongAnswers = [WrongAnswer(text: "a\nb\nc\nd", learners: 2, attempts: 2)]
        report.exercises = [chains, retry]
        report.learners = ["amara", "jun", "ليلى", "tove", "Zoë", "山田", "ada"].enumerated().map { index, name in
            var learner = LearnerReport(name: name)
            var (first, second) = (Standing(), Standing())
            if index > 0 {
                (first.state, first.attempts) = (.passed, 1)
                (second.state, second.attempts) = (index < 5 ? .stuck : .passed, 6)
                (learner.tried, learner.attempts) = (2, 7)
            }
            learner.standings = [first, second]
            return learner
        }
        report.totals.learners = 7
        report.totals.exercises = 2
        report.totals.attempts = 40
        report.totals.passed = 8
        report.stuck = [
            StuckGroup(
                exercise: retry.id, check: "opens after failureThreshold",
                learners: ["jun", "ليلى", "tove", "Zoë"].map { StuckLearner(name: $0, attempts: 6, hints: 0) })
        ]
        let lesson = LessonReference(id: "06-async/02-await", number: "6.2", title: "Await")
        report.misconceptions = [
            MisconceptionReport(
                id: "await-blocks", name: "await in a loop runs in parallel", lesson: lesson,
                holders: ["jun", "tove", "ada"].map { MisconceptionHolder(name: $0, attempts: 2, isOpen: $0 != "ada") },
                attempts: 6)
        ]
        report.remarks = [.clockWentBack(learner: "tove", attempts: 2)]
        return report
    }()

    @Test func theScreenOnMonday() {
        let text = ReportFormat.text.bytes(of: Self.monday)
        #expect(
            String(decoding: text, as: UTF8.self) == """
                 Week 3 · 7 learners · 2 exercises                      2026-01-05 – 2026-01-11

                 Passed       57 %  8 of 14 · 40 attempts
                 Not started     1  amara
                 Stuck           4  4 on "opens after failureThreshold" in 5.03
                                      6+ attempts, no hint: jun, ليلى, tove, Zoë

                 What the class believes                     learners  still   treat with
                   await in a loop runs in parallel                 3      2   lesson 6.2

                 Exercises                       1st try   passed  tells  common wrong answer
                   5.03 Retry with a breaker        31 %      1/5      –  3× the delay did not …
                   2.04 Two chains                  84 %      6/6   0.42  2× a / b / c / d

                 ! tove: the clock went back, so the times of 2 attempts are doubtful.

                 Talk about 5.03 with 4 learners · charts: --format html=report.html

                """)
    }

    @Test(arguments: [40, 60, 80, 132], [true, false]) func rowsFit(columns: Int, isUTF8: Bool) {
        let style = TerminalStyle(columns: columns, isUTF8: isUTF8)
        let text = String(decoding: ReportFormat.text.bytes(of: Self.monday, style: style), as: UTF8.self)
        for row in text.split(separator: "\n") { #expect(CharacterWidth.columns(of: row) <= columns) }
        if !isUTF8 { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
    }

    @Test func markdownHasATitleAndHeadings() {
        var report = Self.monday
        report.scope = .section("A")
        let text = String(decoding: ReportFormat.markdown.bytes(of: report), as: UTF8.self)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }.prefix(3)
        #expect(headings == ["# Week 3\\: section A", "## Stuck", "## What the class believes"])
    }

    @Test func noRowEndsInSpaces() {
        var report = Self.monday
        for period in [report.period, nil] {
            report.period = period
            let text = String(decoding: ReportFormat.text.bytes(of: report), as: UTF8.self)
            #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") }, "\(text)")
        }
    }

    @Test(arguments: ReportTableName.allCases) func tablesAreReadBackUnchanged(table: ReportTableName) throws {
        var report = Self.monday
        report.learners[1].name = "=cmd|' /C calc'!A0"
        report.learners[2].name = "a,\"b\"\nc"
        let bytes = ReportFormat.csv.bytes(of: report, table: table)
        var reader = CSVReader()
        let rows = try reader.add(bytes) + reader.finish()
        #expect(rows.count > 0)
        #expect(rows.allSatisfy { $0.cells.count == rows[0].cells.count })
        guard table == .learners else { return }
        #expect(rows[2].cells[0] == "'=cmd|' /C calc'!A0")
        #expect(CSVText.unguarded(rows[2].cells[0]) == report.learners[1].name)
        #expect(rows[3].cells[0] == report.learners[2].name)
    }

    @Test func hostileTextStaysText() {
        var report = Self.monday
        report.title = "# <script>\u{1b}[31m\u{202e}| *x*"
        let markdown = String(decoding: ReportFormat.markdown.bytes(of: report), as: UTF8.self)
        #expect(markdown.hasPrefix("# \\# \\<script\\>"))
        for format in ReportFormat.allCases {
            let text = String(decoding: format.bytes(of: report), as: UTF8.self)
            #expect(!text.contains("\u{1b}"))
            if format == .html { #expect(!text.contains("# <script>")) }
        }
    }

    @Test func theJSONSaysWhatTheReportSays() throws {
        let text = String(decoding: ReportFormat.json.bytes(of: Self.monday), as: UTF8.self)
        var json = JSONReader(Array(text.utf8))
        try json.skipValue()
        try json.finish()
        #expect(text.contains(#""format":"looplab/report/v1""#))
        #expect(text.contains(#""difficulty":0.312"#))
        #expect(text.contains(#""discrimination":0.415"#))
    }
}
