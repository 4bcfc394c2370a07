// SPDX-License-Identifier: MIT
internal import Results

/// Grades for the import of Moodle, which finds people by address, ID number or user name.
///
/// Moodle takes a feedback only where it takes the grade beside it, so each exercise has both columns.
struct MoodleExport: GradeWriter {
    private let options: GradeExport.Options
    private var csv = CSVWriter()

    init(_ columns: [GradeTable.Column], _ options: GradeExport.Options) {
        self.options = options
        let fixed = ["First name", "Last name", "Email address", "ID number", "Username"]
        let names = columns.map { $0.names.moodle ?? $0.title }
        csv.addRow((fixed + names.flatMap { [$0, "\($0) (feedback)"] }).map { .text($0) })
    }

    func identifies(_ member: ClassMember) -> Bool {
        member.enrolment?.email != nil || member.id(.moodle) != nil || member.id(.username) != nil
    }

    mutating func add(_ member: ClassMember, _ scores: [ExerciseScore]) {
        let (first, last) = member.parts
        let username = member.id(.username) ?? (identifies(member) ? "" : member.learner)
        let who = [first, last, member.enrolment?.email ?? "", member.id(.moodle) ?? "", username]
        csv.addRow(who.map { .text($0) } + scores.flatMap(cells))
    }

    private func cells(_ score: ExerciseScore) -> [CSVWriter.Cell] {
        switch score.state {
        case .scored: [.number(score.points ?? .zero), .text(score.remark)]
        case .missing where options.countsMissing: [.number(.zero), .text(score.remark)]
        case .missing: [.text(""), .text("")]
        case .excused, .pending: [.text(""), .text(score.remark)]
        }
    }

    func finish() -> [UInt8] { csv.bytes }
}
