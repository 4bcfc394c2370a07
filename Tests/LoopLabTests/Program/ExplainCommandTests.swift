// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab explain`: where a prediction first goes wrong.
@Suite struct ExplainCommandTests {
    private static let chains = """
        const say = s => () => console.log(s)
        Promise.resolve().then(say('a')).then(say('b'))
        Promise.resolve().then(say('c')).then(say('d'))
        """

    private func explain(
        _ predicted: String, _ options: String..., program: String = chains, environment: [String: String] = [:]
    ) throws -> ProgramProcess.Result {
        let folder = try ScratchFolder()
        try folder.write("chains.js", program)
        let words = ["explain"] + options + ["chains.js", "--predicted", predicted]
        return try ProgramProcess(words, environment: environment, folder: folder).finish()
    }

    @Test func aWrongPredictionShowsBothOrdersTheQueuesTheRuleAndTheMisconception() throws {
        let result = try explain("a b c d")
        #expect(result.exit == .code(1) && result.errors.isEmpty)
        #expect(
            result.output == """
                 ✗ The first one is right. Line 2 of the output is different: "b" is line 3.

                     you   a  b  c  d
                     ran   a  c  …
                              ▲

                     Before "c" was printed, the queues were
                       microtasks   then@3:19 (c)  →  then@2:34 (b)

                 Rule: a reaction is queued when its promise settles, behind those already
                       waiting.
                       then@3:19 ("c") was queued by the main script; then@2:34 ("b") could
                       only be queued by then@2:19 ("a"), and so stood behind it.

                 This is what would print if a chain ran to its end before the next one
                 started.
                 Misconception: "a chain is one job". Lesson 2.3 (Chains) shows it.

                """)
    }

    @Test(arguments: ["a,c,b,d", "a c b d", "acbd", "a\nc\nb\nd", "'a',\"c\",b,d"])
    func aRightPredictionIsRight(_ predicted: String) throws {
        let result = try explain(predicted)
        #expect(result.exit == .code(0) && result.output == " ✓ Right: all 4 lines, in this order.\n", "\(result)")
    }

    @Test func nothingIsWhatASilentProgramPrints() throws {
        #expect(try explain("", program: "0").output == " ✓ Right: it prints nothing.\n")
        #expect(try explain("a", program: "0").exit == .code(1))
        #expect(try explain("", program: "console.log(1)").output.contains("line 1 is missing"))
    }

    @Test(
        arguments: [
            ("a,c,b", #"The program prints more: line 4 is missing"#),
            ("a,c,b,d,e", "prints nothing more: it has ended"),
            ("a,x,b,d", #"the program never prints "x""#), ("a,a,b,d", #""a" is not printed again"#),
        ])
    func everyKindOfDifferenceIsSaid(predicted: String, words: String) throws {
        let result = try explain(predicted)
        #expect(result.exit == .code(1))
        #expect(result.output.contains(words), "\(result.output)")
        #expect(!result.output.contains("Misconception"), "\(result.output)")
    }

    @Test func otherProgramsGetTheDifferenceAsJSON() throws {
        let result = try explain("a,b,c,d", "--json")
        #expect(result.exit == .code(1))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(object["right"] as? Bool == false)
        #expect(object["predicted"] as? [String] == ["a", "b", "c", "d"])
        #expect(object["printed"] as? [String] == ["a", "c", "b", "d"])
        #expect(object["misconceptions"] as? [String] == ["chain-is-one-job", "calls-wait"])
        let difference = try #require(object["difference"] as? [String: Any])
        #expect(difference["line"] as? Int == 2 && difference["form"] as? String == "comesLater")
        #expect((difference["reason"] as? [String: Any])?["rule"] as? String == "settledQueuesJob")
        let right = try explain("a,c,b,d", "--json")
        #expect(right.exit == .code(0) && right.output.contains("\"right\":true"), "\(right)")
    }

    /// A record that was read cannot be run by other rules.
    @Test func aTraceFileIsComparedWithoutLookingForAMisconception() throws {
        let folder = try ScratchFolder()
        try folder.write("chains.js", Self.chains)
        _ = try looplab("trace", "--level", "full", "--out", "t.jsonl", "chains.js", in: folder)
        let result = try looplab("explain", "t.jsonl", "--predicted", "a,b,c,d", in: folder)
        #expect(result.exit == .code(1))
        #expect(result.output.contains("\"b\" is line 3") && !result.output.contains("Misconception"), "\(result)")
        #expect(result.output.contains("Lesson 2.3 (Chains) shows it."))
    }

    @Test(
        arguments: [
            (["chains.js"], "--predicted a,b,c"), (["--predicted", "a"], "run what?"),
            (["missing.js", "--predicted", "a"], "cannot read missing.js"),
            (["chains.js", "--predicted"], "--predicted"), (["chains.js", "b.js", "--predicted", "a"], "b.js"),
            (["chains.js", "--predicted", "a", "--wat"], "--wat"),
        ] as [([String], String)])
    func badInputIsRefused(words: [String], text: String) throws {
        let folder = try ScratchFolder()
        try folder.write("chains.js", Self.chains)
        let result = try ProgramProcess(["explain"] + words, folder: folder).finish()
        #expect(result.exit == .code(2) && result.output.isEmpty, "\(result)")
        #expect(result.errors.contains(text), "\(result.errors)")
    }

    @Test func theTextIsASCIIWhereTheLocaleIs() throws {
        let program =
            "console.log('é'); Promise.resolve().then(() => console.log('日本')); setTimeout(console.log, 0, 'z')"
        let output = try explain("é,z,日本", program: program, environment: ["LC_ALL": "C"]).output
        #expect(output.utf8.allSatisfy { $0 < 0x80 } && output.contains("Misconception"), "\(output)")
    }

    /// Wide characters take two cells, so the mark stands below what differs.
    @Test func ordersStandBelowEachOtherByCells() throws {
        let program = "console.log('日本'); Promise.resolve().then(() => console.log('b')); console.log('c')"
        let lines = try explain("日本,b,c", program: program).output.split(separator: "\n")
        #expect(lines.contains("     you   日本  b  c"), "\(lines)")
        #expect(lines.contains("     ran   日本  c  …"), "\(lines)")
        #expect(lines.contains("                 ▲"), "\(lines)")
    }

    // MARK: - Rules

    /// What decides where the lines differ, for the orders that are easily told wrong.
    @Test(
        arguments: [
            (
                "startsAtOnce", "b a c",
                "(async () => { console.log('a'); await 0; console.log('c') })(); console.log('b')"
            ),
            (
                "awaitYields", "a c b",
                "(async () => { console.log('a'); await 0; console.log('c') })(); console.log('b')"
            ),
            (
                "adoptionTakesJobs", "a b x c",
                """
                const log = (text, value) => () => { console.log(text); return value }
                Promise.resolve().then(() => Promise.resolve()).then(log('x'))
                Promise.resolve().then(log('a')).then(log('b')).then(log('c')).then(log('d'))
                """
            ),
            (
                "checkpointDrains", "t u j",
                """
                setTimeout(() => { console.log('t'); queueMicrotask(() => console.log('j')) }, 5)
                setTimeout(() => console.log('u'), 5)
                """
            ),
            (
                "sameDelayInOrder", "u t",
                "setTimeout(() => console.log('t'), 5); setTimeout(() => console.log('u'), 5)"
            ),
            (
                "earlierDueFirst", "u j",
                """
                setTimeout(() => queueMicrotask(() => console.log('j')), 5)
                setTimeout(() => console.log('u'), 6)
                """
            ),
            (
                "microtasksFinishFirst", "a t b",
                """
                queueMicrotask(() => { console.log('a'); process.nextTick(() => console.log('t')) })
                queueMicrotask(() => console.log('b'))
                """
            ),
            (
                "rejectionsAfterCheckpoint", "second first",
                """
                process.on('unhandledRejection', ({ message }) => console.log(message))
                Promise.reject(new Error('first')); Promise.reject(new Error('second'))
                """
            ),
            (
                "runToCompletion", "job rejected",
                """
                process.on('unhandledRejection', () => {
                  queueMicrotask(() => console.log('job'))
                  console.log('rejected')
                })
                Promise.reject(new Error('x'))
                """
            ),
        ] as [(String, String, String)])
    func theRuleIsTheOneThatDecides(rule: String, predicted: String, program: String) throws {
        let output = try explain(predicted, "--json", program: program).output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        let difference = try #require(object["difference"] as? [String: Any])
        #expect((difference["reason"] as? [String: Any])?["rule"] as? String == rule, "\(output)")
    }

    // MARK: - Misconceptions

    /// One program for each folder of the programs that the misconceptions were worked out for.
    @Test(arguments: MisconceivedProgram.firstOfEach)
    func theMisconceptionIsNamed(_ program: MisconceivedProgram) throws {
        let arguments = ["explain", program.path, "--predicted", program.predicted]
        let result = try ProgramProcess(arguments, folder: ScratchFolder()).finish()
        #expect(result.exit == .code(1))
        #expect(result.output.contains("This is what would print if"), "\(result)")
        let json = try ProgramProcess(arguments + ["--json"], folder: ScratchFolder()).finish().output
        #expect(json.contains("\"misconceptions\":[\"\(program.misconception)\"]"), "\(json)")
    }

    @Test func everyMisconceptionHasAProgram() { #expect(MisconceivedProgram.firstOfEach.count == 9) }
}

/// A program of the runtime's tests with the lines that it prints under wrong rules.
struct MisconceivedProgram: Sendable, CustomTestStringConvertible {
    /// The first program of each folder.
    static let firstOfEach: [MisconceivedProgram] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "HostRuntimeTests/Misconceptions")
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return folders.sorted().compactMap { folder in
            let place = root.appending(path: folder)
            let files = (try? FileManager.default.contentsOfDirectory(atPath: place.path))?.sorted() ?? []
            guard let expectation = files.first(where: { $0.hasSuffix(".predicted") }),
                let text = try? String(contentsOf: place.appending(path: expectation), encoding: .utf8),
                let file = files.first(where: {
                    $0.hasPrefix(expectation.prefix { $0 != "." } + ".") && $0 != expectation
                })
            else { return nil }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            return MisconceivedProgram(
                misconception: folder, path: place.appending(path: file).path,
                predicted: lines.map { "\"\($0)\"" }.joined(separator: ","))
        }
    }()

    let misconception: String
    let path: String
    /// The lines as the command takes them.
    let predicted: String

    var testDescription: String { misconception }
}
