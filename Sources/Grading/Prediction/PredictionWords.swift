// SPDX-License-Identifier: MIT

/// The words that ask for something instead of being an order; a line of the output always goes before them.
struct PredictionWords: Equatable, Sendable {
    enum Command: CaseIterable {
        case hint, step, why, skip, leave, help

        /// The letter, the word, and what it does.
        var names: (letter: String, word: String, summary: String) {
            switch self {
            case .hint: ("h", "hint", "hint")
            case .step: ("s", "step", "step through it")
            case .why: ("w", "why", "why")
            case .skip: ("k", "skip", "skip")
            case .leave: ("q", "quit", "leave")
            case .help: ("?", "help", "keys")
            }
        }
    }

    private let labels: PredictionLabels

    init(_ labels: PredictionLabels) {
        self.labels = labels
    }

    /// The command that a typed line is; nil if it is something else.
    func command(_ line: String) -> Command? {
        let word = line.lowercased().filter { !$0.isWhitespace }
        return Command.allCases.first { forms($0).contains(word) }
    }

    /// The commands with what they do, as they stand in a row.
    func list(_ commands: [Command]) -> String {
        commands.map { "\(forms($0).first ?? "") \($0.names.summary)" }.joined(separator: "   ")
    }

    private func forms(_ command: Command) -> [String] {
        let names = command.names
        return [names.letter, names.word, "." + names.word].filter { !labels.isTaken($0) }
    }
}
