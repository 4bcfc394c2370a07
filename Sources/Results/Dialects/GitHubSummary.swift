// SPDX-License-Identifier: MIT
internal import Markup

/// A job summary of GitHub Actions: Markdown of at most 1 MiB, with tables, and what failed folded up.
struct GitHubSummary: ReportWriter {
    /// GitHub takes 1024 KiB for a step; what other commands of the step add has some room too.
    private static let limit = 1 << 20
    private static let reserve = 16 << 10
    private static let mostExercises = 200
    private static let longestText = 8 << 10

    private let totals: ReportTotals
    private let audience: Audience
    private var written = 0
    private var leftOut = 0

    init(_ totals: ReportTotals, _ context: ReportContext) {
        self.totals = totals
        audience = context.audience ?? .learner
    }

    mutating func begin() -> [UInt8] {
        var lines = ["## LoopLab", "", MarkdownText.escaped(TotalsText(totals).text), ""]
        if !totals.exercises.isEmpty {
            lines += ["| Exercise | Submissions | Pass | Fail | Stopped | Cannot be run | Error |"]
            lines += ["|---|---:|---:|---:|---:|---:|---:|"]
        }
        for exercise in totals.exercises.prefix(Self.mostExercises) {
            let numbers = SubmissionVerdict.allCases.map { "\(exercise.verdicts[$0] ?? 0)" }
            let cells = [MarkdownText.escaped(exercise.title), "\(exercise.submissions)"] + numbers
            lines.append("| \(cells.joined(separator: " | ")) |")
        }
        if totals.exercises.count > Self.mostExercises {
            lines += ["", "\(totals.exercises.count - Self.mostExercises) more exercises are not listed."]
        }
        return counted(lines + [""])
    }

    mutating func add(_ result: SubmissionResult) -> [UInt8] {
        if result.verdict == .passed { return [] }
        let submission = ReportedSubmission(result, for: audience)
        let rows = SubmissionText(submission, TerminalStyle()).rows.map(\.text)
        let title = "\(result.learner) · \(result.title) · \(result.verdict.rawValue), \(submission.score)"
        let text = ReportText.cut(rows.dropFirst().joined(separator: "\n"), to: Self.longestText)
        // The element `pre` ends a block of HTML only with its own end tag, so empty lines in it do no harm.
        let lines = [
            "<details><summary>\(HTML.escaped(ReportText.row(title)))</summary>", "",
            "<pre>", "\(HTML.escaped(text))", "</pre>", "</details>", "",
        ]
        let size = lines.reduce(0) { $0 + $1.utf8.count + 1 }
        if written + size > Self.limit - Self.reserve {
            leftOut += 1
            return []
        }
        return counted(lines)
    }

    mutating func end() -> [UInt8] {
        leftOut == 0 ? [] : counted(["", "\(leftOut) more submissions that did not pass are not listed.", ""])
    }

    private mutating func counted(_ lines: [String]) -> [UInt8] {
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        written += bytes.count
        return bytes
    }
}

/// Text made safe for Markdown.
public enum MarkdownText {
    /// On one row, with a backslash before each punctuation mark of ASCII (CommonMark 0.31, section 2.4).
    public static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in ReportText.row(text).unicodeScalars {
            let isPlain =
                !scalar.isASCII || scalar.properties.isAlphabetic || "0123456789 ".unicodeScalars.contains(scalar)
            if !isPlain { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
