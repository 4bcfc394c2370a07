// SPDX-License-Identifier: MIT
public import Results

/// Something that was handed in, with numbers in place of names: for those who go through a large class.
///
/// The numbers are those of ``StoredNames`` of the same gradebook, and mean nothing elsewhere.
public struct StoredAttempt: Hashable, Sendable {
    /// The learner.
    public var learner: Int
    /// The exercise.
    public var exercise: Int
    /// The hash of these bytes; empty where there are none.
    public var hash: String
    /// The path.
    public var path: String
    /// When it was handed in, in milliseconds since 1970; nil where nobody knows.
    public var submittedAt: Int64?
    /// The hash of the exercise by which the result that counts was graded.
    public var exerciseHash: String
    /// How far grading went.
    public var outcome: GradedAttempt.Outcome
    /// What was earned.
    public var earned: Points
    /// What could be earned without extra checks.
    public var possible: Points
    /// Whether all checks passed that have to.
    public var hasPassed: Bool
    /// What came of each check, in the order of their file.
    public var checks: [StoredOutcome]
    /// The misconceptions that a wrong answer shows.
    public var misconceptions: [String] = []
}

/// What came of one check.
public struct StoredOutcome: Hashable, Sendable {
    /// How it ended.
    public enum Ending: Int, Hashable, Sendable {
        /// As it should.
        case passed
        /// Something was not as it should be.
        case failed
        /// It was not run.
        case skipped
        /// The submission was stopped, or stopped itself.
        case stopped
        /// Nobody can say, through no fault of the submission.
        case error
    }

    /// The check.
    public var check: Int
    /// How it ended.
    public var ending: Ending
    /// The number of what was said about it; nil after a pass.
    public var message: Int?
}
