// SPDX-License-Identifier: MIT
import Testing

@testable import looplab

@Suite struct LineDrawingTests {
    private func drawing(_ prompt: String, _ line: String, cursor: Int? = nil, columns: Int = 10) -> LineDrawing {
        _ = TerminalInfo.adoptedLocaleIsUTF8
        var drawing = LineDrawing(columns: columns)
        drawing.append(prompt: prompt)
        drawing.append(line: line.unicodeScalars, cursor: cursor ?? line.unicodeScalars.count)
        return drawing
    }

    @Test(
        arguments: [
            ("fits", "abc", nil, ["> abc"], 0, 5),
            ("wraps", "abcdefghijk", nil, ["> abcdefgh", "ijk"], 1, 3),
            ("full row makes room for the cursor", "abcdefgh", nil, ["> abcdefgh", ""], 1, 0),
            ("cursor inside", "abcdefghijk", 8, ["> abcdefgh", "ijk"], 1, 0),
            ("newline", "ab\ncd", nil, ["> ab", "cd"], 1, 2),
            ("newline behind a full row", "abcdefgh\nx", nil, ["> abcdefgh", "x"], 1, 1),
            ("cursor on that newline", "abcdefgh\nx", 8, ["> abcdefgh", "x"], 0, 9),
            ("wide character at the margin", "abcdefg日", nil, ["> abcdefg ", "日"], 1, 2),
            ("cursor on it", "abcdefg日", 7, ["> abcdefg ", "日"], 1, 0),
            ("combining mark", "e\u{301}x", nil, ["> e\u{301}x"], 0, 4),
            ("control character", "a\u{1}b", nil, ["> a^Ab"], 0, 6),
            ("tab", "\tx", nil, [">       x"], 0, 9),
        ] as [(String, String, Int?, [String], Int, Int)])
    func cutsRows(name: String, line: String, cursor: Int?, rows: [String], row: Int, column: Int) {
        let drawing = drawing("> ", line, cursor: cursor)
        #expect(drawing.rows.map(\.text) == rows, Comment(rawValue: name))
        #expect(drawing.cursor == .init(row: row, column: column), Comment(rawValue: name))
    }

    @Test func escapeSequencesTakeNoRoom() {
        let drawing = drawing("\u{1B}[1;32m>\u{1B}[0m \u{1B}]8;;x\u{1B}\\", "ab")
        #expect(drawing.cursor == .init(row: 0, column: 4))
    }

    @Test(arguments: ["", "abcdefgh", "abcdefghijk", "ab\ncd", "abcdefg日本語日本語x", "a\tb\tc\td", "\n\n"])
    func whatIsSentShowsTheRows(line: String) {
        for cursor in 0...line.unicodeScalars.count {
            let drawing = drawing("> ", line, cursor: cursor)
            var screen = TerminalScreen(columns: 10, rows: 8)
            screen.feed(drawing.output(0..<drawing.rows.count))
            let shown = screen.grid.prefix(drawing.rows.count).map { $0.cells.map(\.text).joined() }
            #expect(shown.map { $0.filter { $0 != " " } } == drawing.rows.map { $0.text.filter { $0 != " " } })
            #expect(screen.cursor == .init(row: drawing.cursor.row, column: drawing.cursor.column))
        }
    }

    @Test func showsThePartAroundTheCursorOfWhatIsTooTall() {
        let line = (0..<20).map(String.init).joined(separator: "\n")
        #expect(drawing("", line).window(height: 5) == 15..<20)
        #expect(drawing("", line, cursor: 0).window(height: 5) == 0..<5)
        #expect(drawing("", line).window(height: 50) == 0..<20)
    }

    @Test func knowsWhatWasAddedAtTheEnd() {
        #expect(drawing("> ", "a").addition(towards: drawing("> ", "abc")) == "bc")
        #expect(drawing("> ", "a").addition(towards: drawing("> ", "xa")) == nil)
        #expect(drawing("> ", "abc").addition(towards: drawing("> ", "ab")) == nil)
        #expect(drawing("> ", "ab", cursor: 0).addition(towards: drawing("> ", "abc")) == nil)
    }
}
