// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation

/// A learner at a watch, on a terminal of their own.
final class WatchDialogue {
    /// The terminal.
    let terminal: PseudoTerminal
    /// The learner's folder.
    let folder: ExerciseFolder

    /// The last words of everything that a watch shows.
    static let keys = "? keys"

    /// Starts a watch and waits until it shows something.
    init(
        _ words: String..., folder: ExerciseFolder? = nil, columns: Int = 80, rows: Int = 40,
        environment: [String: String] = [:]
    ) throws {
        self.folder = try folder ?? ExerciseFolder()
        terminal = try PseudoTerminal(columns: columns, rows: rows)
        try terminal.start(
            ProgramProcess.executable, ["watch"] + words,
            environment: ProgramProcess.environment(
                self.folder.environment(environment), home: self.folder.scratch.path),
            directory: self.folder.scratch.path + "/work")
        try terminal.wait(forText: Self.keys, timeout: .seconds(20))
    }

    /// Saves a program into a file of the folder and waits for a text on a screen that is whole.
    func save(_ text: String, to index: Int = 3, untilShown shown: String) throws {
        try folder.scratch.write(ExerciseFolder.files[index], text)
        try wait(for: shown)
    }

    /// Writes an answer into the file of a puzzle and waits for a text on a screen that is whole.
    func answer(_ index: Int, _ text: String, untilShown shown: String) throws {
        try folder.answer(index, text)
        try wait(for: shown)
    }

    /// Presses a key and waits for what it shows.
    func press(_ key: String, untilShown shown: String) throws {
        terminal.type(key)
        try wait(for: shown)
    }

    /// Waits for a text and the keys below it.
    func wait(for shown: String) throws {
        try terminal.wait(for: "\"\(shown)\"", timeout: .seconds(20)) { screen in
            guard let place = screen.text.range(of: shown) else { return false }
            return screen.text[place.upperBound...].contains(Self.keys)
        }
    }

    /// Leaves with a key or a signal that was sent already; gives how it ended.
    func end() throws -> PseudoTerminal.Exit { try terminal.waitForExit(timeout: .seconds(20)) }
}

@available(*, unavailable)
extension WatchDialogue: Sendable {}
