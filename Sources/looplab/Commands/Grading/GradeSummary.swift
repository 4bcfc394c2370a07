// SPDX-License-Identifier: MIT
internal import Grading
internal import Markup
internal import Results

/// What is said when a batch is over, and the exit code for it.
struct GradeSummary {
    var verdicts: [Results.SubmissionVerdict: Int] = [:]
    var stops: [StopReason.Kind: Int] = [:]
    /// How many things that looked like submissions were none.
    var notices = 0
    /// Whether parts of the batch are missing.
    var hasGaps = false

    private func count(_ verdict: Results.SubmissionVerdict) -> Int { verdicts[verdict] ?? 0 }

    /// 0 where all have passed, 1 where not, 3 where nobody can say.
    var exitCode: Int32 {
        if count(.error) > 0 || hasGaps { return 3 }
        let failed = count(.failed) + count(.stopped) + count(.refused)
        return failed > 0 || notices > 0 ? 1 : 0
    }

    /// How many submissions fared how, as a line.
    func verdictRow(_ style: TerminalStyle) -> String {
        let all = verdicts.values.reduce(0, +)
        var parts = [CountedNoun.text(all, "submission"), "\(count(.passed)) pass"]
        if count(.failed) > 0 { parts.append("\(count(.failed)) fail") }
        if count(.stopped) > 0 { parts.append("\(count(.stopped)) stopped (\(reasons))") }
        if count(.refused) > 0 { parts.append("\(count(.refused)) cannot be run") }
        if count(.error) > 0 { parts.append(CountedNoun.text(count(.error), "error")) }
        if notices > 0 { parts.append("\(notices) left out") }
        return " " + parts.joined(separator: style.glyph(" · ", " - ")) + "\n"
    }

    /// What was written and how the command ends, as a line; empty where there is nothing to say.
    func reportRow(_ written: [String], _ exitCode: Int32, _ style: TerminalStyle) -> String {
        let reports = written.isEmpty ? "" : "reports: " + written.map(style.shown).joined(separator: "  ")
        let parts = [reports, exitCode == 0 ? "" : "exit \(exitCode)"].filter { !$0.isEmpty }
        return parts.isEmpty ? "" : " " + parts.joined(separator: "   ") + "\n"
    }

    private var reasons: String {
        let sorted = stops.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        return sorted.map { "\($0.value) \($0.key.label)" }.joined(separator: ", ")
    }
}
