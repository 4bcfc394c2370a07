// SPDX-License-Identifier: MIT
public import CivilTime
internal import Results

/// Writes the scores of a class for another program.
///
/// Text cells are guarded against formulas (OWASP ASVS 1.2.10), numbers are not. Rows end with CRLF, moments are ISO
/// 8601 in UTC, decimals have a point.
public struct GradeExport {
    /// For which program.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// Canvas: its gradebook, to be imported there.
        case canvas
        /// Moodle: grades with feedback.
        case moodle
        /// nbgrader: a row for each learner and assignment.
        case nbgrader
        /// otter-grader: `final_grades.csv`.
        case otter
        /// LTI Advantage: what would be sent to a score endpoint.
        case lti

        /// Whether it is a table of comma-separated values.
        public var isTable: Bool { self != .lti }
    }

    /// How it is written.
    public struct Options: Hashable, Sendable {
        /// Whether what nobody handed in counts as 0; otherwise nothing is said about it, where the format allows it.
        public var countsMissing: Bool
        /// Whether a table begins with a byte order mark, by which Excel knows that it is UTF-8.
        public var hasByteOrderMark: Bool
        /// When it was written.
        public var moment: Timestamp

        /// Says how.
        public init(countsMissing: Bool = false, hasByteOrderMark: Bool = false, moment: Timestamp) {
            self.countsMissing = countsMissing
            self.hasByteOrderMark = hasByteOrderMark
            self.moment = moment
        }
    }

    /// What the reader of an export should know.
    public struct Notes: Hashable, Sendable {
        /// Learners whom the other program cannot tell by an ID.
        public var unidentified: [String] = []
        /// How many scores are still open, and so left empty.
        public var pending = 0
        /// How many scores there are.
        public var scores = 0
    }

    /// What was written.
    public private(set) var bytes: [UInt8] = []
    /// What the reader should know.
    public private(set) var notes = Notes()

    /// Writes a table in a format.
    public init(_ table: GradeTable, as format: Format, _ options: Options) throws(GradebookError) {
        var writer: any GradeWriter =
            switch format {
            case .canvas: CanvasExport(table.columns, options)
            case .moodle: MoodleExport(table.columns, options)
            case .nbgrader: NbgraderExport(table.columns, options)
            case .otter: OtterExport(table.columns, options)
            case .lti: LTIExport(table.columns, options)
            }
        var notes = Notes()
        try table.forEachRow { (member, scores) throws(GradebookError) in
            if !writer.identifies(member) { notes.unidentified.append(member.learner) }
            notes.scores += scores.count { $0.state == .scored }
            notes.pending += scores.count { $0.state == .pending }
            writer.add(member, scores)
        }
        self.notes = notes
        bytes = (options.hasByteOrderMark && format.isTable ? [0xEF, 0xBB, 0xBF] : []) + writer.finish()
    }
}

/// Writes rows for one program.
protocol GradeWriter {
    init(_ columns: [GradeTable.Column], _ options: GradeExport.Options)

    /// Whether the program can tell who somebody is.
    func identifies(_ member: ClassMember) -> Bool

    /// Takes the next learner, with scores in the order of the columns.
    mutating func add(_ member: ClassMember, _ scores: [ExerciseScore])

    /// All that was written.
    func finish() -> [UInt8]
}

extension ClassMember {
    /// First and last name; where nobody has said which is which, all of it is the last one.
    var parts: (first: String, last: String) {
        if let first = id(.first), let last = id(.last) { return (first, last) }
        return ("", enrolment?.fullName ?? "")
    }
}
