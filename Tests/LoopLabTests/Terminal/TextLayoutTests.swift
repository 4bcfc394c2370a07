// SPDX-License-Identifier: MIT
import Markup
import Testing

/// Rows that fit, by the cells of a terminal.
@Suite struct TextLayoutTests {
    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abcd", 1, "…"), ("abcd", 0, ""), ("", 0, ""),
        ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
    func rowsAreCut(_ text: String, _ columns: Int, _ expected: String) {
        let row = StyledText(text).cut(to: columns, mark: "…")
        #expect(row.text == expected)
        #expect(row.columns <= columns)
        #expect(row.columns == CharacterWidth.columns(of: expected))
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]), ("onetwo three", 4, ["onet", "wo", "thre", "e"]),
        ("", 5, [""]), ("日本語", 3, ["日", "本", "語"]), ("日", 1, ["日"]), ("a  b", 2, ["a ", "b"]),
    ])
    func textIsWrapped(_ text: String, _ columns: Int, _ expected: [String]) {
        #expect(TextLayout.wrap(text, to: columns, mark: "…") == expected)
    }

    @Test func theLastRowOfALimitIsCut() {
        #expect(TextLayout.wrap("one two three", to: 5, limit: 2, mark: "…") == ["one", "two …"])
    }

    @Test func nothingDrivesTheTerminal() {
        let text = StyledText("a\u{1b}[31m\r\n\tb\u{9b}") + StyledText("c", TextStyle(.red, isBold: true))
        #expect(text.text == "a\\u{1b}[31m\\u{d}\\n    b\\u{9b}c")
        #expect(TerminalStyle(hasColor: true).rendered(text) == text.spans[0].text + "\u{1b}[1;31mc\u{1b}[0m")
        #expect(TerminalStyle(isUTF8: false).rendered(StyledText("é")) == "\\u{e9}")
        #expect(TerminalStyle(columns: 3).columns == 20)
    }
}
