// SPDX-License-Identifier: MIT
internal import Markup

/// Writes comma-separated values: RFC 4180, with CRLF after each row.
public struct CSVWriter: Sendable {
    /// What stands in one cell.
    public enum Cell: Sendable {
        /// Text from anywhere: no spreadsheet takes it for a formula.
        case text(String)
        /// An exact number.
        case number(Points)
        /// A whole number.
        case count(Int)
    }

    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    /// Makes a writer.
    public init() {}

    /// Writes a row.
    public mutating func addRow(_ cells: [Cell]) {
        let texts = cells.map { cell in
            switch cell {
            case .text(let text): Self.quoted(CSVText.guarded(Self.visible(text)))
            case .number(let points): points.decimal
            case .count(let count): "\(count)"
            }
        }
        // A row of one empty cell would be an empty line, which is no row.
        let row = texts == [""] ? "\"\"" : texts.joined(separator: ",")
        bytes += Array((row + "\r\n").utf8)
    }

    // Line ends may stand in quotes; other control characters no spreadsheet keeps, and NUL ends the text for some.
    private static func visible(_ text: String) -> String {
        text.unicodeScalars.split(separator: "\r", omittingEmptySubsequences: false)
            .map { ReportText.rows(String($0)) }.joined(separator: "\r")
    }

    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { ![0x22, 0x2C, 0x0D, 0x0A].contains($0) }
        let isBare = text.utf8.first != 0x20 && text.utf8.last != 0x20
        return isPlain && isBare ? text : "\"" + ReportText.replacing("\"", in: text, with: "\"\"") + "\""
    }
}

/// Text that a spreadsheet does not take for a formula.
///
/// Sources: OWASP ASVS 1.2.10, CWE-1236. Excel takes what begins with one of `= + - @`, also in their wide forms, and
/// what has them after a tab or a line end; an apostrophe before it makes it text.
public enum CSVText {
    /// The text with an apostrophe before it where it needs one.
    public static func guarded(_ text: String) -> String { looksLikeFormula(text) ? "'" + text : text }

    /// Takes off what `guarded` has put before a text.
    public static func unguarded(_ text: String) -> String {
        text.unicodeScalars.first == "'" && looksLikeFormula(text) ? String(text.unicodeScalars.dropFirst()) : text
    }

    // Apostrophes and spaces before it do not matter: so what begins with a guard of its own is guarded once more, and
    // taking one off gives the text as it was.
    private static func looksLikeFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" && $0 != " " }) else { return false }
        return "=+-@\t\r\n\0＝＋－＠".unicodeScalars.contains(first)
    }
}
