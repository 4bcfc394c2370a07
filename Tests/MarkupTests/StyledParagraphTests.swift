// SPDX-License-Identifier: MIT
import Testing

@testable import Markup

@Suite struct StyledParagraphTests {
    @Test(arguments: [
        ("one two three", 8, ["one two", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 3, ["one", "two", "thr", "ee"]),
        ("  one   two\t", 80, ["one two"]),
        ("", 10, [""]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("see https://example.org/path/to/page now", 20, ["see", "https://example.org/", "path/to/page now"]),
        ("日本語の文、です。", 6, ["日本語", "の文、", "です。"]),
        ("「日本」語", 6, ["「日", "本」語"]),
        ("a日本b (日本)", 4, ["a日", "本b", "(日", "本)"]),
        ("e\u{301}e\u{301} e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
        ("a\u{A0}b c", 3, ["a\u{A0}b", "c"]),
        ("\u{1b}[31mx", 40, ["\\u{1b}[31mx"]),
    ])
    func wordsAreNotTorn(text: String, columns: Int, rows: [String]) {
        let wrapped = StyledText(text).wrapped(to: columns).map(\.text)
        #expect(wrapped == rows)
    }

    @Test func whatFollowsCodeStaysWithIt() {
        var paragraph = StyledParagraph()
        paragraph.append("call ")
        paragraph.append(unbroken: "f(a, b)", .bold)
        paragraph.append(", then wait")
        let rows = paragraph.rows(columns: 12)
        #expect(rows.map(\.text) == ["call", "f(a, b),", "then wait"])
        #expect(rows[1].spans.map(\.text) == ["f(a, b)", ","])
        #expect(rows[1].spans.map(\.style) == [.bold, .plain])
    }

    @Test func aBreakEndsTheRow() {
        var paragraph = StyledParagraph()
        paragraph.append("a ")
        paragraph.endRow()
        paragraph.append(" b c")
        #expect(paragraph.rows(columns: 80).map(\.text) == ["a", "b c"])
        #expect(paragraph.columns == 3)
        #expect(paragraph.longestWord == 1)
    }

    @Test func theFirstRowMayBeShorter() {
        #expect(StyledParagraph(StyledText("aa bb cc")).rows(columns: 5, first: 2).map(\.text) == ["aa", "bb cc"])
    }

    @Test func noRowIsTooLongAndNothingIsLost() {
        let text = "The `setTimeout(f, 0)` call — 日本語 — waits; averyveryverylongwordwithoutanyend goes on…"
        for columns in 1...60 {
            let rows = StyledText(text).wrapped(to: columns)
            #expect(rows.allSatisfy { $0.columns <= max(columns, 2) })
            let solid = { (text: String) in text.filter { $0 != " " } }
            #expect(solid(rows.map(\.text).joined()) == solid(text))
        }
    }

    @Test func aMegabyteWithoutSpacesIsNoTrouble() {
        let rows = StyledText(String(repeating: "x", count: 1_000_000)).wrapped(to: 80)
        #expect(rows.count == 12_500)
    }
}
