// SPDX-License-Identifier: MIT
internal import Markup

/// Who needs somebody: learners who have not begun, and those who are stuck.
struct AttentionSection {
    let report: ClassReport
    let words: ReportWords

    /// The most places that are listed at once; the rest is folded up.
    private static let limit = 8

    /// The section.
    var section: ReportSection {
        ReportSection(id: "attention", title: "Who needs help", content: [notStarted, stuck])
    }

    private var notStarted: HTML {
        let names = report.learners.filter { $0.attempts == 0 }.map(\.name)
        let heading = names.isEmpty ? "Not started" : "Not started: \(CountedNoun.text(names.count, "learner"))"
        return ReportSection.pane([
            .element("h3", heading),
            names.isEmpty ? .element("p", "Everybody has begun.") : NameList(names).html,
        ])
    }

    private var stuck: HTML {
        let meaning =
            "\(CountedNoun.text(report.stuckLimit, "attempt")) or more at an exercise and no pass. "
            + "The number of attempts stands behind each name."
        let entries = report.stuck.map { group in HTML.lines([.empty] + entry(group)) }
        return ReportSection.pane(
            [.element("h3", "Stuck")]
                + (entries.isEmpty
                    ? [.element("p", "Nobody is.")]
                    : [.element("p", ["class": "soft"], meaning)]
                        + ReportSection.rows(entries, atOnce: Self.limit, rest: "more place")))
    }

    private func entry(_ group: StuckGroup) -> [HTML] {
        var line: [HTML] = [
            .element("span", ["class": "count"], CountedNoun.text(group.learners.count, "learner")), HTML(text: " "),
        ]
        if let check = group.check { line += [HTML(text: "on “"), .name(check), HTML(text: "” of ")] }
        if group.check == nil { line.append(HTML(text: "in ")) }
        line.append(.name(words.exercise(group.exercise)))
        let known = group.learners.compactMap(\.hints)
        let without = known.count { $0 == 0 }
        if without > 0 {
            let note = without == group.learners.count ? "no hint taken" : "\(without) of them took no hint"
            line.append(.element("span", ["class": "soft"], " · \(note)"))
        }
        return [.element("p", line), NameList(group.learners.map { ($0.name, "(\($0.attempts))") }).html]
    }
}
