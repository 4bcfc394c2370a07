// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab why`: what led to a line of output.
@Suite struct WhyCommandTests {
    private static let program = """
        const say = s => () => console.log(s)
        Promise.resolve().then(say('a')).then(say('b'))
        Promise.resolve().then(say('c')).then(say('d'))
        setTimeout(() => console.log('bye\\nnow'), 0)
        """

    private func why(
        _ words: String..., environment: [String: String] = [:], program: String = program
    ) throws -> ProgramProcess.Result {
        let folder = try ScratchFolder()
        try folder.write("chains.js", program)
        return try ProgramProcess(["why"] + words, environment: environment, folder: folder).finish()
    }

    @Test func aLineIsExplainedFromTheMainScriptOn() throws {
        let result = try why("chains.js", "3")
        #expect(result.exit == .code(0) && result.errors.isEmpty)
        #expect(
            result.output == """
                 Line 3 of the output is "b", printed at chains.js:1:32 by then@2:34.

                   1  the main script ran to its end                         (run to completion)
                   2  the main script reached then@2:19: queued at once, for its promise was
                      settled already                           chains.js:2:19 (settled already)
                   3  then@2:19 printed "a", and fulfilled the promise of then@2:34; only then
                      was that queued, behind then@3:19 ("c")     chains.js:2:34 (settled → job)
                   4  the checkpoint after the main script ran it, before any task
                                                                            (drain before tasks)
                   5  then@2:34 printed "b"                                       chains.js:1:32

                 Read about it in lessons 1.1 (One lane), 2.3 (Chains), 2.1 (The algorithm).

                """)
    }

    @Test(arguments: [("b", 3), ("bye", 5), ("now", 6), ("4", 4), ("no", 6)])
    func aTextThatOccursInOneLineMeansThatLine(text: String, number: Int) throws {
        let output = try why("chains.js", text).output
        // "b" is a whole line, though it occurs in "bye".
        #expect(output.hasPrefix(" Line \(number) of the output"), "\(output)")
        #expect(output.contains("printed \"\(text == "4" ? "d" : text)"), "\(output)")
    }

    @Test(
        arguments: [
            (["chains.js"], "which line?"), (["chains.js", "7"], "the program printed 6 lines"),
            (["chains.js", "0"], "a number from 1 to 6"), (["chains.js", "x"], "there is no line 'x'"),
            (["missing.js", "1"], "cannot read missing.js"), (["chains.js", "1", "2"], "2"),
            (["chains.js", "1", "--wat"], "--wat"), ([], "run what?"), (["-e", "1", "1"], "printed nothing"),
        ] as [([String], String)])
    func badInputIsRefused(words: [String], text: String) throws {
        let folder = try ScratchFolder()
        try folder.write("chains.js", Self.program)
        let result = try ProgramProcess(["why"] + words, folder: folder).finish()
        #expect(result.exit == .code(2) && result.output.isEmpty, "\(result)")
        #expect(result.errors.contains(text), "\(result.errors)")
    }

    @Test func aTextThatOccursInSeveralLinesListsThem() throws {
        let result = try why("chains.js", "ab", program: "console.log('abc'); console.log('x'); console.log('tab')")
        #expect(result.exit == .code(2) && result.output.isEmpty)
        #expect(result.errors.contains("'ab' occurs in 2 lines"), "\(result.errors)")
        #expect(result.errors.contains("\n  1  abc\n  3  tab"), "\(result.errors)")
    }

    @Test func otherProgramsGetTheReasonsAsJSON() throws {
        let result = try why("--json", "chains.js", "3")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(object["line"] as? Int == 3)
        #expect(object["text"] as? String == "b")
        #expect(object["standardError"] as? Bool == false)
        let reasons = try #require(object["reasons"] as? [[String: Any]])
        #expect(
            reasons.map { $0["rule"] as? String } == [
                "runToCompletion", "settledAlready", "settledQueuesJob", "checkpointDrains", nil,
            ])
        #expect(reasons[2]["place"] as? String == "chains.js:2:34")
        #expect(reasons[2]["lesson"] as? String == "2.3 Chains")
        #expect((reasons[2]["source"] as? String)?.contains("27.2.1.8") == true)
        #expect((reasons[2]["event"] as? Int ?? 0) > 0)
    }

    @Test func aTraceFileIsExplainedAsTheProgramIs() throws {
        let folder = try ScratchFolder()
        try folder.write("chains.js", Self.program)
        let written = try looplab("trace", "--level", "full", "--out", "t.jsonl", "chains.js", in: folder)
        #expect(written.exit == .code(0), "\(written)")
        let ofTrace = try looplab("why", "t.jsonl", "3", in: folder)
        #expect(ofTrace.exit == .code(0))
        #expect(try ofTrace.output == looplab("why", "chains.js", "3", in: folder).output)
        #expect(try looplab("why", "--seed", "2", "t.jsonl", "3", in: folder).errors.contains("recorded already"))
        try folder.write("bad.jsonl", "{}")
        let bad = try looplab("why", "bad.jsonl", "3", in: folder)
        #expect(bad.exit == .code(2) && bad.errors.contains("bad.jsonl is not a trace"), "\(bad)")
    }

    /// Steps by rules that only some programs meet.
    @Test(
        arguments: [
            (
                "nested so deep", "--profile=browser",
                "let n = 0; const f = () => { if (++n < 9) setTimeout(f, 0); else console.log('last') }; f()"
            ),
            (
                "the value was there: a second job", "--profile=node",
                "Promise.resolve().then(() => Promise.resolve()).then(() => console.log('last'))"
            ),
            (
                "no promise job was left, so the ticks had their turn again", "--profile=node",
                "queueMicrotask(() => process.nextTick(() => console.log('last')))"
            ),
            (
                "what follows was queued at once, for the value was there", "--profile=node",
                "(async () => { await 0; console.log('last') })()"
            ),
            (
                "fulfilled the promise that await@1:22 waits for", "--profile=node",
                "(async () => { await new Promise((done) => setTimeout(done, 5)); console.log('last') })()"
            ),
            (
                "the program went on: the error was reported", "--profile=node",
                "process.on('uncaughtException', () => console.log('last')); setImmediate(() => { throw 1 })"
            ),
        ])
    func aStepIsTold(words: String, profile: String, program: String) throws {
        let output = try why(profile, "chains.js", "last", program: program).output
        let text = output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains(words), "\(output)")
    }

    @Test func withoutUTF8EverythingIsASCII() throws {
        let program = "Promise.resolve().then(() => console.log('é → 日本 ' + 'ü'.repeat(90)))"
        let output = try why("chains.js", "1", environment: ["LC_ALL": "C"], program: program).output
        #expect(output.utf8.allSatisfy { $0 < 0x80 } && output.contains("\\u{e9}"), "\(output)")
        #expect(output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(output)")
    }

    @Test func controlSequencesOfTheProgramAreEscaped() throws {
        let output = try why("chains.js", "1", program: "console.log('\\x1b[31mred\\x07')").output
        #expect(output.contains(#""\u{1b}[31mred\u{7}""#) && !output.contains("\u{1b}"), "\(output)")
    }
}
