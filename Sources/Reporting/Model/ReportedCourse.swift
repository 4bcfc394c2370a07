// SPDX-License-Identifier: MIT

/// What a report has to know of a course: names and titles, and which lesson treats what.
///
/// A value that whoever asks for a report fills in, so that reports need to know nothing of how courses are stored.
public struct ReportedCourse: Hashable, Sendable {
    /// The id under which progress in it is kept.
    public var id: String
    /// What it is called.
    public var title: String
    /// Its lessons, in their order.
    public var lessons: [LessonReference]
    /// Its exercises, in their order.
    public var exercises: [Exercise]
    /// The misconceptions that are known, by their ids.
    public var misconceptions: [String: Misconception]

    /// Describes a course.
    public init(
        id: String, title: String, lessons: [LessonReference] = [], exercises: [Exercise] = [],
        misconceptions: [String: Misconception] = [:]
    ) {
        self.id = id
        self.title = title
        self.lessons = lessons
        self.exercises = exercises
        self.misconceptions = misconceptions
    }

    /// An exercise as the course describes it.
    public struct Exercise: Hashable, Sendable {
        /// Its name, as `track/name`.
        public var id: String
        /// The number that is shown, as "2.04".
        public var number: String
        /// What it is called.
        public var title: String
        /// The title of its track.
        public var track: String
        /// What is asked, as `predict` or `implement`.
        public var kind: String
        /// The name of the lesson that prepares for it.
        public var lesson: String?
        /// The program that learners begin with; what stands in it is no sign that two submissions are alike.
        public var starter: String?

        /// Describes an exercise.
        public init(
            id: String, number: String, title: String, track: String, kind: String, lesson: String? = nil,
            starter: String? = nil
        ) {
            self.id = id
            self.number = number
            self.title = title
            self.track = track
            self.kind = kind
            self.lesson = lesson
            self.starter = starter
        }
    }

    /// A wrong belief that answers can show.
    public struct Misconception: Hashable, Sendable {
        /// The belief in a few words.
        public var name: String
        /// The name of the lesson that treats it, in the course; nil where the course has none.
        public var lesson: String?

        /// Describes a belief.
        public init(name: String, lesson: String?) {
            self.name = name
            self.lesson = lesson
        }
    }

    /// The lesson of that name.
    public func lesson(_ id: String) -> LessonReference? {
        lessons.first { $0.id == id }
    }
}
