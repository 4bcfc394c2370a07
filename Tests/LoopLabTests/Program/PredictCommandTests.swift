// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab predict`: by an option, through a pipe, and at a terminal.
@Suite struct PredictCommandTests {
    private static let chains = """
        // SPDX-License-Identifier: MIT
        const say = s => () => console.log(s)
        Promise.resolve().then(say('a')).then(say('b'))
        Promise.resolve().then(say('c')).then(say('d'))
        """

    private func predict(
        _ words: String..., program: String = chains, input: ProgramProcess.Input = .none,
        environment: [String: String] = [:]
    ) throws -> ProgramProcess.Result {
        let folder = try ScratchFolder()
        try folder.write("chains.js", program)
        let arguments = ["predict", "chains.js"] + words
        return try ProgramProcess(arguments, input: input, environment: environment, folder: folder).finish()
    }

    @Test func aWrongAnswerIsToldByItsFirstDifference() throws {
        let result = try predict("--answer", "a b c d")
        #expect(result.exit == .code(1) && result.errors.isEmpty)
        #expect(
            result.output == """
                 ✗ The first one is right. Line 2 of the output is different:

                     you   a  b  c  d
                     ran   a  c  …
                              ▲

                     Before "c" was printed, the queues were
                       microtasks   then@4:19 (c)  →  then@3:34 (b)

                 Rule: a reaction is queued when its promise settles, behind those already
                       waiting.
                       then@4:19 ("c") was queued by the main script; then@3:34 ("b") could
                       only be queued by then@3:19 ("a"), and so stood behind it.

                 This is what would print if a chain ran to its end before the next one
                 started.
                 Misconception: "a chain is one job". Lesson 2.3 (Chains) shows it.

                """)
    }

    /// Keys, explanations and misconceptions come from the sandbox as well.
    @Test(.enabled(if: !SanitizerBuild.isActive)) func theProgramMayRunInTheSandbox() throws {
        for answer in ["a b c d", "a c b d"] {
            let outside = try predict("--answer", answer)
            let inside = try predict("--answer", answer, "--sandbox")
            #expect(inside.exit == outside.exit && inside.output == outside.output, "\(inside)")
        }
        let open = "setTimeout(() => console.log('t'), 0); setImmediate(() => console.log('i'))"
        #expect(try predict("--answer", "i t", "--sandbox", program: open).output.contains("2 orders are legal"))
        let reading = "console.log('a'); console.log(require('fs').readFileSync('/etc/passwd', 'utf8'))"
        let refused = try predict("--answer", "a", "--sandbox", program: reading)
        #expect(refused.exit == .code(2) && refused.errors.contains("EACCES"), "\(refused)")
        let endless = try predict("--answer", "a", "--sandbox", "--timeout", "300ms", program: "for (;;);")
        #expect(endless.exit == .code(2) && endless.errors.contains("loop without an end"), "\(endless)")
    }

    @Test func theAnswerMayComeThroughAPipe() throws {
        #expect(try predict(input: .text("a\nc\nb\nd\n")).exit == .code(0))
        #expect(try predict(input: .text("a b c d")).exit == .code(1))
        let nothing = try predict()
        #expect(nothing.exit == .code(2) && nothing.errors.contains("That is no order yet"), "\(nothing)")
    }

    /// The answer is nothing that the program could read.
    @Test func theProgramDoesNotReadTheAnswer() throws {
        let program = "process.stdin.on('data', (text) => console.log(String(text))); console.log('a\\nb')"
        let result = try predict(program: program, input: .text("a b"))
        #expect(result.exit == .code(2) && result.errors.contains("reads standard input"), "\(result)")
    }

    @Test func otherProgramsGetTheQuestionAndTheVerdictAsJSON() throws {
        let question = try predict("--json").output
        let lines = try #require(
            try JSONSerialization.jsonObject(with: Data(question.utf8)) as? [String: Any])["lines"]
        #expect((lines as? [[String: Any]])?.count == 4)
        let verdict = try predict("--json", "--answer", "a b c d")
        #expect(verdict.exit == .code(1))
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(verdict.output.utf8)) as? [String: Any])
        #expect(object["right"] as? Bool == false && object["rightLines"] as? Int == 1)
        #expect(object["misconceptions"] as? [String] == ["chain-is-one-job", "calls-wait"])
        #expect((object["difference"] as? [String: Any])?["rule"] as? String == "settledQueuesJob")
        #expect(try predict("--json", "--answer", "a c b d").output.contains("\"right\":true"))
    }

    @Test func everyLegalOrderIsRight() throws {
        let program = "setTimeout(() => console.log('t'), 0); setImmediate(() => console.log('i'))"
        for answer in ["t i", "i t"] {
            let result = try predict("--answer", answer, program: program)
            #expect(result.exit == .code(0) && result.output.contains("2 orders are legal"), "\(result)")
        }
    }

    @Test(
        arguments: [
            (["predict"], "run what?"), (["predict", "missing.js"], "cannot read missing.js"),
            (["predict", "-", "--json"], "give it with --answer"),
            (["predict", "chains.js", "--clock", "system"], "--clock cannot be 'system'"),
            (["predict", "chains.js", "--choices", "0,1"], "--choices cannot be '0,1'"),
            (["predict", "chains.js", "--answer", "a b x d"], "no line \"x\""),
            (["predict", "chains.js", "--answer", "a b"], "2 of 4 lines"),
            (["predict", "-e", "0", "--answer", "a"], "prints nothing"),
            (["predict", "-e", "console.log(1)", "--answer", "1"], "prints one line"),
            (["predict", "-e", "for (;;);", "--timeout", "200ms", "--answer", "a"], "loop without an end"),
            (["predict", "-e", "null.x", "--answer", "a"], "[eval]:1: the program ends with an error"),
        ] as [([String], String)])
    func badInputIsRefused(words: [String], text: String) throws {
        let folder = try ScratchFolder()
        try folder.write("chains.js", Self.chains)
        let result = try ProgramProcess(words, folder: folder).finish()
        #expect(result.exit == .code(2) && result.output.isEmpty && result.errorLines.count == 1, "\(result)")
        #expect(result.errors.contains(text), "\(result.errors)")
    }

    @Test func theTextIsASCIIWhereTheLocaleIs() throws {
        let program =
            "console.log('é'); Promise.resolve().then(() => console.log('日本')); setTimeout(console.log, 0, 'z')"
        for answer in ["é z 日本", "é 日本 z"] {
            let output = try predict("--answer", answer, program: program, environment: ["LC_ALL": "C"]).output
            #expect(!output.isEmpty && output.utf8.allSatisfy { $0 < 0x80 }, "\(output)")
        }
    }

    // MARK: - At a terminal

    private func start(_ words: String...) throws -> (terminal: PseudoTerminal, folder: ScratchFolder) {
        let folder = try ScratchFolder()
        let path = try folder.write("chains.js", Self.chains)
        let terminal = try PseudoTerminal(columns: 80, rows: 60)
        try terminal.start(
            ProgramProcess.executable, words + [path],
            environment: ProgramProcess.environment([:], home: folder.path))
        try terminal.wait(forText: "Your order:", timeout: .seconds(20))
        return (terminal, folder)
    }

    @Test func wrongThenRight() throws {
        let (terminal, folder) = try start("predict")
        defer { withExtendedLifetime(folder) {} }
        let text = terminal.screen.text
        #expect(text.contains("   2  const say") && !text.contains("SPDX"), "\(text)")
        terminal.type("a b c d\r")
        try terminal.wait(forText: "Try again, or:")
        terminal.type("h\r")
        try terminal.wait(forText: "Written down in")
        terminal.type("w\r")
        try terminal.wait(forText: "Line 2 of the output is \"c\", printed")
        terminal.type("a\r")
        try terminal.wait(forText: "That is 1 of 4 lines")
        terminal.type("c\rb\rd\r")
        try terminal.wait(forText: "Right: all 4 lines")
        #expect(try terminal.waitForExit() == .code(0))
    }

    /// The step view ends where the output first differs from what was expected.
    @Test func theStepViewShowsTheRunUpToTheDifference() throws {
        let (terminal, folder) = try start("predict")
        defer { withExtendedLifetime(folder) {} }
        terminal.type("s\r")
        try terminal.wait(forText: "Give an order first")
        terminal.type("a b c d\r")
        try terminal.wait(forText: "Try again, or:")
        terminal.type("s\r")
        try terminal.wait(forText: "? keys", timeout: .seconds(20))
        terminal.press(.end)
        try terminal.wait(forText: "the end")
        terminal.type("q")
        try terminal.wait(for: "the question") { $0.mainGrid == nil && $0.text.contains("Try again") }
        terminal.type("k\r")
        try terminal.wait(forText: "It prints:  a  c  b  d")
        #expect(try terminal.waitForExit() == .code(1))
    }

    /// Keys that are typed while the step view closes are the dialogue's, the Enter key too.
    @Test func whatIsTypedBehindTheStepViewIsNotLost() throws {
        let (terminal, folder) = try start("predict")
        defer { withExtendedLifetime(folder) {} }
        terminal.type("a b c d\r")
        try terminal.wait(forText: "Try again, or:")
        terminal.type("s\r")
        try terminal.wait(forText: "? keys", timeout: .seconds(20))
        terminal.type("qk\r")
        try terminal.wait(forText: "It prints:  a  c  b  d")
        #expect(try terminal.waitForExit() == .code(1))
    }

    @Test func ctrlCLeaves() throws {
        let (terminal, folder) = try start("predict")
        defer { withExtendedLifetime(folder) {} }
        terminal.type("\u{3}")
        #expect(try terminal.waitForExit() == .signal(SIGINT))
    }

    @Test func theEndOfTheInputLeaves() throws {
        let (terminal, folder) = try start("predict")
        defer { withExtendedLifetime(folder) {} }
        terminal.type("\u{4}")
        #expect(try terminal.waitForExit() == .code(1))
    }
}
