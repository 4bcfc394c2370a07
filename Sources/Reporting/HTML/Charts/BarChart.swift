// SPDX-License-Identifier: MIT
internal import Markup

/// Things in order of how many there are of each, as bars across, each below its name.
struct BarChart {
    /// One bar.
    struct Bar: Equatable, Sendable {
        /// What is counted.
        var name: String
        /// How many.
        var count: Int
        /// How many of these stand out, and are drawn darker.
        var part: Int
    }

    let bars: [Bar]
    /// How many there could be at most.
    let whole: Int
    /// What the darker and the lighter part of a bar mean.
    let legend: (part: String, rest: String)

    private static let rowHeight = 44
    private static let barHeight = 16
    private static let nameColumns = 90
    private static let width = 640

    /// The figure.
    func figure(id: String, title: String, words: String) -> ChartFigure {
        let scale = ChartScale(upTo: bars.map(\.count).max() ?? 0, marks: 5)
        let height = bars.count * Self.rowHeight
        var picture = SVGDrawing()
        for mark in scale.marks {
            let x = 4 + scale.position(of: mark, along: Self.width)
            picture.stroke(from: SVGPoint(x, 0), to: SVGPoint(x, height + 4), class: mark == 0 ? "axis" : "grid")
            picture.text("\(mark)", at: SVGPoint(x, height + 18), class: mark == 0 ? "tick" : "tick middle")
        }
        for (row, bar) in bars.enumerated() {
            let y = row * Self.rowHeight
            picture.text(ChartText.cut(bar.name, to: Self.nameColumns), at: SVGPoint(12, y + 15), class: "name")
            let width = scale.position(of: bar.count, along: Self.width)
            let part = scale.position(of: bar.part, along: Self.width)
            let box = SVGBox(x: 4, y: y + 22, width: part, height: Self.barHeight)
            picture.rectangle(box, class: "bar")
            picture.rectangle(
                SVGBox(x: box.x + part, y: box.y, width: width - part, height: box.height), class: "bar soft")
            let share = whole > 0 ? "  ·  \((bar.count * 200 + whole) / (whole * 2)) %" : ""
            picture.text("\(bar.count)\(share)", at: SVGPoint(width + 12, box.y + 13), class: "value")
        }
        return ChartFigure(
            id: id, title: title, words: words,
            legend: [LegendEntry("bar", legend.part), LegendEntry("bar soft", legend.rest)], picture: picture,
            width: Self.width + 100, height: height + 26)
    }
}
