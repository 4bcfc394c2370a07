// SPDX-License-Identifier: MIT
internal import Markup

/// The setting of one block and what is nested in it.
struct BlockSetting {
    /// Below so many cells nothing is indented any more.
    static let leastColumns = 12
    /// What is nested deeper is left out; a text that people read is not.
    private static let deepest = 40

    let typesetter: MarkdownTypesetter
    /// The addresses that stand below the block, in the order of their numbers.
    var addresses: [String] = []
    private var depth = 0
    private var bulletDepth = 0

    init(_ typesetter: MarkdownTypesetter) {
        self.typesetter = typesetter
    }

    private var terminal: TerminalStyle { typesetter.terminal }
    private var isLinear: Bool { typesetter.isLinear }

    // MARK: - Blocks

    mutating func rows(of block: MarkdownBlock, columns: Int) -> [StyledText] {
        guard depth < Self.deepest else { return [StyledText(terminal.mark)] }
        depth += 1
        defer { depth -= 1 }
        switch block.content {
        case .heading(let level, let text):
            return heading(level, text, columns)
        case .paragraph(let text):
            return paragraph(text, columns: columns)
        case .list(let list):
            return rows(of: list, columns)
        case .quote(let blocks):
            return quote(blocks, columns)
        case .code(let info, let text):
            // Programs may use the right margin too.
            let room = columns + typesetter.overhang + typesetter.margin
            return CodeSetting(typesetter, text, info: info).rows(columns: room, indent: 0)
        case .table(let table):
            return rows(of: table, columns)
        case .thematicBreak:
            return isLinear ? [] : [rule(terminal.glyph("─", "-"), columns)]
        }
    }

    private mutating func rows(of blocks: [MarkdownBlock], _ columns: Int, isTight: Bool = false) -> [StyledText] {
        var rows: [StyledText] = []
        for block in blocks {
            let set = self.rows(of: block, columns: columns)
            if !rows.isEmpty, !isTight, !set.isEmpty { rows.append(StyledText()) }
            rows += set
        }
        return rows
    }

    mutating func paragraph(_ text: [MarkdownInline], columns: Int, style: TextStyle = .plain) -> [StyledText] {
        var inlines = InlineSetting(typesetter, columns: columns, addresses: addresses)
        inlines.add(text, style)
        addresses = inlines.addresses
        return inlines.paragraph.rows(columns: columns)
    }

    private mutating func heading(_ level: Int, _ text: [MarkdownInline], _ columns: Int) -> [StyledText] {
        let rows = paragraph(text, columns: columns, style: .bold)
        if isLinear { return StyledParagraph(StyledText("Heading: ") + rows.joinedBySpaces()).rows(columns: columns) }
        let line =
            switch level {
            case 1: terminal.glyph("═", "=")
            case 2: terminal.glyph("─", "-")
            default: terminal.glyph("┄", ".")
            }
        return rows + [rule(line, rows.map(\.columns).max() ?? 0)]
    }

    private func rule(_ line: String, _ columns: Int) -> StyledText {
        StyledText(String(repeating: line, count: max(columns, 1)), .faint)
    }

    private mutating func quote(_ blocks: [MarkdownBlock], _ columns: Int) -> [StyledText] {
        if isLinear {
            return [StyledText("Quote:")] + rows(of: blocks, columns) + [StyledText("End of quote.")]
        }
        let bar = StyledText(terminal.glyph("│ ", "| "), .faint)
        guard columns - bar.columns >= Self.leastColumns else { return rows(of: blocks, columns) }
        return rows(of: blocks, columns - bar.columns).map { row in
            row.isEmpty ? StyledText(terminal.glyph("│", "|"), .faint) : bar + row
        }
    }

    // MARK: - Lists

    private mutating func rows(of list: MarkdownList, _ columns: Int) -> [StyledText] {
        let markers = list.items.enumerated().map { marker(of: $0.element, at: $0.offset, in: list) }
        let width = markers.map(CharacterWidth.columns).max() ?? 0
        if list.start == nil { bulletDepth += 1 }
        defer { if list.start == nil { bulletDepth -= 1 } }
        var rows: [StyledText] = []
        for (item, marker) in zip(list.items, markers) {
            if !rows.isEmpty, !list.isTight { rows.append(StyledText()) }
            let label =
                list.start == nil
                ? StyledText(marker).padded(to: isLinear ? 0 : width) : StyledText(marker).aligned(right: width)
            guard columns - width - 1 >= Self.leastColumns else {
                rows += [label] + self.rows(of: item.blocks, columns, isTight: list.isTight)
                continue
            }
            let set = self.rows(of: item.blocks, columns - width - 1, isTight: list.isTight)
            for (index, row) in (set.isEmpty ? [StyledText()] : set).enumerated() {
                if index > 0 {
                    rows.append(row.indented(by: width + 1))
                } else {
                    rows.append(row.isEmpty ? label : label + StyledText(" ") + row)
                }
            }
        }
        return rows
    }

    private func marker(of item: MarkdownList.Item, at index: Int, in list: MarkdownList) -> String {
        // Numbers of a list reach to 999999999 (CommonMark, 5.2), so that a sum of two fits.
        let number = list.start.map { "\($0 + index)." }
        guard let isDone = item.isDone else {
            let bullets = terminal.isUTF8 ? ["•", "◦", "▪"] : ["*", "-", "+"]
            return number ?? (isLinear ? "-" : bullets[bulletDepth % bullets.count])
        }
        let box = isLinear ? (isDone ? "done:" : "to do:") : (isDone ? "[x]" : "[ ]")
        return number.map { "\($0) \(box)" } ?? box
    }

    // MARK: - Addresses

    /// The addresses of the links in it, one below the other.
    func footnotes(columns: Int) -> [StyledText] {
        let width = "[\(addresses.count)]".count
        return addresses.enumerated().flatMap { index, address in
            let label = StyledText("[\(index + 1)]", .faint).aligned(right: width + CodeSetting.indent)
            var paragraph = StyledParagraph()
            paragraph.append(terminal.shown(address), .faint)
            return paragraph.rows(columns: columns - label.columns - 1).enumerated().map { row, text in
                row == 0 ? label + StyledText(" ") + text : text.indented(by: label.columns + 1)
            }
        }
    }
}

extension [StyledText] {
    /// One row of all of them.
    fileprivate func joinedBySpaces() -> StyledText {
        reduce(into: StyledText()) { sum, row in
            if !sum.isEmpty { sum.append(" ") }
            sum.append(row)
        }
    }
}
