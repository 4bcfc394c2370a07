// SPDX-License-Identifier: MIT

/// The files of a run as lines.
struct SourceTexts: Sendable {
    private let files: [String: [Substring]]

    init(_ sources: [Trace.Source]) {
        files = Dictionary(
            sources.map { ($0.file, Self.lines(of: $0.text)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The lines of a file; nil if the trace does not have it.
    func lines(of file: String) -> [Substring]? { files[file] }

    /// One line, from 1; nil if the trace does not have it.
    func line(_ number: Int, of file: String) -> Substring? {
        guard let lines = files[file], number >= 1, number <= lines.count else { return nil }
        return lines[number - 1]
    }

    /// What stands at a place, to the end of its line; nil if the trace does not have it.
    func text(at place: SourcePosition) -> Substring? {
        guard let line = line(place.line, of: place.file) else { return nil }
        return line[Self.index(ofColumn: place.column, in: line)...]
    }

    /// Where a column, from 1 and in UTF-16 units, stands in a line; its end if the line is shorter.
    static func index(ofColumn column: Int, in line: Substring) -> Substring.Index {
        line.utf16.index(line.startIndex, offsetBy: max(0, column - 1), limitedBy: line.endIndex) ?? line.endIndex
    }

    private static func lines(of text: String) -> [Substring] {
        // By scalars, because Swift takes CR LF for one character.
        text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }.map { line in
            Substring(line.last == "\r" ? line.dropLast() : line)
        }
    }
}
