// SPDX-License-Identifier: MIT
public import HostRuntime

/// What can keep a program from being predicted.
public enum PredictionError: Error, Equatable, Sendable {
    /// Its output gives nothing to put in order.
    case notPredictable(Obstacle)
    /// The runtime did not start.
    case runtime(RuntimeError)
    /// The sandbox brought back no record.
    case sandbox(ReplayFailure)
    /// A signal ended a run.
    case interrupted(signal: Int32)

    /// Why there is nothing to put in order.
    public enum Obstacle: Equatable, Sendable {
        /// It prints nothing on standard output.
        case printsNothing
        /// It prints one line.
        case printsOneLine
        /// All its lines read the same, so many of them.
        case printsOneLineAgainAndAgain(count: Int)
        /// It prints more different lines than somebody would put in order.
        case printsTooMuch(lines: Int, limit: Int)
        /// An error that nobody caught ended it before it had printed two lines: its first line, and in which
        /// line of the program.
        case fails(message: String, line: Int?)
        /// It was stopped before it ended.
        case stopped(RunEnding)
        /// It reads standard input, which would change what it prints.
        case needsInput
    }
}
