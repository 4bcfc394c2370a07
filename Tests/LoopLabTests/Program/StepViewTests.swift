// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab step` on a terminal, driven by real keys.
@Suite struct StepViewTests {
    private static let program = """
        Promise.resolve().then(() => console.log('job'))
        setTimeout(() => console.log('timer'), 10)
        console.log('script')

        """

    private func start(
        _ words: [String] = [], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
    ) throws -> (terminal: PseudoTerminal, folder: ScratchFolder) {
        let folder = try ScratchFolder()
        let path = try folder.write("first.js", Array(Self.program.utf8))
        let terminal = try PseudoTerminal(columns: columns, rows: rows)
        try terminal.start(
            ProgramProcess.executable, ["step"] + words + [path],
            environment: ProgramProcess.environment(environment, home: folder.path))
        try terminal.wait(forText: "? keys", timeout: .seconds(20))
        return (terminal, folder)
    }

    private func expectRestored(_ terminal: PseudoTerminal, from before: termios) {
        let after = terminal.modes
        #expect(after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag && after.c_oflag == before.c_oflag)
        #expect(terminal.screen.mainGrid == nil, "the normal screen is shown")
        #expect(terminal.screen.privateModes.contains(25), "the cursor is shown")
        #expect(!terminal.screen.privateModes.contains(1), "the arrow keys send what they sent")
    }

    @Test func keysLeadToTheEndAndBack() throws {
        let before = try PseudoTerminal().modes
        let (terminal, folder) = try start()
        defer { withExtendedLifetime(folder) {} }
        let first = terminal.screen.text
        #expect(terminal.screen.mainGrid != nil, "the alternate screen is shown")
        terminal.press(.end)
        try terminal.wait(forText: "the end")
        #expect(["script", "job", "timer"].allSatisfy(terminal.screen.text.contains))
        for _ in 0..<3 { terminal.press(.left) }
        try terminal.wait(for: "a step back") { !$0.text.contains("the end") }
        // The keys of the other mode, which most terminals send when they are asked to.
        terminal.type("\u{1B}OH")
        try terminal.wait(for: "the beginning") { $0.text == first }
        terminal.type("go2\r")
        try terminal.wait(for: "the second line of output") {
            $0.text.contains("job") && !$0.text.contains("  timer\n")
        }
        terminal.type("q")
        #expect(try terminal.waitForExit() == .code(0))
        expectRestored(terminal, from: before)
    }

    @Test func textsAreShownAndClosed() throws {
        let (terminal, folder) = try start()
        defer { withExtendedLifetime(folder) {} }
        terminal.type("?")
        try terminal.wait(forText: "Capital letters go backwards")
        terminal.press(.escape)
        try terminal.wait(forText: "q quit")
        terminal.type("/timer\r")
        try terminal.wait(for: "the text that was found") { $0.text.contains("timer") }
        terminal.type("w")
        try terminal.wait(forText: "─ why ─")
        terminal.type("qq")
        #expect(try terminal.waitForExit() == .code(0))
    }

    @Test func theSizeMayChange() throws {
        let (terminal, folder) = try start()
        defer { withExtendedLifetime(folder) {} }
        for (columns, rows) in [(200, 50), (40, 12), (20, 5), (3, 2), (80, 24)] {
            terminal.resize(columns: columns, rows: rows, reflowing: false)
            terminal.press(.right)
            try terminal.wait(for: "\(columns) columns") { screen in
                columns < 20 || (screen.line(rows - 1).contains("? keys") && screen.line(rows).isEmpty)
            }
        }
        terminal.type("q")
        #expect(try terminal.waitForExit() == .code(0))
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func aSignalLeavesTheTerminalSane(signal: Int32) throws {
        let before = try PseudoTerminal().modes
        let (terminal, folder) = try start()
        defer { withExtendedLifetime(folder) {} }
        terminal.signal(signal)
        #expect(try terminal.waitForExit() == .code(128 + signal))
        expectRestored(terminal, from: before)
    }

    @Test func aCrashLeavesTheTerminalSane() throws {
        let before = try PseudoTerminal().modes
        // Swift's own report of the crash would take its time.
        let (terminal, folder) = try start(environment: ["SWIFT_BACKTRACE": "enable=no"])
        defer { withExtendedLifetime(folder) {} }
        terminal.signal(SIGSEGV)
        #expect(try terminal.waitForExit() == .signal(SIGSEGV))
        expectRestored(terminal, from: before)
    }

    @Test func controlCLeaves() throws {
        let before = try PseudoTerminal().modes
        let (terminal, folder) = try start()
        defer { withExtendedLifetime(folder) {} }
        terminal.press(.control("c"))
        #expect(try terminal.waitForExit() == .code(0))
        expectRestored(terminal, from: before)
    }

    @Test func controlZGivesTheTerminalToTheShell() throws {
        let folder = try ScratchFolder()
        let path = try folder.write("first.js", Array(Self.program.utf8))
        let terminal = try PseudoTerminal()
        try terminal.start(
            "/bin/sh", ["-i"], environment: ProgramProcess.environment(["PS1": "shell> "], home: folder.path))
        try terminal.wait(forText: "shell>")
        terminal.type("\(ProgramProcess.executable) step \(path)\r")
        try terminal.wait(forText: "? keys")
        terminal.press(.right, .control("z"))
        try terminal.wait(for: "the shell") { $0.mainGrid == nil && $0.currentLine.hasSuffix("shell>") }
        terminal.type("stty -a | grep -c -- ' icanon'\r")
        try terminal.wait(for: "the shell's modes") { $0.lines.contains("1") }
        terminal.type("fg\r")
        try terminal.wait(for: "the view again") { $0.mainGrid != nil && $0.text.contains("? keys") }
        terminal.type("q")
        try terminal.wait(for: "the shell again") { $0.mainGrid == nil && $0.currentLine.hasSuffix("shell>") }
        terminal.type("exit\r")
        _ = try terminal.waitForExit()
    }

    @Test func anotherLocaleGetsPlainLines() throws {
        let (terminal, folder) = try start(environment: ["LANG": "C", "LC_ALL": "C"])
        defer { withExtendedLifetime(folder) {} }
        #expect(terminal.screen.line(0).hasPrefix("+- first.js"))
        #expect(terminal.output.allSatisfy { $0 < 128 })
        terminal.type("q")
        #expect(try terminal.waitForExit() == .code(0))
    }

    @Test func colourIsLeftOutWhereItIsNotWanted() throws {
        let (coloured, one) = try start()
        let (plain, two) = try start(["--color", "never"])
        defer { withExtendedLifetime((one, two)) {} }
        func hasColours(_ terminal: PseudoTerminal) -> Bool {
            terminal.screen.grid.contains { $0.cells.contains { $0.style.foreground != nil } }
        }
        #expect(hasColours(coloured) && !hasColours(plain))
        #expect(coloured.screen.text == plain.screen.text)
    }

    // MARK: - Without a terminal

    @Test func withoutATerminalTheStepsAreText() throws {
        let folder = try ScratchFolder()
        _ = try folder.write("first.js", Array(Self.program.utf8))
        let piped = try ProgramProcess(["step", "first.js"], folder: folder).finish()
        #expect(piped.exit == .code(0))
        #expect(piped.errors == "looplab: there is no terminal here, so the steps follow as text (--plain)\n")
        let plain = try ProgramProcess(["step", "--plain", "first.js"], folder: folder).finish()
        #expect(plain.exit == .code(0) && plain.errors == "" && plain.output == piped.output)
        let lines = plain.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("step 1 of \(lines.count)") == true)
        let last = try ProgramProcess(["step", "--plain", "--from", "\(lines.count)", "first.js"], folder: folder)
            .finish()
        #expect(
            last.output.contains("output so far: script, job, timer") && last.output.hasPrefix("step \(lines.count)"))
        let some = try ProgramProcess(["step", "--plain", "--from=2", "--to=3", "first.js"], folder: folder).finish()
        #expect(some.output == lines[1...2].map { $0 + "\n" }.joined())
    }

    @Test func whatFollowsTheProgramGoesToIt() throws {
        let words = ["step", "--plain", "-e", "console.log(process.argv.slice(1).join())", "--", "one", "--two"]
        let result = try ProgramProcess(words, folder: ScratchFolder()).finish()
        #expect(result.output.contains("output so far: one,--two"), "\(result)")
    }

    @Test func aProgramWithoutAnEndIsCutShort() throws {
        let code = "setInterval(() => console.log('again'), 1)"
        let words = ["step", "--plain", "--events", "500", "-e", code]
        let result = try ProgramProcess(words, folder: ScratchFolder()).finish()
        #expect(result.exit == .code(0))
        #expect(result.errors.contains("stopped after 500 recorded events"))
    }

    @Test(arguments: [
        (["step"], "FILE"), (["step", "--from", "0", "a.js"], "whole number from 1"),
        (["step", "--nosuch", "a.js"], "'--nosuch'"), (["step", "nosuch.js"], "nosuch.js"),
    ])
    func misuseIsExplained(words: [String], named: String) throws {
        let result = try ProgramProcess(words, folder: ScratchFolder()).finish()
        #expect(result.exit == .code(2) && result.errorLines.count == 1, "\(result)")
        #expect(result.errors.contains(named) || words == ["step"], "\(result)")
    }
}
