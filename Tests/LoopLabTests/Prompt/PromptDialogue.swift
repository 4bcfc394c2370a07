// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation

/// A person at the prompt of the built `looplab`, on a terminal of their own.
final class PromptDialogue {
    /// The terminal.
    let terminal: PseudoTerminal
    /// Where the program runs and keeps its state.
    let folder: ScratchFolder

    /// Starts the program and waits for its first prompt.
    ///
    /// - Parameters:
    ///   - arguments: its words.
    ///   - columns: the width of the terminal.
    ///   - rows: the height of the terminal.
    ///   - environment: variables besides the standard ones.
    ///   - folder: where it runs; a folder of its own when left out.
    init(
        _ arguments: String..., columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
        folder: ScratchFolder? = nil
    ) throws {
        self.folder = try folder ?? ScratchFolder()
        terminal = try PseudoTerminal(columns: columns, rows: rows)
        let state = ["NO_COLOR": "1", "XDG_STATE_HOME": self.folder.path + "/state"].merging(environment) { $1 }
        try terminal.start(
            ProgramProcess.executable, arguments,
            environment: ProgramProcess.environment(state, home: self.folder.path), directory: self.folder.path)
        try waitForPrompt(timeout: .seconds(20))
    }

    /// Everything that has been shown, top to bottom.
    var transcript: String { terminal.screen.transcript }

    /// Waits until an empty prompt stands below everything else.
    ///
    /// - Parameters:
    ///   - length: how long the transcript was before the program was asked to do something.
    ///   - timeout: how long to wait at most.
    func waitForPrompt(beyond length: Int = 0, timeout: Duration = .seconds(20)) throws {
        try terminal.wait(for: "the prompt", timeout: timeout) { screen in
            screen.textBeforeCursor == "> " && screen.currentLine == ">" && screen.transcript.count > length
        }
    }

    /// Types an input of one row or several and waits for the next prompt.
    ///
    /// - Parameters:
    ///   - input: rows with a newline between them.
    ///   - timeout: how long to wait at most.
    /// - Returns: what was shown between the input's last row and the next prompt.
    @discardableResult
    func enter(_ input: String, timeout: Duration = .seconds(20)) throws -> String {
        let before = transcript.count
        let rows = input.split(separator: "\n", omittingEmptySubsequences: false)
        for row in rows {
            terminal.type(row + "\r")
        }
        // The echo of each row ends in a newline; then what is shown, then the prompt.
        try terminal.wait(for: "the prompt", timeout: timeout) { screen in
            let added = screen.transcript.dropFirst(before)
            let isBack = screen.textBeforeCursor == "> " && screen.currentLine == ">"
            return isBack && added.count(where: { $0 == "\n" }) >= rows.count
        }
        let lines = transcript.dropFirst(before).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.dropFirst(rows.count).dropLast().joined(separator: "\n")
    }

    /// Types an input that does not come back by itself and waits for what it shows.
    ///
    /// - Parameters:
    ///   - input: one row.
    ///   - text: what it shows.
    func begin(_ input: String, untilShown text: String) throws {
        let before = transcript.count
        terminal.type(input + "\r")
        try terminal.wait(for: "\"\(text)\"") { screen in
            screen.transcript.dropFirst(before).split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
                .contains { $0.contains(text) }
        }
    }

    /// Presses Ctrl-C and waits for the next prompt.
    ///
    /// - Returns: what was shown.
    @discardableResult
    func interrupt() throws -> String {
        let before = transcript.count
        terminal.press(.control("c"))
        try terminal.wait(for: "the prompt on a new row", timeout: .seconds(20)) { screen in
            let isPrompt = screen.textBeforeCursor == "> " && screen.currentLine == ">"
            return isPrompt && screen.transcript.dropFirst(before).contains("\n")
        }
        let lines = transcript.dropFirst(before).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.dropFirst().dropLast().joined(separator: "\n")
    }

    /// Types half a line and waits until it stands there.
    ///
    /// - Parameter text: what is typed.
    func typeHalf(_ text: String) throws {
        terminal.type(text)
        try terminal.wait(for: "the half line") { $0.textBeforeCursor.hasSuffix(text) }
    }

    /// Leaves with Ctrl-D.
    ///
    /// - Returns: how the program ended.
    func leave() throws -> PseudoTerminal.Exit {
        terminal.press(.control("d"))
        return try terminal.waitForExit()
    }
}

@available(*, unavailable)
extension PromptDialogue: Sendable {}
