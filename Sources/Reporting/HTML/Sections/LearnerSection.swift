// SPDX-License-Identifier: MIT
internal import Markup
internal import Results

/// Each learner in a row, with the row of the heat map.
struct LearnerSection {
    let report: ClassReport
    let grid: ProgressGrid
    let words: ReportWords

    /// The most rows; of a larger class those with the fewest points are shown, who need somebody to look.
    static let limit = 3_000

    /// The section.
    var section: ReportSection {
        var parts = [ReportSection.pane([table])]
        if report.learners.count == 1, let learner = report.learners.first, !report.exercises.isEmpty {
            parts.append(ReportSection.pane([standings(of: learner)]))
        }
        return ReportSection(id: "learners", title: report.learners.count == 1 ? "Learner" : "Learners", content: parts)
    }

    private var table: HTML {
        let hasSections = report.learners.contains { !$0.sections.isEmpty }
        let hasHints = report.learners.contains { $0.hints != nil }
        let hasTime = report.learners.contains { $0.duration != nil }
        var columns: [ReportColumn] = [.text("Learner")]
        if hasSections { columns.append(.text("Section")) }
        columns += [.number("Points"), .number("Share"), .number("Passed"), .number("Stuck"), .number("Attempts")]
        if hasHints { columns.append(.number("Hints")) }
        if hasTime { columns.append(.number("Time")) }
        columns += [.moment("Last attempt"), .fixed("Progress")]
        let rows = shown.map { learner, row in
            var cells: [ReportCell] = [.html(Self.name(of: learner))]
            if hasSections { cells.append(.html(.name(learner.sections.joined(separator: ", ")))) }
            cells += [
                ReportCell(html: HTML(text: learner.earned.decimal), key: learner.earned.thousandths),
                ReportWords.cell(share: learner.share), .count(learner.passed),
                learner.stuck == 0
                    ? .count(0) : .html(.element("span", ["class": "flag"], "\(learner.stuck)"), key: learner.stuck),
                .count(learner.attempts),
            ]
            if hasHints { cells.append(ReportWords.cell(count: learner.hints)) }
            if hasTime { cells.append(ReportWords.cell(duration: learner.duration)) }
            return cells + [
                words.cell(learner.last, missing: "never"), .html(grid.strip(for: grid.rows[row], index: row)),
            ]
        }
        return ReportTable(caption: caption, columns: columns, rows: rows, isSearchable: true).html
    }

    private var caption: String {
        let count = CountedNoun.text(report.learners.count, "learner")
        return report.learners.count <= Self.limit
            ? count
            : "\(count), of whom the \(Self.limit) with the fewest points are here; the other formats have all"
    }

    /// The learners that are shown, by name, each with its row in the grid.
    private var shown: [(learner: LearnerReport, row: Int)] {
        grid.order.enumerated().map { ($0.element, $0.offset) }.suffix(Self.limit)
            .sorted { $0.0 < $1.0 }.map { (report.learners[$0.0], $0.1) }
    }

    private static func name(of learner: LearnerReport) -> HTML {
        guard let full = learner.fullName, full != learner.name else { return .name(learner.name) }
        return .name(full) + HTML(text: " ") + .element("span", ["class": "lead"], [.name(learner.name)])
    }

    private func standings(of learner: LearnerReport) -> HTML {
        ReportTable(
            caption: "Exercise by exercise",
            columns: [
                .text("Exercise"), .text("State"), .number("Points"), .number("First share"), .number("Share"),
                .number("Attempts"), .number("Passed at attempt"), .number("Hints"), .number("Time"),
                .moment("First attempt"), .moment("Last attempt"),
            ],
            rows: zip(report.exercises, learner.standings).enumerated().map { index, pair in
                let (exercise, standing) = pair
                let notes = (standing.isLate ? ["late"] : []) + (standing.isDecided ? ["set by a person"] : [])
                let state = ([ProgressCell(standing).words] + notes).joined(separator: ", ")
                let points = standing.points.map { ReportCell(html: HTML(text: $0.decimal), key: $0.thousandths) }
                return [
                    .html(.name(ReportWords.title(of: exercise)), key: index), .text(state),
                    points ?? .missing("none"), ReportWords.cell(share: standing.firstShare),
                    ReportWords.cell(share: standing.share), .count(standing.attempts),
                    standing.attemptsToPass.map(ReportCell.count) ?? .missing("not passed"),
                    ReportWords.cell(count: standing.hints), ReportWords.cell(duration: standing.duration),
                    words.cell(standing.first, missing: "none"), words.cell(standing.last, missing: "none"),
                ]
            }
        ).html
    }
}
