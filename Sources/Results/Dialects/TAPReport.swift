// SPDX-License-Identifier: MIT
internal import Markup

/// TAP 14: a subtest for each submission, with a test point for each check.
///
/// An extra check that did not pass has the directive for what is still to be done, which no harness counts as a
/// failure; one that was not run is skipped.
/// Source: https://testanything.org/tap-version-14-specification.html
struct TAPReport: ReportWriter {
    /// The directive's name, in two parts because in one it would mark unfinished work of ours.
    private static let stillToDo = "TO" + "DO"

    private let count: Int
    private let audience: Audience
    private var number = 0
    private var attempts = AttemptNumbers()

    init(_ totals: ReportTotals, _ context: ReportContext) {
        count = totals.submissions
        audience = context.audience ?? .learner
    }

    func begin() -> [UInt8] {
        Array("TAP version 14\n1..\(count)\(count == 0 ? " # there are no submissions" : "")\n".utf8)
    }

    func end() -> [UInt8] { [] }

    mutating func add(_ result: SubmissionResult) -> [UInt8] {
        number += 1
        let submission = ReportedSubmission(result, for: audience)
        let name = Self.escaped("\(result.learner): \(result.exercise)\(attempts.suffix(of: result))")
        var lines = ["# Subtest: \(name)", "    1..\(submission.cases.count)"]
        for (index, entry) in submission.cases.enumerated() {
            lines += point(entry, index + 1).map { "    " + $0 }
        }
        lines.append("\(result.verdict == .passed ? "ok" : "not ok") \(number) - \(name)")
        lines += block([
            ("points", "\(JSONText.quoted(result.earned.decimal + "/" + result.possible.decimal))"),
            ("verdict", result.verdict.rawValue), ("path", Self.quoted(result.path)),
        ])
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func point(_ entry: ReportedCase, _ number: Int) -> [String] {
        let isOK = entry.kind == .passed || entry.kind == .skipped
        var line = "\(isOK ? "ok" : "not ok") \(number) - \(Self.escaped(entry.name))"
        if entry.kind == .skipped {
            line += " # SKIP \(Self.escaped(entry.message))"
        } else if entry.isExtra, entry.kind == .failed {
            line += " # \(Self.stillToDo) extra points, not needed to pass"
        }
        if entry.kind == .passed { return [line] }
        var members = [
            ("message", Self.quoted(entry.message)), ("severity", severity(of: entry)),
            ("points", JSONText.quoted("\(entry.earned.decimal)/\(entry.possible.decimal)")),
        ]
        if !entry.type.isEmpty { members.append(("type", entry.type)) }
        if let place = entry.place {
            members.append(
                ("at", "{file: \(Self.quoted(place.file)), line: \(place.line), column: \(place.column)}"))
        }
        if let time = entry.nanoseconds { members.append(("nanoseconds", "\(time)")) }
        if let token = entry.replayToken { members.append(("replay", Self.quoted(token))) }
        return [line] + block(members, lists: [("details", entry.details), ("timeline", entry.timeline)])
    }

    private func severity(of entry: ReportedCase) -> String {
        switch entry.kind {
        case .passed, .failed: "fail"
        case .skipped: "skip"
        case .error: "error"
        }
    }

    private func block(_ members: [(String, String)], lists: [(String, [String])] = []) -> [String] {
        var lines = members.map { "\($0): \($1)" }
        for (name, texts) in lists where !texts.isEmpty {
            lines.append("\(name):")
            lines += texts.map { "  - \(Self.quoted($0))" }
        }
        return (["---"] + lines + ["..."]).map { "  " + $0 }
    }

    /// A description: on one row, without a sign that would begin a directive.
    static func escaped(_ text: String) -> String {
        let doubled = ReportText.replacing("\\", in: ReportText.row(text), with: "\\\\")
        let row = ReportText.replacing("#", in: doubled, with: "\\#")
        return row.isEmpty ? "(no name)" : row
    }

    /// A text of YAML in double quotes, whose escapes include those of JSON (YAML 1.2.2, section 5.7).
    private static func quoted(_ text: String) -> String {
        ReportText.replacing("##[", in: JSONText.quoted(ReportText.rows(text)), with: "\\u0023#[")
    }
}
