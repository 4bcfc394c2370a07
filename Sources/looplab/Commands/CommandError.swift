// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Grading
internal import HostRuntime
internal import Progress
internal import Tracing

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
    /// `why` without a line.
    case missingLine
    /// `explain` without a prediction.
    case missingPrediction
    /// No line of the output has that number or that text; it has so many lines.
    case noSuchLine(String, count: Int)
    /// Several lines of the output have that text.
    case ambiguousLine(String, lines: [NumberedLine])
    /// The runtime did not start or a file could not be read.
    case runtime(RuntimeError)
    /// Standard output could not be written.
    case outputFailed(errno: Int32)
    /// A file could not be written.
    case fileNotWritten(path: String, errno: Int32)
    /// A file that should be a trace cannot be read as one.
    case trace(TraceError, path: String)
    /// An option that says how to run a program, where a trace is read instead.
    case recordedAlready(option: String, path: String)
    /// A trace is to go to standard output, and nothing says in which form.
    case missingFormat
    /// `replay` without a token.
    case missingToken
    /// A text is no share token, or a program does not fit into one.
    case token(TokenError)
    /// A program cannot be shared.
    case notShareable(ReplayProgram.Refusal)
    /// The learner's progress cannot be read or written.
    case progress(ProgressError)
    /// Something about exercises and answers.
    case study(StudyError)
    /// Something about courses; their own problems are no errors of a command.
    case course(CourseError)
    /// A program from somewhere else could not be run, or not to its end.
    case replay(ReplayFailure)
    /// A program whose order is predicted on standard input, which has the answer as well.
    case missingAnswer
    /// What was given as an order cannot be compared with one; says what is wrong with it.
    case unreadableOrder(String)
    /// An answer to a puzzle, and nothing says to which.
    case answerWithoutSeed
    /// A program cannot be predicted.
    case prediction(PredictionError, program: String)
    /// A command that has several things to do was given another word.
    case unknownAction(String, command: String, known: [String])
    /// An option that belongs to another form of the command.
    case misplacedOption(String, place: String)
    /// A gradebook cannot be read or written.
    case gradebook(GradebookError)
    /// Something about feedback for a learner.
    case feedback(FeedbackError)
    /// Something about reports on a class.
    case report(ReportCommandError)
    /// Something about grading a class.
    case grading(GradeError)
    /// Something about what is kept of a class.
    case classroom(ClassError)
    /// `progress import` without a file.
    case missingImport
}
