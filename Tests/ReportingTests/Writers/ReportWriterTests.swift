// SPDX-License-Identifier: MIT
import CivilTime
import Gradebook
import Markup
import Results
import Testing

@testable import Reporting

/// What reports look like.
@Suite struct ReportWriterTests {
    @Test func theScreenOnMonday() {
        let text = ReportFormat.text.bytes(of: SmallReport.monday)
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
        for report in SmallReport.scopes.map(SmallReport.full) {
            let text = String(decoding: ReportFormat.text.bytes(of: report, style: style), as: UTF8.self)
            for row in text.split(separator: "\n") { #expect(CharacterWidth.columns(of: row) <= columns) }
            if !isUTF8 { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
        }
    }

    @Test func markdownHasATitleAndHeadings() {
        var report = SmallReport.monday
        report.scope = .section("A")
        let text = String(decoding: ReportFormat.markdown.bytes(of: report), as: UTF8.self)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }.prefix(3)
        #expect(headings == ["# Week 3\\: section A", "## Stuck", "## What the class believes"])
    }

    @Test func noRowEndsInSpaces() {
        for var report in SmallReport.scopes.map(SmallReport.full) {
            for period in [report.period, nil] {
                report.period = period
                let text = String(decoding: ReportFormat.text.bytes(of: report), as: UTF8.self)
                #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") }, "\(text)")
            }
        }
    }

    private static let hostile = "# <script>\u{1b}[31m\u{202e}| *x*"

    @Test func hostileTextStaysText() throws {
        var report = SmallReport.full
        report.title = Self.hostile
        report.exercises[1].title = Self.hostile
        report.exercises[1].checks[0].name = Self.hostile
        report.exercises[1].checks[0].commonFailure?.text = Self.hostile
        report.learners[1].name = Self.hostile
        report.misconceptions[0].name = Self.hostile
        let markdown = String(decoding: ReportFormat.markdown.bytes(of: report), as: UTF8.self)
        #expect(markdown.hasPrefix("# \\# \\<script\\>"))
        for format in ReportFormat.allCases {
            for table in format == .csv ? ReportTableName.allCases : [.standings] {
                let text = String(decoding: format.bytes(of: report, table: table), as: UTF8.self)
                #expect(!text.contains("\u{1b}"), "\(format) \(table)")
                // JSON keeps texts as they are.
                #expect(format == .json || !text.unicodeScalars.contains("\u{202e}"), "\(format) \(table)")
                if format == .html || format == .markdown { #expect(!text.contains("# <script>")) }
            }
        }
    }

    @Test func theJSONIsJSON() throws {
        for report in SmallReport.scopes.map(SmallReport.full) {
            var json = JSONReader(ReportFormat.json.bytes(of: report))
            try json.skipValue()
            try json.finish()
        }
    }
}
