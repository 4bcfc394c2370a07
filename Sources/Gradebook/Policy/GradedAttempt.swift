// SPDX-License-Identifier: MIT
public import Results

/// What the policy has to know of one submission that was graded.
public struct GradedAttempt: Hashable, Sendable {
    /// How far grading went.
    public enum Outcome: Hashable, Sendable {
        /// Its checks were run.
        case graded
        /// It could not be run, so it scores nothing.
        case refused
        /// Nobody can say, which is no fault of the learner.
        case unknown
    }

    /// The hash of the submission's bytes; empty where there are none.
    public var submission: String
    /// Its path.
    public var path: String
    /// When it was handed in, in milliseconds since 1970; nil where nobody knows.
    public var submittedAt: Int64?
    /// How far grading went.
    public var outcome: Outcome
    /// What was earned.
    public var earned: Points
    /// What could be earned without extra checks.
    public var possible: Points
    /// Whether all checks passed that have to.
    public var hasPassed: Bool

    /// Describes an attempt.
    public init(
        submission: String, path: String, submittedAt: Int64?, outcome: Outcome, earned: Points, possible: Points,
        hasPassed: Bool
    ) {
        self.submission = submission
        self.path = path
        self.submittedAt = submittedAt
        self.outcome = outcome
        self.earned = earned
        self.possible = possible
        self.hasPassed = hasPassed
    }

    /// What a result says.
    public init(_ result: SubmissionResult) {
        let outcome: Outcome
        switch result.status {
        case .graded: outcome = result.checks.contains { $0.isUnknown } ? .unknown : .graded
        case .refused: outcome = .refused
        case .error: outcome = .unknown
        }
        self.init(
            submission: result.provenance.submission, path: result.path, submittedAt: result.submittedAt,
            outcome: outcome, earned: result.earned, possible: result.possible, hasPassed: result.hasPassed)
    }

    /// The order in which attempts were made: by time, those of unknown time first, then by path and hash.
    static func isBefore(_ first: GradedAttempt, _ second: GradedAttempt) -> Bool {
        let (one, other) = (first.submittedAt ?? .min, second.submittedAt ?? .min)
        if one != other { return one < other }
        if !first.path.utf8.elementsEqual(second.path.utf8) {
            return first.path.utf8.lexicographicallyPrecedes(second.path.utf8)
        }
        return first.submission < second.submission
    }
}

extension CheckResult {
    /// Whether nobody can say what would have come of it.
    var isUnknown: Bool {
        if case .error = outcome { true } else { false }
    }
}
