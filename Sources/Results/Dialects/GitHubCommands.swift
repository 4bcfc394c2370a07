// SPDX-License-Identifier: MIT
internal import Markup

/// Workflow commands of GitHub Actions, for the log of a step: what failed as text, then annotations.
///
/// A step shows ten annotations of each level, so those that cost most points come first and the rest are counted.
/// Text that a submission had a part in stands between `stop-commands` and its token, which nothing in it can be.
/// Source: actions/toolkit `packages/core/src/command.ts`; actions/runner `ActionCommandManager.cs`.
struct GitHubCommands: ReportWriter {
    private static let mostAnnotations = 10
    private static let longestMessage = 4_000

    private struct Annotation {
        var cost: Int
        var text: String
    }

    private let totals: ReportTotals
    private let audience: Audience
    private var errors: [Annotation] = []
    private var warnings: [Annotation] = []
    private var leftOut = 0

    init(_ totals: ReportTotals, _ context: ReportContext) {
        self.totals = totals
        audience = context.audience ?? .learner
    }

    func begin() -> [UInt8] { [] }

    mutating func add(_ result: SubmissionResult) -> [UInt8] {
        let submission = ReportedSubmission(result, for: audience)
        for entry in submission.cases where !entry.isExtra {
            switch entry.kind {
            case .passed, .skipped: break
            case .failed: leftOut += Self.keep(annotation("error", entry, of: submission), among: &errors)
            case .error: leftOut += Self.keep(annotation("warning", entry, of: submission), among: &warnings)
            }
        }
        if result.verdict == .passed { return [] }
        let rows = SubmissionText(submission, TerminalStyle()).rows
        return Self.withoutCommands(rows.map { TerminalStyle().rendered($0) })
    }

    func end() -> [UInt8] {
        var lines = (errors + warnings).map(\.text)
        var text = TotalsText(totals).text
        if leftOut > 0 { text += " · \(leftOut) more annotations are in the log above" }
        lines.append("::notice title=\(Self.property("LoopLab"))::\(Self.data(text))")
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    // MARK: - Text of submissions

    /// The rows with commands switched off: the token is a number that they do not hold, so none of them can end that.
    static func withoutCommands(_ rows: [String]) -> [UInt8] {
        var number = 1
        while rows.contains(where: { $0.contains(token(number)) }) { number += 1 }
        let lines = ["::stop-commands::\(token(number))"] + rows + ["::\(token(number))::"]
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func token(_ number: Int) -> String { "looplab-text-\(number)-ends" }

    // MARK: - Annotations

    /// Keeps the costliest and returns how many had to go.
    private static func keep(_ annotation: Annotation, among kept: inout [Annotation]) -> Int {
        let place = kept.firstIndex { $0.cost < annotation.cost } ?? kept.count
        kept.insert(annotation, at: place)
        if kept.count <= mostAnnotations { return 0 }
        kept.removeLast()
        return 1
    }

    private func annotation(_ level: String, _ entry: ReportedCase, of submission: ReportedSubmission) -> Annotation {
        let result = submission.result
        let place = ReportPlace(of: entry.place, in: result)
        var properties = ["file=\(Self.property(place.path))"]
        if let line = place.line { properties.append("line=\(line)") }
        if let column = place.column { properties.append("col=\(column)") }
        let title = "\(result.learner): \(entry.name)"
        properties.append("title=\(Self.property(title))")
        let message = ReportText.cut(ReportText.rows(entry.body), to: Self.longestMessage)
        // What could not be run costs everything.
        let cost = result.checks.isEmpty ? Int.max : entry.possible.thousandths - entry.earned.thousandths
        return Annotation(
            cost: cost, text: "::\(level) \(properties.joined(separator: ","))::\(Self.data(message))")
    }

    /// The message of a command; `escapeData` of the toolkit.
    static func data(_ text: String) -> String {
        let percent = ReportText.replacing("%", in: text, with: "%25")
        let returns = ReportText.replacing("\r", in: percent, with: "%0D")
        return ReportText.replacing("\n", in: returns, with: "%0A")
    }

    /// A property of a command; `escapeProperty` of the toolkit.
    static func property(_ text: String) -> String {
        let colons = ReportText.replacing(":", in: data(ReportText.row(text)), with: "%3A")
        return ReportText.replacing(",", in: colons, with: "%2C")
    }
}

/// The values that later steps of a workflow can use: numbers and words of ours, so nothing has to be escaped.
struct GitHubOutputs: ReportWriter {
    private let totals: ReportTotals

    init(_ totals: ReportTotals) {
        self.totals = totals
    }

    func begin() -> [UInt8] {
        let result =
            totals.count(.error) > 0
            ? "error" : totals.submissions > 0 && totals.count(.passed) == totals.submissions ? "pass" : "fail"
        let values = [
            ("result", result), ("submissions", "\(totals.submissions)"), ("passed", "\(totals.count(.passed))"),
            ("failed", "\(totals.count(.failed))"), ("stopped", "\(totals.count(.stopped))"),
            ("refused", "\(totals.count(.refused))"), ("errors", "\(totals.count(.error))"),
            ("points", totals.earned.decimal), ("max-points", totals.possible.decimal),
        ]
        return Array(values.map { "\($0)=\($1)\n" }.joined().utf8)
    }

    func add(_ result: SubmissionResult) -> [UInt8] { [] }

    func end() -> [UInt8] { [] }
}
