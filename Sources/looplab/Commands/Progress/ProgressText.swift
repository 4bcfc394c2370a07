// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup
internal import Progress

/// A learner's progress for people: what is done, how steadily, what is weak, what comes next.
struct ProgressText {
    private static let barColumns = 12
    private static let longestList = 5

    private let report: ProgressReport
    private let style: TerminalStyle
    /// The cells of the first column.
    private let nameColumns: Int

    init(_ report: ProgressReport, _ style: TerminalStyle) {
        self.report = report
        self.style = style
        nameColumns = min(26, max(12, style.columns - 54))
    }

    /// The view, each row at most as wide as the screen.
    var text: String {
        var rows = [headline]
        if report.attempts == 0, report.courses.allSatisfy(\.isUntouched) {
            rows += [StyledText(), StyledText(" \(nothingYet)")]
        } else {
            for section in [courses, activity, concepts, misconceptions] where !section.isEmpty {
                rows.append(StyledText())
                rows += section
            }
        }
        if let next { rows += [StyledText(), next] }
        return rows.map { style.rendered($0.cut(to: style.columns, mark: style.mark)) + "\n" }.joined()
    }

    // MARK: - Sections

    private var headline: StyledText {
        let owner = report.learner.map { "Progress of \(style.shown($0))" } ?? "Your progress"
        var row = StyledText(" \(owner)", .bold)
        if let since = report.since { row.append("  since \(since.text)") }
        return row
    }

    private var nothingYet: String {
        report.since == nil
            ? "Nothing is recorded yet. The first answer to an exercise begins it."
            : "Nothing was done since that day."
    }

    private var courses: [StyledText] {
        report.courses.filter { !$0.isUntouched || $0.hasTotals }.flatMap { course -> [StyledText] in
            let tracks = course.tracks.map(row)
            return report.courses.count == 1 ? tracks : [StyledText(" \(style.prose(course.title))", .bold)] + tracks
        }
    }

    private func row(_ track: ProgressReport.Track) -> StyledText {
        var row = name(track.title)
        if let total = track.exercises.total {
            row.append(bar(track.exercises.done, of: total), TextStyle(.green))
            row.append("  \(track.exercises.done)/\(CountedNoun.text(total, "exercise"))")
        } else {
            row.append("\(CountedNoun.text(track.exercises.done, "exercise")) passed")
        }
        if track.open > 0 { row.append(", \(track.open) open") }
        if let total = track.lessons.total {
            if total > 0 { row.append(" \(dot) \(track.lessons.done)/\(CountedNoun.text(total, "lesson"))") }
        } else if track.lessons.done > 0 {
            row.append(" \(dot) \(CountedNoun.text(track.lessons.done, "lesson")) finished")
        }
        return row
    }

    private var activity: [StyledText] {
        if report.attempts == 0 { return [] }
        let streak = report.streak
        var first = name("Days in a row")
        first.append("\(streak.current)", .bold)
        if streak.longest > streak.current { first.append(" (most: \(streak.longest))") }
        var answers = name("Attempts")
        answers.append("\(report.attempts), \(report.passes) passed \(dot) \(Self.time(report.duration))")
        var second = name("Last \(report.activity.count) days")
        let most = report.activity.map(\.attempts).max() ?? 0
        if most == 0 { return [first, answers] }
        second.append(report.activity.map { column($0.attempts, of: most) }.joined(), TextStyle(.cyan))
        second.append("  up to \(most) a day")
        return [first, answers, second]
    }

    private var concepts: [StyledText] {
        if report.weakConcepts.isEmpty { return [] }
        let rows = report.weakConcepts.map { concept -> StyledText in
            let total = concept.rights + concept.wrongs
            var row = name(concept.summary.concept)
            row.append(bar(concept.rights, of: total), TextStyle(.yellow))
            row.append("  \(concept.rights) of \(total) right \(dot) \(returns(concept.summary))")
            return row
        }
        return [StyledText(" Weak concepts", .bold)] + rows
    }

    private func returns(_ summary: ConceptSummary) -> String {
        let day = summary.due.day(offset: report.offset)
        return day <= report.today ? "due now" : "back on \(day.text)"
    }

    private var misconceptions: [StyledText] {
        if report.misconceptions.isEmpty { return [] }
        var rows = report.misconceptions.prefix(Self.longestList).map { summary -> StyledText in
            var row = name(summary.misconception)
            let day = summary.lastEnded.day(offset: report.offset).text
            row.append("\(CountedNoun.text(summary.attempts, "time")), last \(day) at ")
            row.append(style.shown(summary.lastExercise))
            return row
        }
        if report.misconceptions.count > Self.longestList {
            rows.append(StyledText("   and \(report.misconceptions.count - Self.longestList) more (--json lists all)"))
        }
        return [StyledText(" Misconceptions that showed", .bold)] + rows
    }

    private var next: StyledText? {
        guard report.due > 0 else { return nil }
        let verb = report.due == 1 ? "is" : "are"
        return StyledText(" \(CountedNoun.text(report.due, "concept")) \(verb) due: looplab review")
    }

    // MARK: - Parts

    private var dot: String { style.glyph("·", "-") }

    private func name(_ text: String) -> StyledText {
        let row = StyledText("   \(style.prose(text))").cut(to: nameColumns - 1, mark: style.mark)
        return row.padded(to: nameColumns)
    }

    private func bar(_ done: Int, of total: Int) -> String {
        // Rounded down: a full bar means that all is done; what was begun shows.
        let full = total == 0 ? 0 : max(done > 0 ? 1 : 0, done * Self.barColumns / total)
        return String(repeating: style.glyph("█", "#"), count: full)
            + String(repeating: style.glyph("░", "."), count: Self.barColumns - full)
    }

    private func column(_ value: Int, of most: Int) -> String {
        let steps = style.isUTF8 ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : ["1", "2", "3", "4", "5", "6", "7", "8"]
        if value == 0 { return style.glyph("·", ".") }
        return steps[(value * steps.count - 1) / most]
    }

    private static func time(_ milliseconds: Int) -> String {
        let minutes = milliseconds / 60_000
        return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
    }
}

extension ProgressReport.Course {
    fileprivate var isUntouched: Bool {
        tracks.allSatisfy { $0.exercises.done == 0 && $0.lessons.done == 0 && $0.open == 0 }
    }

    fileprivate var hasTotals: Bool { tracks.contains { $0.exercises.total != nil } }
}
