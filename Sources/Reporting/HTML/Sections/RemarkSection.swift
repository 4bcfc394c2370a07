// SPDX-License-Identifier: MIT
internal import Markup

/// What somebody has to know about where the figures come from, and what they mean.
struct RemarkSection {
    let report: ClassReport
    let words: ReportWords

    /// Remarks about the data; nil where there are none.
    var remarks: ReportSection? {
        if report.remarks.isEmpty { return nil }
        let entries = report.remarks.map { HTML.element("p", [.name(RemarkText.sentence(for: $0, words))]) }
        let list = ReportSection.rows(entries, atOnce: 12, rest: "more remark")
        return ReportSection(id: "remarks", title: "About the data", content: [ReportSection.pane(list)])
    }

    /// What the figures mean.
    var meanings: ReportSection {
        let limit = CountedNoun.text(report.stuckLimit, "attempt")
        let terms: [(String, String)] = [
            ("Attempt", "Something that was handed in. The same file again, unchanged, is no new attempt."),
            ("Share", "Points that count, of the points that the exercises of this report are worth."),
            ("Stuck", "\(limit) or more at an exercise, and none passed."),
            ("First share", "The mean share of the points in first attempts: large where an exercise is easy."),
            (
                "Tells apart",
                "How well an exercise or check tells strong learners from weak ones (discrimination): the correlation "
                    + "of the share in the first attempt with the mean of the learner's first shares in all other "
                    + "exercises. "
                    + "Near 0 it tells nothing; below 0 look at the exercise."
            ),
            (
                "Attempts to pass",
                "The median, over learners who passed, of the number of the attempt that passed first."
            ),
            ("Time to pass", "The median, over learners who passed, of the time spent until then."),
            (
                "Not put right",
                "The exercise, question or puzzle in which the misconception showed last was not answered rightly "
                    + "since."
            ),
        ]
        let list = HTML.element(
            "dl", ["class": "words"],
            [.lines([.empty] + terms.map { .element("dt", $0.0) + .element("dd", $0.1) })])
        return ReportSection(id: "meanings", title: "What the figures mean", content: [ReportSection.pane([list])])
    }
}
