// SPDX-License-Identifier: MIT

/// A command that runs one program for the sake of its record.
///
/// It takes the options of `RecordingOptions` beside its own, and the program as its first operand.
protocol RecordingCommand: Subcommand {
    /// Which program, and how it is run.
    var recording: RecordingOptions { get set }
    /// Whether the operands behind the program go to it, as with `run`.
    static var passesArguments: Bool { get }

    /// Takes an option of the command's own; false for another.
    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool
}

extension RecordingCommand {
    static var passesArguments: Bool { false }

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        if try take(ownOption: name, value, &reader) { return true }
        return try recording.take(name, value, &reader)
    }

    mutating func take(operand: String) throws(CommandError) {
        if recording.take(program: operand) { return }
        guard Self.passesArguments else { throw .unexpectedOperand(operand) }
        recording.arguments.append(operand)
    }

    func check() throws(CommandError) {
        if recording.program == nil { throw .missingProgram }
    }
}
