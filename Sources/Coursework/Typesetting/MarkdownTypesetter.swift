// SPDX-License-Identifier: MIT
public import Markup

/// Sets texts in Markdown as rows for a terminal.
///
/// All of it can be read without colour, in ASCII, and row by row by a screen reader: then tables become lists of
/// `column: value`, and nothing is drawn. Prose is at most 80 cells wide; programs and tables may take the whole width.
/// Rows are escaped, and none is wider than the terminal.
public struct MarkdownTypesetter: Sendable {
    /// Says where a link to a part of the course leads: `lesson 2.3`; nil for any other link.
    public typealias LinkWords = @Sendable (_ url: String) -> String?

    /// What the rows are for.
    public let terminal: TerminalStyle
    /// Whether nothing may be drawn that a screen reader would read out.
    public let isLinear: Bool
    let linkWords: LinkWords

    /// Sets for a terminal.
    public init(terminal: TerminalStyle, isLinear: Bool = false, linkWords: @escaping LinkWords = { _ in nil }) {
        self.terminal = terminal
        self.isLinear = isLinear
        self.linkWords = linkWords
    }

    /// The empty cells left of everything.
    var margin: Int { !isLinear && terminal.columns >= 40 ? 1 : 0 }
    /// The cells of a row of prose between the margins.
    var measure: Int { min(terminal.columns, 80) - 2 * margin }
    /// The cells by which programs and tables may be wider than prose.
    var overhang: Int { max(0, terminal.columns - 80) }

    /// A text's parts, with an empty row between two of them.
    public func rows(of blocks: [MarkdownBlock]) -> [StyledText] {
        var rows: [StyledText] = []
        for block in blocks {
            var setting = BlockSetting(self)
            let set = setting.rows(of: block, columns: measure)
            if set.isEmpty { continue }
            if !rows.isEmpty { rows.append(StyledText()) }
            rows += indented(set + setting.footnotes(columns: measure))
        }
        return rows
    }

    /// One paragraph of running text, its first row behind a label and the others below it.
    public func rows(of text: [MarkdownInline], label: StyledText = StyledText()) -> [StyledText] {
        if text.isEmpty, !label.isEmpty { return indented([label]) }
        var setting = BlockSetting(self)
        let columns = measure - label.columns
        guard columns >= BlockSetting.leastColumns else {
            let set = setting.paragraph(text, columns: measure)
            return indented((label.isEmpty ? [] : [label]) + set + setting.footnotes(columns: measure))
        }
        let set = setting.paragraph(text, columns: columns)
        let blank = StyledText(String(repeating: " ", count: label.columns))
        let rows = set.enumerated().map { ($0.offset == 0 ? label : blank) + $0.element }
        return indented(rows + setting.footnotes(columns: measure))
    }

    /// A program's lines, numbered where they will be spoken of; a line that is too long is cut with a mark.
    ///
    /// Lines of 76 cells fit into 80 either way: they move to the left for it.
    public func rows(ofProgram source: String, isNumbered: Bool = false) -> [StyledText] {
        CodeSetting(self, source, info: "js", isNumbered: isNumbered).rows(columns: terminal.columns, indent: margin)
    }

    /// Lines that a program printed, each behind a bar; a line that is too long goes on below itself.
    ///
    /// - Parameter limit: the most rows; where there are more, the last says how many lines are missing.
    public func rows(ofOutput lines: [String], limit: Int = .max) -> [StyledText] {
        let bar = StyledText(isLinear ? "" : terminal.glyph("  │ ", "  | "), .faint)
        var rows: [StyledText] = []
        for (index, line) in lines.enumerated() {
            let text = terminal.shown(line)
            let parts = TextLayout.wrap(text, to: measure + overhang - bar.columns, mark: terminal.mark)
            if rows.count + parts.count > limit - (index + 1 < lines.count ? 1 : 0) {
                let missing = lines.count - index
                rows.append(bar + StyledText("(\(missing) more \(missing == 1 ? "line" : "lines"))", .faint))
                break
            }
            rows += parts.map { bar + StyledText($0) }
        }
        return indented(rows)
    }

    func indented(_ rows: [StyledText]) -> [StyledText] {
        rows.map { $0.indented(by: margin) }
    }
}

extension StyledText {
    /// The same behind spaces; an empty row stays empty.
    func indented(by columns: Int) -> StyledText {
        isEmpty || columns <= 0 ? self : StyledText(String(repeating: " ", count: columns)) + self
    }

    /// The same with other words in its stretches.
    func mapped(_ transform: (String, TextStyle) -> String) -> StyledText {
        var row = StyledText()
        for span in spans { row.append(transform(span.text, span.style), span.style) }
        return row
    }
}
