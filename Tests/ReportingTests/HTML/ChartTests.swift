// SPDX-License-Identifier: MIT
import CivilTime
import Markup
import Testing

@testable import Reporting

/// What is drawn, and the words that say the same.
@Suite struct ChartTests {
    @Test(arguments: [
        (0, [0, 1]), (1, [0, 1]), (4, [0, 1, 2, 3, 4]), (5, [0, 2, 4, 6]), (9, [0, 5, 10]), (17, [0, 5, 10, 15, 20]),
        (41, [0, 20, 40, 60]), (300, [0, 100, 200, 300]), (28_800, [0, 10_000, 20_000, 30_000]),
    ])
    func anAxisHasFewRoundMarks(largest: Int, marks: [Int]) {
        #expect(ChartScale(upTo: largest).marks == marks)
    }

    @Test(arguments: [
        ("short", "short"), ("exactly ten", "exactly t…"), ("山田太郎さんです", "山田太郎…"), ("אבגדהוזחטיכ", "אבגדהוזחט…"),
        ("", ""),
    ])
    func textIsCutToTheColumnsThereAre(text: String, cut: String) {
        #expect(ChartText.cut(text, to: 10) == cut)
    }

    // MARK: - Scores

    @Test func theMedianIsTheLowerOneOfTwo() {
        #expect(ScoreDistribution(MadeUpReport(learners: 0, exercises: 2).report).median == nil)
        let report = MadeUpReport(learners: 6, exercises: 5).report
        let scores = ScoreDistribution(report)
        #expect(scores.median == report.learners.compactMap(\.share).sorted()[2])
        #expect(scores.tenths.reduce(0, +) == 6)
    }

    // MARK: - Activity

    @Test func daysWithoutAttemptsAreShownToo() {
        let chart = ActivityChart([day("2026-03-01", 5, 5), day("2026-03-04", 2, 1)])
        #expect(chart.periods.map(\.attempts) == [5, 0, 0, 2])
        #expect(chart.periods.map(\.learners) == [1, 0, 0, 1])
        #expect(chart.unit == "day")
    }

    @Test(arguments: [("2026-03-24", "day", 84), ("2026-03-25", "week", 13), ("2028-01-01", "2 weeks", 53)])
    func manyDaysBecomeWeeksFromMondays(end: String, unit: String, count: Int) {
        let chart = ActivityChart([day("2025-12-31", 2, 1), day(end, 3, 0)])
        #expect(chart.unit == unit)
        #expect(chart.periods.count == count)
        #expect(chart.periods.map(\.attempts).reduce(0, +) == 5)
        #expect(unit == "day" || chart.periods[0].start.text == "2025-12-29")
    }

    // MARK: - Progress

    @Test(arguments: [
        ("ppppp", "passed: all"),
        ("pp.hs", "passed: 1.1, 1.2; half of the points or more: 2.2; stuck: 2.3; not started: 2.1"),
        ("ppp.t", "passed: 1.1 to 2.1; tried, less than half the points: 2.3; not started: 2.2"),
        (".....", "not started: all"),
    ])
    func aRowIsSaidInWords(cells: String, words: String) {
        let grid = grid([cells])
        #expect(grid.words(for: grid.rows[0]) == words)
    }

    @Test func aLargeClassIsDrawnInBands() {
        let grid = grid(["ppppp", "pppp.", "ppp..", "pp...", "p...."])
        let bands = grid.bands(limit: 3)
        #expect(bands.map(\.ranks) == [1...2, 3...4, 5...5])
        #expect(bands.map(\.passed) == [[2, 2, 2, 2, 1], [2, 2, 1, 0, 0], [1, 0, 0, 0, 0]])
        #expect(bands[0].passed.indices.map(bands[0].step) == [4, 4, 4, 4, 2])
        #expect(self.grid([]).bands(limit: 3) == [])
    }

    @Test func tracksStandAboveTheirColumns() {
        #expect(grid([]).tracks.map(\.title) == ["One thread", "The loop"])
        #expect(grid([]).tracks.map(\.columns) == [0..<2, 2..<5])
    }

    @Test func aCellSaysByItsShapeWhatItSaysByItsColour() {
        let box = SVGBox(x: 0, y: 0, width: 10, height: 20)
        let shapes = ProgressCell.allCases.map { ProgressCells.shape(of: $0, in: box).map(\.box) }
        for (index, shape) in shapes.enumerated() {
            for other in shapes[..<index] where shape == other {
                // Full and empty: the lightest and the darkest of the colours.
                #expect(shape == [box])
            }
        }
    }

    // MARK: - Values

    private func day(_ text: String, _ attempts: Int, _ passed: Int) -> DayReport {
        var day = DayReport(day: Day(text) ?? Day(number: 0))
        (day.attempts, day.passes, day.learners) = (attempts, passed, 1)
        return day
    }

    /// Five exercises of two tracks, and rows drawn with `p`assed, `h`alf, `t`ried, `s`tuck and `.`.
    private func grid(_ rows: [String]) -> ProgressGrid {
        let columns = [("1.1", "One thread"), ("1.2", "One thread"), ("2.1", "The loop"), ("2.2", "The loop")]
        let states: [Character: ProgressCell] = [
            "p": .passed, "h": .halfway, "t": .tried, "s": .stuck, ".": .notStarted,
        ]
        return ProgressGrid(
            columns: (columns + [("2.3", "The loop")]).map { .init(label: $0, title: "Title \($0)", track: $1) },
            rows: rows.enumerated().map { index, cells in
                .init(name: "learner \(index)", cells: cells.compactMap { states[$0] })
            })
    }
}
