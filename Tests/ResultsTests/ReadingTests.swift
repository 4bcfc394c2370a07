// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Markup
import Results
import Testing

/// LoopLab's own JSON: what was written is read again to the byte, and nothing traps.
@Suite struct ReadingTests {
    private static let places: [CheckResult.Place?] = [nil, CheckResult.Place(file: "a\0\u{2028}", line: 0, column: 9)]
    private static let outcomes: [CheckResult.Outcome] =
        [.passed, .skipped(needs: "\"x\""), .error("why\n")]
        + [
            .synchronousLoop, .microtaskStarvation, .timerStorm, .allocationBomb, .outputFlood, .runawayRecursion,
            .forbiddenCall, .exitedEarly(code: -1), .exitedEarly(code: .min), .neverSettled("p"), .deadlock, .crashed,
        ].map { .stopped($0) }
        + places.map { place in
            .failed(
                CheckResult.Failure(
                    message: SampleBatch.hostileText, details: place == nil ? [] : SampleBatch.hostileNames,
                    place: place, nanoseconds: place == nil ? nil : .max, replayToken: place == nil ? nil : "t"))
        }
    static let refusals: [SubmissionResult.Refusal] =
        [
            .missing, .empty, .tooLarge(limit: 1 << 20), .notUTF8(offset: 3, line: 2), .notAFile, .outsideFolder,
            .unreadable(errno: 13), .archived(.encrypted), .archived(.unknownCompression), .archived(.damaged),
            .notAnAnswer("why"),
        ] + places.map { .syntaxError(message: "m\u{1b}", place: $0) }

    private static var everything: [SubmissionResult] {
        let checks = outcomes.enumerated().map { number, outcome in
            CheckResult(
                name: "check \(number)", possible: Points(thousandths: number * 333),
                earned: Points(thousandths: -number), isExtra: number % 2 == 0, isHidden: number % 3 == 0,
                outcome: outcome, output: number == 4 ? SampleBatch.hostileText : "",
                timeline: number == 5 ? SampleBatch.hostileNames : [])
        }
        return [SampleBatch.result("all", submittedAt: .min, checks)]
            + (refusals.map { .refused($0) } + [.error("e\u{301}")]).enumerated().map { number, status in
                SampleBatch.result("learner \(number)", status, submittedAt: number == 0 ? .max : nil)
            } + SampleBatch.results
    }

    @Test func linesAreReadAsTheyWereWritten() throws {
        for result in Self.everything {
            let read = try SubmissionResult(jsonLine: result.jsonLine, file: "journal", line: 1)
            #expect(read == result)
            // Equal texts may have other bytes; equal lines have not.
            #expect(read.jsonLine == result.jsonLine)
        }
    }

    @Test(arguments: ["json", "jsonl"])
    func filesAreReadAsTheyWereWritten(format: String) throws {
        let directory = try ScratchFolder()
        let path = try directory.write("results", try SampleBatch.report(format, of: Self.everything))
        let archive = try ResultArchive(files: [path])
        var iterator = archive.makeIterator()
        var read: [SubmissionResult] = []
        while let result = try iterator.next() { read.append(result) }
        #expect(read == ResultList(Self.everything).results)
        #expect(archive.count == Self.everything.count)
    }

    @Test func documentsMayBePutOtherwise() throws {
        let document = try JSONSerialization.jsonObject(with: Data(try SampleBatch.report("json").utf8))
        let directory = try ScratchFolder()
        let data = try JSONSerialization.data(withJSONObject: document, options: [.prettyPrinted, .sortedKeys])
        let path = try directory.write("results", String(decoding: data, as: UTF8.self))
        #expect(try ResultArchive(files: [path]).count == SampleBatch.results.count)
    }

    @Test(arguments: [
        ("", ResultProblem.json(column: 1, expected: .object)),
        ("{}", .noMark),
        (#"{"format":"other/v1"}"#, .noMark),
        (#"{"format":"looplab/results/v2","learner":7}"#, .newer(version: 2, supported: 1)),
        (#"{"format":"looplab/results/v1"}"#, .missingField("learner")),
        (#"{"format":"looplab/results/v1","learner":7}"#, .json(column: 42, expected: .string)),
        (#"{"format":"looplab/results/v1"} x"#, .missingField("learner")),
    ])
    func wrongLinesAreNamed(text: String, problem: ResultProblem) {
        #expect(throws: ResultsError.badResults(file: "f", line: 5, problem)) {
            try SubmissionResult(jsonLine: Array(text.utf8), file: "f", line: 5)
        }
    }

    @Test(arguments: [
        ("\"earned\":10", "\"earned\":1e3"), ("\"earned\":10", "\"earned\":1.2345"),
        ("\"earned\":10", "\"earned\":9999999999999"), ("\"kind\":\"passed\"", "\"kind\":\"perfect\""),
        ("\"possible\":10", "\"possible\":-"), ("\"possible\":10", "\"possible\":00"),
    ])
    func wrongValuesAreRefused(good: String, bad: String) throws {
        let line = String(decoding: SampleBatch.results[1].jsonLine, as: UTF8.self)
        // The check's, not the sum before it.
        let place = try #require(line.range(of: good, options: .backwards))
        let text = line.replacingCharacters(in: place, with: bad)
        #expect(throws: ResultsError.self) { try SubmissionResult(jsonLine: Array(text.utf8), file: "f", line: 1) }
    }

    /// Every line cut anywhere, and every byte of it changed: an error or another result, never a trap.
    @Test func damagedLinesDoNoHarm() {
        for result in [SampleBatch.results[0], SampleBatch.results[5]] {
            let line = result.jsonLine
            for index in line.indices {
                _ = try? SubmissionResult(jsonLine: Array(line[..<index]), file: "f", line: 1)
                for byte: UInt8 in [0x00, 0x22, 0x2D, 0x39, 0x5B, 0x7B, 0xFF] {
                    var damaged = line
                    damaged[index] = byte
                    if let read = try? SubmissionResult(jsonLine: damaged, file: "f", line: 1) {
                        _ = (read.earned, read.possible, read.verdict)
                    }
                }
            }
        }
    }

    @Test func deepNestingIsRefused() {
        let text = #"{"format":"looplab/results/v1","x":"# + String(repeating: "[", count: 100_000)
        #expect(throws: ResultsError.self) { try SubmissionResult(jsonLine: Array(text.utf8), file: "f", line: 1) }
    }
}
