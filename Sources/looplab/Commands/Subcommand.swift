// SPDX-License-Identifier: MIT

/// A command that is named by its first word and reads its own options.
///
/// `CommandTable` lists them; `looplab help` shows their summaries, `looplab NAME --help` their text.
protocol Subcommand: Sendable {
    /// The word after `looplab`.
    static var name: String { get }
    /// What stands after the name in the list of commands: operands, then a few words.
    static var synopsis: (operands: String, summary: String) { get }
    /// The text of `--help`, at most 80 columns wide.
    static var help: String { get }

    /// The command before its words are read.
    init()

    /// Takes an option that the command has, with its value; false for another.
    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool

    /// Takes an operand.
    mutating func take(operand: String) throws(CommandError)

    /// Throws where the words, each of them right, do not make a whole.
    func check() throws(CommandError)

    /// Does it, and gives the exit code.
    func perform() throws(CommandError) -> Int32
}

extension Subcommand {
    /// Reads the words after the name; nil where they ask for help.
    static func read(_ reader: inout WordReader) throws(CommandError) -> Self? {
        var command = Self()
        while let word = reader.read() {
            switch word {
            case .option("-h", _), .option("--help", _): return nil
            case .option(let name, let value):
                guard try command.take(option: name, value, &reader) else {
                    throw .unknownOption(name, command: Self.name)
                }
            case .operand(let operand): try command.take(operand: operand)
            }
        }
        try command.check()
        return command
    }
}

/// The commands that are listed in `looplab help`, in that order.
enum CommandTable {
    static var all: [any Subcommand.Type] {
        [
            ListCommand.self, StartCommand.self, CheckCommand.self, HintCommand.self, SolutionCommand.self,
            NextCommand.self, ReviewCommand.self, InitCommand.self, WatchCommand.self, ResetCommand.self,
            ProgressCommand.self, PredictCommand.self, PuzzleCommand.self, ScheduleCommand.self,
            TraceCommand.self, StepCommand.self, WhyCommand.self, ExplainCommand.self, LintCommand.self,
            StatsCommand.self, ExploreCommand.self, ShareCommand.self, ReplayCommand.self, CourseCommand.self,
            GradeCommand.self, FeedbackCommand.self, ClassCommand.self, ReportCommand.self,
        ]
    }

    /// The command of a name.
    static func named(_ name: String) -> (any Subcommand.Type)? {
        all.first { $0.name == name }
    }

    /// The lines of `looplab help`.
    static var usage: String {
        all.map { command in
            let head = "       looplab \(command.name) \(command.synopsis.operands)"
            let gap = String(repeating: " ", count: max(2, 35 - head.count))
            return head + gap + command.synopsis.summary + "\n"
        }.joined()
    }
}
