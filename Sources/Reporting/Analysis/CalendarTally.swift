// SPDX-License-Identifier: MIT
internal import CivilTime

/// When a class did something, by days and weeks of its own clock.
///
/// Learners come one after the other.
struct CalendarTally {
    private let offset: Int
    private var days: [Day: DayReport] = [:]
    private var weeks: [Day: WeekReport] = [:]
    private var lastOfDay: [Day: Int] = [:]
    private var lastOfWeek: [Day: Int] = [:]
    private var first: Timestamp?
    private var last: Timestamp?

    init(offset: Int) {
        self.offset = offset
    }

    /// From the first to the last moment.
    var period: ClosedRange<Timestamp>? {
        if let first, let last { first...last } else { nil }
    }

    /// Adds an attempt; questions and puzzles count in days only.
    mutating func add(_ attempt: SourceAttempt, learner: Int, isExercise: Bool) {
        guard let time = ExerciseAttempts.time(attempt.moment) else { return }
        first = min(first ?? time, time)
        last = max(last ?? time, time)
        let day = time.day(offset: offset)
        var report = days[day] ?? DayReport(day: day)
        report.attempts += 1
        report.passes += attempt.hasPassed ? 1 : 0
        if lastOfDay.updateValue(learner, forKey: day) != learner { report.learners += 1 }
        days[day] = report
        let monday = monday(of: time)
        var week = weeks[monday] ?? WeekReport(start: monday)
        week.misconceptions += attempt.misconceptions.isEmpty ? 0 : 1
        if isExercise {
            week.attempts += 1
            if lastOfWeek.updateValue(learner, forKey: monday) != learner { week.learners += 1 }
        }
        weeks[monday] = week
    }

    /// Notes when somebody tried an exercise for the first time and when it passed.
    mutating func note(_ standing: Standing) {
        if let first = standing.first {
            let monday = monday(of: first)
            weeks[monday, default: WeekReport(start: monday)].firstAttempts += 1
            if standing.attemptsToPass == 1 { weeks[monday, default: WeekReport(start: monday)].firstPasses += 1 }
        }
        if let passed = standing.passedAt {
            let monday = monday(of: passed)
            weeks[monday, default: WeekReport(start: monday)].newPasses += 1
        }
    }

    private func monday(of time: Timestamp) -> Day {
        let day = time.day(offset: offset).number
        // 1 January 1970 was a Thursday.
        return Day(number: day - ((day + 3) % 7 + 7) % 7)
    }

    /// The days on which something was done.
    var dayReports: [DayReport] { days.values.sorted { $0.day < $1.day } }

    /// All weeks from the first to the last, a thousand at most: clocks may have been far off.
    var weekReports: [WeekReport] {
        let known = weeks.values.sorted { $0.start < $1.start }
        guard let first = known.first, let last = known.last else { return [] }
        let count = (last.start.number - first.start.number) / 7
        if count >= 1_000 { return known }
        return (0...count).map { index in
            let start = Day(number: first.start.number + 7 * index)
            return weeks[start] ?? WeekReport(start: start)
        }
    }
}
