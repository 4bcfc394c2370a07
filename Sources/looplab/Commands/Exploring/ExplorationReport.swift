// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// What `looplab explore` says about the outputs it found.
struct ExplorationReport {
    private let search: ChoiceSearch<ExploredRun>
    private let program: String
    private let repetition: [String]
    private let wasInterrupted: Bool
    let orders: LineOrders

    /// Makes a report; `repetition` are the words, behind `looplab trace --choices N`, that run the program as it was.
    init(
        _ search: ChoiceSearch<ExploredRun>, program: String, repetition: [String], wasInterrupted: Bool
    ) {
        self.search = search
        self.program = program
        self.repetition = repetition
        self.wasInterrupted = wasInterrupted
        orders = LineOrders(search.findings.map(\.outcome.lines))
    }

    /// The report for people, at most 80 columns wide but for the program's own lines.
    var text: String {
        var parts = [headline]
        guard search.findings.count > 1 else { return headline }
        for (index, finding) in search.findings.enumerated() { parts.append(section(index, finding)) }
        parts.append(verdict)
        return parts.joined(separator: "\n")
    }

    /// The report as one JSON object: program, runs, isComplete, and for each output its lines, how it ended, in how
    /// many runs it came and by which choices.
    var json: String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("program", program)
        writer.member("runs", search.runs)
        writer.member("isComplete", search.isComplete && !wasInterrupted)
        writer.key("outputs")
        writer.beginArray()
        for finding in search.findings { write(finding, &writer) }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func write(_ finding: ChoiceSearch<ExploredRun>.Finding, _ writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("lines", finding.outcome.lines)
        writer.member("ending", finding.outcome.ending)
        writer.member("runs", finding.count)
        writer.key("choices")
        writer.beginArray()
        for choice in finding.choices { writer.number(choice) }
        writer.endArray()
        writer.member("reasons", reasons(for: finding))
        writer.endObject()
    }

    // MARK: - Parts

    private var headline: String {
        let runs = CountedNoun.text(search.runs, "run")
        let extent =
            wasInterrupted
            ? "interrupted" : search.isComplete ? "every open order was tried" : "--runs allows more"
        guard search.findings.count > 1 else {
            let subject = search.runs == 1 && search.isComplete ? "nothing is left open" : "the same output every time"
            return " \(shown(program))\n \(subject) (\(runs), \(extent))\n"
        }
        return " \(shown(program))\n \(search.findings.count) different outputs (\(runs), \(extent))\n"
    }

    private func section(_ index: Int, _ finding: ChoiceSearch<ExploredRun>.Finding) -> String {
        let share = "\(finding.count) of \(search.runs)"
        var rows = [" \(index + 1)  \(index == 0 ? "as usual" : "other order")  (\(share) runs)"]
        if index > 0 {
            for reason in reasons(for: finding) {
                rows += TextLayout.wrap(reason, to: 74, mark: "...").map { "      " + $0 }
            }
        }
        rows += excerpt(of: finding.outcome.lines, index)
        if !finding.outcome.ending.isEmpty { rows.append("      (\(finding.outcome.ending))") }
        if index > 0 {
            let words = ["looplab trace --choices", choices(finding)] + repetition.map(shown)
            rows.append("    again:  " + words.joined(separator: " "))
        }
        return rows.joined(separator: "\n") + "\n"
    }

    private func choices(_ finding: ChoiceSearch<ExploredRun>.Finding) -> String {
        finding.choices.map(String.init).joined(separator: ",")
    }

    /// The lines around the first that differs from the usual output.
    private func excerpt(of lines: [String], _ index: Int) -> [String] {
        let first =
            index == 0 ? orders.firstDifference : LineOrders.firstDifference(lines, search.findings[0].outcome.lines)
        let start = max(0, first - 2)
        let end = min(lines.count, start + 8)
        var rows: [String] = []
        if start > 0 { rows.append("      (\(CountedNoun.text(start, "line")) as usual)") }
        for position in start..<max(end, start) {
            let mark = index > 0 && position == first ? ">" : " "
            rows.append("    \(mark) \(position + 1)  \(shown(lines[position]))")
        }
        if end < lines.count { rows.append("      (\(lines.count - end) more)") }
        if lines.isEmpty { rows.append("      (prints nothing)") }
        return rows
    }

    private var verdict: String {
        var rows: [String] = []
        let common = orders.firstDifference
        if common > 0 {
            rows.append(" Guaranteed  the first \(common == 1 ? "line" : "\(common) lines"), in every run.")
        }
        for pair in orders.luckyPairs.prefix(5) {
            rows.append(" Luck        \"\(shown(pair.first))\" before \"\(shown(pair.second))\", or after it.")
        }
        for line in orders.occasionalLines.prefix(5) {
            rows.append(" Luck        whether \"\(shown(line))\" is printed at all.")
        }
        let advice =
            "A test of this program must accept each of these outputs, or the program must wait for what it depends on."
        rows += TextLayout.wrap(advice, to: 77, mark: "...").map { " " + $0 }
        return rows.joined(separator: "\n") + "\n"
    }

    private func reasons(for finding: ChoiceSearch<ExploredRun>.Finding) -> [String] {
        var seen: Set<ChoicePoint> = []
        var reasons: [String] = []
        for (position, number) in finding.choices.enumerated() where number != 0 && position < finding.taken.count {
            let point = finding.taken[position].point
            if seen.insert(point).inserted { reasons.append(Self.reason(point)) }
        }
        return reasons
    }

    static func reason(_ point: ChoicePoint) -> String {
        switch point {
        case .timerOrImmediate:
            "when the immediate runs before the timer of 1 ms: which is first depends on how long starting takes"
        case .timerOrCompletion:
            "when a completion runs before a timer that is due at the same time"
        case .completionOrder:
            "when completions that are due at the same time run in another order"
        case .taskSource:
            "when the page takes its next task from another source: the standard leaves that open"
        case .immediateOrTimer:
            "when a timer of 1 ms runs before an immediate of the same turn: which is first depends on how long a turn "
                + "takes"
        case .scriptedLatency:
            "when a scripted function takes longer: a check said only between which times"
        case .duration:
            "when an answer, a file operation or a worker takes much longer than it declares: nobody promises a time"
        }
    }

    private func shown(_ text: String) -> String { TerminalText.escaped(text) }
}
