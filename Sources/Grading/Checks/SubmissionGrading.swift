// SPDX-License-Identifier: MIT

/// Grades submissions beside one another and tells what came of each as soon as that is known.
///
/// A class of any size needs little memory: hand over while there is room, wait, write down what has finished, and
/// begin again until a wait says `idle`.
///
/// Belongs to the thread that made it, which should be the process's only one.
public protocol SubmissionGrading: AnyObject {
    /// Whether another submission may be handed over now; each that waits or has not been taken counts.
    var hasRoom: Bool { get }

    /// Hands over a submission; the token is given back with what came of it.
    ///
    /// Begins to grade it where somebody is free, and does not wait.
    func submit(_ job: GradingJob, token: Int)

    /// Waits until a submission has been graded, or a signal comes.
    ///
    /// What has finished comes in any order, so that nothing of it is lost with this process. What is under way when a
    /// signal comes goes on; `close()` ends it.
    func wait(_ signals: borrowing SignalDescriptor) -> GradingEvent

    /// Ends all processes and waits for their end; what has not finished is given up.
    func close()
}

/// What one wait for graded submissions brought.
public enum GradingEvent: Hashable, Sendable {
    /// These have finished.
    case finished([GradedSubmission])
    /// This signal came.
    case signal(Int32)
    /// Nothing is under way, so nothing will come.
    case idle
}

/// A submission that has been graded.
public struct GradedSubmission: Hashable, Sendable {
    /// What it was handed over with.
    public let token: Int
    /// What came of it.
    public let outcome: GradingOutcome

    /// Puts the two together.
    public init(token: Int, outcome: GradingOutcome) {
        self.token = token
        self.outcome = outcome
    }
}
