// SPDX-License-Identifier: MIT
internal import Markup

/// One page that needs nothing else: totals, a table for each exercise, and every submission folded up.
///
/// It has no script; its policy lets nothing run or load. Submissions are written as they come.
struct HTMLReport: ReportWriter {
    private let totals: ReportTotals
    private let audience: Audience
    private let page: HTMLPage

    init(_ totals: ReportTotals, _ context: ReportContext) {
        self.totals = totals
        audience = context.audience ?? .learner
        page = HTMLPage(
            title: "LoopLab results", styles: [HTMLReportStyle.sheet], body: HTML(ownFile: ""), data: [], scripts: [])
    }

    func begin() -> [UInt8] {
        var html = Elements()
        html.open("main")
        html.add("h1", "Results")
        html.add("p", TotalsText(totals).text)
        if !totals.exercises.isEmpty { html.add("h2", "Exercises") }
        for exercise in totals.exercises { add(exercise, to: &html) }
        html.add("h2", "Submissions")
        return Array((page.opening + html.source).utf8)
    }

    func end() -> [UInt8] { Array(("</main>\n" + page.closing).utf8) }

    func add(_ result: SubmissionResult) -> [UInt8] {
        let submission = ReportedSubmission(result, for: audience)
        var html = Elements()
        html.open("details", "class=\"\(result.verdict.rawValue)\"\(totals.submissions == 1 ? " open" : "")")
        html.open("summary")
        html.inline("b", Self.mark(of: result.verdict))
        html.text(" \(ReportText.row(result.learner)) · \(ReportText.row(result.title)) ")
        html.inline("span", "\(Self.word(of: result.verdict)), \(submission.score)")
        html.close("summary")
        html.add("p", description(of: result))
        if let grade = result.grade { html.add("p", ReportText.row(grade.sentence)) }
        if let hidden = submission.hidden { html.add("p", hidden.sentence) }
        html.open("ol")
        for entry in submission.cases { add(entry, to: &html) }
        html.close("ol")
        html.close("details")
        return Array(html.source.utf8)
    }

    // MARK: - Exercises

    private func add(_ exercise: ExerciseTotals, to html: inout Elements) {
        let passed = exercise.verdicts[.passed] ?? 0
        html.open("section")
        html.add("h3", exercise.title)
        html.open("table")
        html.open("caption")
        html.text("\(exercise.name): \(passed) of \(exercise.submissions) passed")
        html.close("caption")
        html.row("th", ["Check", "Passed", "Share"].map { HTML(text: $0) })
        for check in exercise.checks where !check.isHidden || audience == .instructor {
            let name = check.name + (check.isExtra ? " (extra)" : "") + (check.isHidden ? " (hidden)" : "")
            let count = "\(check.passed) of \(check.submissions)"
            let meter = Elements.meter(check.passed, of: check.submissions)
            html.row("td", [HTML(text: ReportText.row(name)), HTML(text: count), meter])
        }
        html.close("table")
        let hidden = exercise.checks.count(where: \.isHidden)
        if hidden > 0, audience == .learner {
            html.add("p", hidden == 1 ? "and 1 hidden check" : "and \(hidden) hidden checks")
        }
        html.close("section")
    }

    // MARK: - Submissions

    private static func mark(of verdict: SubmissionVerdict) -> String {
        switch verdict {
        case .passed: "✓"
        case .error: "!"
        default: "✗"
        }
    }

    private static func word(of verdict: SubmissionVerdict) -> String {
        switch verdict {
        case .passed: "pass"
        case .failed: "fail"
        case .stopped: "stopped"
        case .refused: "cannot be run"
        case .error: "error"
        }
    }

    private func description(of result: SubmissionResult) -> String {
        let time = result.submittedAt.flatMap { ReportTime(milliseconds: $0)?.seconds }
        return ReportText.row(result.path) + (time.map { ", handed in \($0)" } ?? "")
    }

    private func add(_ entry: ReportedCase, to html: inout Elements) {
        let (name, mark) =
            switch entry.kind {
            case .passed: ("passed", "✓")
            case .failed: ("failed", "✗")
            case .skipped: ("skipped", "·")
            case .error: ("error", "!")
            }
        html.open("li", "class=\"\(name)\"")
        html.inline("b", mark)
        html.text(" \(ReportText.row(entry.name)) ")
        let isWorthPoints = entry.possible != .zero || entry.earned != .zero
        if isWorthPoints {
            let extra = entry.isExtra ? "extra, " : ""
            html.inline("span", "\(name), \(extra)\(entry.earned.decimal) of \(entry.possible.decimal)")
        } else {
            html.inline("span", name)
        }
        if entry.kind != .passed { html.add("pre", entry.shownBody) }
        if !entry.output.isEmpty {
            html.add("p", "It printed:")
            html.add("pre", entry.shownOutput)
        }
        html.close("li")
    }
}

/// Elements one after another: names are ours, and text is escaped.
private struct Elements {
    private(set) var source = ""

    mutating func open(_ name: StaticString) { source += "<\(name)>\n" }

    /// Begins an element with attributes, which must be ours too.
    mutating func open(_ name: StaticString, _ attributes: String) { source += "<\(name) \(attributes)>\n" }

    mutating func close(_ name: StaticString) { source += "</\(name)>\n" }

    mutating func text(_ text: String) { source += HTML.escaped(text) }

    mutating func inline(_ name: StaticString, _ text: String) { source += "<\(name)>\(HTML.escaped(text))</\(name)>" }

    // A line feed right after the beginning of `pre` would not be shown.
    mutating func add(_ name: StaticString, _ text: String) {
        source += "<\(name)>\(text.hasPrefix("\n") ? "\n" : "")\(HTML.escaped(text))</\(name)>\n"
    }

    mutating func row(_ name: StaticString, _ cells: [HTML]) {
        source += "<tr>" + cells.map { "<\(name)>\($0.source)</\(name)>" }.joined() + "</tr>\n"
    }

    static func meter(_ value: Int, of whole: Int) -> HTML {
        let share = whole == 0 ? 0 : value * 100 / whole
        return HTML(ownFile: "<meter min=\"0\" max=\"\(max(whole, 1))\" value=\"\(value)\">\(share) %</meter>")
    }
}

/// How the page looks, in the light and in the dark; what it says needs no colour.
private enum HTMLReportStyle {
    static let sheet = """
        :root { color-scheme: light dark; --back: #f3f4f7; --pane: #ffffff; --ink: #1a1f27; --soft: #586272;
          --line: #dde1e8; --good: #17693c; --bad: #b0232f; --odd: #9a4a06; }
        @media (prefers-color-scheme: dark) { :root { --back: #0e1116; --pane: #161b22; --ink: #e4e9f0; --soft: #9aa6b6;
          --line: #2a323d; --good: #86d3a2; --bad: #ff8d92; --odd: #f0b27a; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--back); color: var(--ink); line-height: 1.5;
          font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1, h2, h3 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
        section, details { background: var(--pane); border: 1px solid var(--line); border-radius: 8px;
          padding: 0.6rem 1rem; margin: 0.6rem 0; }
        table { width: 100%; border-collapse: collapse; } caption { text-align: left; color: var(--soft); }
        th, td { text-align: left; padding: 0.25rem 0.5rem; border-top: 1px solid var(--line); }
        td:nth-child(2) { white-space: nowrap; } meter { width: 10rem; max-width: 100%; }
        summary { cursor: pointer; } summary span, li span { color: var(--soft); }
        ol { list-style: none; padding: 0; } li { border-top: 1px solid var(--line); padding: 0.4rem 0; }
        pre { overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--back);
          padding: 0.5rem 0.7rem; border-radius: 6px; margin: 0.4rem 0; }
        .passed > summary b, li.passed b { color: var(--good); }
        .failed > summary b, .stopped > summary b, .refused > summary b, li.failed b { color: var(--bad); }
        .error > summary b, li.error b { color: var(--odd); }
        """
}
