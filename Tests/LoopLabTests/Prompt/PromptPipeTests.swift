// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// The prompt with its standard input on a pipe: no prompts, no greeting, the same evaluation.
@Suite struct PromptPipeTests {
    private func feed(_ input: String, _ words: String...) throws -> ProgramProcess.Result {
        try ProgramProcess(words, input: .text(input), folder: ScratchFolder()).finish()
    }

    @Test(
        arguments: [
            ("1 + 1\n", "2\n"), ("1 + 1", "2\n"), ("", ""), ("\n\n", ""), ("'a'\r\n'b'\r\n", "'a'\n'b'\n"),
            ("let a = 1\na + 1\n", "undefined\n2\n"), ("[1,\n2]\n", "[ 1, 2 ]\n"),
            ("const v = await new Promise((r) => setTimeout(r, 5, 7))\nv\n", "undefined\n7\n"),
            ("setTimeout(() => console.log('later'), 20); 0\n'end'\n", "0\n'end'\nlater\n"),
            ("throw 1\n2\n", "Uncaught 1\n2\n"), (".type 1\n", "number\n"), (".exit\n1\n", ""), ("\u{FEFF}1\n", "1\n"),
            ("await new Promise(() => {})\n3\n", "Nothing is left to run, so this promise can never settle.\n3\n"),
            ("\u{1B}[A1\n", nil), ("\0\n1\n", nil),
        ] as [(String, String?)])
    func inputsAreEvaluatedInOrder(input: String, printed: String?) throws {
        let result = try feed(input)
        #expect(result.exit == .code(0) && result.errors == "", "\(result)")
        if let printed { #expect(result.output == printed) }
    }

    @Test(arguments: [
        ("process.exit(3)\n1\n", 3), ("setTimeout(() => process.exit(4), 5)\n", 4), ("process.exitCode = 5\n", 5),
    ])
    func theProgramDecidesTheExitCode(input: String, code: Int32) throws {
        #expect(try feed(input).exit == .code(code))
    }

    @Test func anUnfinishedInputIsToldAtTheEnd() throws {
        let result = try feed("function f() {\n")
        #expect(result.exit == .code(0) && result.output.contains("SyntaxError"), "\(result)")
    }

    @Test func aLongLineIsOneInput() throws {
        let result = try feed("'" + String(repeating: "x", count: 60_000) + "'.length\n")
        #expect(result.output == "60000\n")
    }

    @Test func answersComeWhileThePipeStaysOpen() throws {
        let process = try ProgramProcess([], input: .open("1 + 1\n"), folder: ScratchFolder())
        try process.wait(forOutput: "2\n", timeout: .seconds(10))
        process.write("setTimeout(() => console.log('between'), 5); 0\n")
        try process.wait(forOutput: "between\n", timeout: .seconds(10))
        process.write("'unfin")
        process.write("ished'\n")
        try process.wait(forOutput: "'unfinished'\n", timeout: .seconds(10))
        process.closeInput()
        #expect(try process.finish().exit == .code(0))
    }

    @Test func anInterruptStopsTheInputAndThenTheSession() throws {
        let process = try ProgramProcess(
            [], input: .open("process.stdout.write('ready\\n'.repeat(20000)); for (;;);\n"), folder: ScratchFolder())
        try process.wait(forOutput: "ready")
        process.signal(SIGINT)
        try process.wait(forOutput: "Interrupted", timeout: .seconds(10))
        process.write("'goes on'\n")
        try process.wait(forOutput: "'goes on'\n", timeout: .seconds(10))
        process.closeInput()
        #expect(try process.finish().exit == .code(0))
    }

    @Test func aTimerThatNeverEndsCanBeInterruptedAfterTheInput() throws {
        let input =
            "setInterval(() => {}, 1e6); setTimeout(() => process.stdout.write('ready\\n'.repeat(20000)), 100)\n"
        let process = try ProgramProcess([], input: .text(input), folder: ScratchFolder())
        try process.wait(forOutput: "ready")
        process.signal(SIGINT)
        let result = try process.finish()
        #expect(result.exit == .code(130) || result.exit == .code(0), "\(result)")
    }

    @Test func theTourTellsItselfWithoutATerminal() throws {
        let result = try feed("", "learn")
        #expect(result.exit == .code(0) && result.errors == "", "\(result)")
        #expect(result.output.contains("\nscript\ntick\npromise job\ntimer\n"), "\(result)")
        for line in result.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
}
