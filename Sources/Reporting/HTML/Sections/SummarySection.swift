// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup

/// The head of the page and the few figures that are seen at a glance.
struct SummarySection {
    let report: ClassReport
    let words: ReportWords

    /// The head of the page.
    var head: HTML {
        let totals = report.totals
        var facts = [
            [
                CountedNoun.text(totals.learners, "learner"), CountedNoun.text(totals.exercises, "exercise"),
                CountedNoun.text(totals.attempts, "attempt"),
            ].joined(separator: " · ")
        ]
        if let period = report.period {
            let (first, last) = (words.minute(period.lowerBound), words.minute(period.upperBound))
            facts.append("Attempts from \(first) to \(last) (\(Timestamp.offsetText(report.offset)))")
        }
        if let course = report.course, !report.title.isEmpty { facts.append("Course: \(course)") }
        if report.isAnonymous { facts.append("Names are masked: learners have numbers.") }
        var parts = [HTML.empty, .element("h1", [.name(words.title)])]
        parts += facts.map { .element("p", [.name($0)]) }
        if !report.remarks.isEmpty {
            let count = report.remarks.count
            let link = HTML.element(
                "a", ["href": "#remarks"], count == 1 ? "one remark" : "\(count) remarks")
            parts.append(
                .element(
                    "p", ["class": "notice"],
                    [
                        HTML(text: "There "), HTML(text: count == 1 ? "is " : "are "), link,
                        HTML(text: " about the data."),
                    ]))
        }
        return .element("header", [.lines(parts)])
    }

    /// The figures.
    var section: ReportSection {
        let totals = report.totals
        let pairs = totals.learners * totals.exercises
        let stuck = Set(report.stuck.flatMap(\.learners).map(\.name)).count
        let holders = Set(report.misconceptions.flatMap(\.holders).filter(\.isOpen).map(\.name)).count
        var tiles = [
            Tile("\(totals.activeLearners) of \(totals.learners)", "learners have begun"),
            Tile(Self.percent(totals.passed, of: pairs), "of all exercises are passed"),
        ]
        if let median = ScoreDistribution(report).median {
            tiles.append(Tile("\((median + 5) / 10) %", "of the points is the median"))
        }
        tiles.append(Tile("\(stuck)", stuck == 1 ? "learner is stuck" : "learners are stuck", isAlert: stuck > 0))
        tiles.append(
            Tile("\(holders)", holders == 1 ? "learner holds a misconception" : "learners hold a misconception"))
        if let duration = totals.duration {
            tiles.append(Tile(ReportWords.duration(duration), "spent in all"))
        }
        return ReportSection(id: "summary", title: "At a glance", content: [Self.list(tiles)])
    }

    private struct Tile {
        var figure: String
        var words: String
        var isAlert: Bool

        init(_ figure: String, _ words: String, isAlert: Bool = false) {
            self.figure = figure
            self.words = words
            self.isAlert = isAlert
        }
    }

    private static func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : "\((part * 200 + whole) / (whole * 2)) %"
    }

    private static func list(_ tiles: [Tile]) -> HTML {
        .element(
            "ul", ["class": "tiles"],
            tiles.map { tile in
                .element(
                    "li", ["class": tile.isAlert ? "alert" : nil],
                    [.element("b", tile.figure), HTML(text: " "), .element("span", tile.words)])
            })
    }
}
