// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// A trace as a picture: an SVG file that needs nothing else, in a light and a dark form.
///
/// Threads are lanes; a frame holds a task and the ticks and microtasks of its checkpoint; arrows lead from who asked
/// for a task to the task. A file stays below ``byteLimit``; of a long run it shows the beginning and the end.
public struct TimelinePicture {
    /// The most bytes that a picture has.
    public static let byteLimit = 2_000_000

    private let index: TraceIndex

    /// Prepares to draw a trace.
    public init(_ trace: Trace) {
        index = TraceIndex(trace)
    }

    /// The whole file.
    public var bytes: [UInt8] {
        var limit = 500
        while true {
            let drawn = draw(limit: limit)
            if drawn.count < Self.byteLimit || limit < 2 { return drawn }
            limit /= 2
        }
    }

    private func draw(limit: Int) -> [UInt8] {
        let columns = TimelinePictureColumns(index, limit: limit)
        let layout = TimelinePictureLayout(index, columns.columns, top: 56)
        var picture = SVGDrawing()
        let height = layout.height + 40
        picture.rectangle(SVGBox(x: 0, y: 0, width: TimelinePictureLayout.width, height: height), class: "page")
        let description = describe(columns)
        picture.text(index.trace.header.program, at: SVGPoint(16, 24), class: "name")
        picture.text(description, at: SVGPoint(16, 42), class: "small")
        drawTimes(layout, &picture)
        drawFrames(layout, &picture)
        for cell in layout.cells { draw(cell, &picture) }
        if layout.cells.count <= Self.arrowLimit { drawArrows(layout, &picture) }
        drawLegend(y: layout.height + 16, &picture)
        return picture.document(
            width: TimelinePictureLayout.width, height: height, title: "Timeline of \(index.trace.header.program)",
            description: description, style: Self.style)
    }

    /// Up to how many columns arrows help more than they confuse.
    private static let arrowLimit = 120

    private func describe(_ columns: TimelinePictureColumns) -> String {
        let trace = index.trace
        let threads = Set(trace.events.map(\.thread)).count
        let end = trace.events.last?.time ?? 0
        var words =
            "\(trace.events.count) events, \(threads == 1 ? "1 thread" : "\(threads) threads"), "
            + "\(TimelinePictureLayout.milliseconds(end)) of \(trace.header.clock.encodedName) time. "
            + "In the order in which they ran; widths are not to scale."
        if columns.leftOutCount > 0 { words += " Left out: \(columns.leftOutCount) callbacks in the middle." }
        if trace.droppedCount > 0 { words += " Not recorded: \(trace.droppedCount) events." }
        return words
    }

    // MARK: - Parts

    private func drawTimes(_ layout: TimelinePictureLayout, _ picture: inout SVGDrawing) {
        for (row, y) in layout.rows.enumerated() {
            let lanes = layout.lanes.filter { $0.row == row }
            picture.stroke(
                from: SVGPoint(TimelinePictureLayout.left - 8, y + 18),
                to: SVGPoint(TimelinePictureLayout.width - 8, y + 18),
                class: "ruler")
            for lane in lanes {
                let name = lane.thread == 0 ? "main thread" : "worker \(lane.thread)"
                picture.text(name, at: SVGPoint(10, lane.y + 14), class: "small")
            }
        }
        for cell in layout.cells {
            let y = layout.rows[cell.row]
            if let time = cell.time {
                picture.text(time, at: SVGPoint(cell.box.x, y + 13), class: "time")
                picture.stroke(
                    from: SVGPoint(cell.box.x, y + 18), to: SVGPoint(cell.box.x, y + 23), class: "ruler")
            }
            if cell.column.leftOut > 0 {
                let x = cell.box.x - TimelinePictureLayout.leftOutWidth + 4
                picture.beginGroup(class: "gap", title: "\(cell.column.leftOut) callbacks are left out here")
                picture.text("· · ·", at: SVGPoint(max(x, 60), cell.box.y + 30), class: "label")
                picture.endGroup()
            }
        }
    }

    /// A frame around each task and its checkpoint; one that goes on in the next row has a part in each.
    private func drawFrames(_ layout: TimelinePictureLayout, _ picture: inout SVGDrawing) {
        var frames: [(group: Int, row: Int, box: SVGBox, count: Int)] = []
        var known: [Int: Int] = [:]
        for cell in layout.cells {
            if let position = known[cell.group], frames[position].row == cell.row {
                frames[position].box.width = cell.box.x + cell.box.width - frames[position].box.x
                frames[position].count += 1
            } else {
                known[cell.group] = frames.count
                frames.append((cell.group, cell.row, cell.box, cell.column.isNested ? 2 : 1))
            }
        }
        for frame in frames where frame.count > 1 {
            let box = SVGBox(
                x: frame.box.x - 5, y: frame.box.y - 5, width: frame.box.width + 10, height: frame.box.height + 10)
            picture.rectangle(box, class: "frame", radius: 8)
        }
    }

    private func draw(_ cell: TimelinePictureLayout.Cell, _ picture: inout SVGDrawing) {
        let box = cell.box
        picture.beginGroup(class: cell.column.kind.encodedName, title: title(of: cell))
        picture.rectangle(box, class: "box", radius: 4)
        picture.text(cell.kind, at: SVGPoint(box.x + 7, box.y + 14), class: "small")
        picture.text(cell.label, at: SVGPoint(box.x + 7, box.y + 30), class: "label")
        for (number, mark) in cell.marks.enumerated() {
            let y = box.y + 32 + (number + 1) * TimelinePictureLayout.lineHeight
            if mark.isError {
                picture.rectangle(SVGBox(x: box.x + 8, y: y - 8, width: 6, height: 6), class: "errors")
            } else if !mark.isRest {
                picture.dot(box.x + 11, y - 4, radius: 3, class: "output")
            }
            picture.text(mark.text, at: SVGPoint(box.x + 20, y), class: mark.isRest ? "small" : "printed")
        }
        picture.endGroup()
    }

    private func title(of cell: TimelinePictureLayout.Cell) -> String {
        let start = TimelinePictureLayout.milliseconds(cell.column.time)
        guard let record = index.record(of: cell.column.callback) else { return "\(cell.label) at \(start)" }
        var title = "\(index.label(of: record)): \(cell.kind), began at \(start)"
        if let asked = CallbackFlows.origin(of: record, index) {
            let event = index.trace.events[asked]
            title += ", asked for at \(TimelinePictureLayout.milliseconds(event.time))"
            if let origin = index.runningCallback(at: asked) { title += " by \(index.label(of: origin))" }
        }
        return title
    }

    // MARK: - Arrows

    private func drawArrows(_ layout: TimelinePictureLayout, _ picture: inout SVGDrawing) {
        let cellOf = Dictionary(
            layout.cells.enumerated().map { ($1.column.callback, $0) }, uniquingKeysWith: { first, _ in first })
        for cell in layout.cells where !cell.column.isNested {
            guard let record = index.record(of: cell.column.callback),
                let asked = CallbackFlows.origin(of: record, index),
                let origin = index.runningCallback(at: asked).flatMap({ cellOf[$0.callback] })
            else { continue }
            let from = layout.cells[origin]
            if from.row != cell.row || from.column.callback == cell.column.callback { continue }
            drawArrow(from.box, cell.box, &picture)
        }
    }

    private func drawArrow(_ from: SVGBox, _ to: SVGBox, _ picture: inout SVGDrawing) {
        let start = SVGPoint(from.x + from.width - 12, from.y)
        let end = SVGPoint(to.x + 12, to.y - 1)
        if from.y == to.y {
            let above = from.y - 22
            picture.curve(
                from: start, by: SVGPoint(start.x + 12, above), SVGPoint(end.x - 12, above), to: end, class: "arrow")
        } else if from.y < to.y {
            let below = SVGPoint(start.x, from.y + from.height)
            picture.curve(
                from: below, by: SVGPoint(below.x, below.y + 20), SVGPoint(end.x, end.y - 20), to: end, class: "arrow")
        } else {
            let under = SVGPoint(to.x + 12, to.y + to.height + 1)
            picture.curve(
                from: start, by: SVGPoint(start.x, start.y - 20), SVGPoint(under.x, under.y + 20), to: under,
                class: "arrow")
        }
    }

    // MARK: - Words and looks

    private func drawLegend(y: Int, _ picture: inout SVGDrawing) {
        var x = 16
        for (kind, words) in [
            ("script", "script"), ("timer", "task"), ("tick", "tick"), ("microtask", "microtask"),
        ] {
            picture.beginGroup(class: kind)
            picture.rectangle(SVGBox(x: x, y: y - 11, width: 24, height: 14), class: "box", radius: 4)
            picture.endGroup()
            picture.text(words, at: SVGPoint(x + 30, y), class: "small")
            x += 110
        }
        picture.dot(x + 4, y - 4, radius: 3, class: "output")
        picture.text("printed", at: SVGPoint(x + 14, y), class: "small")
        picture.rectangle(SVGBox(x: x + 101, y: y - 7, width: 6, height: 6), class: "errors")
        picture.text("printed to standard error", at: SVGPoint(x + 114, y), class: "small")
        picture.stroke(from: SVGPoint(x + 310, y - 4), to: SVGPoint(x + 340, y - 4), class: "arrow")
        picture.text("asked for", at: SVGPoint(x + 348, y), class: "small")
    }

    // Kinds differ by their lines as well as by their colours.
    private static let style = """
        text { font: 12px ui-monospace, 'DejaVu Sans Mono', monospace; fill: #1f2328; white-space: pre; }
        .name { font-size: 15px; font-weight: bold; }
        .small, .time { font-size: 11px; fill: #59636e; }
        .label { font-weight: bold; }
        .page { fill: #ffffff; }
        .frame { fill: #f3f5f7; stroke: #b1bac4; }
        .box { fill: #ffffff; stroke: #0a5bc4; stroke-width: 2; }
        .script .box { stroke: #1f2328; stroke-width: 3; }
        .microtask .box { stroke: #7a3fc9; stroke-width: 1.5; stroke-dasharray: 6 3; }
        .tick .box { stroke: #9a5b00; stroke-width: 1.5; stroke-dasharray: 2 2; }
        .output { fill: #1a7f37; }
        .errors { fill: none; stroke: #cf222e; stroke-width: 2; }
        .ruler { fill: none; stroke: #b1bac4; }
        .arrow { fill: none; stroke: #59636e; }
        .head { fill: #59636e; }
        @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3; }
        .small, .time { fill: #9aa4af; }
        .page { fill: #0d1117; }
        .frame { fill: #161b22; stroke: #3d444d; }
        .box { fill: #0d1117; stroke: #58a6ff; }
        .script .box { stroke: #e6edf3; }
        .microtask .box { stroke: #bc8cff; }
        .tick .box { stroke: #e3b341; }
        .output { fill: #3fb950; }
        .errors { stroke: #ff7b72; }
        .ruler { stroke: #3d444d; }
        .arrow { stroke: #9aa4af; }
        .head { fill: #9aa4af; }
        }
        """
}
