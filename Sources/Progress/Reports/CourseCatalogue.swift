// SPDX-License-Identifier: MIT

/// What a course has, so that a report can say how much of it is done.
public struct CourseCatalogue: Equatable, Sendable {
    /// A part of a course.
    public struct Track: Equatable, Sendable {
        /// Its directory: `02-the-loop`.
        public var id: String
        /// Its title.
        public var title: String
        /// The ids of its lessons, in their order.
        public var lessons: [String]
        /// The ids of its exercises, in their order.
        public var exercises: [String]

        /// Makes a track from its parts.
        public init(id: String, title: String, lessons: [String], exercises: [String]) {
            self.id = id
            self.title = title
            self.lessons = lessons
            self.exercises = exercises
        }
    }

    /// The course's id.
    public var course: String
    /// Its title.
    public var title: String
    /// Its parts, in their order.
    public var tracks: [Track]

    /// Makes a catalogue from its parts.
    public init(course: String, title: String, tracks: [Track]) {
        self.course = course
        self.title = title
        self.tracks = tracks
    }
}
