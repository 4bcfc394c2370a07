// SPDX-License-Identifier: MIT
internal import Markup

/// What is known of the lessons.
struct LessonSection {
    let report: ClassReport

    /// The section; nil where nothing is known.
    var section: ReportSection? {
        if report.lessons.isEmpty { return nil }
        let hasReading = report.lessons.contains { $0.begun != nil || $0.finished != nil }
        var columns: [ReportColumn] = [.text("Lesson")]
        if hasReading { columns += [.number("Begun"), .number("Finished")] }
        columns += [
            .number("Answered a question"), .number("Answers"), .number("Right"), .number("Exercises tried"),
            .number("Passed"),
        ]
        let rows = report.lessons.enumerated().map { index, lesson -> [ReportCell] in
            var cells: [ReportCell] = [.html(.name(ReportWords.lesson(lesson.lesson)), key: index)]
            if hasReading {
                cells += [ReportWords.cell(count: lesson.begun), ReportWords.cell(count: lesson.finished)]
            }
            return cells + [
                .count(lesson.answered), .count(lesson.attempts), Self.share(lesson.passes, of: lesson.attempts),
                .count(lesson.tried), Self.share(lesson.passed, of: lesson.tried),
            ]
        }
        let table = ReportTable(
            caption: "\(CountedNoun.text(rows.count, "lesson")), in the order of the course", columns: columns,
            rows: rows)
        return ReportSection(id: "lessons", title: "Lessons", content: [ReportSection.pane([table.html])])
    }

    private static func share(_ part: Int, of whole: Int) -> ReportCell {
        whole == 0 ? .missing("none") : .share((part * 2_000 + whole) / (whole * 2))
    }
}
