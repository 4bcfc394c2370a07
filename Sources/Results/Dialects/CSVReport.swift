// SPDX-License-Identifier: MIT

/// A row for each submission, for gradebooks and spreadsheets.
struct CSVReport: ReportWriter {
    private static let columns = [
        "learner", "exercise", "title", "path", "submitted_at", "verdict", "earned", "possible", "passed_checks",
        "checks", "hidden_checks", "not_passed", "reason", "submission_sha256", "exercise_sha256", "engine",
    ]
    private static let gradeColumns = [
        "grade_state", "grade", "worth", "counts", "score", "deduction", "due_at", "late_ms", "remark",
    ]
    private let hasByteOrderMark: Bool
    private let hasGrades: Bool
    private let audience: Audience

    init(_ context: ReportContext) {
        hasByteOrderMark = context.hasByteOrderMark
        hasGrades = context.hasGrades
        audience = context.audience ?? .instructor
    }

    func begin() -> [UInt8] {
        var csv = CSVWriter()
        csv.addRow((Self.columns + (hasGrades ? Self.gradeColumns : [])).map { .text($0) })
        return (hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + csv.bytes
    }

    func end() -> [UInt8] { [] }

    func add(_ result: SubmissionResult) -> [UInt8] {
        let submission = ReportedSubmission(result, for: audience)
        let failing = submission.cases.filter { $0.kind != .passed }
        // Why nothing or little was run; a failed check has its name in the column before.
        var reason = ""
        switch result.verdict {
        case .refused, .error: reason = failing.first { $0.kind == .error || result.checks.isEmpty }?.message ?? ""
        case .stopped: reason = result.firstStop?.name ?? ""
        case .passed, .failed: break
        }
        var csv = CSVWriter()
        var row: [CSVWriter.Cell] = [
            .text(result.learner), .text(result.exercise), .text(result.title), .text(result.path),
            .text(result.submittedAt.flatMap { ReportTime(milliseconds: $0)?.milliseconds } ?? ""),
            .text(result.verdict.rawValue), .number(result.earned), .number(result.possible),
            .count(result.checks.count(where: \.hasPassed)), .count(result.checks.count),
            .count(submission.hidden?.count ?? 0),
            .text(result.checks.isEmpty ? "" : failing.map(\.name).joined(separator: "; ")), .text(reason),
            .text(result.provenance.submission), .text(result.provenance.exercise), .text(result.provenance.engine),
        ]
        if hasGrades { row += result.grade.map(Self.cells) ?? Self.gradeColumns.map { _ in .text("") } }
        csv.addRow(row)
        return csv.bytes
    }

    private static func cells(of grade: AttemptGrade) -> [CSVWriter.Cell] {
        [
            .text(grade.state.rawValue), grade.points.map { .number($0) } ?? .text(""),
            grade.worth.map { .number($0) } ?? .text(""), .text(grade.counts ? "yes" : "no"), .number(grade.score),
            .number(grade.deduction),
            .text(grade.dueAt.flatMap { ReportTime(milliseconds: $0)?.milliseconds } ?? ""),
            grade.lateness.map { .count(Int($0)) } ?? .text(""), .text(grade.remark),
        ]
    }
}
