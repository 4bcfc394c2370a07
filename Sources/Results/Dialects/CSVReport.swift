// SPDX-License-Identifier: MIT

/// A row for each submission, for gradebooks and spreadsheets.
struct CSVReport: ReportWriter {
    private static let columns = [
        "learner", "exercise", "title", "path", "submitted_at", "verdict", "earned", "possible", "passed_checks",
        "checks", "hidden_checks", "not_passed", "reason", "submission_sha256", "exercise_sha256", "engine",
    ]
    private let hasByteOrderMark: Bool
    private let audience: Audience

    init(_ context: ReportContext) {
        hasByteOrderMark = context.hasByteOrderMark
        audience = context.audience ?? .instructor
    }

    func begin() -> [UInt8] {
        var csv = CSVWriter()
        csv.addRow(Self.columns.map { .text($0) })
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
        csv.addRow([
            .text(result.learner), .text(result.exercise), .text(result.title), .text(result.path),
            .text(result.submittedAt.flatMap { ReportTime(milliseconds: $0)?.milliseconds } ?? ""),
            .text(result.verdict.rawValue), .number(result.earned), .number(result.possible),
            .count(result.checks.count(where: \.hasPassed)), .count(result.checks.count),
            .count(submission.hidden?.count ?? 0),
            .text(result.checks.isEmpty ? "" : failing.map(\.name).joined(separator: "; ")), .text(reason),
            .text(result.provenance.submission), .text(result.provenance.exercise), .text(result.provenance.engine),
        ])
        return csv.bytes
    }
}
