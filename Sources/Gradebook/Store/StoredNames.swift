// SPDX-License-Identifier: MIT
public import Results
internal import SQLStorage

/// The names that the numbers of a gradebook stand for.
public struct StoredNames: Sendable {
    /// A check as results name it.
    public struct Check: Hashable, Sendable {
        /// The exercise.
        public var exercise: Int
        /// Its name.
        public var name: String
        /// What it is worth.
        public var possible: Points
        /// Whether its points come on top.
        public var isExtra: Bool
        /// Whether learners are not told of it.
        public var isHidden: Bool
    }

    /// The learners.
    public var learners: [Int: String] = [:]
    /// The exercises.
    public var exercises: [Int: String] = [:]
    /// The checks; of one exercise there may be several versions.
    public var checks: [Int: Check] = [:]
}

extension GradebookStore {
    /// All names but those of messages, of which there may be many.
    public func storedNames() throws(GradebookError) -> StoredNames {
        var names = StoredNames()
        try connection.query("SELECT id, name FROM learner") { (row) throws(GradebookError) in
            names.learners[try row.integer(0)] = try row.text(1)
        }
        try connection.query("SELECT id, name FROM exercise") { (row) throws(GradebookError) in
            names.exercises[try row.integer(0)] = try row.text(1)
        }
        try connection.query("SELECT id, exercise, name, possible, is_extra, is_hidden FROM check_definition") {
            (row) throws(GradebookError) in
            names.checks[try row.integer(0)] = StoredNames.Check(
                exercise: try row.integer(1), name: try row.text(2), possible: Points(thousandths: try row.integer(3)),
                isExtra: try row.integer(4) == 1, isHidden: try row.integer(5) == 1)
        }
        return names
    }

    /// What was said about a check, by its number; nil where there is none.
    public func message(_ number: Int) throws(GradebookError) -> String? {
        try connection.first("SELECT text FROM message WHERE id = ?", [.integer(number)]) {
            (row) throws(GradebookError) in try row.text(0)
        }
    }

    /// What an exercise was called when it was graded; nil where nothing of it was.
    public func title(ofExercise number: Int) throws(GradebookError) -> String? {
        try connection.first(
            """
            SELECT title FROM result JOIN submission ON submission.id = result.submission
            WHERE submission.exercise = ? ORDER BY result.id DESC LIMIT 1
            """, [.integer(number)]
        ) { (row) throws(GradebookError) in try row.text(0) }
    }
}
