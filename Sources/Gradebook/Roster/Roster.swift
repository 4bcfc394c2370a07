// SPDX-License-Identifier: MIT
public import YAMLFields

/// Who is in a class, as a table says it.
public struct Roster: Hashable, Sendable {
    /// One learner.
    public struct Row: Hashable, Sendable {
        /// The name by which results know the learner.
        public var learner: String
        /// The section; nil where the table has none.
        public var section: String?
        /// The name that people use.
        public var fullName: String?
        /// Where to write to.
        public var email: String?
        /// What other systems call the learner.
        public var ids: [RosterID]
        /// Where the row begins.
        public var place: TextPlace
    }

    /// A row that names no learner of the class.
    public enum Leftover: Hashable, Sendable {
        /// The student that Canvas makes up for a preview.
        case testStudent(TextPlace)
        /// The same as the line before that; the first line.
        case repeated(String, TextPlace, firstLine: Int)
    }

    /// Which program has written it.
    public var form: RosterForm
    /// The header of the column that names learners.
    public var learnerColumn: String
    /// The learners, in the order of the file.
    public var rows: [Row] = []
    /// Rows that were left out, but for those that are never learners.
    public var leftovers: [Leftover] = []
}
