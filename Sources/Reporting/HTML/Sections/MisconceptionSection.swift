// SPDX-License-Identifier: MIT
internal import Markup

/// What the class believes that is not so, and where to read about it.
struct MisconceptionSection {
    let report: ClassReport
    let words: ReportWords

    /// The most bars of the chart; the table has all.
    private static let limit = 12

    /// The section.
    var section: ReportSection {
        let beliefs = report.misconceptions
        if beliefs.isEmpty {
            let nothing = ReportSection.pane([
                .element(
                    "p",
                    "No misconception showed in these attempts. "
                        + "Answers to puzzles and to questions of lessons can show one."
                )
            ])
            return ReportSection(id: "beliefs", title: "What the class believes", content: [nothing])
        }
        return ReportSection(
            id: "beliefs", title: "What the class believes",
            words:
                "An attempt shows a misconception where its answer is what would be right if the misconception were.",
            content: [chart, ReportSection.pane([table])])
    }

    private var chart: HTML {
        let shown = report.misconceptions.prefix(Self.limit)
        let chart = BarChart(
            bars: shown.map { .init(name: $0.name, count: $0.holders.count, part: $0.openCount) },
            whole: report.totals.learners,
            legend: (part: "not put right yet", rest: "answered rightly since"))
        var sentence = ""
        if let first = shown.first {
            sentence =
                "Most widespread: “\(first.name)”, shown by \(CountedNoun.text(first.holders.count, "learner")), "
                + "of whom \(first.openCount) \(first.openCount == 1 ? "has" : "have") not put it right yet."
        }
        if report.misconceptions.count > shown.count {
            sentence += " The table below has all \(report.misconceptions.count)."
        }
        return chart.figure(id: "beliefs-chart", title: "Learners who showed a misconception", words: sentence).html
    }

    private var table: HTML {
        ReportTable(
            caption: "Misconceptions, most learners first",
            columns: [
                .text("Misconception"), .number("Learners"), .number("Not put right"), .number("Attempts"),
                .text("Treat with"), .fixed("Exercises"), .fixed("Who (attempts)"),
            ],
            rows: report.misconceptions.map { belief in
                [
                    .html(.name(belief.name)), .count(belief.holders.count), .count(belief.openCount),
                    .count(belief.attempts),
                    belief.lesson.map { .html(.name("lesson " + ReportWords.lesson($0))) }
                        ?? .missing("no lesson is known"),
                    .html(exercises(of: belief)),
                    .html(NameList(belief.holders.map { ($0.name, "(\($0.attempts))") }).html),
                ]
            }
        ).html
    }

    private func exercises(of belief: MisconceptionReport) -> HTML {
        let shown = belief.exercises.prefix(3).map { HTML.name(words.number($0)) }
        let rest = belief.exercises.count - shown.count
        return .joined(shown, separator: ", ") + HTML(text: rest > 0 ? " and \(rest) more" : "")
    }
}
