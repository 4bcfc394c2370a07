// SPDX-License-Identifier: MIT
internal import HostRuntime

/// What can keep a command from being done.
enum CommandError: Error, Equatable {
    /// No command of that name.
    case unknownCommand(String)
    /// No option of that name.
    case unknownOption(String, command: String)
    /// An operand too many.
    case unexpectedOperand(String)
    /// An option without its value.
    case missingValue(option: String)
    /// A value that the option does not take.
    case badValue(option: String, value: String, expected: String)
    /// `run` without a program.
    case missingProgram
    /// The runtime did not start or a file could not be read.
    case runtime(RuntimeError)
    /// Standard output could not be written.
    case outputFailed(errno: Int32)
}
