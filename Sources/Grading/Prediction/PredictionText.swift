// SPDX-License-Identifier: MIT
public import Markup
internal import Scheduling
public import Tracing

/// What somebody reads who predicts an order: rows no wider than the terminal or 80 columns.
public struct PredictionText: Sendable {
    private let style: TerminalStyle
    private let width: Int

    /// Makes the texts for a terminal or a pipe.
    public init(_ style: TerminalStyle) {
        self.style = style
        width = min(style.columns, 80)
    }

    // MARK: - The question

    /// The program with the numbers of its lines; a line that names a licence is left out.
    public func program(_ trace: Trace) -> [StyledText] {
        guard let source = trace.sources.first else { return [] }
        var lines = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        var first = 0
        if lines.first?.hasPrefix("// SPDX-") == true { first = 1 }
        while first < lines.count, lines[first].isEmpty { first += 1 }
        let digits = max(2, "\(lines.count)".count)
        return lines.indices.dropFirst(first).flatMap { place -> [StyledText] in
            let number = StyledText(String("\(place + 1)")).aligned(right: digits + 2).text
            let text = style.shown(lines[place])
            let rows = TextLayout.wrap(text, to: width - digits - 4, mark: "")
            return rows.enumerated().map { row, part in
                StyledText(row == 0 ? number : String(repeating: " ", count: digits + 2), .faint) + StyledText("  ")
                    + StyledText(part)
            }
        }
    }

    /// The lines to put in order, as they are called, and what an answer looks like.
    public func lines(_ labels: PredictionLabels) -> [StyledText] {
        let often = labels.labels.map { $0.count > 1 ? " (\($0.count) times)" : "" }
        if !labels.usesLetters {
            let words = zip(labels.labels, often).map { style.shown($0.name) + $1 }
            return paragraph("Lines to put in order:  ", words.joined(separator: "  "))
        }
        let indent = (labels.labels.map(\.name.count).max() ?? 1) + 6
        return paragraph("", "Lines to put in order:")
            + zip(labels.labels, often).map { label, often in
                let line = label.line.isEmpty ? "(an empty line)" : style.shown(label.line)
                return
                    (StyledText("    ") + StyledText(label.name, .bold).padded(to: indent - 4)
                    + StyledText(line + often)).cut(to: width, mark: style.mark)
            }
    }

    /// What stands before the answer.
    public func question(_ labels: PredictionLabels) -> String {
        labels.usesLetters ? " Your order (letters or lines):  " : " Your order:  "
    }

    // MARK: - Answers that cannot be compared

    /// What is wrong with an answer and what to do.
    public func problems(_ answer: PredictionAnswer, _ labels: PredictionLabels) -> [StyledText] {
        answer.problems.prefix(Self.shownProblems).flatMap { paragraph("", Self.sentence($0, labels)) }
    }

    /// One sentence for a problem, not yet safe for a terminal.
    public static func sentence(_ problem: PredictionAnswer.Problem, _ labels: PredictionLabels) -> String {
        switch problem {
        case .empty:
            return "That is no order yet. Give the lines in the order in which they are printed, such as "
                + "\(example(labels))."
        case .unknown(let word, let nearest):
            let hint = nearest.map { " Did you mean \"\($0)\"?" } ?? ""
            return "The program prints no line \"\(word)\".\(hint) The lines are \(list(labels.labels.map(\.name)))."
        case .ambiguous(let word, let names):
            return "\"\(word)\" may be \(list(names.map { "\"\($0)\"" }, "or")). Give a little more of it."
        case .repeated(let name, let times, let allowed):
            let often = allowed == 1 ? "once" : "\(allowed) times"
            return "\"\(name)\" stands there \(times) times; it is printed \(often)."
        case .tooFew(let count, let expected, let missing):
            return "That is \(count) of \(number(expected)) lines; missing: \(list(missing))."
        case .tooMany(let count, let expected):
            return "That is \(count) lines; the program prints \(number(expected))."
        }
    }

    // Any arrangement that is shown is none that is right.
    private static func example(_ labels: PredictionLabels) -> String {
        labels.labels.prefix(4).map(\.name).joined(separator: " ") + (labels.labels.count > 4 ? " …" : "")
    }

    private static func number(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }

    private static func list(_ words: [String], _ conjunction: String = "and") -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }

    private static let shownProblems = 3

    // MARK: - Verdicts

    /// Whether a prediction is right, or where it first is not, and why; the rest of the output stays unsaid.
    public func verdict(_ verdict: PredictionVerdict) -> [StyledText] {
        guard let mistake = verdict.mistake else { return right(verdict) }
        if verdict.judgement == .undecided { return undecided(verdict, mistake) }
        let text = ExplanationText(mistake.why, style)
        var rows = text.rows(
            of: mistake.check, misconception: mistake.misconceptions.first, disclosing: .firstDifference)
        if verdict.orderCount > 1 {
            rows.append(StyledText())
            rows += paragraph(
                "",
                "Several orders are legal here, and each is accepted; this is the one that yours agrees with for "
                    + "longest.")
        }
        return rows
    }

    private func undecided(
        _ verdict: PredictionVerdict, _ mistake: PredictionVerdict.Mistake
    ) -> [StyledText] {
        let number = mistake.rightLines + 1
        let lines = [mistake.difference?.predicted, mistake.difference?.actual?.text].compactMap(\.self)
        var rows = paragraph(
            "? ",
            "Neither right nor wrong: nothing was found that decides line \(number) of the output, "
                + "\(Self.list(lines.map { "\"\($0)\"" }, "or")).")
        rows += paragraph(
            "  ",
            "The program leaves so many orders open that not all can be tried: \(verdict.runs) runs showed "
                + "\(verdict.orderCount), and yours was not among them. It may be legal all the same.")
        if let decision = mistake.difference?.decision {
            rows += [StyledText()] + paragraph("Rule: ", decision.rule.sentence)
        }
        return rows
    }

    private func right(_ verdict: PredictionVerdict) -> [StyledText] {
        let count = verdict.predicted.count
        var rows = paragraph("\(style.glyph("✓", "ok")) ", "Right: all \(count) lines, in this order.")
        if verdict.orderCount > 1 {
            let number = verdict.isComplete ? "\(verdict.orderCount)" : "\(verdict.orderCount) or more"
            let usual = verdict.order == 0 ? "the usual one" : "not the usual one, and as right"
            rows += paragraph(
                "  ",
                "\(number) orders are legal, for nothing decides between them; each is accepted. Yours is \(usual).")
        }
        return rows
    }

    // MARK: - Rules and keys

    /// A rule as a hint: in words, where it is written down, and where to read about it.
    public func rule(_ rule: Rule) -> [StyledText] {
        paragraph("Rule: ", rule.sentence) + paragraph("      ", "Written down in \(rule.source).")
            + paragraph("      ", "Lesson \(Self.named(rule.lesson)) shows it.")
    }

    /// Every legal order, for somebody who gives up.
    public func key(_ key: PredictionKey) -> [StyledText] {
        var rows: [StyledText] = []
        for (number, order) in key.orders.prefix(Self.shownOrders).enumerated() {
            let head = key.orders.count == 1 ? "It prints:" : number == 0 ? "The usual order:" : "As legal:"
            let joined = order.lines.map { style.shown($0) }.joined(separator: "  ")
            if StyledText(joined).columns + head.count + 5 <= width, !order.lines.contains("") {
                rows.append(StyledText(" \(head)  \(joined)"))
            } else {
                rows.append(StyledText(" \(head)"))
                rows += order.lines.map { StyledText("    \($0)").cut(to: width, mark: style.mark) }
            }
        }
        if key.orders.count > Self.shownOrders {
            rows += paragraph("", "And \(key.orders.count - Self.shownOrders) more.")
        }
        return rows
    }

    private static let shownOrders = 4

    // MARK: - Rows

    /// Text in rows, the first with a head, the others below where it ends.
    public func paragraph(_ head: String, _ text: String) -> [StyledText] {
        let head = " " + head
        let columns = StyledText(head).columns
        let indent = String(repeating: " ", count: columns)
        return TextLayout.wrap(style.shown(ascii(text)), to: max(width - 1 - columns, 10), mark: "").enumerated()
            .map { StyledText(($0 == 0 ? head : indent) + $1) }
    }

    // Our own signs have an ASCII form.
    private func ascii(_ text: String) -> String {
        if style.isUTF8 { return text }
        return [("→", "->"), ("…", "..."), ("“", "\""), ("”", "\"")].reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    // "2.3 Chains" as "2.3 (Chains)".
    static func named(_ lesson: String) -> String {
        let parts = lesson.split(separator: " ", maxSplits: 1)
        return parts.count == 2 ? "\(parts[0]) (\(parts[1]))" : lesson
    }
}
