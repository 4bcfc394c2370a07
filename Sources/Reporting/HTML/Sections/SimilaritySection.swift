// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup

/// Submissions that are alike: a hint to look at them, and no verdict.
struct SimilaritySection {
    let report: ClassReport
    let words: ReportWords

    /// The most rows; those after it are counted.
    static let limit = 200

    /// The section; nil where nothing is alike.
    var section: ReportSection? {
        let hints = report.similarities
        if hints.isEmpty { return nil }
        let caption =
            hints.count <= Self.limit
            ? "Submissions that are alike"
            : "The first \(Self.limit) of \(hints.count) groups of submissions that are alike"
        let table = ReportTable(
            caption: caption,
            columns: [
                .text("Exercise"), .number("Alike", meaning: "Share of the smaller one that stands in the other one"),
                .fixed("Learners, the first to hand in first"),
            ],
            rows: hints.prefix(Self.limit).map { hint in
                [
                    .html(.name(words.exercise(hint.exercise))), Self.cell(hint.kind),
                    .html(NameList(names(of: hint)).html),
                ]
            })
        return ReportSection(
            id: "alike", title: "Submissions to look at",
            words:
                "Learners may have worked together, as they may be asked to, and a short exercise may have one obvious "
                + "solution: look at the submissions before you think anything of them.",
            content: [ReportSection.pane([table.html])])
    }

    private static func cell(_ kind: SimilarityHint.Kind) -> ReportCell {
        switch kind {
        case .sameFile: ReportCell(html: HTML(text: "same file"), key: 1_001)
        case .similar(let share): .share(share)
        }
    }

    private func names(of hint: SimilarityHint) -> [(name: String, note: String)] {
        hint.learners.enumerated().map { index, name in
            let moment = hint.moments.indices.contains(index) ? hint.moments[index] : nil
            return (name, moment.map { "(\(words.minute($0)))" } ?? "")
        }
    }
}
