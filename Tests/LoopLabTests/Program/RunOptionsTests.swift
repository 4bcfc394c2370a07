// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab run`: where its options may stand, and what they do.
@Suite struct RunOptionsTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write("args.js", "console.log(JSON.stringify(process.argv.slice(2)))")
    }

    @Test(
        arguments: [
            (["args.js"], "[]"),
            (["args.js", "a", "b"], #"["a","b"]"#),
            (["--seed", "1", "args.js", "a"], #"["a"]"#),
            (["--seed=1", "args.js", "a"], #"["a"]"#),
            (["args.js", "--seed", "1", "a", "--seed", "2"], #"["a","--seed","2"]"#),
            (["--clock", "virtual", "args.js", "--seed=1", "--timeout", "20s", "a"], #"["a"]"#),
            (["args.js", "--", "--seed", "2"], #"["--seed","2"]"#),
            (["args.js", "--", "--", "a"], #"["--","a"]"#),
            (["--", "args.js", "--seed", "2"], #"["--seed","2"]"#),
            (["--seed", "1", "--", "args.js", "-e", "x"], #"["-e","x"]"#),
            (["args.js", "a", "--", "b"], #"["a","--","b"]"#),
            (["args.js", "", "日本 語"], #"["","日本 語"]"#),
            (["args.js", "-", "--help"], #"["-","--help"]"#),
            (["--timeout", "1m", "--max-heap", "1GiB", "--color", "never", "args.js"], "[]"),
        ] as [([String], String)])
    func optionsMayStandBeforeAndBehindTheProgram(words: [String], seen: String) throws {
        let result = try ProgramProcess(["run"] + words, folder: folder).finish()
        #expect(result.exit == .code(0) && result.errors == "", "\(result)")
        #expect(result.output == seen + "\n")
    }

    @Test(
        arguments: [
            (["-e", "console.log(1 + 1)"], "2\n"),
            (["--eval", "console.log(1 + 1)"], "2\n"),
            (["--eval=console.log(1 + 1)"], "2\n"),
            (["-e", "console.log(process.argv.slice(1).join())", "a", "--", "b"], "a,--,b\n"),
            (["-e", "console.log(process.argv.slice(1).join())", "--", "--seed", "b"], "--seed,b\n"),
            (["--seed", "1", "-e", "console.log(1)", "--clock", "virtual"], "1\n"),
            (["-e", ""], ""), (["-e", "-1"], ""),
        ] as [([String], String)])
    func codeMayStandOnTheCommandLine(words: [String], printed: String) throws {
        let result = try ProgramProcess(["run"] + words, folder: folder).finish()
        #expect(result.exit == .code(0) && result.errors == "", "\(result)")
        #expect(result.output == printed)
    }

    @Test(
        arguments: [
            "pbkdf2Sync('p', 's', 2 ** 31 - 1, 64, 'sha512')",
            "pbkdf2('p', 's', 2e9, 64, 'sha512', () => {})",
            "scryptSync('p', 's', 64, { N: 2 ** 14, r: 8, p: 2 ** 13 })",
        ], ["system", "virtual"])
    func workInALibraryStopsInTime(call: String, clock: String) throws {
        let words = ["--clock", clock, "--timeout", "100ms", "-e", "require('node:crypto').\(call)"]
        #expect(try ProgramProcess(["run"] + words, folder: folder).finish().exit == .code(124))
    }

    @Test func standardInputIsAProgram() throws {
        let program = ProgramProcess.Input.text("console.log(process.argv.slice(2).join())")
        let result = try looplab("run", "-", "a", "--", "b", input: program, in: folder)
        #expect(result.exit == .code(0) && result.output == "a,--,b\n", "\(result)")
        #expect(try looplab("run", "-", input: .text("")).exit == .code(0))
    }

    @Test func standardInputMayComeInPieces() throws {
        let process = try ProgramProcess(["run", "-"], input: .open("console.log('one'"), folder: folder)
        process.write(");\n")
        process.closeInput()
        let result = try process.finish()
        #expect(result.exit == .code(0) && result.output == "one\n", "\(result)")
    }

    @Test(arguments: [
        "while (true) {}", "setInterval(() => {}, 1)", "setInterval(() => {}, 1e8)",
        "(function again() { Promise.resolve().then(again) })()", "(function again() { process.nextTick(again) })()",
        "(function again() { setImmediate(again) })()", "(async () => { for (;;) await null })()",
        "/(a+)+$/.test('a'.repeat(50) + 'b')", "process.on('exit', () => { for (;;); })",
        "for (;;) { try { for (;;); } catch {} finally { continue } }",
        "process.on('uncaughtException', () => { for (;;); }); throw 1",
        "process.on('SIGINT', () => {}); setInterval(() => {}, 1e8)",
        "console.log({ get a() { for (;;); }, [Symbol.for('nodejs.util.inspect.custom')]() { for (;;); } })",
        "new Proxy({}, { get() { for (;;); } }).x", "JSON.stringify({ toJSON() { for (;;); } })",
        "[3, 2, 1].sort(() => { for (;;); })",
        "const e = new Error('x'); Object.defineProperty(e, 'stack', { get() { for (;;); } }); throw e",
    ])
    func timeoutStopsWhatDoesNotEnd(program: String) throws {
        let started = ContinuousClock.now
        let result = try looplab("run", "--timeout", "400ms", "-e", program, in: folder)
        #expect(result.exit == .code(124), "\(result)")
        #expect(result.errors == "looplab: stopped: the program ran longer than --timeout allows\n")
        #expect(ContinuousClock.now - started >= .milliseconds(400))
    }

    @Test func timeoutLeavesAloneWhatEnds() throws {
        let result = try looplab("run", "--timeout", "20s", "-e", "setTimeout(() => console.log('done'), 10)")
        #expect(result.exit == .code(0) && result.output == "done\n" && result.errors == "", "\(result)")
    }

    @Test func outputBeforeATimeoutIsKept() throws {
        let result = try looplab("run", "--timeout", "300ms", "-e", "console.log('before'); for (;;);", in: folder)
        #expect(result.exit == .code(124) && result.output == "before\n", "\(result)")
    }

    @Test func virtualClockDoesNotWait() throws {
        let program = "const t = Date.now(); setTimeout(() => console.log(Date.now() - t >= 86400000), 86400000)"
        let result = try looplab("run", "--clock", "virtual", "-e", program, in: folder, timeout: .seconds(10))
        #expect(result.exit == .code(0) && result.output == "true\n", "\(result)")
    }

    @Test func virtualClockEndsAfterAHundredYears() throws {
        let program = "setInterval(() => {}, 2 ** 31 - 1)"
        let result = try looplab("run", "--clock", "virtual", "-e", program, in: folder)
        #expect(result.exit == .code(3), "\(result)")
        #expect(result.errors.contains("virtual time"))
    }

    @Test func aSeedGivesTheSameRunEveryTime() throws {
        let program = """
            console.log(Math.random());
            for (let i = 0; i < 20; i++) setTimeout(() => console.log('t', i), 0)
            for (let i = 0; i < 20; i++) setImmediate(() => console.log('i', i))
            """
        func run(_ seed: String) throws -> String {
            let result = try looplab("run", "--clock", "virtual", "--seed", seed, "-e", program, in: folder)
            #expect(result.exit == .code(0), "\(result)")
            return result.output
        }
        let first = try run("7")
        #expect(try run("7") == first)
        #expect(try Set(["1", "2", "3", "18446744073709551615"].map(run)).contains(first) == false)
    }

    @Test func colorIsForTerminalsUnlessItIsAskedFor() throws {
        let program = "console.log(1, 'a', { b: null }); console.error([true])"
        let escape = "\u{1B}["
        let plain = try looplab("run", "-e", program, in: folder)
        #expect(!plain.output.contains(escape) && !plain.errors.contains(escape))
        let colored = try looplab("run", "--color", "always", "-e", program, environment: ["NO_COLOR": "1"], in: folder)
        #expect(colored.output.contains(escape) && colored.errors.contains(escape), "\(colored)")
        let words = ["run", "-e", program]
        for (variables, isColored) in [([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true)] {
            let terminal = try PseudoTerminal()
            try terminal.start(
                ProgramProcess.executable, words,
                environment: ProgramProcess.environment(variables, home: folder.path))
            #expect(try terminal.waitForExit() == .code(0))
            #expect(String(decoding: terminal.output, as: UTF8.self).contains(escape) == isColored, "\(variables)")
        }
    }
}
