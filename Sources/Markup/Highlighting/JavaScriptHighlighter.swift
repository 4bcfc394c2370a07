// SPDX-License-Identifier: MIT

/// Gives the lines of a JavaScript program their colours, one line after the other.
///
/// It never fails: what is no JavaScript comes out plain. The time is proportional to the text. A copy made before a
/// line can be kept, to begin there again.
public struct JavaScriptHighlighter: Equatable, Sendable {
    private var lexer = JavaScriptLexer()

    /// Starts at the beginning of a program.
    public init() {}

    /// The next line, given without its line feed.
    public mutating func row(_ line: some StringProtocol) -> StyledText {
        let bytes = Array(line.utf8)
        var row = StyledText()
        for token in lexer.tokens(ofLine: bytes) {
            row.append(String(decoding: bytes[token.bytes], as: UTF8.self), token.style)
        }
        return row
    }

    /// A whole program; a line feed or a carriage return with one at its end begins no further row.
    public static func rows(of source: String) -> [StyledText] {
        var highlighter = JavaScriptHighlighter()
        return lines(of: source).map { highlighter.row($0) }
    }

    /// The lines of a text as they are numbered in errors, without the one after a line feed at the end.
    public static func lines(of source: String) -> [Substring] {
        var lines = source.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
