// SPDX-License-Identifier: MIT
internal import Markup

/// The setting of a text that is shown as it is, in colours where it is JavaScript.
struct CodeSetting {
    /// The cells between the prose's edge and the text.
    static let indent = 2

    private let typesetter: MarkdownTypesetter
    private let lines: [StyledText]
    private let isNumbered: Bool

    init(_ typesetter: MarkdownTypesetter, _ source: String, info: String, isNumbered: Bool = false) {
        self.typesetter = typesetter
        self.isNumbered = isNumbered
        let terminal = typesetter.terminal
        let isJavaScript = ["js", "javascript", "mjs", "cjs"].contains(info.prefix { $0 != " " }.lowercased())
        let rows =
            isJavaScript
            ? JavaScriptHighlighter.rows(of: source)
            : JavaScriptHighlighter.lines(of: source).map { StyledText(String($0)) }
        // A comment is prose; in the rest of a program each character matters.
        lines = rows.map { row in
            row.mapped { text, style in style == .faint ? terminal.prose(text) : terminal.shown(text) }
        }
    }

    /// The lines at a distance from the left, the longest ones cut.
    func rows(columns: Int, indent: Int) -> [StyledText] {
        let mark = typesetter.terminal.mark
        let count = lines.count
        if typesetter.isLinear {
            let numbered = lines.enumerated().map {
                isNumbered ? StyledText("\($0.offset + 1): ") + $0.element : $0.element
            }
            return [StyledText("Code, \(CountedNoun.text(count, "line")):")]
                + numbered.map { $0.cut(to: columns, mark: mark) } + [StyledText("End of code.")]
        }
        let digits = isNumbered ? max(String(count).count, 2) : 0
        let wide = indent + (isNumbered ? 1 + digits + 2 : Self.indent)
        let longest = lines.map(\.columns).max() ?? 0
        // Moved to the left where everything fits then; where something is cut anyway it stays clear of the prose.
        let narrow = isNumbered ? digits + 1 : 0
        let isTight = wide + longest > columns && narrow + longest <= columns
        return lines.enumerated().map { index, line in
            var row = StyledText()
            if isNumbered {
                row = StyledText("\(index + 1)", .faint).aligned(right: digits)
                if !line.isEmpty { row.append(isTight ? " " : "  ") }
            }
            return ((row + line).indented(by: isTight ? 0 : indent + (isNumbered ? 1 : Self.indent))).cut(
                to: columns, mark: mark)
        }
    }
}
