// SPDX-License-Identifier: MIT
internal import Markup

/// The cells of a grid, drawn.
///
/// Where there is room, a cell says by its shape what it says by its colour: a bar as high as what was earned, and a
/// ceiling above it where somebody is stuck.
struct ProgressCells {
    /// The left and the upper side, and the size of one cell with the gap to the next.
    var cell: SVGBox
    /// The gap between cells.
    var gap: Int

    private var boxes: [String: [SVGBox]] = [:]

    init(cell: SVGBox, gap: Int) {
        self.cell = cell
        self.gap = gap
    }

    /// Draws one row.
    mutating func add(_ cells: [ProgressCell], row: Int) {
        for (start, end, state) in Self.runs(cells, join: gap == 0) {
            let box = box(columns: start..<end, row: row)
            if box.height < 8 {
                // Too low for shapes: the lightness of the colours tells them apart.
                boxes[state.className, default: []].append(box)
            } else {
                for (name, part) in Self.shape(of: state, in: box) { boxes[name, default: []].append(part) }
            }
        }
    }

    /// Draws a band of learners.
    mutating func add(_ band: ProgressBand, row: Int) {
        for (start, end, step) in Self.runs(band.passed.indices.map(band.step), join: gap == 0) {
            boxes["s\(step)", default: []].append(box(columns: start..<end, row: row))
        }
    }

    /// Puts everything into the picture, one element for each look.
    func draw(into picture: inout SVGDrawing) {
        for (name, boxes) in boxes.sorted(by: { $0.key < $1.key }) { picture.boxes(boxes, class: name) }
    }

    private func box(columns: Range<Int>, row: Int) -> SVGBox {
        SVGBox(
            x: cell.x + columns.lowerBound * cell.width, y: cell.y + row * cell.height,
            width: columns.count * cell.width - gap, height: cell.height - gap)
    }

    static func shape(of state: ProgressCell, in box: SVGBox) -> [(name: String, box: SVGBox)] {
        func bar(_ height: Int) -> SVGBox {
            SVGBox(x: box.x, y: box.y + box.height - height, width: box.width, height: height)
        }
        return switch state {
        case .notStarted: [("p0", box)]
        case .tried: [("p0", box), ("p1", bar(max(box.height * 3 / 10, 2)))]
        case .halfway: [("p0", box), ("p2", bar(box.height * 6 / 10))]
        case .passed: [("p3", box)]
        case .open:
            [
                ("p0", box),
                ("p5", SVGBox(x: box.x, y: box.y + box.height / 3, width: box.width, height: box.height / 3)),
            ]
        case .excused: [("p5", SVGBox(x: box.x, y: box.y + box.height / 2, width: box.width, height: 1))]
        case .stuck:
            [
                ("p0", box), ("p4", SVGBox(x: box.x, y: box.y, width: box.width, height: max(box.height / 5, 2))),
                ("p4", bar(max(box.height * 4 / 10, 3))),
            ]
        }
    }

    private static func runs<State: Equatable>(_ states: [State], join: Bool) -> [(Int, Int, State)] {
        var runs: [(Int, Int, State)] = []
        for (index, state) in states.enumerated() {
            if join, let last = runs.last, last.2 == state {
                runs[runs.count - 1].1 = index + 1
            } else {
                runs.append((index, index + 1, state))
            }
        }
        return runs
    }
}

extension ProgressGrid {
    /// How wide one column of a row's picture is.
    private var stripStep: Int { columns.isEmpty ? 1 : max(2, min(18, 400 / columns.count)) }

    /// How wide a row's picture is.
    var stripWidth: Int { max(columns.count * stripStep, 1) }

    /// One row as a picture of its own, for the table of learners.
    func strip(for row: Row, index: Int) -> HTML {
        let step = stripStep
        var picture = SVGDrawing()
        var cells = ProgressCells(
            cell: SVGBox(x: 0, y: 0, width: step, height: 16), gap: step >= 8 ? 1 : 0)
        cells.add(row.cells, row: 0)
        cells.draw(into: &picture)
        return picture.inline(
            width: stripWidth, height: 16,
            [
                "class": "strip", "data-row": "\(index)", "preserveAspectRatio": "none", "aria-label": words(for: row),
            ])
    }

    /// What the colours and shapes of cells mean, as far as there are such cells.
    var legend: [LegendEntry] {
        let present = Set(rows.flatMap(\.cells)).union([.passed, .halfway, .tried, .stuck, .notStarted])
        return ProgressCell.bestFirst.filter(present.contains).map { state in
            var mark = SVGDrawing()
            for part in ProgressCells.shape(of: state, in: SVGBox(x: 0, y: 0, width: 16, height: 16)) {
                mark.rectangle(part.box, class: part.name)
            }
            return LegendEntry(mark: mark, words: state.words)
        }
    }
}
