// SPDX-License-Identifier: MIT
public import CivilTime
internal import SQLStorage

/// Where a learner stands in a lesson.
public struct LessonPosition: Hashable, Sendable {
    /// The course, by its id.
    public var course: String
    /// The lesson, by its id in the course.
    public var lesson: String
    /// The hash of the course's files.
    public var courseVersion: String
    /// The block that is next, from 0.
    public var block: Int
    /// What was answered so far, as whoever plays the lesson writes it.
    public var state: String
    /// Whether the end was reached once.
    public var isFinished: Bool
    /// When this was so.
    public var updated: Timestamp

    /// Makes a position from its parts.
    public init(
        course: String, lesson: String, courseVersion: String = "", block: Int, state: String = "",
        isFinished: Bool = false, updated: Timestamp
    ) {
        self.course = course
        self.lesson = lesson
        self.courseVersion = courseVersion
        self.block = block
        self.state = state
        self.isFinished = isFinished
        self.updated = updated
    }
}

extension ProgressStore {
    private static let columns = "course, lesson, course_version, block, state, is_finished, updated"

    /// Where the learner stands in a lesson; nil before they began it.
    public func lessonPosition(course: String, lesson: String) throws(ProgressError) -> LessonPosition? {
        try positions("WHERE course = ? AND lesson = ?", [.text(course), .text(lesson)]).first
    }

    /// The position that was set last, which tells in which lesson the learner is; nil before the first.
    public func lastLesson(course: String) throws(ProgressError) -> LessonPosition? {
        try positions("WHERE course = ? ORDER BY updated DESC, lesson LIMIT 1", [.text(course)]).first
    }

    /// The positions in all lessons of a course, by lesson.
    public func lessonPositions(course: String) throws(ProgressError) -> [LessonPosition] {
        try positions("WHERE course = ? ORDER BY lesson", [.text(course)])
    }

    /// The positions in all lessons, by course and lesson.
    public func lessonPositions() throws(ProgressError) -> [LessonPosition] {
        try positions("ORDER BY course, lesson", [])
    }

    /// Keeps where the learner stands; a lesson that was finished stays so.
    public func setLessonPosition(_ position: LessonPosition) throws(ProgressError) {
        try connection.transaction(.writing) { () throws(ProgressError) in
            var position = position
            let known = try lessonPosition(course: position.course, lesson: position.lesson)
            if known?.isFinished == true { position.isFinished = true }
            try save(position)
        }
    }

    /// Writes a row as it is.
    func save(_ position: LessonPosition) throws(ProgressError) {
        try connection.run(
            "INSERT OR REPLACE INTO lesson_position (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                .text(position.course), .text(position.lesson), .text(position.courseVersion),
                .integer(position.block), .text(position.state), .integer(position.isFinished ? 1 : 0),
                .time(position.updated),
            ])
    }

    private func positions(_ which: String, _ values: [SQLValue]) throws(ProgressError) -> [LessonPosition] {
        try connection.all("SELECT \(Self.columns) FROM lesson_position \(which)", values) {
            (row) throws(ProgressError) in
            LessonPosition(
                course: try row.text(0), lesson: try row.text(1), courseVersion: try row.text(2),
                block: try row.integer(3), state: try row.text(4), isFinished: try row.integer(5) != 0,
                updated: try row.time(6))
        }
    }
}
