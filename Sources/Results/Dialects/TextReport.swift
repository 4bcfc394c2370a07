// SPDX-License-Identifier: MIT
internal import Markup

/// Rows for a terminal: one for a submission that passed, and for the others what was wrong.
struct TextReport: ReportWriter {
    private let totals: ReportTotals
    private let style: TerminalStyle
    private let audience: Audience
    private var isFirst = true
    private var endedWithGap = false

    init(_ totals: ReportTotals, _ context: ReportContext) {
        self.totals = totals
        style = context.style
        audience = context.audience ?? .learner
    }

    func begin() -> [UInt8] { [] }

    mutating func add(_ result: SubmissionResult) -> [UInt8] {
        let submission = ReportedSubmission(result, for: audience)
        var rows = SubmissionText(submission, style).rows
        // What takes several rows stands apart.
        let standsApart = rows.count > 1
        if standsApart {
            rows.append(StyledText())
            if !isFirst, !endedWithGap { rows.insert(StyledText(), at: 0) }
        }
        endedWithGap = standsApart
        isFirst = false
        return bytes(of: rows)
    }

    func end() -> [UInt8] {
        var rows = isFirst || endedWithGap ? [] : [StyledText()]
        rows += TotalsText(totals, style).paragraph.rows(columns: style.columns - 2).map { StyledText(" ") + $0 }
        return bytes(of: rows)
    }

    private func bytes(of rows: [StyledText]) -> [UInt8] {
        rows.flatMap { Array((ReportText.withoutCommands(style.rendered($0)) + "\n").utf8) }
    }
}

/// The totals in one sentence.
struct TotalsText {
    private let totals: ReportTotals
    private let style: TerminalStyle

    init(_ totals: ReportTotals, _ style: TerminalStyle = TerminalStyle()) {
        self.totals = totals
        self.style = style
    }

    /// "1000 submissions · 871 pass · 97 fail · 31 stopped (24 endless loop, 7 memory) · 1 error".
    var text: String { parts.joined(separator: " \(style.glyph("·", "-")) ") }

    var paragraph: StyledParagraph { StyledParagraph(StyledText(text)) }

    private var parts: [String] {
        var parts = [totals.submissions == 1 ? "1 submission" : "\(totals.submissions) submissions"]
        parts.append("\(totals.count(.passed)) pass")
        parts.append("\(totals.count(.failed)) fail")
        if totals.count(.stopped) > 0 {
            let reasons = StopReason.Kind.allCases.compactMap { kind in
                totals.stops[kind].map { "\($0) \(kind.label)" }
            }
            parts.append("\(totals.count(.stopped)) stopped (\(reasons.joined(separator: ", ")))")
        }
        if totals.count(.refused) > 0 { parts.append("\(totals.count(.refused)) cannot be run") }
        if totals.count(.error) > 0 { parts.append("\(totals.count(.error)) error") }
        return parts
    }
}

/// One submission in rows.
struct SubmissionText {
    private static let longestOutput = 10
    private let submission: ReportedSubmission
    private let style: TerminalStyle

    init(_ submission: ReportedSubmission, _ style: TerminalStyle) {
        self.submission = submission
        self.style = style
    }

    private var result: SubmissionResult { submission.result }

    /// The heading by itself where everything passed, else what was wrong below it.
    var rows: [StyledText] {
        let grade = result.grade.map { wrapped($0.sentence, indent: 3) } ?? []
        if result.verdict == .passed, submission.cases.allSatisfy({ $0.kind == .passed }) { return [heading] + grade }
        var rows = [heading] + grade
        rows.append(row(indent: 3, StyledText(style.shown(ReportText.row(result.path)), .faint)))
        for entry in submission.cases { rows += self.rows(of: entry) }
        if let hidden = submission.hidden, !submission.cases.contains(where: \.isHidden) {
            rows.append(row(indent: 3, StyledText(hidden.sentence)))
        }
        return rows
    }

    // MARK: - Heading

    private var heading: StyledText {
        let right = "\(word)  \(result.earned.decimal) / \(result.possible.decimal)"
        let name = "\(ReportText.row(result.learner)) \(style.glyph("·", "-")) \(ReportText.row(result.title))"
        return row(mark(of: result.verdict), StyledText(style.shown(name), .bold), right: right, indent: 1)
    }

    private var word: String {
        switch result.verdict {
        case .passed: "pass"
        case .failed: "fail"
        case .stopped: "stopped"
        case .refused: "cannot be run"
        case .error: "error"
        }
    }

    private func mark(of verdict: SubmissionVerdict) -> StyledText {
        switch verdict {
        case .passed: StyledText(style.glyph("✓", "+"), TextStyle(.green))
        case .error: StyledText("!", TextStyle(.yellow))
        default: StyledText(style.glyph("✗", "x"), TextStyle(.red))
        }
    }

    // MARK: - Checks

    private func rows(of entry: ReportedCase) -> [StyledText] {
        let mark =
            switch entry.kind {
            case .passed: StyledText(style.glyph("✓", "+"), TextStyle(.green))
            case .failed: StyledText(style.glyph("✗", "x"), TextStyle(.red))
            case .skipped: StyledText(style.glyph("·", "-"), .faint)
            case .error: StyledText("!", TextStyle(.yellow))
            }
        let isWorthPoints = entry.possible != .zero || entry.earned != .zero
        let score = "\(entry.isExtra ? "extra " : "")\(entry.earned.decimal) / \(entry.possible.decimal)"
        let name = StyledText(style.shown(ReportText.row(entry.name)))
        var rows = [row(mark, name, right: isWorthPoints ? score : "", indent: 3)]
        if entry.kind == .passed { return rows }
        rows += wrapped(entry.message)
        for line in entry.details + entry.timeline { rows += kept(line) }
        if let place = entry.place { rows += wrapped("at \(place.file):\(place.line):\(place.column)") }
        if let time = entry.nanoseconds { rows += wrapped("\(ReportText.milliseconds(time)) after the check began") }
        if let token = entry.replayToken { rows += wrapped("looplab replay \(token)") }
        return rows + outputRows(entry.output)
    }

    private func outputRows(_ output: String) -> [StyledText] {
        if output.isEmpty { return [] }
        var lines = Self.lines(output)
        let rest = lines.count - Self.longestOutput
        if rest > 0 { lines = Array(lines.prefix(Self.longestOutput)) }
        let bar = style.glyph("│ ", "| ")
        return wrapped("it printed:") + lines.flatMap { kept(bar + $0) }
            + (rest > 0 ? wrapped(rest == 1 ? "and 1 more line" : "and \(rest) more lines") : [])
    }

    private static func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    // MARK: - Rows

    /// A sentence, broken between words.
    private func wrapped(_ text: String, indent: Int = 7) -> [StyledText] {
        let paragraph = StyledParagraph(StyledText(style.shown(ReportText.row(text))))
        return paragraph.rows(columns: style.columns - indent).map { row(indent: indent, $0) }
    }

    /// Lines whose columns stand below one another: they keep their spaces.
    private func kept(_ text: String) -> [StyledText] {
        Self.lines(text).flatMap { line in
            TextLayout.wrap(style.shown(ReportText.row(line)), to: style.columns - 7, limit: 4, mark: style.mark)
                .map { row(indent: 7, StyledText($0)) }
        }
    }

    private func row(indent: Int, _ text: StyledText) -> StyledText {
        StyledText(String(repeating: " ", count: indent)) + text.cut(to: style.columns - indent, mark: style.mark)
    }

    /// A mark and a name on the left, and what belongs to it at the right margin.
    private func row(_ mark: StyledText, _ name: StyledText, right: String, indent: Int) -> StyledText {
        let right = StyledText(right)
        let left = StyledText(String(repeating: " ", count: indent)) + mark + StyledText(" ")
        let room = style.columns - 1 - left.columns - (right.isEmpty ? 0 : right.columns + 2)
        let cut = left + name.cut(to: max(room, 8), mark: style.mark)
        if right.isEmpty { return cut }
        return cut.padded(to: style.columns - 1 - right.columns) + right
    }
}
