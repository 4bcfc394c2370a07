// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup
internal import Results

/// A report as GitHub-flavoured Markdown: sentences and tables; text from elsewhere stays text.
struct MarkdownReport {
    private typealias Row = [String]

    private let report: ClassReport
    private let words: ReportWords

    init(_ report: ClassReport) {
        self.report = report
        words = ReportWords(report)
    }

    var text: String {
        let blocks =
            [["# \(escaped(words.title))", "", summary]]
            + [stuck, misconceptions, exercises, checks, learners, lessons, weeks, alike, remarks].filter {
                !$0.isEmpty
            }
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var summary: String {
        let totals = report.totals
        let active = "\(totals.activeLearners) of \(CountedNoun.text(totals.learners, "learner"))"
        var text = "\(active) tried \(CountedNoun.text(totals.exercises, "exercise"))"
        text += " in \(CountedNoun.text(totals.attempts, "attempt")); \(totals.passed) of \(totals.tried) passed."
        if let period = report.period {
            text += " From \(words.minute(period.lowerBound)) to \(words.minute(period.upperBound))"
            text += " \(Timestamp.offsetText(report.offset))."
        }
        return escaped(text)
    }

    // MARK: - Sections

    private var stuck: [String] {
        let rows = report.stuck.map { group -> Row in
            let names = group.learners.map { learner in
                let hints = learner.hints.map { ", \(CountedNoun.text($0, "hint"))" } ?? ""
                return "\(learner.name) (\(learner.attempts)\(hints))"
            }
            return [words.exercise(group.exercise), group.check ?? "", names.joined(separator: ", ")]
        }
        return section("Stuck", ["Exercise", "Check", "Learners (attempts, hints)"], rows)
    }

    private var misconceptions: [String] {
        let rows = report.misconceptions.map { belief -> Row in
            [
                belief.name, "\(belief.holders.count)", "\(belief.openCount)",
                belief.lesson.map(ReportWords.lesson) ?? "", belief.holders.map(\.name).joined(separator: ", "),
            ]
        }
        return section(
            "What the class believes", ["Belief", "Learners", "Still", "Treat with", "Who"], rows, numbers: [1, 2])
    }

    private var exercises: [String] {
        let rows = report.exercises.map { exercise -> Row in
            let wrong = exercise.wrongAnswers.first.map { "\($0.text) (\($0.learners))" }
            return [
                ReportWords.title(of: exercise), "\(exercise.tried)", "\(exercise.passed)", "\(exercise.stuck)",
                "\(exercise.attempts)", share(exercise.difficulty), decimal(exercise.discrimination),
                number(exercise.attemptsToPass), exercise.timeToPass.map(ReportWords.duration) ?? "",
                number(exercise.hinted), wrong ?? "",
            ]
        }
        let head = [
            "Exercise", "Tried", "Passed", "Stuck", "Attempts", "First share", "Tells apart", "Attempts to pass",
            "Time to pass", "Took hints", "Most common wrong answer (learners)",
        ]
        return section("Exercises", head, rows, numbers: Set(1...9))
    }

    private var checks: [String] {
        let rows = report.exercises.flatMap { exercise in
            exercise.checks.map { check -> Row in
                let remark: String =
                    switch check.remark {
                    case .everyonePasses?: "all pass at once"
                    case .nobodyPasses?: "nobody passes"
                    case nil: ""
                    }
                return [
                    exercise.number ?? exercise.id, check.name, share(check.difficulty),
                    "\(check.passed)/\(check.learners)", "\(check.open)", decimal(check.discrimination), remark,
                    check.commonFailure.map { "\($0.text) (\($0.learners))" } ?? "",
                ]
            }
        }
        let head = ["Exercise", "Check", "First", "Ever", "Open", "Tells apart", "Remark", "It says (learners)"]
        return section("Checks", head, rows, numbers: [2, 3, 4, 5])
    }

    private var learners: [String] {
        let rows = report.learners.map { learner -> Row in
            let name = learner.fullName.map { "\($0) (\(learner.name))" } ?? learner.name
            return [
                name, learner.sections.joined(separator: ", "), "\(learner.passed)/\(learner.tried)",
                "\(learner.stuck)", "\(learner.attempts)", share(learner.share),
                learner.duration.map(ReportWords.duration) ?? "", number(learner.hints),
                learner.last.map(words.minute) ?? "",
            ]
        }
        let head = ["Learner", "Section", "Passed", "Stuck", "Attempts", "Share", "Time", "Hints", "Last attempt"]
        return section("Learners", head, rows, numbers: Set(2...7))
    }

    private var lessons: [String] {
        let rows = report.lessons.map { lesson -> Row in
            [
                ReportWords.lesson(lesson.lesson), number(lesson.begun), number(lesson.finished),
                "\(lesson.passes)/\(lesson.attempts)", "\(lesson.passed)/\(lesson.tried)",
            ]
        }
        let head = ["Lesson", "Begun", "Finished", "Questions right", "Exercises passed"]
        return section("Lessons", head, rows, numbers: Set(1...4))
    }

    private var weeks: [String] {
        let rows = report.weeks.map { week -> Row in
            [
                week.start.text, "\(week.learners)", "\(week.attempts)", "\(week.newPasses)",
                "\(week.firstPasses)/\(week.firstAttempts)", "\(week.misconceptions)",
            ]
        }
        let head = ["Week from", "Learners", "Attempts", "Newly passed", "Right at once", "Misconceptions"]
        return section("Week by week", head, rows, numbers: Set(1...5))
    }

    private var alike: [String] {
        let rows = report.similarities.map { hint -> Row in
            let kind =
                switch hint.kind {
                case .sameFile: "the same file"
                case .similar(let part): "\(share(part)) alike"
                }
            return [words.exercise(hint.exercise), hint.learners.joined(separator: ", "), kind]
        }
        let table = section("Submissions that are alike", ["Exercise", "Learners", "How"], rows)
        if table.isEmpty { return [] }
        let sentence = "A hint to look, never a verdict: learners may have worked together, as they may be asked to."
        return [table[0], "", escaped(sentence)] + table[1...]
    }

    private var remarks: [String] {
        if report.remarks.isEmpty { return [] }
        return ["## About the data", ""]
            + report.remarks.map { "- \(escaped(RemarkText.sentence(for: $0, words)))" }
    }

    // MARK: - Parts

    /// A heading and a table; nothing where there is no row.
    private func section(_ title: String, _ head: Row, _ rows: [Row], numbers: Set<Int> = []) -> [String] {
        if rows.isEmpty { return [] }
        let line = head.indices.map { numbers.contains($0) ? "--:" : "---" }
        return ["## \(escaped(title))", "", Self.row(head.map(escaped)), Self.row(line)]
            + rows.map { Self.row($0.map(escaped)) }
    }

    private static func row(_ cells: Row) -> String { "| \(cells.joined(separator: " | ")) |" }

    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

    private func number(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }

    private func share(_ share: Int?) -> String { share.map { "\(($0 + 5) / 10) %" } ?? "" }

    private func decimal(_ thousandths: Int?) -> String { thousandths.map { Points(thousandths: $0).decimal } ?? "" }
}
