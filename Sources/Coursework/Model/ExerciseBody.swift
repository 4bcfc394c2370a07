// SPDX-License-Identifier: MIT

/// The texts and programs of an exercise.
public struct ExerciseBody: Hashable, Sendable {
    /// What the learner is told.
    public let prompt: MarkdownDocument
    /// Help, each more than the one before: nudge, rule, near-solution.
    public let hints: [Hint]
    /// What the answer is compared with.
    public let content: Content
    /// The links in all of its texts.
    public let links: [MarkdownLink]

    /// Puts an exercise's body together.
    public init(prompt: MarkdownDocument, hints: [Hint], content: Content, links: [MarkdownLink]) {
        self.prompt = prompt
        self.hints = hints
        self.content = content
        self.links = links
    }

    /// One piece of help.
    public struct Hint: Hashable, Sendable {
        /// Its heading.
        public let title: [MarkdownInline]
        /// Its text.
        public let blocks: [MarkdownBlock]
        /// The line of `hints.md` where it begins.
        public let line: Int

        /// Puts a piece of help together.
        public init(title: [MarkdownInline], blocks: [MarkdownBlock], line: Int) {
            self.title = title
            self.blocks = blocks
            self.line = line
        }
    }

    /// What an answer is compared with, for each kind.
    public enum Content: Hashable, Sendable {
        /// A program whose lines are put in order.
        case predict(CourseProgram)
        /// A question with answers.
        case choose(Quiz)
        /// A question whose answer is a number.
        case compute(ComputeQuestion)
        /// A program to mend.
        case fix(CodeTask)
        /// A program to write.
        case implement(CodeTask)
    }
}

/// A question whose answer is a number, which a program works out.
public struct ComputeQuestion: Hashable, Sendable {
    /// How far an answer may be from the number.
    public enum Tolerance: Hashable, Sendable {
        /// By so much.
        case absolute(Double)
        /// By such a part of the number: 0.05 for 5 %.
        case relative(Double)
    }

    /// What is asked.
    public let question: [MarkdownInline]
    /// What the number counts: `ms`.
    public let unit: String?
    /// How far an answer may be off.
    public let tolerance: Tolerance
    /// A program whose last line is the number.
    public let solution: CourseProgram
    /// How it is worked out; shown after a pass.
    public let explanation: MarkdownDocument

    /// Puts a question together.
    public init(
        question: [MarkdownInline], unit: String?, tolerance: Tolerance, solution: CourseProgram,
        explanation: MarkdownDocument
    ) {
        self.question = question
        self.unit = unit
        self.tolerance = tolerance
        self.solution = solution
        self.explanation = explanation
    }
}

/// A program to mend or to write, and what its checks are tried on.
public struct CodeTask: Hashable, Sendable {
    /// A solution that is known to be wrong.
    public struct WrongSolution: Hashable, Sendable {
        /// The program.
        public let file: CourseFile
        /// The name of the check that has to fail.
        public let failsCheck: String
        /// The line that names it.
        public let line: Int

        /// Puts a wrong solution together.
        public init(file: CourseFile, failsCheck: String, line: Int) {
            self.file = file
            self.failsCheck = failsCheck
            self.line = line
        }
    }

    /// What the learner begins with; it fails.
    public let starter: CourseFile
    /// A solution that passes.
    public let solution: CourseFile
    /// The checks.
    public let checks: CourseFile
    /// Solutions that fail, by name.
    public let wrong: [WrongSolution]
    /// Other solutions that pass, by name.
    public let right: [CourseFile]

    /// Puts a task together.
    public init(
        starter: CourseFile, solution: CourseFile, checks: CourseFile, wrong: [WrongSolution], right: [CourseFile]
    ) {
        self.starter = starter
        self.solution = solution
        self.checks = checks
        self.wrong = wrong
        self.right = right
    }
}
