// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import looplab

/// The editor on a terminal; serialized because a process edits on one terminal at a time.
@Suite(.serialized) struct LineEditorTests {
    private static let long = "abcdefghij".repeated(10)

    @Test func returnsWhatWasTyped() throws {
        let session = try LineEditorSession()
        session.terminal.type("1 + 1\r")
        try session.terminal.wait(for: "the next prompt") { $0.text == "> 1 + 1\n= \"1 + 1\"\n>" }
    }

    @Test func outputAppearsAboveAHalfTypedLine() throws {
        let session = try LineEditorSession()
        let terminal = session.terminal
        terminal.type("Promise.race([sle")
        try terminal.wait(for: "the line") { $0.textBeforeCursor == "> Promise.race([sle" }
        session.output("one\n", "two\nthree\n")
        try terminal.wait(for: "the line again") {
            $0.text == "one\ntwo\nthree\n> Promise.race([sle" && $0.textBeforeCursor == "> Promise.race([sle"
        }
        terminal.type("ep])\r")
        try terminal.wait(forText: "= \"Promise.race([sleep])\"")
    }

    @Test(arguments: [80, 40, 21])
    func aWrappedLineStaysIntactWithTheCursorInItsMiddle(columns: Int) throws {
        let session = try LineEditorSession(.init(columns: columns, rows: 24))
        let terminal = session.terminal
        terminal.type(Self.long)
        for _ in 0..<30 { terminal.press(.left) }
        let shown = Self.wrapped("> " + Self.long, columns)
        let place = TerminalScreen.Position(row: 72 / columns, column: 72 % columns)
        try terminal.wait(for: "the line") { $0.text == shown && $0.cursor == place }
        session.output("x\n")
        let below = TerminalScreen.Position(row: place.row + 1, column: place.column)
        try terminal.wait(for: "the line below one row") { $0.text == "x\n" + shown && $0.cursor == below }
        session.output("y\n", "z\n")
        try terminal.wait(for: "the line below three rows") { $0.text == "x\ny\nz\n" + shown }
        terminal.type("-\r")
        let typed = Self.long.prefix(70) + "-" + Self.long.suffix(30)
        try terminal.wait(for: "the result") { $0.lines.joined().contains("= \"\(typed)\"") }
    }

    @Test(arguments: [78, 158])
    func aLineThatEndsAtTheMarginStaysIntact(length: Int) throws {
        let session = try LineEditorSession()
        let line = String(Self.long.repeated(2).prefix(length))
        session.terminal.type(line)
        let rows = (length + 2) / 80
        try session.terminal.wait(for: "the line") { $0.cursor == .init(row: rows, column: 0) }
        session.output("x\n", "y\n")
        try session.terminal.wait(for: "the line again") {
            $0.text == "x\ny\n" + Self.wrapped("> " + line, 80) && $0.cursor == .init(row: rows + 2, column: 0)
        }
    }

    @Test func scrollsAtTheBottomOfTheScreen() throws {
        let session = try LineEditorSession(.init(columns: 40, rows: 6))
        session.terminal.type(Self.long)
        let shown = Self.wrapped("> " + Self.long, 40)
        for number in 1...9 { session.output("\(number)\n") }
        try session.terminal.wait(for: "the last output") { $0.text == "7\n8\n9\n" + shown }
        #expect(session.terminal.screen.transcript == (1...9).map { "\($0)\n" }.joined() + shown)
    }

    @Test func unfinishedOutputIsKept() throws {
        let session = try LineEditorSession()
        session.terminal.type("abc")
        session.output("no newline", "next\n", String(repeating: "=", count: 80), "end\n")
        let bar = String(repeating: "=", count: 80)
        try session.terminal.wait(for: "all output") { $0.text == "no newline\nnext\n\(bar)\nend\n> abc" }
    }

    @Test func wideCharactersKeepTheirPlace() throws {
        let session = try LineEditorSession(.init(columns: 21, rows: 10))
        let terminal = session.terminal
        terminal.type("日本語日本語日本語日本語")
        // Nine fit behind the prompt; the tenth does not fit in the one column that is left.
        let shown = "> 日本語日本語日本語\n日本語"
        try terminal.wait(for: "the line") { $0.text == shown && $0.cursor.column == 6 }
        terminal.press(.left, .left, .left, .left)
        try terminal.wait(for: "the cursor") { $0.cursor == .init(row: 0, column: 18) }
        session.output("x\n")
        try terminal.wait(for: "the line again") { $0.text == "x\n" + shown && $0.cursor == .init(row: 1, column: 18) }
        terminal.type("é")
        try terminal.wait(for: "the insertion") { $0.text == "x\n> 日本語日本語日本é語\n日本語" }
        terminal.press(.backspace, .enter)
        try terminal.wait(for: "the result") { $0.lines.joined().contains("= \"日本語日本語日本語日本語\"") }
    }

    @Test func combiningMarksDoNotShiftTheCursor() throws {
        let session = try LineEditorSession()
        session.terminal.type("e\u{301}x❤\u{FE0F}y")
        try session.terminal.wait(for: "the line") { $0.cursor.column == 6 }
        session.terminal.press(.enter)
        try session.terminal.wait(forText: "= \"e\u{301}x❤\u{FE0F}y\"")
    }

    @Test func promptsMayHaveRowsAndColours() throws {
        let session = try LineEditorSession(.init(prompt: "lesson 1.1\n> "))
        session.terminal.type("ab")
        try session.terminal.wait(for: "the line") { $0.text == "lesson 1.1\n> ab" }
        session.output("x\n", "y\n")
        try session.terminal.wait(for: "the line again") { $0.text == "x\ny\nlesson 1.1\n> ab" }
        session.terminal.press(.control("l"))
        try session.terminal.wait(for: "a clear screen") { $0.text == "lesson 1.1\n> ab" && $0.cursor.column == 4 }
    }

    @Test func linesOfAnUnfinishedEntryMoveWithIt() throws {
        let session = try LineEditorSession()
        session.terminal.type("f {\rg {\rh")
        try session.terminal.wait(for: "three lines") { $0.text == "> f {\n... g {\n... h" }
        session.output("x\n", "y\n")
        try session.terminal.wait(for: "them below") { $0.text == "x\ny\n> f {\n... g {\n... h" }
        session.terminal.press(.enter)
        try session.terminal.wait(forText: "= \"f {\\ng {\\nh\"")
        session.terminal.press(.up)
        try session.terminal.wait(for: "the whole entry") { $0.text.hasSuffix("> f {\ng {\nh") }
        session.terminal.press(.up, .up, .home)
        session.output("z\n")
        try session.terminal.wait(for: "it below") { $0.text.hasSuffix("z\n> f {\ng {\nh") && $0.cursor.column == 2 }
    }

    @Test func controlCAbandonsTheLine() throws {
        let session = try LineEditorSession(.init(columns: 40))
        let terminal = session.terminal
        terminal.type(Self.long)
        terminal.press(.home)
        let shown = Self.wrapped("> " + Self.long, 40)
        try terminal.wait(for: "the cursor") { $0.text == shown && $0.cursor == .init(row: 0, column: 2) }
        session.interrupt()
        try terminal.wait(for: "a new prompt") { $0.text == shown + "\n= interrupted\n>" }
        terminal.type("a")
        terminal.press(.control("r"))
        try terminal.wait(for: "the search") { $0.currentLine == "(reverse-i-search)`': a" }
        // libedit now waits for the rest of a key's sequence.
        terminal.press(.escape)
        try terminal.wait(for: "the end of the search") { $0.currentLine == "> a" }
        session.interrupt()
        try terminal.wait(for: "a new prompt") { $0.text.hasSuffix("> a\n= interrupted\n>") }
        terminal.type("next\r")
        try terminal.wait(for: "a new prompt") { $0.text.hasSuffix("\n>") && $0.text.contains("= \"next\"") }
    }

    @Test func controlDEndsOnlyAnEmptyLine() throws {
        let session = try LineEditorSession()
        session.terminal.type("ab")
        session.terminal.press(.home, .control("d"), .control("d"), .control("d"))
        try session.terminal.wait(forText: "= end")
        #expect(session.terminal.screen.text == ">\n= end")
    }

    @Test func pastedLinesArriveAsOneEntry() throws {
        let session = try LineEditorSession()
        session.terminal.press(.paste("a\nb\tc\nd"))
        try session.terminal.wait(for: "the text") { $0.text == "> a\nb       c\nd" }
        session.output("x\n")
        try session.terminal.wait(for: "it below") { $0.text == "x\n> a\nb       c\nd" }
        session.terminal.press(.enter)
        try session.terminal.wait(forText: "= \"a\\nb\\tc\\nd\"")
    }

    @Test func unmarkedPastesArriveLineByLineInOrder() throws {
        let session = try LineEditorSession()
        let lines = (1...50).map { "line \($0)" }
        session.terminal.type(lines.joined(separator: "\r") + "\r")
        try session.terminal.wait(forText: "= \"line 50\"")
        let results = session.terminal.screen.transcript.split(separator: "\n").filter { $0.hasPrefix("= ") }
        #expect(results == lines.map { "= \"\($0)\"" })
    }

    @Test func tabCompletesAndThenLists() throws {
        let session = try LineEditorSession(.init(words: ["setTimeout", "setInterval", "setImmediate", "日本"]))
        let terminal = session.terminal
        terminal.type("x = s\t")
        try terminal.wait(for: "the common start") { $0.text == "> x = set" }
        terminal.type("\t\t")
        try terminal.wait(for: "the list") { $0.text == "setTimeout    setInterval   setImmediate\n> x = set" }
        terminal.type("T\t(日\t")
        try terminal.wait(for: "the words") { $0.currentLine == "> x = setTimeout(日本" }
    }

    @Test func lineEditedByResizeStaysWhole() throws {
        for reflows in [true, false] {
            let session = try LineEditorSession(.init(columns: 80, rows: 12, reflows: reflows))
            session.output("before\n")
            session.terminal.type(Self.long)
            let wide = "before\n" + Self.wrapped("> " + Self.long, 80)
            try session.terminal.wait(for: "the line") { $0.text == wide }
            session.resize(columns: 40, rows: 12, reflowing: reflows)
            let narrow = "before\n" + Self.wrapped("> " + Self.long, 40)
            try session.terminal.wait(for: "the narrow line") { $0.text == narrow && $0.cursor.row == 3 }
            guard reflows else { continue }
            session.resize(columns: 80, rows: 12, reflowing: reflows)
            try session.terminal.wait(for: "the wide line") { $0.text == wide && $0.cursor.row == 2 }
        }
    }

    private static func wrapped(_ text: String, _ columns: Int) -> String {
        var rest = Substring(text)
        var rows: [Substring] = []
        while !rest.isEmpty {
            rows.append(rest.prefix(columns))
            rest = rest.dropFirst(columns)
        }
        return rows.joined(separator: "\n")
    }
}

extension String {
    /// The text so many times in a row.
    fileprivate func repeated(_ count: Int) -> String {
        String(repeating: self, count: count)
    }
}
