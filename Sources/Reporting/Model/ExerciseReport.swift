// SPDX-License-Identifier: MIT
public import Results

/// What the class made of one exercise.
public struct ExerciseReport: Hashable, Sendable {
    /// Its name, as `track/name`.
    public var id: String
    /// What it is called; its name where the course is not at hand.
    public var title: String
    /// The number that is shown, as "2.04"; nil where the course is not at hand.
    public var number: String?
    /// The title of its track; nil where the course is not at hand.
    public var track: String?
    /// The lesson that prepares for it.
    public var lesson: LessonReference?
    /// What is asked, as `predict` or `implement`; nil where nobody knows.
    public var kind: String?
    /// Learners with at least one attempt.
    public var tried = 0
    /// Learners who passed.
    public var passed = 0
    /// Learners who are stuck.
    public var stuck = 0
    /// All attempts.
    public var attempts = 0
    /// What it is worth; nil where nobody knows.
    public var possible: Points?
    /// The mean share of the points in the first attempts, in thousandths: 1000 where everybody had everything right.
    ///
    /// The index that item analysis calls difficulty, or facility: large where the exercise is easy.
    public var difficulty: Int?
    /// How well it tells the strong from the weak, in thousandths from -1000 to 1000; nil for too few learners.
    ///
    /// The correlation of the share in the first attempt with the mean of the learner's first shares in all other
    /// exercises (item-rest correlation). It needs `ItemAnalysis.fewestLearners` learners.
    public var discrimination: Int?
    /// The median of the numbers of attempts until the first that passed; of those who passed.
    public var attemptsToPass: Int?
    /// The median time spent until the first attempt that passed; nil where nobody knows.
    public var timeToPass: Int?
    /// The median time from the first attempt to the first that passed; nil where nobody knows.
    public var elapsedToPass: Int?
    /// Learners who saw hints; nil where nobody knows.
    public var hinted: Int?
    /// Hints that were seen in all; nil where nobody knows.
    public var hints: Int?
    /// Its checks, in the order of their file; empty where it has none.
    public var checks: [CheckReport] = []
    /// The most common wrong answers, most learners first.
    public var wrongAnswers: [WrongAnswer] = []
    /// How many versions of the exercise, or of its course, the attempts are of.
    public var versions = 0
    /// Whether the course has it; true where the course is not at hand.
    public var isKnown = true

    /// An exercise that nobody has tried yet.
    public init(id: String) {
        self.id = id
        title = id
    }
}

/// What the class made of one check of an exercise.
public struct CheckReport: Hashable, Sendable {
    /// What is remarkable about it.
    public enum Remark: String, Hashable, Sendable, CaseIterable {
        /// All learners pass it in their first attempt: it tells nobody from anybody.
        case everyonePasses
        /// No learner has passed it in any attempt.
        case nobodyPasses
    }

    /// Its name.
    public var name: String
    /// What it is worth.
    public var possible = Points.zero
    /// Whether its points come on top.
    public var isExtra = false
    /// Whether learners are not told of it.
    public var isHidden = false
    /// Learners in whose attempts it was run or skipped.
    public var learners = 0
    /// Learners whose first attempt passed it.
    public var passedFirst = 0
    /// Learners of whom at least one attempt passed it.
    public var passed = 0
    /// Learners whose last attempt does not pass it.
    public var open = 0
    /// How well it tells the strong from the weak, as for an exercise.
    public var discrimination: Int?
    /// What is remarkable about it; nil for fewer learners than item analysis needs.
    public var remark: Remark?
    /// What it said most often where it did not pass.
    public var commonFailure: WrongAnswer?

    /// A check of which nothing is known yet.
    public init(name: String) {
        self.name = name
    }

    /// The share of learners whose first attempt passed it, in thousandths; nil where there is none.
    public var difficulty: Int? {
        learners == 0 ? nil : Points(thousandths: passedFirst).share(of: Points(thousandths: learners))
    }
}

/// Something wrong that several learners gave.
public struct WrongAnswer: Hashable, Sendable {
    /// The answer, or what the check that it failed says of it.
    public var text: String
    /// The check that did not pass; nil where it is an answer.
    public var check: String?
    /// Learners who gave it at least once.
    public var learners = 0
    /// Attempts in which it was given.
    public var attempts = 0

    /// A wrong answer.
    public init(text: String, check: String? = nil, learners: Int = 0, attempts: Int = 0) {
        self.text = text
        self.check = check
        self.learners = learners
        self.attempts = attempts
    }
}

/// A lesson that a report points to.
public struct LessonReference: Hashable, Sendable {
    /// Its name in the course.
    public var id: String
    /// The number that is shown, as "2.2".
    public var number: String
    /// What it is called.
    public var title: String

    /// Points to a lesson.
    public init(id: String, number: String, title: String) {
        self.id = id
        self.number = number
        self.title = title
    }
}

/// What is known of one lesson.
public struct LessonReport: Hashable, Sendable {
    /// Which one.
    public var lesson: LessonReference
    /// Learners who began it; nil where nobody knows, as gradebooks do not tell.
    public var begun: Int?
    /// Learners who came to its end; nil where nobody knows.
    public var finished: Int?
    /// Learners who answered a question in it.
    public var answered = 0
    /// Answers to questions in it.
    public var attempts = 0
    /// Of these the right ones.
    public var passes = 0
    /// Pairs of learner and exercise of this lesson with at least one attempt.
    public var tried = 0
    /// Of these the ones that were passed.
    public var passed = 0

    /// A lesson of which nothing is known yet.
    public init(lesson: LessonReference) {
        self.lesson = lesson
    }
}
