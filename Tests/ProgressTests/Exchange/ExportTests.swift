// SPDX-License-Identifier: MIT
import Markup
import Testing

@testable import Progress

@Suite struct ExportTests {
    private let databases = TestDatabases()

    private func lines() throws -> [String] {
        let store = try databases.store(with: [.sample("one"), .sample("two"), .sample("three")])
        try store.setLearner(name: "Ada", at: .start)
        try store.setLessonPosition(LessonPosition(course: "async", lesson: "a", block: 1, updated: .start))
        try store.noteHint(2, of: "one", course: "async", at: .start)
        let text = String(decoding: try store.exported(writer: "0.1.0"), as: UTF8.self)
        return text.split(separator: "\n").map(String.init)
    }

    private func problem(_ lines: [String]) throws -> (line: Int, problem: ExportProblem)? {
        let store = try databases.store()
        let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
        do {
            _ = try store.merge(export: bytes, named: "in.jsonl")
            return nil
        } catch {
            #expect(try store.attemptCount() == 0)
            #expect(try store.lessonPositions() == [])
            guard case .badExport("in.jsonl", let line, let problem) = error else { throw error }
            return (line, problem)
        }
    }

    @Test func theFormIsTheDocumentedOne() throws {
        let lines = try lines()
        #expect(lines.count == 8)
        let start = #"{"looplab":"progress","version":1,"writer":"0.1.0","learner":"Ada","#
        #expect(lines[0] == start + #""updated":"2026-03-01T09:30:00.000Z"}"#)
        #expect(lines[1].hasPrefix(#"{"record":"device","device":""#))
        #expect(lines[2].contains(#""recorded":"2026-03-01T09:30:00.000Z","course":"async","courseVersion":"v1""#))
        #expect(lines[5].hasPrefix(#"{"record":"lesson","course":"async","lesson":"a""#))
        #expect(lines[6].hasPrefix(#"{"record":"exercise","course":"async","exercise":"one","hintLevel":2"#))
        #expect(lines[7] == #"{"record":"end","records":6}"#)
        #expect(try problem(lines) == nil)
        #expect(try problem(lines + ["", " "]) == nil)
    }

    @Test func fieldsOfALaterWriterAreSkipped() throws {
        let lines = try lines().map { String($0.dropLast()) + #","later":[{"x":null}]}"# }
        #expect(try problem(lines) == nil)
    }

    private func expect(
        _ line: Int, _ expected: ExportProblem, _ change: (inout [String]) -> Void,
        location: SourceLocation = #_sourceLocation
    ) throws {
        var lines = try lines()
        change(&lines)
        let found = try #require(try problem(lines), sourceLocation: location)
        #expect(found.line == line, sourceLocation: location)
        #expect(found.problem == expected, sourceLocation: location)
    }

    @Test func whatIsNoExportIsRefused() throws {
        try expect(1, .noHeader) { $0 = [] }
        try expect(1, .noHeader) { $0 = ["hello"] }
        try expect(1, .noHeader) { $0.removeFirst() }
        try expect(1, .noHeader) { $0[0] = #"{"looplab":"trace","version":1}"# }
        try expect(1, .newer(version: 2, supported: 1)) { $0[0].replace(#""version":1"#, with: #""version":2"#) }
        try expect(1, .missingField("version")) { $0[0].replace(#""version":1,"#, with: "") }
    }

    @Test func aFileThatWasCutIsRefused() throws {
        try expect(8, .truncated) { $0.removeLast() }
        try expect(3, .truncated) { $0.removeLast(6) }
        try expect(7, .truncated) { $0.remove(at: 5) }
        try expect(8, .json(column: 15, expected: .closingQuote)) { $0[7] = String($0[7].prefix(14)) }
        try expect(9, .afterEnd) { $0.append("more") }
    }

    @Test func wrongLinesAreNamed() throws {
        try expect(3, .json(column: 1, expected: .object)) { $0[2] = "hello" }
        try expect(2, .unknownRecord("dream")) { $0[1].replace(#""device""#, with: #""dream""#, maxReplacements: 1) }
        try expect(3, .missingField("answer")) { $0[2].replace(#""answer":"a b c d","#, with: "") }
        try expect(3, .badField("verdict")) { $0[2].replace(#""passed","earned""#, with: #""great","earned""#) }
        try expect(3, .badField("ended")) { $0[2].replace(#""ended":"2026"#, with: #""ended":"x026"#) }
        try expect(3, .badField("device")) { $0[2].replace(#""device":""#, with: #""device":"G"#) }
        try expect(3, .badField("earned")) { $0[2].replace(#""earned":1000"#, with: #""earned":1001"#) }
        try expect(7, .missingField("hintLevel")) { $0[6].replace(#""hintLevel":2,"#, with: "") }
    }

    @Test func editedAndMissingAttemptsAreNamed() throws {
        var found = try #require(
            try problem(lines().enumerated().map { $0 == 3 ? $1.replacing("a b c d", with: "b") : $1 }))
        guard case .edited(let place) = found.problem else {
            Issue.record("\(found)")
            return
        }
        #expect(found.line == 4 && place.id.number == 2 && place.exercise == "two")
        var lines = try lines()
        lines.remove(at: 3)
        found = try #require(try problem(lines))
        #expect(found.line == 4)
        #expect(found.problem == .gap(device: place.id.device, number: 2) || "\(found.problem)".contains("gap"))
        // The last attempt is missing, and the count says so too: the head tells.
        lines = try self.lines()
        lines.remove(at: 4)
        lines[6].replace("6", with: "5")
        found = try #require(try problem(lines))
        #expect("\(found.problem)".contains("number: 3"), "\(found)")
    }
}
