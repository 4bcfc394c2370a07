// SPDX-License-Identifier: MIT
internal import Markup

// Tables: in columns where they fit, and as lists of `column: value` where not.
extension BlockSetting {
    /// Words up to so many cells are not broken to make a table fit.
    private static let unbrokenWord = 18

    mutating func rows(of table: MarkdownTable, _ columns: Int) -> [StyledText] {
        let available = columns + typesetter.overhang - 3 * table.alignments.count - 1
        let cellColumns = max(available / max(table.alignments.count, 1), 1)
        let header = table.header.map { cell($0, .bold, cellColumns) }
        let body = table.rows.map { row in row.map { cell($0, .plain, cellColumns) } }
        let hasHeader = header.contains { !$0.isEmpty }
        let all = hasHeader ? [header] + body : body
        guard !typesetter.isLinear, let widths = widths(all, table.alignments.count, available) else {
            return records(header, body, columns)
        }
        let drawing = TableDrawing(terminal: typesetter.terminal, widths: widths, alignments: table.alignments)
        return drawing.rows(header: hasHeader ? header : nil, body: body)
    }

    private mutating func cell(_ text: [MarkdownInline], _ style: TextStyle, _ columns: Int) -> StyledParagraph {
        var inlines = InlineSetting(typesetter, columns: columns, addresses: addresses)
        inlines.add(text, style)
        addresses = inlines.addresses
        return inlines.paragraph
    }

    /// The cells of each column; nil where the words do not fit side by side.
    private func widths(_ rows: [[StyledParagraph]], _ count: Int, _ available: Int) -> [Int]? {
        var natural = Array(repeating: 1, count: count)
        var widths = natural
        for row in rows {
            for (index, cell) in row.prefix(count).enumerated() {
                natural[index] = max(natural[index], cell.columns)
                widths[index] = max(widths[index], min(cell.longestWord, Self.unbrokenWord))
            }
        }
        if natural.reduce(0, +) <= available { return natural }
        var room = available - widths.reduce(0, +)
        if room < 0 || count == 0 { return nil }
        while room > 0 {
            // The next cell goes to the column whose text needs most rows.
            let neediest = widths.indices.max { natural[$0] * widths[$1] < natural[$1] * widths[$0] } ?? 0
            widths[neediest] += 1
            room -= 1
        }
        return widths
    }

    /// A row of the table after another, a line for each cell.
    private func records(_ header: [StyledParagraph], _ body: [[StyledParagraph]], _ columns: Int) -> [StyledText] {
        var rows: [StyledText] = []
        for record in body {
            if !rows.isEmpty { rows.append(StyledText()) }
            for (index, cell) in record.enumerated() where !cell.isEmpty {
                var line = StyledText()
                if index < header.count, !header[index].isEmpty {
                    line.append(header[index].row)
                    line.append(": ")
                }
                line.append(cell.row)
                let set = StyledParagraph(line).rows(columns: columns - 2, first: columns)
                rows += set.enumerated().map { $0.offset == 0 ? $0.element : $0.element.indented(by: 2) }
            }
        }
        return rows
    }
}

/// A table of given widths.
struct TableDrawing {
    let terminal: TerminalStyle
    let widths: [Int]
    let alignments: [MarkdownTable.Alignment]

    func rows(header: [StyledParagraph]?, body: [[StyledParagraph]]) -> [StyledText] {
        let set = body.map { lines(of: $0) }
        // Where a row of the table takes several of the terminal, a line between them shows where each begins.
        let isSpaced = set.contains { $0.count > 1 }
        var rows = [line("┌", "─", "┬", "┐", "-")]
        if let header {
            rows += lines(of: header)
            if !body.isEmpty { rows.append(line("╞", "═", "╪", "╡", "=")) }
        }
        for (index, lines) in set.enumerated() {
            if index > 0, isSpaced { rows.append(line("├", "─", "┼", "┤", "-")) }
            rows += lines
        }
        rows.append(line("└", "─", "┴", "┘", "-"))
        return rows
    }

    private func line(_ left: String, _ line: String, _ cross: String, _ right: String, _ ascii: String) -> StyledText {
        let parts = widths.map { String(repeating: terminal.glyph(line, ascii), count: $0 + 2) }
        let text = parts.joined(separator: terminal.glyph(cross, "+"))
        return StyledText(terminal.glyph(left, "+") + text + terminal.glyph(right, "+"), .faint)
    }

    private func lines(of row: [StyledParagraph]) -> [StyledText] {
        let cells = zip(row, widths).map { $0.rows(columns: $1) }
        let bar = StyledText(terminal.glyph("│", "|"), .faint)
        let space = StyledText(" ")
        return (0..<(cells.map(\.count).max() ?? 0)).map { index in
            var text = bar
            for (column, width) in widths.enumerated() {
                let part = column < cells.count && index < cells[column].count ? cells[column][index] : StyledText()
                text = text + space + aligned(part, column, width) + space + bar
            }
            return text
        }
    }

    private func aligned(_ text: StyledText, _ column: Int, _ width: Int) -> StyledText {
        switch alignments[column] {
        case .automatic, .left: text.padded(to: width)
        case .center: text.aligned(right: (width + text.columns) / 2).padded(to: width)
        case .right: text.aligned(right: width)
        }
    }
}

extension StyledParagraph {
    /// All of it in one row.
    fileprivate var row: StyledText {
        rows(columns: max(columns, 1)).reduce(into: StyledText()) { sum, row in
            if !sum.isEmpty { sum.append(" ") }
            sum.append(row)
        }
    }
}
