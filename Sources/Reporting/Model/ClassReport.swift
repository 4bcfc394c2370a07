// SPDX-License-Identifier: MIT
public import CivilTime

/// What a class has done and not understood yet: plain values that every writer reads.
///
/// Everything in it is of the scope that was asked for, and names are masked where that was asked for. The same
/// attempts give the same report: nothing in it was measured, and no clock was read. Shares are thousandths, lengths of
/// time milliseconds. Where nothing is known there is nil, never 0.
public struct ClassReport: Hashable, Sendable {
    /// What the class is called; empty where nobody has said so.
    public var title = ""
    /// What the course is called; nil where it is not at hand.
    public var course: String?
    /// What the report is about.
    public var scope = ReportScope.everyone
    /// Whether learners have numbers in place of their names.
    public var isAnonymous = false
    /// Minutes by which the clock of the class is ahead of UTC; it decides to which day an attempt belongs.
    public var offset = 0
    /// From how many attempts without a pass on somebody counts as stuck.
    public var stuckLimit = 5
    /// The first and the last moment of an attempt; nil where there is none with a time.
    public var period: ClosedRange<Timestamp>?
    /// Numbers of the whole scope.
    public var totals = Totals()
    /// The exercises: those of the course in its order, then others by their names' bytes.
    public var exercises: [ExerciseReport] = []
    /// The learners by the bytes of the names that are shown; those who have done nothing are there too.
    public var learners: [LearnerReport] = []
    /// Who is stuck and on which check; most learners first.
    public var stuck: [StuckGroup] = []
    /// What the class believes; most learners first.
    public var misconceptions: [MisconceptionReport] = []
    /// The lessons of which something is known, in the order of the course.
    public var lessons: [LessonReport] = []
    /// Each day on which something was done, in order.
    public var days: [DayReport] = []
    /// Each week from the first to the last in which something was done, those without anything included.
    public var weeks: [WeekReport] = []
    /// How many learners have which share of the points, in ten bands: 0 to 9 %, …, 90 % and above.
    public var scoreBands: [Int] = []
    /// Submissions that are alike: a hint to look, never a verdict.
    public var similarities: [SimilarityHint] = []
    /// What somebody who reads the figures has to know about where they come from.
    public var remarks: [ReportRemark] = []

    /// An empty report.
    public init() {}

    /// Numbers of the whole scope.
    public struct Totals: Hashable, Sendable {
        /// Learners, those who have done nothing included.
        public var learners = 0
        /// Learners with at least one attempt.
        public var activeLearners = 0
        /// Exercises that the report tells of.
        public var exercises = 0
        /// Attempts at these exercises.
        public var attempts = 0
        /// Pairs of a learner and an exercise with at least one attempt.
        public var tried = 0
        /// Pairs of a learner and an exercise that was passed.
        public var passed = 0
        /// Time spent, where it is known.
        public var duration: Int?
        /// Hints seen, where that is known.
        public var hints: Int?

        /// Counts nothing yet.
        public init() {}
    }
}

/// What a report is about.
public enum ReportScope: Hashable, Sendable {
    /// The class.
    case everyone
    /// One section, by its name.
    case section(String)
    /// One learner, by name; the number where names are masked.
    case learner(String)
    /// One exercise, by its name.
    case exercise(String)
    /// The exercises of one lesson and the questions in it, by its name.
    case lesson(String)
}

/// A day on which something was done.
public struct DayReport: Hashable, Sendable {
    /// The day.
    public var day: Day
    /// All attempts, those at puzzles and questions of lessons included.
    public var attempts = 0
    /// Attempts that passed.
    public var passes = 0
    /// Learners who did something.
    public var learners = 0

    /// A day on which nothing was done yet.
    public init(day: Day) {
        self.day = day
    }
}

/// A week of the class, from Monday to Sunday.
public struct WeekReport: Hashable, Sendable {
    /// Its Monday.
    public var start: Day
    /// All attempts at exercises.
    public var attempts = 0
    /// Learners who tried an exercise.
    public var learners = 0
    /// Pairs of learner and exercise that were passed for the first time.
    public var newPasses = 0
    /// First attempts of a learner at an exercise.
    public var firstAttempts = 0
    /// Of the first attempts those that passed.
    public var firstPasses = 0
    /// Attempts in which a misconception showed.
    public var misconceptions = 0

    /// A week in which nothing was done yet.
    public init(start: Day) {
        self.start = start
    }
}
