// SPDX-License-Identifier: MIT

/// What can be wrong with what a program of a course does.
public enum RunFault: Hashable, Sendable {
    /// It ended in another way than it says; what it printed on standard error last.
    case ended(CourseProgramRun.Ending, meant: CourseProgram.Ending, message: String?)
    /// It prints too few or too many lines to be put in order.
    case lines(Int, ClosedRange<Int>)
    /// It prints a line twice, so nobody could tell which comes first.
    case repeatedLine(String)
    /// Its legal orders do not consist of the same lines: this one is not in all of them.
    case lineNotInAllOrders(String)
    /// A line is empty.
    case emptyLine
    /// Its last line is no number.
    case noNumber(String?)
    /// The solution of a goal does not reach it.
    case missesGoal(TryGoal.Shortfall)
    /// What one begins with reaches the goal already.
    case startReachesGoal
    /// What the learner begins with passes.
    case starterPasses
    /// A correct solution fails at these checks.
    case solutionFails(checks: [String])
    /// A wrong solution passes.
    case wrongPasses(check: String)
    /// A wrong solution fails at other checks than the one that it names.
    case wrongFailsElsewhere(check: String, failed: [String])
    /// There is no check of that name; the nearest one.
    case unknownCheck(String, nearest: String?)
    /// There is not one check.
    case noChecks
    /// The checks could not be run; the reason in the words of whatever ran them.
    case checksBroken(String)
}

/// What a program of a course did.
public struct CourseProgramRun: Hashable, Sendable {
    /// How a run ended.
    public enum Ending: Hashable, Sendable {
        /// By itself, with that exit code.
        case exited(Int32)
        /// It had to be stopped.
        case stopped
        /// Nothing could happen any more, and something was still awaited.
        case stuck
        /// It tried something that a sandbox does not allow, or ended its process.
        case refused
    }

    /// The lines that it printed on standard output.
    public let lines: [String]
    /// How it ended.
    public let ending: Ending
    /// The line of standard error that says why it failed.
    public let message: String?

    /// Puts a run together.
    public init(lines: [String], ending: Ending, message: String? = nil) {
        self.lines = lines
        self.ending = ending
        self.message = message
    }
}
