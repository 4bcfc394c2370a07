// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

@testable import looplab

extension LineEditorTests {
    @Suite(.serialized) struct History {
        @Test func upAndDownWalkThroughEntriesWithTheSameStart() throws {
            let session = try LineEditorSession()
            let terminal = session.terminal
            terminal.type("one\rtwo\rother\r")
            try terminal.wait(forText: "= \"other\"")
            terminal.press(.up)
            try terminal.wait(for: "other") { $0.currentLine == "> other" }
            terminal.press(.up, .up)
            try terminal.wait(for: "one") { $0.currentLine == "> one" }
            terminal.press(.down, .down, .down)
            try terminal.wait(for: "the empty line") { $0.currentLine == ">" }
            terminal.type("o")
            terminal.press(.up, .up)
            try terminal.wait(for: "one") { $0.currentLine == "> one" }
            session.output("x\n")
            try terminal.wait(for: "one below") { $0.text.hasSuffix("x\n> one") }
            terminal.press(.down, .down)
            try terminal.wait(for: "the draft") { $0.currentLine == "> o" }
            terminal.press(.alt("p"))
            try terminal.wait(for: "other") { $0.currentLine == "> other" }
        }

        @Test func controlRSearches() throws {
            let session = try LineEditorSession(.init(prompt: "\u{1B}[1m>\u{1B}[0m "))
            let terminal = session.terminal
            terminal.type("setTimeout(f)\rsetInterval(f)\rqueue日\r")
            try terminal.wait(forText: "= \"queue日\"")
            terminal.type("draft")
            terminal.press(.control("r"))
            terminal.type("set")
            try terminal.wait(for: "a match") { $0.currentLine == "(reverse-i-search)`set': setInterval(f)" }
            session.output("x\n")
            terminal.press(.control("r"))
            try terminal.wait(for: "an older match") { $0.currentLine == "(reverse-i-search)`set': setTimeout(f)" }
            terminal.press(.control("r"))
            try terminal.wait(for: "no match") { $0.currentLine == "(failed reverse-i-search)`set': setTimeout(f)" }
            terminal.press(.control("g"))
            try terminal.wait(for: "the draft") { $0.currentLine == "> draft" && $0.cursor.column == 7 }
            terminal.press(.control("r"))
            terminal.type("日")
            terminal.press(.end)
            try terminal.wait(for: "the match as line") { $0.currentLine == "> queue日" && $0.cursor.column == 9 }
            terminal.press(.enter)
            try terminal.wait(for: "it twice") { $0.text.components(separatedBy: "= \"queue日\"").count == 3 }
        }

        @Test func isKeptBetweenSessionsWithItsNewlines() throws {
            let folder = try ScratchFolder()
            let file = folder.path + "/state/history"
            do {
                let session = try LineEditorSession(.init(historyFile: file))
                session.terminal.type("a {\rb\rsame\rsame\r  \r")
                try session.terminal.wait(forText: "= \"  \"")
            }
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "a {\rb\nsame\n")
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let session = try LineEditorSession(.init(historyFile: file))
            session.terminal.press(.up, .up)
            try session.terminal.wait(for: "the entry") { $0.text == "> a {\nb" }
        }

        @Test func anUnreadableFileIsReportedAndLeftAlone() throws {
            let folder = try ScratchFolder()
            let file = folder.path + "/history"
            try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
            let session = try LineEditorSession(.init(historyFile: file))
            try session.terminal.wait(forText: "! unreadable")
            session.terminal.type("a\r")
            try session.terminal.wait(forText: "= \"a\"")
        }
    }
}
