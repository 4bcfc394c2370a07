// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup

/// What happened on one day, or in one week of a long time.
struct ActivityPeriod: Equatable, Sendable {
    /// Its first day.
    var start: Day
    /// Attempts handed in.
    var attempts: Int
    /// How many of them passed.
    var passed: Int
    /// Learners who handed in something; nil where days were taken together, because the same learner may be in each.
    var learners: Int?
}

/// Attempts over time: a bar for each day, or for each week if there are many days.
struct ActivityChart {
    /// The most bars.
    static let barLimit = 84

    /// The bars, without gaps, the earliest first.
    let periods: [ActivityPeriod]
    /// How many days a bar stands for.
    let days: Int

    /// Fills the days on which nothing happened, and takes days together until there are few enough bars.
    ///
    /// More than a day is a week or several, which begin on a Monday.
    init(_ active: [DayReport]) {
        guard let first = active.first?.day, let last = active.last?.day else {
            (periods, days) = ([], 1)
            return
        }
        let span = last.number - first.number + 1
        let size = span <= Self.barLimit ? 1 : (span + 6 + Self.barLimit * 7 - 1) / (Self.barLimit * 7) * 7
        let start = size == 1 ? first.number : first.monday.number
        var periods = stride(from: start, through: last.number, by: size).map {
            ActivityPeriod(start: Day(number: $0), attempts: 0, passed: 0, learners: size == 1 ? 0 : nil)
        }
        for day in active {
            let index = (day.day.number - start) / size
            periods[index].attempts += day.attempts
            periods[index].passed += day.passes
            periods[index].learners? += day.learners
        }
        (self.periods, self.days) = (periods, size)
    }

    /// What a bar stands for.
    var unit: String { days == 1 ? "day" : days == 7 ? "week" : "\(days / 7) weeks" }

    /// The figure.
    func figure(id: String, words: String) -> ChartFigure {
        let plot = SVGBox(x: 52, y: 14, width: 470, height: 190)
        let scale = ChartScale(upTo: periods.map(\.attempts).max() ?? 0)
        var picture = SVGDrawing()
        picture.drawGrid(scale, plot: plot)
        let step = max(plot.width / max(periods.count, 1), 1)
        let width = min(max(step - (step > 4 ? 2 : 1), 1), 40)
        for (index, period) in periods.enumerated() where period.attempts > 0 {
            let x = plot.x + index * step + (step - width) / 2
            let whole = max(scale.position(of: period.attempts, along: plot.height), 1)
            let passed = scale.position(of: period.passed, along: plot.height)
            let bottom = plot.y + plot.height
            picture.beginGroup(class: "period", title: sentence(period))
            picture.rectangle(
                SVGBox(x: x, y: bottom - whole, width: width, height: whole - passed), class: "bar soft")
            picture.rectangle(SVGBox(x: x, y: bottom - passed, width: width, height: passed), class: "bar")
            picture.endGroup()
        }
        drawDates(plot, step: step, into: &picture)
        return ChartFigure(
            id: id, title: "Activity", words: words,
            legend: [LegendEntry("bar", "attempts that passed"), LegendEntry("bar soft", "other attempts")],
            picture: picture, width: 544, height: 232, figures: figures)
    }

    private func drawDates(_ plot: SVGBox, step: Int, into picture: inout SVGDrawing) {
        let room = 76
        let every = max(1, (room + step - 1) / step)
        let distance = days == 1 && every > 1 ? (every + 6) / 7 * 7 : every
        for index in stride(from: 0, to: periods.count, by: distance) {
            let x = plot.x + index * step + step / 2
            if x > plot.x + plot.width - 20, index > 0 { break }
            let bottom = plot.y + plot.height
            picture.stroke(from: SVGPoint(x, bottom), to: SVGPoint(x, bottom + 4), class: "axis")
            picture.text(periods[index].start.text, at: SVGPoint(x, bottom + 18), class: "tick middle")
        }
    }

    private func sentence(_ period: ActivityPeriod) -> String {
        let learners = period.learners.map { ", \(CountedNoun.text($0, "learner"))" } ?? ""
        let name = days == 1 ? period.start.text : "\(unit) from \(period.start.text)"
        return "\(name): \(CountedNoun.text(period.attempts, "attempt")), "
            + "\(period.passed) passed\(learners)"
    }

    private var figures: HTML {
        let shown = periods.filter { $0.attempts > 0 }
        var columns: [ReportColumn] = [
            .text(days == 1 ? "Day" : "\(unit.prefix(1).uppercased())\(unit.dropFirst()) from"), .number("Attempts"),
            .number("Passed"),
        ]
        if days == 1 { columns.append(.number("Learners")) }
        let rows = shown.map { period -> [ReportCell] in
            let cells: [ReportCell] = [.text(period.start.text), .count(period.attempts), .count(period.passed)]
            return days == 1 ? cells + [.count(period.learners ?? 0)] : cells
        }
        return ReportTable(caption: "Attempts by \(unit)", columns: columns, rows: rows).html
    }
}
