// SPDX-License-Identifier: MIT
import Testing

@Suite struct TerminalScreenTests {
    private func screen(_ text: String, columns: Int = 10, rows: Int = 4) -> TerminalScreen {
        var screen = TerminalScreen(columns: columns, rows: rows)
        screen.feed(text)
        return screen
    }

    @Test(arguments: [
        ("plain", "ab\r\ncd", "ab\ncd"),
        ("wrap", "0123456789ab", "0123456789\nab"),
        ("no wrap before a character follows", "0123456789\r\nab", "0123456789\nab"),
        ("wide character does not straddle rows", "012345678日", "012345678\n日"),
        ("carriage return overwrites", "abc\rX", "Xbc"),
        ("backspace", "abc\u{8}\u{8}X", "aXc"),
        ("tab", "a\tb", "a       b"),
        ("cursor up", "ab\r\ncd\u{1B}[AX", "abX\ncd"),
        ("cursor position", "\u{1B}[2;3Hx", "\n  x"),
        ("erase to end of line", "abcdef\u{1B}[3G\u{1B}[K", "ab"),
        ("erase to start of line", "abcdef\u{1B}[3G\u{1B}[1K", "   def"),
        ("erase below", "ab\r\ncd\r\nef\u{1B}[2;2H\u{1B}[J", "ab\nc"),
        ("insert characters", "abcd\u{1B}[2G\u{1B}[2@", "a  bcd"),
        ("delete characters", "abcd\u{1B}[2G\u{1B}[2P", "ad"),
        ("erase characters", "abcd\u{1B}[2G\u{1B}[2X", "a  d"),
        ("insert lines", "a\r\nb\u{1B}[1;1H\u{1B}[L", "\na\nb"),
        ("delete lines", "a\r\nb\u{1B}[1;1H\u{1B}[M", "b"),
        ("repeat", "ab\u{1B}[3b", "abbbb"),
        ("combining mark", "e\u{301}x", "e\u{301}x"),
        ("line drawing", "\u{1B}(0lqk\u{1B}(B", "┌─┐"),
        ("half a wide character overwritten", "日\u{1B}[2Gx", " x"),
        ("scrolling region", "a\r\nb\r\nc\u{1B}[1;2r\u{1B}[2;1H\nX", "b\nX\nc"),
    ])
    func showsWhatAPersonWouldSee(name: String, sent: String, shown: String) {
        #expect(screen(sent).text == shown, Comment(rawValue: name))
    }

    @Test func scrollsIntoTheScrollback() {
        let screen = screen("1\r\n2\r\n3\r\n4\r\n5\r\n6")
        #expect(screen.text == "3\n4\n5\n6")
        #expect(screen.transcript == "1\n2\n3\n4\n5\n6")
    }

    @Test func remembersStyles() {
        let screen = screen("\u{1B}[1;31mA\u{1B}[0;38;5;200mB\u{1B}[48;2;1;2;3mC\u{1B}[mD")
        let cells = screen.grid[0].cells
        #expect(cells[0].style == .init(attributes: [1], foreground: 1))
        #expect(cells[1].style == .init(foreground: 200))
        #expect(cells[2].style == .init(foreground: 200, background: 0x01_02_03))
        #expect(cells[3].style == .init())
    }

    @Test func sequencesMayBeCutAnywhere() {
        let sent = Array("a\u{1B}[1;31m日\u{1B}]0;title\u{7}\u{1B}[2;4Hb".utf8)
        var whole = TerminalScreen(columns: 10, rows: 4)
        whole.feed(sent)
        var pieces = TerminalScreen(columns: 10, rows: 4)
        for byte in sent { pieces.feed([byte]) }
        #expect(pieces.grid == whole.grid)
        #expect(whole.text == "a日\n   b")
        #expect(pieces.title == "title")
    }

    @Test func alternateScreenGivesTheMainOneBack() {
        var screen = screen("main\u{1B}[?1049hother")
        #expect(screen.text == "    other")
        screen.feed("\u{1B}[?1049l")
        #expect(screen.text == "main")
        #expect(screen.cursor == .init(row: 0, column: 4))
    }

    @Test func answersWhereTheCursorIs() {
        #expect(screen("ab\u{1B}[6n").replies == Array("\u{1B}[1;3R".utf8))
    }

    @Test func reflowsWrappedLinesOnly() {
        var screen = screen("0123456789abc\r\nshort")
        screen.resize(columns: 5, rows: 6, reflowing: true)
        #expect(screen.text == "01234\n56789\nabc\nshort")
        screen.resize(columns: 20, rows: 6, reflowing: true)
        #expect(screen.text.hasPrefix("0123456789abc"))
    }

    @Test func cutsLinesOffWithoutReflow() {
        var screen = screen("0123456789abc")
        screen.resize(columns: 5, rows: 4, reflowing: false)
        #expect(screen.text == "01234\nabc")
    }
}
