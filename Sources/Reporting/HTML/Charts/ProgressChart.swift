// SPDX-License-Identifier: MIT
internal import Markup

/// The heat map of a class: a row for each learner, or for several of a large class, and a column for each exercise.
struct ProgressChart {
    /// Up to how many learners each row has its name.
    static let nameLimit = 60
    /// The most rows; a larger class is drawn in bands of learners with about the same points.
    static let rowLimit = 300

    let grid: ProgressGrid
    /// What the rows stand for where each stands for several learners.
    private let bands: [ProgressBand]

    init(grid: ProgressGrid) {
        self.grid = grid
        bands = grid.rows.count > Self.rowLimit ? grid.bands(limit: Self.rowLimit) : []
    }

    /// Whether a row stands for several learners.
    var isBanded: Bool { !bands.isEmpty }

    private var hasNames: Bool { grid.rows.count <= Self.nameLimit }
    private var rowHeight: Int { grid.rows.count <= 12 ? 24 : hasNames ? 17 : grid.rows.count <= 150 ? 4 : 2 }
    private var gap: Int { hasNames && columnWidth >= 6 ? (columnWidth >= 12 ? 2 : 1) : 0 }
    private var columnWidth: Int {
        grid.columns.isEmpty ? 1 : max(3, min(hasNames ? 44 : 24, (Self.width - left) / grid.columns.count))
    }
    private var left: Int { hasNames ? 176 : 96 }
    private var top: Int { columnWidth >= 26 ? 46 : 30 }
    private static let width = 1080

    /// The figure.
    func figure(id: String, words: String) -> ChartFigure {
        var picture = SVGDrawing()
        var cells = ProgressCells(cell: SVGBox(x: left, y: top, width: columnWidth, height: rowHeight), gap: gap)
        for (row, band) in bands.enumerated() { cells.add(band, row: row) }
        if !isBanded {
            for (row, learner) in grid.rows.enumerated() { cells.add(learner.cells, row: row) }
        }
        let count = isBanded ? bands.count : grid.rows.count
        cells.draw(into: &picture)
        let height = top + count * rowHeight
        drawTracks(bottom: height, into: &picture)
        drawRows(count: count, into: &picture)
        return ChartFigure(
            id: id, title: "Progress, learner by exercise", words: words, legend: legend, picture: picture,
            width: left + grid.columns.count * columnWidth, height: height + 4)
    }

    /// What the page's script needs to say which cell is under the pointer.
    var data: ScriptData {
        let place = [("left", left), ("top", top), ("width", columnWidth), ("height", rowHeight)]
        var members: [(name: String, value: ScriptData)] = [
            ("names", .array(grid.rows.map { .string(TerminalText.escapedRow($0.name)) })),
            ("columns", .array(grid.columns.map { .string(TerminalText.escapedRow($0.title)) })),
            ("words", .array(ProgressCell.allCases.map { .string($0.words) })),
            ("cells", .array(grid.rows.map { .string(String(decoding: $0.cells.map(\.digit), as: UTF8.self)) })),
            ("place", .object(place.map { ($0.0, .number(Int64($0.1))) })),
        ]
        if isBanded {
            let shown = bands.map { band in
                ScriptData.object([
                    ("first", .number(Int64(band.ranks.lowerBound))), ("last", .number(Int64(band.ranks.upperBound))),
                    ("passed", .array(band.passed.map { .number(Int64($0)) })),
                ])
            }
            members.append(("bands", .array(shown)))
        }
        return .object(members)
    }

    private var legend: [LegendEntry] {
        if !isBanded { return grid.legend }
        return (0..<5).reversed().map { LegendEntry("s\($0)", ProgressBand.words[$0]) }
    }

    private func drawTracks(bottom: Int, into picture: inout SVGDrawing) {
        for track in grid.tracks {
            let x = left + track.columns.lowerBound * columnWidth
            let width = track.columns.count * columnWidth
            picture.stroke(from: SVGPoint(x, 4), to: SVGPoint(x, bottom), class: "track")
            let room = (width - 8) / 7
            if room >= 2 { picture.text(ChartText.cut(track.title, to: room), at: SVGPoint(x + 5, 16), class: "tick") }
        }
        guard columnWidth >= 26 else { return }
        for (index, column) in grid.columns.enumerated() {
            let x = left + index * columnWidth + (columnWidth - gap) / 2
            let label = ChartText.cut(column.label, to: columnWidth / 7)
            picture.text(label, at: SVGPoint(x, 38), class: "tick middle")
        }
    }

    private func drawRows(count: Int, into picture: inout SVGDrawing) {
        if hasNames {
            for (row, learner) in grid.rows.enumerated() {
                let y = top + row * rowHeight + (rowHeight - gap) / 2 + 4
                picture.text(ChartText.cut(learner.name, to: 22), at: SVGPoint(left - 10, y), class: "name end")
            }
            return
        }
        let height = count * rowHeight
        for (share, words) in [(0, "most points"), (25, "top quarter"), (50, "median"), (75, "last quarter")] {
            let y = top + height * share / 100
            picture.stroke(from: SVGPoint(left - 6, y), to: SVGPoint(left, y), class: "axis")
            picture.text(words, at: SVGPoint(left - 10, y + (share == 0 ? 8 : 4)), class: "tick end")
        }
        picture.text("fewest points", at: SVGPoint(left - 10, top + height), class: "tick end")
    }
}
