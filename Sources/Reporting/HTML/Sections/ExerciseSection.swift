// SPDX-License-Identifier: MIT
internal import Markup
internal import Results

/// What the class made of each exercise: item analysis, checks, and wrong answers.
struct ExerciseSection {
    let report: ClassReport

    /// The section.
    var section: ReportSection {
        let known = report.exercises.filter { $0.attempts > 0 }
        var parts = [ReportSection.pane([table])]
        if let remarkable { parts.append(remarkable) }
        let details = known.filter { !$0.checks.isEmpty || !$0.wrongAnswers.isEmpty }
        if !details.isEmpty {
            parts.append(
                ReportSection.pane(
                    [.element("h3", "Checks and wrong answers, exercise by exercise")]
                        + details.map { detail($0, isOpen: report.exercises.count == 1) }, ofDetails: true))
        }
        return ReportSection(id: "exercises", title: "Exercises", content: parts)
    }

    private var table: HTML {
        ReportTable(
            caption: "\(CountedNoun.text(report.exercises.count, "exercise")), in the order of the course",
            columns: [
                .text("Exercise"), .number("Tried"), .number("Passed"), .number("Stuck"),
                .number("First share", meaning: "Mean share of the points in first attempts"),
                .number("Tells apart", meaning: "Discrimination: item-rest correlation, from −1 to 1"),
                .number("Attempts to pass", meaning: "Median number of attempts until the first pass"),
                .number("Time to pass", meaning: "Median time spent until the first pass"),
                .number("Took hints", meaning: "Learners who saw hints"), .number("Attempts"),
            ],
            rows: report.exercises.enumerated().map { index, exercise in
                [
                    .html(.name(ReportWords.title(of: exercise)), key: index), .count(exercise.tried),
                    .count(exercise.passed), .count(exercise.stuck), ReportWords.cell(share: exercise.difficulty),
                    ReportWords.cell(coefficient: exercise.discrimination),
                    ReportWords.cell(count: exercise.attemptsToPass),
                    ReportWords.cell(duration: exercise.timeToPass), ReportWords.cell(count: exercise.hinted),
                    .count(exercise.attempts),
                ]
            }, isSearchable: true
        ).html
    }

    // MARK: - Checks

    private var remarkable: HTML? {
        let none = list(.nobodyPasses, "Checks that nobody has passed")
        let all = list(.everyonePasses, "Checks that everybody passes at once")
        return none.isEmpty && all.isEmpty ? nil : ReportSection.pane(none + all)
    }

    private func list(_ remark: CheckReport.Remark, _ heading: String) -> [HTML] {
        let found = report.exercises.flatMap { exercise in
            exercise.checks.filter { $0.remark == remark }.map { (exercise, $0) }
        }
        if found.isEmpty { return [] }
        let entries = found.map { exercise, check -> HTML in
            let line: [HTML] = [
                HTML(text: "“"), .name(check.name), HTML(text: "” of "), .name(ReportWords.title(of: exercise)),
            ]
            let count = HTML.element("span", ["class": "soft"], " · \(CountedNoun.text(check.learners, "learner"))")
            return .joined(line) + count
        }
        return [.element("h3", "\(heading): \(found.count)")]
            + ReportSection.rows(entries, atOnce: 6, rest: "more check")
    }

    private func detail(_ exercise: ExerciseReport, isOpen: Bool) -> HTML {
        var parts: [HTML] = []
        if !exercise.checks.isEmpty { parts.append(checks(of: exercise)) }
        if !exercise.wrongAnswers.isEmpty {
            parts.append(.element("p", ["class": "soft"], "The most common wrong answers"))
            parts += ReportSection.rows(exercise.wrongAnswers.map(Self.answer), atOnce: 5, rest: "more answer")
        }
        let passed = "\(exercise.passed) of \(exercise.tried) passed"
        return ReportSection.folded("\(ReportWords.title(of: exercise)) · \(passed)", parts, isOpen: isOpen)
    }

    private func checks(of exercise: ExerciseReport) -> HTML {
        ReportTable(
            caption: "Checks of \(ReportWords.title(of: exercise))",
            columns: [
                .text("Check"), .number("Points"), .number("Learners"),
                .number("Passed at once", meaning: "Share of learners whose first attempt passed it"),
                .number("Passed by now"), .number("Open", meaning: "Learners whose last attempt does not pass it"),
                .number("Tells apart", meaning: "Discrimination: item-rest correlation, from −1 to 1"),
                .fixed("What it said most often"),
            ],
            rows: exercise.checks.enumerated().map { index, check in
                let notes = (check.isHidden ? ["hidden"] : []) + (check.isExtra ? ["extra"] : [])
                let note = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
                return [
                    .html(.name(check.name) + HTML(text: note), key: index),
                    ReportCell(html: HTML(text: check.possible.decimal), key: check.possible.thousandths),
                    .count(check.learners), ReportWords.cell(share: check.difficulty), .count(check.passed),
                    .count(check.open), ReportWords.cell(coefficient: check.discrimination),
                    check.commonFailure.map { .html(Self.answer($0)) } ?? .missing("nothing"),
                ]
            }
        ).html
    }

    private static func answer(_ answer: WrongAnswer) -> HTML {
        let count = "\(CountedNoun.text(answer.learners, "learner")), \(CountedNoun.text(answer.attempts, "attempt"))"
        let check: HTML =
            if let check = answer.check { HTML(text: " on “") + .name(check) + HTML(text: "”") } else { .empty }
        return .element("pre", answer.text) + .element("span", ["class": "soft"], [HTML(text: count), check])
    }
}
