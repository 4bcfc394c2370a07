// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

@testable import looplab

@Suite struct HistoryTests {
    @Test func navigationSkipsRepetitionsAndBlanks() {
        var history = HistoryNavigation(limit: 3)
        let added = ["a", "a", " ", "b", "a", "c"].map { history.add($0) }
        #expect(added == [true, false, false, true, true, true])
        #expect(history.entries == ["b", "a", "c"])
    }

    @Test func walkComesBackToTheDraft() {
        var history = HistoryNavigation(entries: ["set a", "get b", "set c"], limit: 10)
        #expect(history.older(line: "set x", textBeforeCursor: "set") == "set c")
        #expect(history.older(line: "set c", textBeforeCursor: "set c") == "set a")
        #expect(history.older(line: "set a", textBeforeCursor: "set a") == nil)
        #expect(history.newer(line: "set a") == "set c")
        #expect(history.newer(line: "set c") == "set x")
        #expect(history.newer(line: "set x") == nil)
    }

    @Test func editingAnEntryBeginsANewWalk() {
        var history = HistoryNavigation(entries: ["ab", "b"], limit: 10)
        #expect(history.older(line: "", textBeforeCursor: "") == "b")
        #expect(history.older(line: "a", textBeforeCursor: "a") == "ab")
    }

    @Test(arguments: [["one"], ["a\nb", "c\\n", "日"], []])
    func fileGivesBackWhatItWasGiven(entries: [String]) {
        #expect(HistoryFile.decode(HistoryFile.encode(entries), limit: 10) == entries)
    }

    @Test func fileKeepsTheNewestAndOtherSessionsEntries() throws {
        let folder = try ScratchFolder()
        let file = HistoryFile(path: folder.path + "/deep/er/history", limit: 3)
        #expect(try file.load().get() == [])
        for entry in ["a", "b", "c", "d"] { #expect(file.append(entry) == nil) }
        #expect(try file.load().get() == ["b", "c", "d"])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/deep/er")
        #expect(names == ["history"])
    }

    @Test func fileBehindALinkIsReplacedAndTheLinkKept() throws {
        let folder = try ScratchFolder()
        let (real, link) = (folder.path + "/real", folder.path + "/link")
        try "a\n".write(toFile: real, atomically: false, encoding: .utf8)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real)
        #expect(HistoryFile(path: link, limit: 9).append("b") == nil)
        #expect(try String(contentsOfFile: real, encoding: .utf8) == "a\nb\n")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == real)
    }

    @Test func aFullDiskIsNoticed() {
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        #expect(DescriptorIO.write("a".utf8, to: full) == ENOSPC)
    }

    @Test func aFolderThatCannotBeMadeIsReported() {
        #expect(HistoryFile(path: "/dev/null/history", limit: 9).append("a") == HistoryError(code: ENOTDIR))
    }

    @Test func searchFindsOlderAndNewerEntries() {
        let history = HistoryNavigation(entries: ["set a", "get", "set b"], limit: 10)
        var search = HistorySearch(direction: .older, index: 3, draft: "", draftCursor: 0)
        let steps = "se\u{12}\u{12}\u{13}\u{7F}\u{7F}".unicodeScalars.map { key in
            _ = search.handle(key, history: history)
            return "\(search.index)\(search.isFailing ? "!" : "")"
        }
        #expect(steps == ["2", "2", "0", "0!", "2", "0", "3"])
        #expect(search.handle("\r", history: history) == .accept)
        #expect(search.handle("\u{7}", history: history) == .cancel)
    }
}
