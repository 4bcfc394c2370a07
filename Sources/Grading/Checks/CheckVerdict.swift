// SPDX-License-Identifier: MIT
public import HostRuntime

/// The result of one check.
public struct CheckVerdict: Equatable, Sendable {
    /// What came of it.
    public enum Result: Equatable, Sendable {
        /// Everything was as it should be.
        case passed
        /// Something was not; the details are lines that stand below the message, possibly none.
        case failed(message: String, details: String)
        /// It was not run, because the check of this name did not pass.
        case skipped(needs: String)
        /// The submission ended the program before the check was done, with this exit code.
        case exited(code: Int32)
        /// The submission had to be stopped.
        case stopped(RunEnding)
    }

    /// The check's name.
    public let name: String
    /// What it is worth, in thousandths of a point.
    public let milliPoints: Int
    /// What came of it.
    public let result: Result
    /// What the submission printed meanwhile.
    public let output: String

    /// Puts a verdict together.
    public init(name: String, milliPoints: Int, result: Result, output: String = "") {
        self.name = name
        self.milliPoints = milliPoints
        self.result = result
        self.output = output
    }

    /// Whether it passed.
    public var hasPassed: Bool { result == .passed }
}

/// The results of all checks of a submission.
public struct SubmissionVerdict: Equatable, Sendable {
    /// One for each check, in the order of their file.
    public let checks: [CheckVerdict]

    /// Puts results together.
    public init(checks: [CheckVerdict]) {
        self.checks = checks
    }

    /// Whether there were checks and all of them passed.
    public var hasPassed: Bool { !checks.isEmpty && checks.allSatisfy(\.hasPassed) }

    /// The points earned, in thousandths.
    public var earnedMilliPoints: Int { checks.reduce(0) { $0 + ($1.hasPassed ? $1.milliPoints : 0) } }

    /// The points that there are, in thousandths.
    public var possibleMilliPoints: Int { checks.reduce(0) { $0 + $1.milliPoints } }

    /// The first check that did not pass.
    public var firstFailure: CheckVerdict? { checks.first { !$0.hasPassed } }
}
