// SPDX-License-Identifier: MIT
internal import Markup

/// What somebody has to know about where the figures come from, and what they mean.
struct RemarkSection {
    let report: ClassReport
    let words: ReportWords

    /// Remarks about the data; nil where there are none.
    var remarks: ReportSection? {
        if report.remarks.isEmpty { return nil }
        let entries = report.remarks.map { HTML.element("p", [.name(sentence(for: $0))]) }
        let list = ReportSection.rows(entries, atOnce: 12, rest: "more remark")
        return ReportSection(id: "remarks", title: "About the data", content: [ReportSection.pane(list)])
    }

    private func sentence(for remark: ReportRemark) -> String {
        func attempts(_ count: Int) -> String { ReportWords.count(count, "attempt") }
        return switch remark {
        case .unreadable(let file, let reason): "\(file) could not be read, and nothing of it is here: \(reason)"
        case .clockWentBack(let learner, let count):
            "\(learner): the clock went back, so the times of \(attempts(count)) are doubtful."
        case .fromTheFuture(let learner, let count):
            "\(learner): \(attempts(count)) made, by their times, after they were recorded."
        case .withoutTime(let count): "\(attempts(count)) without a time: they count as made before all others."
        case .severalVersions(let exercise, let versions):
            "\(words.exercise(exercise)): the attempts are of \(ReportWords.count(versions, "version")) of the exercise."
        case .unknownExercise(let exercise, let count): "\(exercise) is not in the course: \(attempts(count))."
        case .otherCourse(let course, let count): "\(attempts(count)) of another course, \(course), left out."
        case .notGraded(let count):
            "\(attempts(count)) that could not be graded, through no fault of the learners: they count for nothing."
        case .withoutSection(let learners): "In no section: \(Self.names(learners))."
        case .sameName(let learner, let files):
            "\(learner): \(ReportWords.count(files, "file")) say this name, and were taken for one learner."
        case .knownAttempts(let file, let count):
            "\(file) holds \(attempts(count)) that are known already; they count once."
        }
    }

    private static func names(_ names: [String]) -> String {
        let shown = names.prefix(NameList.limit).joined(separator: ", ")
        return names.count <= NameList.limit ? shown : "\(shown) and \(names.count - NameList.limit) more"
    }

    /// What the figures mean.
    var meanings: ReportSection {
        let limit = ReportWords.count(report.stuckLimit, "attempt")
        let terms: [(String, String)] = [
            ("Attempt", "Something that was handed in. The same file again, unchanged, is no new attempt."),
            ("Share", "Points that count, of the points that the exercises of this report are worth."),
            ("Stuck", "\(limit) or more at an exercise, and none passed."),
            ("First share", "The mean share of the points in first attempts: large where an exercise is easy."),
            (
                "Tells apart",
                "How well an exercise or check tells strong learners from weak ones (discrimination): the correlation of "
                    + "the share in the first attempt with the mean of the learner's first shares in all other exercises. "
                    + "Near 0 it tells nothing; below 0 look at the exercise."
            ),
            (
                "Attempts to pass",
                "The median, over learners who passed, of the number of the attempt that passed first."
            ),
            ("Time to pass", "The median, over learners who passed, of the time spent until then."),
            (
                "Not put right",
                "The exercise, question or puzzle in which the misconception showed last was not answered rightly since."
            ),
        ]
        let list = HTML.element(
            "dl", ["class": "words"],
            [.lines([.empty] + terms.map { .element("dt", $0.0) + .element("dd", $0.1) })])
        return ReportSection(id: "meanings", title: "What the figures mean", content: [ReportSection.pane([list])])
    }
}
