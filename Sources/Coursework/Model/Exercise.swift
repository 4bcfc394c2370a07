// SPDX-License-Identifier: MIT

/// What an exercise says about itself in its manifest.
public struct Exercise: Hashable, Sendable {
    /// What is asked of the learner.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Order the lines that a program prints.
        case predict
        /// Choose among answers.
        case choose
        /// Work out a number.
        case compute
        /// Mend a program.
        case fix
        /// Write a program.
        case implement
    }

    /// Its name in the course.
    public let id: ContentID
    /// What it is called.
    public let title: String
    /// What is asked.
    public let kind: Kind
    /// What it is about: names in the glossary.
    public let concepts: [String]
    /// How long it takes, in minutes.
    public let minutes: Int
    /// The lesson that prepares for it; nil where none does.
    public let lesson: ContentID?
    /// The exercises that should be done before it.
    public let after: [ContentID]
    /// The queues that its programs meet.
    public let profile: CourseProgram.Profile
    /// What a submission has to define or export; `fix` and `implement` have one.
    public let entry: String?
    /// How many worker threads a submission may start.
    public let workers: Int

    /// Puts an exercise's description together.
    public init(
        id: ContentID, title: String, kind: Kind, concepts: [String], minutes: Int, lesson: ContentID? = nil,
        after: [ContentID] = [], profile: CourseProgram.Profile = .node, entry: String? = nil, workers: Int = 0
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.concepts = concepts
        self.minutes = minutes
        self.lesson = lesson
        self.after = after
        self.profile = profile
        self.entry = entry
        self.workers = workers
    }

    /// The number that is shown: `2.04`.
    public var number: String { id.exerciseNumber }

    /// Its directory, from the course's directory.
    public var path: String { "Exercises/\(id)" }
}
