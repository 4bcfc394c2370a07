// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Results

/// The grades that `nbgrader export` writes: a row for each assignment and learner.
///
/// As there, what was not handed in has no time and scores 0, and the score is what was earned less the penalty. An
/// excused exercise has no row, and one that is not graded yet no score: nbgrader knows neither.
struct NbgraderExport: GradeWriter {
    private static let columns = [
        "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score",
        "late_submission_penalty", "score", "max_score",
    ]

    private let columns: [GradeTable.Column]
    // One for each assignment, as rows come by learner.
    private var parts: [CSVWriter]

    init(_ columns: [GradeTable.Column], _ options: GradeExport.Options) {
        self.columns = columns
        parts = columns.map { _ in CSVWriter() }
    }

    func identifies(_ member: ClassMember) -> Bool { true }

    mutating func add(_ member: ClassMember, _ scores: [ExerciseScore]) {
        let (first, last) = member.parts
        for (index, score) in scores.enumerated() where score.state != .excused {
            let column = columns[index]
            parts[index].addRow(
                [
                    .text(column.exercise), .text(Self.text(column.due)), .text(Self.text(score.submittedAt)),
                    .text(member.learner), .text(last), .text(first), .text(member.enrolment?.email ?? ""),
                ] + Self.numbers(score) + [column.possible.map { .number($0) } ?? .text("")])
        }
    }

    /// What was earned, what being late costs, and the score.
    private static func numbers(_ score: ExerciseScore) -> [CSVWriter.Cell] {
        if score.state == .pending { return [.text(""), .text(""), .text("")] }
        let points = score.points ?? .zero
        // What a person has set knows no penalty.
        let raw = score.override == nil ? score.countedAttempt?.raw ?? points : points
        return [.number(raw), .number(raw - points), .number(points)]
    }

    private static func text(_ milliseconds: Int64?) -> String {
        guard let milliseconds else { return "" }
        let moment = Timestamp(milliseconds: milliseconds)
        return Timestamp.writable.contains(moment) ? moment.text : ""
    }

    func finish() -> [UInt8] {
        var head = CSVWriter()
        head.addRow(Self.columns.map { .text($0) })
        return parts.reduce(into: head.bytes) { $0 += $1.bytes }
    }
}
