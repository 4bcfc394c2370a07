// SPDX-License-Identifier: MIT
internal import Results

/// `final_grades.csv` of otter-grader: a row for each learner, above them one with what each question is worth.
///
/// `percent_correct` is a share from 0 to 1, as there. An excused exercise is no part of it; one that was not handed
/// in counts as 0 in it.
struct OtterExport: GradeWriter {
    private let columns: [GradeTable.Column]
    private let options: GradeExport.Options
    private var csv = CSVWriter()

    init(_ columns: [GradeTable.Column], _ options: GradeExport.Options) {
        self.columns = columns
        self.options = options
        let names = ["file"] + columns.map(\.exercise) + ["total_points_earned", "percent_correct", "grading_status"]
        csv.addRow(names.map { .text($0) })
        let sum = columns.reduce(Points.zero) { $0 + ($1.possible ?? .zero) }
        let worth: [CSVWriter.Cell] = columns.map { $0.possible.map { .number($0) } ?? .text("") }
        csv.addRow([.text("points-per-question")] + worth + [.number(sum), .text(""), .text("")])
    }

    func identifies(_ member: ClassMember) -> Bool { true }

    mutating func add(_ member: ClassMember, _ scores: [ExerciseScore]) {
        let earned = scores.reduce(Points.zero) { $0 + ($1.points ?? .zero) }
        let possible = zip(columns, scores).reduce(Points.zero) { sum, pair in
            pair.1.state == .excused ? sum : sum + (pair.0.possible ?? .zero)
        }
        let share = Points(thousandths: earned.share(of: possible))
        let percent: CSVWriter.Cell = possible > .zero ? .number(share) : .text("")
        let status = scores.contains { $0.state == .pending } ? "Pending" : "Completed"
        csv.addRow([.text(member.learner)] + scores.map(cell) + [.number(earned), percent, .text(status)])
    }

    private func cell(_ score: ExerciseScore) -> CSVWriter.Cell {
        switch score.state {
        case .scored: .number(score.points ?? .zero)
        case .missing where options.countsMissing: .number(.zero)
        case .missing, .excused, .pending: .text("")
        }
    }

    func finish() -> [UInt8] { csv.bytes }
}
