// SPDX-License-Identifier: MIT
internal import CivilTime

/// When a class did something, by days and weeks of its own clock.
///
/// Learners come one after the other.
struct CalendarTally {
    private let offset: Int
    private var days: [Day: DayTally] = [:]
    private var weeks: [Day: WeekTally] = [:]
    private var first: Timestamp?
    private var last: Timestamp?

    /// A day, and who did something on it.
    private struct DayTally {
        var report: DayReport
        private var learners = LearnerCounter()

        init(_ day: Day) { report = DayReport(day: day) }

        mutating func add(_ attempt: SourceAttempt, _ learner: Int) {
            report.attempts += 1
            report.passes += attempt.hasPassed ? 1 : 0
            learners.add(learner)
            report.learners = learners.count
        }
    }

    /// A week, and who tried an exercise in it.
    private struct WeekTally {
        var report: WeekReport
        private var learners = LearnerCounter()

        init(_ monday: Day) { report = WeekReport(start: monday) }

        mutating func add(_ attempt: SourceAttempt, _ learner: Int, isExercise: Bool) {
            report.misconceptions += attempt.misconceptions.isEmpty ? 0 : 1
            if !isExercise { return }
            report.attempts += 1
            learners.add(learner)
            report.learners = learners.count
        }
    }

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
        days[day, default: DayTally(day)].add(attempt, learner)
        if !isExercise, attempt.misconceptions.isEmpty { return }
        let monday = day.monday
        weeks[monday, default: WeekTally(monday)].add(attempt, learner, isExercise: isExercise)
    }

    /// Notes when somebody tried an exercise for the first time and when it passed.
    mutating func note(_ standing: Standing) {
        if let first = standing.first {
            let monday = first.day(offset: offset).monday
            weeks[monday, default: WeekTally(monday)].report.firstAttempts += 1
            if standing.attemptsToPass == 1 { weeks[monday, default: WeekTally(monday)].report.firstPasses += 1 }
        }
        if let passed = standing.passedAt {
            let monday = passed.day(offset: offset).monday
            weeks[monday, default: WeekTally(monday)].report.newPasses += 1
        }
    }

    /// The days on which something was done.
    var dayReports: [DayReport] { days.values.map(\.report).sorted { $0.day < $1.day } }

    /// All weeks from the first to the last, a thousand at most: clocks may have been far off.
    var weekReports: [WeekReport] {
        let known = weeks.values.map(\.report).sorted { $0.start < $1.start }
        guard let first = known.first, let last = known.last else { return [] }
        let count = (last.start.number - first.start.number) / 7
        if count >= 1_000 { return known }
        return (0...count).map { index in
            let start = Day(number: first.start.number + 7 * index)
            return weeks[start]?.report ?? WeekReport(start: start)
        }
    }
}
