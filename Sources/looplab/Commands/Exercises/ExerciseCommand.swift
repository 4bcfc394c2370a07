// SPDX-License-Identifier: MIT
internal import Coursework
internal import Markup
internal import Progress

/// A command about one exercise of a course.
///
/// It takes `--course` and, as its first operand, the exercise or its file; without one it is about the exercise that
/// was started last.
protocol ExerciseCommand: Subcommand {
    /// The directory of the course; nil for the usual one.
    var course: String? { get set }
    /// What names the exercise.
    var operand: String? { get set }

    /// Takes an option of the command's own; false for another.
    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool
}

/// The lines of help about what all these commands take.
enum ExerciseHelp {
    static let options = """
          --course DIR             another course than the one that came with looplab
                                   (also LOOPLAB_COURSE)

        An exercise is named by its number (2.04), its name (two-chains), the beginning
        of that, or its file. Without a name it is the one that was started last.

        """
}

extension ExerciseCommand {
    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        if try take(ownOption: name, value, &reader) { return true }
        guard name == "--course" else { return false }
        course = try reader.value(of: name, value)
        return true
    }

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool { false }

    mutating func take(operand: String) throws(CommandError) {
        guard self.operand == nil else { throw .unexpectedOperand(operand) }
        self.operand = operand
    }

    func check() throws(CommandError) {}

    /// Prints rows.
    func show(_ rows: [StyledText], _ style: TerminalStyle) throws(CommandError) {
        _ = try StandardOutput.print(rows.map { style.rendered($0) + "\n" }.joined())
    }
}
