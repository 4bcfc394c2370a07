// SPDX-License-Identifier: MIT

/// Runs what a course consists of; this library knows no engine.
///
/// Programs run on the virtual clock. Those of a course that somebody else wrote belong into a sandbox.
public protocol CourseProgramRunning {
    /// Why nothing could be run, for reasons that are not the course's.
    associatedtype Failure: Error

    /// Runs a program to its end, or until it had to be stopped.
    func run(_ program: CourseProgram) throws(Failure) -> CourseProgramRun

    /// The runs of a program that differ in what they print, where Node leaves an order open; the usual one first.
    func legalRuns(_ program: CourseProgram) throws(Failure) -> [CourseProgramRun]

    /// Tries a submission on an exercise's checks; nil where this runner cannot.
    func grade(_ submission: CourseFile, _ task: CodeTask, of exercise: Exercise) throws(Failure) -> CourseGrade?
}

/// What the checks of an exercise say of a submission.
public struct CourseGrade: Hashable, Sendable {
    /// The names of all checks, in their order.
    public let checks: [String]
    /// The names of those that failed.
    public let failed: [String]
    /// The names of those among them that have to pass for the exercise to be passed.
    public let failedRequired: [String]
    /// Why the checks could not be run to their end; nil if they could.
    public let obstacle: String?

    /// Puts a result together.
    public init(checks: [String], failed: [String], failedRequired: [String]? = nil, obstacle: String? = nil) {
        self.checks = checks
        self.failed = failed
        self.failedRequired = failedRequired ?? failed
        self.obstacle = obstacle
    }
}
