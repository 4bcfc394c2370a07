// SPDX-License-Identifier: MIT
public import CivilTime
public import Results

/// What one learner has done.
public struct LearnerReport: Hashable, Sendable {
    /// The name that is shown: the learner's, or a number as "Learner 017".
    public var name: String
    /// The name that people use, where a roster says it; nil where names are masked.
    public var fullName: String?
    /// The sections, in the order of the class; empty where there are none.
    public var sections: [String] = []
    /// One for each exercise of the report, in its order.
    public var standings: [Standing] = []
    /// Attempts at the exercises of the report.
    public var attempts = 0
    /// How many of these exercises are passed.
    public var passed = 0
    /// How many of them were tried.
    public var tried = 0
    /// How many of them the learner is stuck in.
    public var stuck = 0
    /// The points that count; excused exercises are left out.
    public var earned = Points.zero
    /// What the exercises that the report tells of are worth; excused ones are left out.
    public var possible = Points.zero
    /// Time spent; nil where nobody knows.
    public var duration: Int?
    /// Hints seen; nil where nobody knows.
    public var hints: Int?
    /// The first attempt; nil where there is none with a time.
    public var first: Timestamp?
    /// The last attempt; nil where there is none with a time.
    public var last: Timestamp?
    /// The misconceptions that showed, by their ids, in the order of the report's list.
    public var misconceptions: [String] = []

    /// Somebody who has done nothing yet.
    public init(name: String) {
        self.name = name
    }

    /// The share of the points in thousandths; nil where nothing can be earned.
    public var share: Int? { possible <= .zero ? nil : earned.share(of: possible) }
}

/// Where a learner stands in an exercise.
public struct Standing: Hashable, Sendable {
    /// How far it is.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// There is no attempt.
        case untouched
        /// There are attempts, and none has passed.
        case tried
        /// There are many attempts, and none has passed.
        case stuck
        /// An attempt has passed.
        case passed
        /// Something was handed in, and nobody can say what came of it.
        case open
        /// It does not count for this learner.
        case excused
    }

    /// How far it is.
    public var state = State.untouched
    /// All attempts; a file that was handed in again unchanged is none.
    public var attempts = 0
    /// The number of the attempt that passed first, from 1; nil where none has.
    public var attemptsToPass: Int?
    /// The share of the points in the first attempt that was graded, in thousandths.
    public var firstShare: Int?
    /// The share of the points that count, in thousandths; nil where there are none.
    public var share: Int?
    /// The points that count, after what being late costs and what people decided; nil where there are none.
    public var points: Points?
    /// What it is worth; nil where nobody knows.
    public var possible: Points?
    /// Whether a person has set the points, or that it does not count.
    public var isDecided = false
    /// Whether the attempt that counts was late, beyond the time of grace.
    public var isLate = false
    /// Time spent until it was passed, or in all where it is not; nil where nobody knows.
    public var duration: Int?
    /// The largest number of hints seen before an attempt; nil where nobody knows.
    public var hints: Int?
    /// The first attempt; nil where its time is not known.
    public var first: Timestamp?
    /// The last attempt; nil where its time is not known.
    public var last: Timestamp?
    /// The attempt that passed first; nil where there is none or its time is not known.
    public var passedAt: Timestamp?

    /// Nothing was done yet.
    public init() {}
}
