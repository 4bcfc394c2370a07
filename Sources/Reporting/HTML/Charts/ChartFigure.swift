// SPDX-License-Identifier: MIT
internal import Markup

/// A chart with the words that say what is to be seen in it and the table that it was drawn from.
///
/// To somebody who does not see it, the picture is one image with the figure's title and words; nothing that it shows
/// is shown by it alone.
struct ChartFigure {
    /// By which the page refers to it; unique in the page.
    var id: String
    /// What the chart is called.
    var title: String
    /// What is to be seen, in a sentence or two.
    var words: String
    /// What its colours and shapes mean.
    var legend: [LegendEntry] = []
    /// What was drawn.
    var picture: SVGDrawing
    /// How wide the picture is, in pixels.
    var width: Int
    /// How high the picture is, in pixels.
    var height: Int
    /// The same figures as a table.
    var figures: HTML?

    /// The figure as a part of the page.
    var html: HTML {
        var parts: [HTML] = [
            .element(
                "figcaption",
                [.element("h3", ["id": "\(id)-title"], title), .element("p", ["id": "\(id)-words"], words)])
        ]
        if !legend.isEmpty {
            parts.append(.element("ul", ["class": "legend"], legend.map(\.html)))
        }
        let image = picture.inline(
            width: width, height: height,
            ["aria-labelledby": "\(id)-title", "aria-describedby": "\(id)-words", "class": "chart"])
        parts.append(.element("div", ["class": "scroll", "id": "\(id)-picture"], [image]))
        if let figures {
            parts.append(
                .element("details", ["class": "figures"], [.element("summary", "The figures as a table"), figures]))
        }
        return .element("figure", ["id": id], [.lines([.empty] + parts)])
    }
}

/// What one colour or shape of a chart means.
struct LegendEntry {
    /// How it looks, drawn in a box of 16 by 16 pixels.
    var mark: SVGDrawing
    /// What it means.
    var words: String

    /// A box of one look.
    init(_ name: String, _ words: String) {
        mark = SVGDrawing()
        mark.rectangle(SVGBox(x: 0, y: 0, width: 16, height: 16), class: name)
        self.words = words
    }

    init(mark: SVGDrawing, words: String) {
        self.mark = mark
        self.words = words
    }

    /// An entry of the legend's list.
    var html: HTML {
        .element("li", [mark.inline(width: 16, height: 16, ["aria-hidden": "true"]), HTML(text: " " + words)])
    }
}

/// Whole numbers along an axis.
struct ChartScale: Equatable {
    /// Where the axis ends: not below any value.
    let end: Int
    /// The distance between two marks: 1, 2 or 5 times a power of ten.
    let step: Int

    /// An axis for values up to `largest`, with about `count` marks.
    init(upTo largest: Int, marks count: Int = 4) {
        var step = 1
        while (max(largest, 1) + step - 1) / step > count {
            let lead = String(step).first
            step = lead == "2" ? step / 2 * 5 : step * 2
        }
        self.step = step
        end = (max(largest, 1) + step - 1) / step * step
    }

    /// The marks, from 0.
    var marks: [Int] { Array(stride(from: 0, through: end, by: step)) }

    /// How far along an axis of so many pixels a value stands.
    func position(of value: Int, along length: Int) -> Int { value * length / end }
}

extension SVGDrawing {
    /// Horizontal lines across a chart, each with its number at the left.
    mutating func drawGrid(_ scale: ChartScale, plot: SVGBox) {
        for mark in scale.marks {
            let y = plot.y + plot.height - scale.position(of: mark, along: plot.height)
            stroke(from: SVGPoint(plot.x, y), to: SVGPoint(plot.x + plot.width, y), class: mark == 0 ? "axis" : "grid")
            text("\(mark)", at: SVGPoint(plot.x - 8, y + 4), class: "tick end")
        }
    }
}

/// Text that has to fit into a picture, where nothing wraps.
enum ChartText {
    /// Cut to so many columns of a terminal, which is how wide letters are counted here too.
    ///
    /// What cannot be shown is replaced first, because it takes more room then.
    static func cut(_ text: String, to columns: Int) -> String {
        StyledText(text).cut(to: columns, mark: "…").text
    }
}
