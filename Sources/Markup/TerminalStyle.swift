// SPDX-License-Identifier: MIT

/// What a terminal, a pipe or a file can show.
public struct TerminalStyle: Equatable, Sendable {
    /// The cells of a row.
    public var columns: Int
    /// Whether more than ASCII can be shown.
    public var isUTF8: Bool
    /// Whether control sequences for colour may be used.
    public var hasColor: Bool

    /// Makes a style from its parts; a width below 20 counts as 20.
    public init(columns: Int = 80, isUTF8: Bool = true, hasColor: Bool = false) {
        self.columns = max(columns, 20)
        self.isUTF8 = isUTF8
        self.hasColor = hasColor
    }

    /// The first form, or the second where only ASCII can be shown.
    public func glyph(_ text: String, _ ascii: String) -> String { isUTF8 ? text : ascii }

    /// What stands where text was cut off.
    public var mark: String { glyph("…", "...") }

    /// Text from elsewhere as it can be shown on one row; to be asked before its width matters.
    public func shown(_ text: String) -> String {
        let row = TerminalText.escapedRow(text)
        return isUTF8 ? row : TerminalText.asciiRow(row)
    }

    /// A row as it is written, without a line feed.
    public func rendered(_ row: StyledText) -> String {
        row.spans.map { span in
            let text = shown(span.text)
            let parameters = hasColor ? span.style.parameters : ""
            return parameters.isEmpty ? text : "\u{1b}[\(parameters)m\(text)\u{1b}[0m"
        }.joined()
    }
}
