// SPDX-License-Identifier: MIT

/// The source with its marks: what runs, where callers stand, where this was queued, which lines are marked.
struct StepSourcePane {
    private let model: StepModel
    private let scroll: Int
    private let lines: [Substring]?
    /// The current line, if it is in the file that is shown.
    private let current: SourcePosition?
    private let callers: Set<Int>
    private let origin: Int?

    init(_ model: StepModel, scroll: Int) {
        self.model = model
        self.scroll = scroll
        let file = model.file
        lines = model.sources.lines(of: file)
        current = model.place.flatMap { $0.file == file ? $0 : nil }
        origin = model.origin.flatMap { $0.file == file ? $0.line : nil }
        let places = (model.thread?.frames ?? []).dropLast()
            .compactMap { model.trace.position(of: model.trace.events[$0.eventIndex]) }
        callers = Set(places.filter { $0.file == file }.map(\.line))
    }

    /// Draws as many lines as there are rows, the current one in their upper half.
    func draw(in area: StepArea, on grid: inout StepGrid) {
        guard !area.rows.isEmpty else { return }
        guard let lines else {
            grid.put(
                "(the recording has no text of \(model.file))", row: area.rows.lowerBound,
                column: area.columns.lowerBound, width: area.columns.count, style: .dim)
            return
        }
        let height = area.rows.count
        let count = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
        let focus = (current?.line ?? origin ?? 1) - 1
        let top = count <= height ? 0 : min(max(0, focus - height * 2 / 5), count - height)
        let first = min(max(0, top + scroll), max(0, count - 1))
        for (row, number) in zip(area.rows, first + 1...first + height) where number <= count {
            draw(lines[number - 1], number, row, area, on: &grid)
        }
    }

    private func draw(_ line: Substring, _ number: Int, _ row: Int, _ area: StepArea, on grid: inout StepGrid) {
        let isCurrent = number == current?.line
        let symbols = grid.symbols
        var column = area.columns.lowerBound
        let end = area.columns.upperBound
        let sign = isCurrent ? symbols.current : callers.contains(number) ? symbols.caller : nil
        let second = isMarked(number) ? symbols.mark : number == origin ? symbols.origin : nil
        let style: StepStyle = isCurrent ? .current : .plain
        if area.columns.count >= 16 {
            grid.put(sign ?? " ", row: row, column: column, width: 1, style: isCurrent ? .current : .dim)
            grid.put(second ?? " ", row: row, column: column + 1, width: 1, style: .mark)
            let digits = String(number)
            let padding = String(repeating: " ", count: max(0, 3 - digits.count))
            column = grid.put(padding + digits + " ", row: row, column: column + 2, width: end - column, style: .dim)
        } else {
            column = grid.put(sign ?? second ?? " ", row: row, column: column, width: 1, style: style)
        }
        var text = line
        if isCurrent, let current, end - column > 8 {
            // A statement far to the right is brought into sight.
            let room = end - column
            let start = SourceTexts.index(ofColumn: current.column, in: line)
            let before = line.unicodeScalars.distance(from: line.startIndex, to: start)
            if before > room - min(room / 3, 20) {
                let scalars = line.unicodeScalars
                text = line[scalars.index(start, offsetBy: -min(before, room / 4))...]
                column = grid.put(symbols.ellipsis, row: row, column: column, width: room, style: .dim)
            }
        }
        grid.put(text, row: row, column: column, width: end - column, style: style)
    }

    private func isMarked(_ line: Int) -> Bool {
        model.marks.contains(.init(file: model.file, line: line))
    }
}
