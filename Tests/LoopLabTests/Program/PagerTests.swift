// SPDX-License-Identifier: MIT
import EngineTesting
import Testing

@testable import looplab

/// Long views go through a pager, on terminals only.
@Suite struct PagerTests {
    private static let program = "for (const n of Array(15).keys()) setTimeout(() => console.log('n' + n), n)"

    private func show(_ words: [String], pager: String, rows: Int) throws -> String {
        let folder = try ScratchFolder()
        let terminal = try PseudoTerminal(columns: 80, rows: rows)
        let arguments = ["trace", "--all", "--level", "queues"] + words + ["-e", Self.program]
        try terminal.start(
            ProgramProcess.executable, arguments,
            environment: ProgramProcess.environment(["PAGER": pager, "TERM": "xterm"], home: folder.path),
            directory: folder.path)
        _ = try terminal.waitForExit()
        return terminal.screen.transcript
    }

    @Test func aLongViewIsPaged() throws {
        #expect(try show([], pager: "sed 's/^/paged: /'", rows: 24).contains("paged: "))
        #expect(try !show(["--no-pager"], pager: "sed 's/^/paged: /'", rows: 24).contains("paged: "))
        #expect(try !show([], pager: "sed 's/^/paged: /'", rows: 200).contains("paged: "))
    }

    @Test(arguments: ["", "cat", "no-such-pager"])
    func withoutAPagerItIsWritten(pager: String) throws {
        #expect(try show([], pager: pager, rows: 24).contains("n14"))
    }

    @Test func aPagerThatIsLeftEarlyIsNoFailure() throws {
        #expect(try show([], pager: "head -n 3", rows: 24).contains("what runs"))
    }

    @Test func aPipeIsNeverPaged() throws {
        let arguments = ["trace", "--level", "queues", "-e", Self.program]
        let result = try ProgramProcess(arguments, environment: ["PAGER": "false"], folder: ScratchFolder()).finish()
        #expect(result.exit == .code(0) && result.output.contains("n14"), "\(result)")
        #expect(!result.output.contains("\u{1b}"))
    }

    @Test func theEnvironmentOfThePersonWins() {
        #expect(Pager.environment([("LESS", "S")]) == ["LESS=S", "LV=-c"])
        #expect(Pager.environment([]) == ["LESS=FRX", "LV=-c"])
    }
}
