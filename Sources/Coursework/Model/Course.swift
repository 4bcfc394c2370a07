// SPDX-License-Identifier: MIT

/// A course whose manifests have been read: what its lessons and exercises are called and are about.
///
/// Texts and programs are read when they are needed: `body(of:)`. A value; nothing in it changes when files do.
public struct Course: Hashable, Sendable {
    /// The names of everything in it.
    public let outline: CourseOutline
    /// The lessons that could be read, in the order of the course.
    public let lessons: [Lesson]
    /// The exercises that could be read, in the order of the course.
    public let exercises: [Exercise]

    /// Puts a course together.
    public init(outline: CourseOutline, lessons: [Lesson], exercises: [Exercise]) {
        self.outline = outline
        self.lessons = lessons
        self.exercises = exercises
    }

    /// The directory that holds `Lessons` and `Exercises`.
    public var root: String { outline.root }

    /// What the course is called.
    public var title: String { outline.title }

    /// The tracks in order, empty ones too.
    public var tracks: [Track] { outline.tracks }

    /// The glossary, in the order of `course.yaml`.
    public var concepts: [Concept] { outline.concepts }

    /// The lesson of that name.
    public func lesson(_ id: ContentID) -> Lesson? {
        lessons.first { $0.id == id }
    }

    /// The exercise of that name.
    public func exercise(_ id: ContentID) -> Exercise? {
        exercises.first { $0.id == id }
    }

    /// The exercises that belong to a lesson: those that it names in its order, then those that name it.
    public func exercises(of lesson: Lesson) -> [Exercise] {
        let named = lesson.exercises.compactMap(exercise)
        return named + exercises.filter { $0.lesson == lesson.id && !lesson.exercises.contains($0.id) }
    }
}
