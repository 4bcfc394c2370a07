// SPDX-License-Identifier: MIT
public import Markup

/// What the learner does in a lesson, and what the caller tells about what it was asked to do.
public enum LessonInput: Equatable, Sendable {
    /// Go on.
    case next
    /// Return to the step before.
    case back
    /// Run the step's program, once more if need be.
    case run
    /// Have it shown.
    case skip
    /// Go to a step, counted from 1.
    case goTo(Int)
    /// Give an answer to what is asked.
    case answer(String)
    /// The program that was to be run has come to its end, or was stopped.
    case printed(LessonOutput)
    /// A prediction was judged; `rows` say what is right or wrong about it.
    case predicted(answer: String, isRight: Bool, rows: [StyledText])
    /// Code of the learner's own was run, and printed these lines.
    case tried(code: String, lines: [String])
}

/// What a program of a lesson printed.
public struct LessonOutput: Equatable, Sendable {
    /// The lines.
    public let lines: [String]
    /// How it ended where that has to be said: an error, a limit.
    public let note: String?

    /// Puts an output together.
    public init(lines: [String], note: String? = nil) {
        self.lines = lines
        self.note = note
    }
}

/// What the caller has to do, in the given order.
public enum LessonAction: Equatable, Sendable {
    /// Write these rows.
    case show([StyledText])
    /// Run a program, then report `.printed`; `step` says that its steps may be looked at.
    case run(ProgramBlock)
    /// Ask for the order of a program's lines, which has just been shown.
    ///
    /// Either the caller asks by itself and reports `.predicted`, or it hands in lines as `.answer`.
    case askPrediction(CourseProgram)
    /// Judge a prediction, then report `.predicted`.
    case judgePrediction(CourseProgram, answer: String)
    /// Report what the learner's code prints as `.tried` from now on, until the state changes.
    case openGoal(TryGoal)
    /// Keep that something was tried.
    case attempted(LessonAttempt)
    /// The lesson is over.
    case finish(LessonSummary)
}

/// One try at a prediction, a question or a goal.
public struct LessonAttempt: Equatable, Sendable {
    /// What was tried.
    public enum Kind: String, CaseIterable, Equatable, Sendable {
        /// To order the lines of a program.
        case prediction
        /// To answer a question.
        case quiz
        /// To reach a goal.
        case goal
    }

    /// What was tried.
    public let kind: Kind
    /// The activity's key in `LessonPosition`.
    public let key: String
    /// Its line in the lesson's file.
    public let line: Int
    /// What was answered, or the code.
    public let answer: String
    /// Whether it was right.
    public let isRight: Bool
    /// Which try it was, from 1 on.
    public let number: Int
}

/// What was done in a lesson.
public struct LessonSummary: Equatable, Sendable {
    /// How the activities of one kind went.
    public struct Count: Equatable, Sendable {
        /// How many there are.
        public internal(set) var total = 0
        /// How many were reached.
        public internal(set) var reached = 0
        /// How many of those at the first try.
        public internal(set) var atOnce = 0
    }

    /// Orders of lines.
    public internal(set) var predictions = Count()
    /// Questions.
    public internal(set) var quizzes = Count()
    /// Goals.
    public internal(set) var goals = Count()
}

/// What a learner may do after a lesson.
public struct LessonFollowUp: Hashable, Sendable {
    /// The lesson that comes next; nil after the last.
    public let next: Lesson?
    /// The exercises that belong to it.
    public let exercises: [Exercise]

    /// Puts it together.
    public init(next: Lesson?, exercises: [Exercise]) {
        self.next = next
        self.exercises = exercises
    }

    /// What comes after a lesson of a course.
    public init(after lesson: Lesson, in course: Course) {
        next = course.lessons.first { $0.id > lesson.id }
        exercises = course.exercises(of: lesson)
    }
}
