// SPDX-License-Identifier: MIT
public import CivilTime

/// Learners who have tried an exercise often and are all held up by the same check.
public struct StuckGroup: Hashable, Sendable {
    /// The exercise, by its name.
    public var exercise: String
    /// The first check that the last attempt does not pass; nil where the exercise has none, or nothing was run.
    public var check: String?
    /// The learners, most attempts first.
    public var learners: [StuckLearner]

    /// Learners who are held up.
    public init(exercise: String, check: String?, learners: [StuckLearner]) {
        self.exercise = exercise
        self.check = check
        self.learners = learners
    }
}

/// Somebody who is stuck.
public struct StuckLearner: Hashable, Sendable {
    /// Who.
    public var name: String
    /// The attempts so far.
    public var attempts: Int
    /// The hints seen; nil where nobody knows.
    public var hints: Int?
    /// The last attempt; nil where its time is not known.
    public var last: Timestamp?

    /// Somebody who is stuck.
    public init(name: String, attempts: Int, hints: Int? = nil, last: Timestamp? = nil) {
        self.name = name
        self.attempts = attempts
        self.hints = hints
        self.last = last
    }
}

/// A wrong belief, and who showed it.
public struct MisconceptionReport: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// The belief in a few words; its id where it is not known here.
    public var name: String
    /// The lesson that treats it; nil where none is known.
    public var lesson: LessonReference?
    /// Who showed it; those who still hold it first, then by number of attempts.
    public var holders: [MisconceptionHolder]
    /// Attempts in which it showed.
    public var attempts: Int
    /// The exercises in which it showed, by their names, most learners first.
    public var exercises: [String]

    /// A belief.
    public init(
        id: String, name: String, lesson: LessonReference? = nil, holders: [MisconceptionHolder] = [],
        attempts: Int = 0, exercises: [String] = []
    ) {
        self.id = id
        self.name = name
        self.lesson = lesson
        self.holders = holders
        self.attempts = attempts
        self.exercises = exercises
    }

    /// How many learners still hold it, as far as can be told.
    public var openCount: Int { holders.count { $0.isOpen } }
}

/// Somebody who showed a wrong belief.
public struct MisconceptionHolder: Hashable, Sendable {
    /// Who.
    public var name: String
    /// The attempts in which it showed.
    public var attempts: Int
    /// The last of them.
    public var last: Timestamp?
    /// Whether the exercise, question or puzzle in which it showed last was not answered rightly since.
    public var isOpen: Bool

    /// Somebody who showed a belief.
    public init(name: String, attempts: Int, last: Timestamp? = nil, isOpen: Bool) {
        self.name = name
        self.attempts = attempts
        self.last = last
        self.isOpen = isOpen
    }
}

/// Submissions of different learners that are alike: a hint to look at them, and no verdict.
///
/// Learners may have worked together, as they may be asked to, or a short exercise may have one obvious solution.
public struct SimilarityHint: Hashable, Sendable {
    /// How they are alike.
    public enum Kind: Hashable, Sendable {
        /// All of their bytes are equal.
        case sameFile
        /// So much of the smaller one, in thousandths, stands in the other one, whatever names and spaces they have.
        case similar(share: Int)
    }

    /// The exercise, by its name.
    public var exercise: String
    /// The learners by name, at least two; in the order in which they handed in where that is known.
    public var learners: [String]
    /// How they are alike.
    public var kind: Kind
    /// When each of them handed it in, where that is known; as many as learners.
    public var moments: [Timestamp?]

    /// Notes that submissions are alike.
    public init(exercise: String, learners: [String], kind: Kind, moments: [Timestamp?] = []) {
        self.exercise = exercise
        self.learners = learners
        self.kind = kind
        self.moments = moments
    }
}

/// What somebody who reads the figures has to know about where they come from.
public enum ReportRemark: Hashable, Sendable {
    /// A file could not be read, so nothing of it is in the report; the words say why.
    case unreadable(file: String, reason: String)
    /// A learner's clock went back, so the times of these attempts, and what follows from them, are doubtful.
    case clockWentBack(learner: String, attempts: Int)
    /// Attempts have a time that lies after the moment at which they were recorded.
    case fromTheFuture(learner: String, attempts: Int)
    /// Attempts have no time: they count as made before all others.
    case withoutTime(attempts: Int)
    /// The attempts at an exercise are of several versions of it, or of its course.
    case severalVersions(exercise: String, versions: Int)
    /// An exercise is not in the course.
    case unknownExercise(exercise: String, attempts: Int)
    /// Attempts of another course, which the report leaves out.
    case otherCourse(course: String, attempts: Int)
    /// Attempts could not be graded, through no fault of the learners; they count for nothing.
    case notGraded(attempts: Int)
    /// Learners have handed in and are in no section, though the class has sections; names that were mistyped maybe.
    case withoutSection(learners: [String])
    /// So many learners have left the class; nothing of them is in the report.
    case left(learners: Int)
    /// Files of two devices say the same name, and were taken for one learner.
    case sameName(learner: String, files: Int)
    /// A file is there twice under two names, and counts once.
    case knownAttempts(file: String, attempts: Int)
}
