// SPDX-License-Identifier: MIT
internal import Results

/// The gradebook of Canvas as a table: learners by row, a row of possible points above them.
///
/// Canvas finds an assignment by the number behind its name; a column without one becomes a new assignment. `EX` is
/// its word for an excused one, and an empty cell leaves a grade as it is.
struct CanvasExport: GradeWriter {
    private let options: GradeExport.Options
    private var csv = CSVWriter()

    init(_ columns: [GradeTable.Column], _ options: GradeExport.Options) {
        self.options = options
        let fixed: [CSVWriter.Cell] = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"].map { .text($0) }
        csv.addRow(fixed + columns.map { .text($0.names.canvas ?? $0.title) })
        let empty = [CSVWriter.Cell](repeating: .text(""), count: 4)
        csv.addRow(
            [.text("    Points Possible")] + empty + columns.map { $0.possible.map { .number($0) } ?? .text("") })
    }

    func identifies(_ member: ClassMember) -> Bool {
        member.id(.canvas) != nil || member.id(.sis) != nil || member.id(.login) != nil
    }

    mutating func add(_ member: ClassMember, _ scores: [ExerciseScore]) {
        let (first, last) = member.parts
        let name = first.isEmpty ? member.shownName : "\(last), \(first)"
        let login = member.id(.login) ?? (identifies(member) ? "" : member.learner)
        let who = [name, member.id(.canvas) ?? "", member.id(.sis) ?? "", login, member.section ?? ""]
        csv.addRow(who.map { .text($0) } + scores.map(cell))
    }

    private func cell(_ score: ExerciseScore) -> CSVWriter.Cell {
        switch score.state {
        case .scored: .number(score.points ?? .zero)
        case .excused: .text("EX")
        case .missing: options.countsMissing ? .number(.zero) : .text("")
        case .pending: .text("")
        }
    }

    func finish() -> [UInt8] { csv.bytes }
}
