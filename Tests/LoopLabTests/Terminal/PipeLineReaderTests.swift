// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import looplab

@Suite struct PipeLineReaderTests {
    /// Reads everything from a pipe that is fed in the given pieces, one at each wait.
    private func read(
        _ pieces: [[UInt8]], continuation: Continuation = { _ in nil }
    ) throws -> [LineResult] {
        let pipe = Pipe()
        var rest = pieces[...]
        let reader = PipeLineReader(input: pipe.fileHandleForReading.fileDescriptor) {
            if let piece = rest.popFirst() {
                pipe.fileHandleForWriting.write(Data(piece))
            } else {
                try? pipe.fileHandleForWriting.close()
            }
            return .ready
        }
        var results: [LineResult] = []
        repeat {
            results.append(reader.readLine(prompt: "> ", remember: true, continuation: continuation))
        } while results.last != .endOfInput && results.count < 100
        return results
    }

    @Test(arguments: [
        ("lines", ["a\nb\n"], ["a", "b"]),
        ("last line without a newline", ["a\nb"], ["a", "b"]),
        ("CR LF", ["a\r\nb\r\n"], ["a", "b"]),
        ("CR LF cut in two", ["a\r", "\nb"], ["a", "b"]),
        ("empty lines", ["\n\na\n"], ["", "", "a"]),
        ("nothing", [], []),
        ("line in pieces", ["he", "ll", "o\nwor", "ld"], ["hello", "world"]),
        ("character cut in two", ["\u{65E5}\n"], ["日"]),
        ("CR alone stays", ["a\rb\n"], ["a\rb"]),
    ])
    func readsLines(name: String, pieces: [String], lines: [String]) throws {
        let expected = lines.map(LineResult.line) + [.endOfInput]
        #expect(try read(pieces.map { Array($0.utf8) }) == expected, Comment(rawValue: name))
        let bytes = pieces.joined().utf8.map { [$0] }
        #expect(try read(bytes) == expected, "\(name), byte by byte")
    }

    @Test func repairsInvalidUTF8() throws {
        #expect(try read([[0x61, 0xFF, 0x62, 0x0A]]) == [.line("a\u{FFFD}b"), .endOfInput])
    }

    @Test func joinsTheLinesOfAnEntry() throws {
        var prompts: [String] = []
        let results = try read([Array("{\n1\n}\nx\n".utf8)]) { text in
            guard text.hasPrefix("{"), !text.hasSuffix("}") else { return nil }
            prompts.append(text)
            return "... "
        }
        #expect(results == [.line("{\n1\n}"), .line("x"), .endOfInput])
        #expect(prompts == ["{", "{\n1"])
    }

    @Test func handsOverAnEntryCutOffByTheEnd() throws {
        let results = try read([Array("{\n1".utf8)]) { $0.hasSuffix("}") ? nil : "... " }
        #expect(results == [.line("{\n1"), .endOfInput])
    }

    @Test func interruptionDropsThePartialLine() {
        let pipe = Pipe()
        var waits = 0
        let reader = PipeLineReader(input: pipe.fileHandleForReading.fileDescriptor) {
            waits += 1
            switch waits {
            case 1: pipe.fileHandleForWriting.write(Data("half".utf8))
            case 2: return .interrupted
            default: pipe.fileHandleForWriting.write(Data("whole\n".utf8))
            }
            return .ready
        }
        #expect(reader.readLine(prompt: "") == .interrupted)
        #expect(reader.readLine(prompt: "") == .line("whole"))
    }

    @Test func splitsAVeryLongLineInLinearTime() {
        var splitter = LineSplitter()
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 12)
        for _ in 0..<4096 {
            splitter.feed(piece)
            #expect(splitter.next() == nil)
        }
        splitter.feed([UInt8(ascii: "\n")])
        #expect(splitter.next()?.utf8.count == 1 << 24)
    }
}
