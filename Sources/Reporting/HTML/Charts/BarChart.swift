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
    }

    let bars: [Bar]
    /// How many there could be at most.
    let whole: Int

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
            picture.rectangle(
                SVGBox(x: Self.plot.x, y: y + 4, width: max(width, 1), height: Self.rowHeight - 8), class: "bar",
                radius: 2)
            let share = whole > 0 ? "  ·  \((bar.count * 100 + whole / 2) / whole) %" : ""
            picture.text("\(bar.count)\(share)", at: SVGPoint(Self.plot.x + width + 8, y + 18), class: "value")
        }
        return ChartFigure(
            id: id, title: title, words: words, picture: picture, width: Self.plot.x + Self.plot.width + 90,
            height: height + 26)
    }
}
