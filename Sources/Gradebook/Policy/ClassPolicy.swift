// SPDX-License-Identifier: MIT
public import Results

/// What decides how results become grades: deadlines, late policy, attempts, and what was agreed with one learner.
public struct ClassPolicy: Hashable, Sendable {
    /// What the class is called.
    public var title: String
    /// Minutes by which the clock of the class is ahead of UTC; deadlines are shown by it.
    public var offset: Int
    /// What counts for exercises that say nothing else.
    public var defaults: ExerciseRules
    /// The exercises with rules of their own, in the order of the file.
    public var exercises: [ExercisePolicy]
    /// Parts of the class.
    public var sections: [Section]
    /// Deadlines that were moved for somebody.
    public var extensions: [Extension]
    /// Scores that a person has set.
    public var overrides: [Override]

    /// Puts a policy together; the default is a class without deadlines in which the best attempt counts.
    public init(
        title: String = "", offset: Int = 0, defaults: ExerciseRules = ExerciseRules(),
        exercises: [ExercisePolicy] = [], sections: [Section] = [], extensions: [Extension] = [],
        overrides: [Override] = []
    ) {
        self.title = title
        self.offset = offset
        self.defaults = defaults
        self.exercises = exercises
        self.sections = sections
        self.extensions = extensions
        self.overrides = overrides
    }

    /// The rules for an exercise.
    public func exercise(_ id: String) -> ExercisePolicy {
        exercises.first { $0.id == id } ?? ExercisePolicy(id: id, rules: defaults)
    }

    /// The sections that somebody is in.
    public func sections(of learner: String) -> [Section] {
        sections.filter { $0.learners.contains(learner) }
    }

    /// A part of the class.
    public struct Section: Hashable, Sendable {
        /// What it is called.
        public var name: String
        /// Who is in it.
        public var learners: [String]

        /// Names a section.
        public init(name: String, learners: [String]) {
            self.name = name
            self.learners = learners
        }
    }

    /// A deadline that was moved for somebody.
    public struct Extension: Hashable, Sendable {
        /// For whom.
        public var learner: String
        /// In which exercise; nil for all of them.
        public var exercise: String?
        /// To when.
        public var length: Length
        /// Why.
        public var reason: String
        /// Who granted it; nil where nobody has said so.
        public var author: String?

        /// To when a deadline is moved.
        public enum Length: Hashable, Sendable {
            /// By so many milliseconds.
            case by(Int64)
            /// To this moment, in milliseconds since 1970.
            case until(Int64)
        }

        /// Grants an extension.
        public init(learner: String, exercise: String? = nil, length: Length, reason: String, author: String? = nil) {
            self.learner = learner
            self.exercise = exercise
            self.length = length
            self.reason = reason
            self.author = author
        }
    }

    /// A score that a person has set, whatever was handed in.
    public struct Override: Hashable, Sendable {
        /// For whom.
        public var learner: String
        /// In which exercise.
        public var exercise: String
        /// What was decided.
        public var decision: Decision
        /// Why.
        public var reason: String
        /// Who decided it.
        public var author: String

        /// What a person can decide.
        public enum Decision: Hashable, Sendable {
            /// The score.
            case points(Points)
            /// That the exercise does not count.
            case excused
        }

        /// Notes a decision.
        public init(learner: String, exercise: String, decision: Decision, reason: String, author: String) {
            self.learner = learner
            self.exercise = exercise
            self.decision = decision
            self.reason = reason
            self.author = author
        }
    }
}

/// An exercise and its rules.
public struct ExercisePolicy: Hashable, Sendable {
    /// The exercise, as `track/name`.
    public var id: String
    /// When it is due, in milliseconds since 1970; nil where it never is.
    public var due: Int64?
    /// When nothing is accepted any more; nil where something always is.
    public var closes: Int64?
    /// What it is worth; nil where it is worth what its checks are.
    public var points: Points?
    /// What else counts.
    public var rules: ExerciseRules
    /// What its column is called in exports; nil where it has the exercise's title.
    public var columnNames = ColumnNames()

    /// What other systems call an exercise.
    public struct ColumnNames: Hashable, Sendable {
        /// The assignment in Canvas, as `With retry (4711)`.
        public var canvas: String?
        /// The grade item in Moodle.
        public var moodle: String?

        /// Names nothing.
        public init() {}
    }

    /// Puts the rules of an exercise together.
    public init(
        id: String, due: Int64? = nil, closes: Int64? = nil, points: Points? = nil,
        rules: ExerciseRules = ExerciseRules()
    ) {
        self.id = id
        self.due = due
        self.closes = closes
        self.points = points
        self.rules = rules
    }
}

/// Rules that a class has and that an exercise may change.
public struct ExerciseRules: Hashable, Sendable {
    /// Which attempt counts.
    public enum Choice: String, Hashable, Sendable, CaseIterable {
        /// The one with the highest score after what being late costs; of equal ones the first.
        case best
        /// The one that was handed in last.
        case last
    }

    /// Which attempt counts.
    public var choice: Choice
    /// How many attempts count; nil for any number.
    public var attemptLimit: Int?
    /// What being late costs; nil for nothing.
    public var late: LatePolicy?

    /// Puts rules together.
    public init(choice: Choice = .best, attemptLimit: Int? = nil, late: LatePolicy? = nil) {
        self.choice = choice
        self.attemptLimit = attemptLimit
        self.late = late
    }
}
