// SPDX-License-Identifier: MIT
internal import Markup

/// How many learners have which share of the points.
struct ScoreDistribution: Equatable, Sendable {
    /// Learners for each tenth; 100 % belongs to the last.
    let tenths: [Int]
    /// The share in the middle, in thousandths, the lower of two; nil without learners.
    let median: Int?

    /// The distribution in a report.
    init(_ report: ClassReport) {
        tenths = (0..<10).map { report.scoreBands.indices.contains($0) ? report.scoreBands[$0] : 0 }
        let shares = report.learners.compactMap(\.share).sorted()
        median = shares.isEmpty ? nil : shares[(shares.count - 1) / 2]
    }

    /// What a tenth is called.
    static func name(of tenth: Int) -> String { tenth == 9 ? "90–100 %" : "\(tenth * 10)–\(tenth * 10 + 9) %" }
}

/// The distribution as bars.
struct ScoreChart {
    let scores: ScoreDistribution

    /// The figure.
    func figure(id: String, words: String) -> ChartFigure {
        let plot = SVGBox(x: 44, y: 40, width: 470, height: 180)
        let scale = ChartScale(upTo: scores.tenths.max() ?? 0)
        var picture = SVGDrawing()
        picture.drawGrid(scale, plot: plot)
        let step = plot.width / 10
        for (tenth, count) in scores.tenths.enumerated() {
            let height = scale.position(of: count, along: plot.height)
            let x = plot.x + tenth * step
            if count > 0 {
                let bar = SVGBox(
                    x: x + 3, y: plot.y + plot.height - max(height, 1), width: step - 6, height: max(height, 1))
                picture.rectangle(bar, class: "bar", radius: 2)
                picture.text("\(count)", at: SVGPoint(x + step / 2, bar.y - 5), class: "value middle")
            }
            picture.text("\(tenth * 10)", at: SVGPoint(x, plot.y + plot.height + 18), class: "tick middle")
        }
        let end = plot.x + step * 10
        picture.text("100 %", at: SVGPoint(end, plot.y + plot.height + 18), class: "tick middle")
        picture.text(
            "share of the points", at: SVGPoint(plot.x + plot.width / 2, plot.y + plot.height + 36),
            class: "tick middle")
        if let median = scores.median {
            let x = plot.x + step * 10 * max(0, min(median, 1_000)) / 1_000
            picture.stroke(from: SVGPoint(x, 18), to: SVGPoint(x, plot.y + plot.height), class: "median")
            let isLeft = median > 700
            picture.text(
                "median \((median + 5) / 10) %", at: SVGPoint(isLeft ? x - 6 : x + 6, 14),
                class: isLeft ? "value end" : "value")
        }
        return ChartFigure(
            id: id, title: "Scores", words: words, picture: picture, width: 544, height: 268, figures: figures)
    }

    private var figures: HTML {
        ReportTable(
            caption: "Learners by share of the points", columns: [.text("Share of the points"), .number("Learners")],
            rows: scores.tenths.indices.map { [.text(ScoreDistribution.name(of: $0)), .count(scores.tenths[$0])] }
        ).html
    }
}
