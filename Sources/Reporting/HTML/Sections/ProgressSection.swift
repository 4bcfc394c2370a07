// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup

/// How far the class is: the heat map, the scores, and what happened over time.
struct ProgressSection {
    let report: ClassReport
    let chart: ProgressChart

    private var grid: ProgressGrid { chart.grid }

    /// The section.
    var section: ReportSection {
        var charts: [HTML] = []
        // Of one exercise the table of learners says as much.
        if !grid.rows.isEmpty, grid.columns.count > 1 {
            charts.append(chart.figure(id: "progress", words: progressWords).html)
        }
        var pair: [HTML] = []
        let scores = ScoreDistribution(report)
        if report.learners.count > 1, scores.median != nil {
            pair.append(ScoreChart(scores: scores).figure(id: "scores", words: words(scores)).html)
        }
        let activity = ActivityChart(report.days)
        if !activity.periods.isEmpty {
            pair.append(activity.figure(id: "activity", words: words(activity)).html)
        }
        if !pair.isEmpty { charts.append(.element("div", ["class": "pair"], [.lines([.empty] + pair)])) }
        if report.weeks.count > 1 { charts.append(ReportSection.pane([weeks])) }
        if charts.isEmpty { charts.append(ReportSection.pane([.element("p", "There are no attempts yet.")])) }
        return ReportSection(id: "course", title: "Progress", content: charts)
    }

    private var progressWords: String {
        let exercises = CountedNoun.text(report.exercises.count, "exercise")
        if let learner = grid.rows.first, grid.rows.count == 1 {
            let passed = learner.cells.count { $0 == .passed }
            return "\(passed) of \(exercises) passed, in the order of the course."
        }
        let passed = report.exercises.filter { $0.passed * 2 >= max(report.totals.learners, 1) }.count
        var sentence =
            "Half of the learners or more passed \(passed) of \(exercises). "
            + "Rows are learners, those with the most points first; columns are exercises in the order of the course."
        if chart.isBanded {
            sentence += " Each row stands for several learners with about the same points."
        }
        return sentence + " The table of learners has a row of this picture for each of them."
    }

    private func words(_ scores: ScoreDistribution) -> String {
        guard let median = scores.median else { return "" }
        let low = scores.tenths.prefix(5).reduce(0, +)
        return "The median is \((median + 5) / 10) % of the points. "
            + "\(CountedNoun.text(low, "learner")) \(low == 1 ? "has" : "have") less than half of them."
    }

    private func words(_ activity: ActivityChart) -> String {
        guard let busiest = activity.periods.max(by: { $0.attempts < $1.attempts }) else { return "" }
        let period = activity.days == 1 ? busiest.start.text : "the \(activity.unit) from \(busiest.start.text)"
        return "Attempts by \(activity.unit), puzzles and questions of lessons included. Most were made "
            + "\(activity.days == 1 ? "on" : "in") \(period): \(busiest.attempts)."
    }

    private var weeks: HTML {
        ReportTable(
            caption: "Week by week",
            columns: [
                .text("Week from"), .number("Learners"), .number("Attempts at exercises"), .number("Newly passed"),
                .number("First attempts"), .number("Passed at once"), .number("Showed a misconception"),
            ],
            rows: report.weeks.map { week in
                let first: ReportCell =
                    week.firstAttempts == 0
                    ? .missing("no first attempts") : .share(week.firstPasses * 1_000 / week.firstAttempts)
                return [
                    .html(.element("time", week.start.text)), .count(week.learners), .count(week.attempts),
                    .count(week.newPasses), .count(week.firstAttempts), first, .count(week.misconceptions),
                ]
            }
        ).html
    }
}
