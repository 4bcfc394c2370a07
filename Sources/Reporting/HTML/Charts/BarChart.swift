// SPDX-License-Identifier: MIT
internal import Markup

/// Things in order of how many there are of each, as bars across.
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

    private static let rowHeight = 26
    private static let labelColumns = 54
    private static let plot = SVGBox(x: 380, y: 0, width: 460, height: 0)

    /// The figure.
    func figure(id: String, title: String, words: String) -> ChartFigure {
        let scale = ChartScale(upTo: bars.map(\.count).max() ?? 0, marks: 5)
        let height = bars.count * Self.rowHeight
        var picture = SVGDrawing()
        for mark in scale.marks {
            let x = Self.plot.x + scale.position(of: mark, along: Self.plot.width)
            picture.stroke(from: SVGPoint(x, 0), to: SVGPoint(x, height + 4), class: mark == 0 ? "axis" : "grid")
            picture.text("\(mark)", at: SVGPoint(x, height + 18), class: "tick middle")
        }
        for (row, bar) in bars.enumerated() {
            let y = row * Self.rowHeight
            picture.text(
                ChartText.cut(bar.name, to: Self.labelColumns), at: SVGPoint(Self.plot.x - 10, y + 18),
                class: "name end")
            let width = scale.position(of: bar.count, along: Self.plot.width)
            let part = scale.position(of: bar.part, along: Self.plot.width)
            let box = SVGBox(x: Self.plot.x, y: y + 4, width: part, height: Self.rowHeight - 8)
            picture.rectangle(box, class: "bar")
            picture.rectangle(
                SVGBox(x: box.x + part, y: box.y, width: width - part, height: box.height), class: "bar soft")
            let share = whole > 0 ? "  ·  \((bar.count * 100 + whole / 2) / whole) %" : ""
            picture.text("\(bar.count)\(share)", at: SVGPoint(Self.plot.x + width + 8, y + 18), class: "value")
        }
        return ChartFigure(
            id: id, title: title, words: words,
            legend: [LegendEntry("bar", legend.part), LegendEntry("bar soft", legend.rest)], picture: picture,
            width: Self.plot.x + Self.plot.width + 90,
            height: height + 26)
    }
}
