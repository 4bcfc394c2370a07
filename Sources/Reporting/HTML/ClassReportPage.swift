// SPDX-License-Identifier: MIT
internal import Markup

/// A report as one HTML page that needs nothing else: tables, charts, and what somebody should do about them.
///
/// Its policy lets nothing load and nothing run but its own two scripts, without which it is complete; they sort
/// tables, find rows, and say what is under the pointer. The same report gives the same bytes. Its size is bounded: the
/// heat map of a large class has bands of learners, lists of names end, and of more than 3 000 learners some are left
/// out.
public struct ClassReportPage: Sendable {
    private let report: ClassReport

    /// Prepares to write a report.
    public init(_ report: ClassReport) {
        self.report = report
    }

    /// The whole file.
    public var text: String {
        let words = ReportWords(report)
        let grid = ProgressGrid(report)
        let chart = ProgressChart(grid: grid)
        let summary = SummarySection(report: report, words: words)
        let remarks = RemarkSection(report: report, words: words)
        let sections = [
            summary.section, AttentionSection(report: report, words: words).section,
            MisconceptionSection(report: report, words: words).section,
            ProgressSection(report: report, chart: chart).section, ExerciseSection(report: report).section,
            LearnerSection(report: report, grid: grid, words: words).section, LessonSection(report: report).section,
            SimilaritySection(report: report, words: words).section, remarks.remarks, remarks.meanings,
        ].compactMap(\.self)
        let body = HTML.lines([
            .element("a", ["class": "skip", "href": "#main"], "Go to the report"),
            summary.head, ReportSection.navigation(sections),
            .element("main", ["id": "main"], [.lines([.empty] + sections.map(\.html))]),
            .element("footer", [.element("p", "Written by LoopLab. This page holds all it needs and sends nothing.")]),
        ])
        return HTMLPage(
            title: words.title, styles: [ReportSheet.style], body: body,
            data: [(id: "progress-data", value: chart.data)], scripts: ReportSheet.scripts
        ).text
    }
}
