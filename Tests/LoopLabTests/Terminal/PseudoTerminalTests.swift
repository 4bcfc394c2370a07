// SPDX-License-Identifier: MIT
import Foundation
import Testing

@Suite struct PseudoTerminalTests {
    @Test func showsTheOutputOfAProgramAndItsExitCode() throws {
        let terminal = try PseudoTerminal(columns: 20, rows: 5)
        try terminal.start("/bin/sh", ["-c", "stty size; echo done; exit 3"])
        #expect(try terminal.waitForExit() == .code(3))
        #expect(terminal.screen.text == "5 20\ndone")
    }

    @Test func passesKeysAndSignalsOfTheKeyboard() throws {
        let terminal = try PseudoTerminal()
        try terminal.start("/bin/sh", ["-c", "read line; echo \"got $line\"; exec cat"])
        terminal.type("hello\r")
        try terminal.wait(forText: "got hello")
        terminal.press(.control("c"))
        #expect(try terminal.waitForExit() == .signal(SIGINT))
    }

    @Test func tellsTheProgramItsNewSize() throws {
        let terminal = try PseudoTerminal(columns: 20, rows: 5)
        let script = "trap 'stty size; exit 0' WINCH; echo ready; while :; do read line; done"
        try terminal.start("/bin/sh", ["-c", script])
        try terminal.wait(forText: "ready")
        terminal.resize(columns: 30, rows: 6)
        terminal.press(.enter)
        try terminal.wait(forText: "6 30")
    }

    @Test func reportsTheScreenWhenATimeIsOver() throws {
        let terminal = try PseudoTerminal()
        try terminal.start("/bin/sh", ["-c", "echo here; exec cat"])
        try terminal.wait(forText: "here")
        let failure = #expect(throws: PseudoTerminal.Failure.self) {
            try terminal.wait(forText: "never", timeout: .milliseconds(1))
        }
        #expect(failure?.description.contains("here") == true)
    }
}
