// SPDX-License-Identifier: MIT
internal import YAMLFields

/// What a lesson says about itself in its front matter.
public struct Lesson: Hashable, Sendable {
    /// Its name in the course.
    public let id: ContentID
    /// What it is called.
    public let title: String
    /// How long it takes, from 5 to 15 minutes.
    public let minutes: Int
    /// What it teaches: names in the glossary.
    public let concepts: [String]
    /// The exercises that follow it.
    public let exercises: [ContentID]

    /// Puts a lesson's description together.
    public init(id: ContentID, title: String, minutes: Int, concepts: [String], exercises: [ContentID]) {
        self.id = id
        self.title = title
        self.minutes = minutes
        self.concepts = concepts
        self.exercises = exercises
    }

    /// The number that is shown: `2.3`.
    public var number: String { id.lessonNumber }

    /// The file, from the course's directory.
    public var path: String { "Lessons/\(id).md" }
}

/// What stands in a lesson below its front matter.
public struct LessonBody: Hashable, Sendable {
    /// Its parts, in order.
    public let blocks: [LessonBlock]
    /// The links in its prose, in order.
    public let links: [MarkdownLink]

    /// Puts a lesson's body together.
    public init(blocks: [LessonBlock], links: [MarkdownLink]) {
        self.blocks = blocks
        self.links = links
    }
}

/// One part of a lesson: what is read, or what is done.
public enum LessonBlock: Hashable, Sendable {
    /// Text, up to the next part of another kind.
    case prose([MarkdownBlock])
    /// A program, shown or run.
    case program(ProgramBlock)
    /// A question with answers to choose from.
    case quiz(Quiz)
    /// A goal to reach with code of one's own.
    case `try`(TryGoal)

    /// The line of the lesson's file where it begins.
    public var line: Int {
        switch self {
        case .prose(let blocks): blocks.first?.line ?? 1
        case .program(let block): block.line
        case .quiz(let quiz): quiz.place.line
        case .try(let goal): goal.place.line
        }
    }
}

/// A program in a lesson, and what is done with it.
public struct ProgramBlock: Hashable, Sendable {
    /// What is done with a program.
    public enum Role: String, CaseIterable, Hashable, Sendable {
        /// It is only read.
        case shown
        /// It is run, and its output appears below it.
        case run
        /// The learner orders its output first; then it is run.
        case predict
        /// It is run, and its steps can be looked at.
        case step
    }

    /// What is done with it.
    public let role: Role
    /// The program.
    public let program: CourseProgram
    /// The line of the lesson's file where its fence begins.
    public let line: Int

    /// Puts a block together.
    public init(role: Role, program: CourseProgram, line: Int) {
        self.role = role
        self.program = program
        self.line = line
    }
}
