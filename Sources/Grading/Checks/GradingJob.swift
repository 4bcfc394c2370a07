// SPDX-License-Identifier: MIT
public import HostRuntime
public import Results

/// One submission to be graded in processes of its own.
public struct GradingJob: Hashable, Sendable {
    /// The submission, and the checks that judge it.
    public var checks: CheckJob
    /// How many workers the submission may start; more than ``workerLimit`` count as that many.
    public var workers: Int
    /// What each of the checks may spend.
    public var budgets: CheckBudgets
    /// Whether nothing is run: only what the checks are worth is wanted, for a submission that is none.
    public var isOnlyAppraised = false
    /// The exercise, by which a token of a failure names it; nil where failures get no token.
    public var exercise: String?

    /// The most workers that a submission may have.
    public static let workerLimit = 8

    /// Puts a job together.
    public init(_ checks: CheckJob, workers: Int = 0, budgets: CheckBudgets = CheckBudgets(), exercise: String? = nil) {
        self.checks = checks
        self.workers = workers
        self.budgets = budgets
        self.exercise = exercise
    }
}

/// What came of a submission.
public enum GradingOutcome: Hashable, Sendable {
    /// There is one result for each check, in the order of their file.
    ///
    /// A single check that could not be run, through no fault of the submission, has the outcome `error`.
    case graded([CheckResult])
    /// What all checks together are worth, but for extra ones; for a job that is only appraised.
    case appraised(Points)
    /// No check could be run, through no fault of the submission.
    case failed(GradingFailure)
}

/// Why a submission was not graded.
public enum GradingFailure: Error, Hashable, Sendable {
    /// The file of the checks is wrong; the message is the engine's.
    case badChecks(path: String, message: String)
    /// The file of the checks names no check.
    case noChecks(path: String)
    /// The file of the checks was stopped while it named them.
    case checksStopped(path: String, StopReason)
    /// The system started no process; its error.
    case noProcess(errno: Int32)
    /// The engine did not start.
    case noEngine
    /// The system refused a limit or the filter, so that nothing was run.
    case notConfined
    /// The process that runs checks died again and again.
    case serverDied
}
