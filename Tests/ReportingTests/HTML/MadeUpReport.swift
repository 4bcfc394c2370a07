// SPDX-License-Identifier: MIT
import CivilTime
import Reporting
import Results
import Scheduling

/// A report on a class that nobody was in: what pages look like with few and with many learners.
///
/// Its figures agree with each other only as far as a page needs them to; how they are found has tests of its own.
struct MadeUpReport {
    /// Learners.
    var learners: Int
    /// Exercises.
    var exercises: Int
    /// Names that come first; the others are numbers.
    var names = ["Zoë Ångström", "山田太郎", "יעל כהן", "محمد العربي"]

    private static let tracks = [
        "One thread", "The loop", "From callbacks to await", "Work that computes", "Resilience", "When it goes wrong",
    ]
    private static let beliefs = [
        ("sequential-await", "await in a loop runs in parallel"),
        ("timer-zero", "a timer of 0 ms runs before promises"),
        ("failures-in-all", "a breaker counts all failures, not those in a row"),
        ("executor-later", "the function given to new Promise runs later"),
    ]
    private static let checks = [
        "resolves with the value", "opens after failureThreshold", "waits twice as long", "leaks no timer",
    ]
    private static let start = Timestamp(milliseconds: 1_788_768_000_000)

    /// The report.
    var report: ClassReport {
        var random = SplitMix64(seed: 7)
        var report = ClassReport()
        report.title = "Asynchronous JavaScript, autumn"
        report.course = "LoopLab"
        report.offset = 60
        report.exercises = (0..<exercises).map(exercise)
        report.learners = (0..<learners).map { learner($0, &random) }.sorted { $0.name < $1.name }
        count(&report)
        addFindings(&report, &random)
        addTime(&report, &random)
        return report
    }

    // MARK: - Parts

    private func exercise(_ index: Int) -> ExerciseReport {
        let track = index * Self.tracks.count / max(exercises, 1)
        let first = (track * exercises + Self.tracks.count - 1) / Self.tracks.count
        var exercise = ExerciseReport(id: "0\(track + 1)-track/exercise-\(index)")
        exercise.title = "Retry with a breaker, part \(index + 1)"
        exercise.number = "\(track + 1).\(index - first < 9 ? "0" : "")\(index - first + 1)"
        exercise.track = "\(track + 1) \(Self.tracks[track])"
        exercise.possible = Points(thousandths: 10_000)
        return exercise
    }

    private func learner(_ index: Int, _ random: inout SplitMix64) -> LearnerReport {
        var learner = LearnerReport(name: index < names.count ? names[index] : "learner-\(index)")
        learner.sections = [index % 2 == 0 ? "monday" : "tuesday"]
        let ability = index % 17 == 3 ? -200 : random.number(below: 100)
        for exercise in 0..<exercises {
            learner.standings.append(standing(ability + random.number(below: 40) - exercise * 100 / exercises, &random))
        }
        learner.attempts = learner.standings.map(\.attempts).reduce(0, +)
        learner.tried = learner.standings.count { $0.attempts > 0 }
        learner.passed = learner.standings.count { $0.state == .passed }
        learner.stuck = learner.standings.count { $0.state == .stuck }
        learner.earned = learner.standings.compactMap(\.points).reduce(.zero, +)
        learner.possible = Points(thousandths: 10_000 * exercises)
        if learner.attempts > 0 {
            learner.duration = learner.attempts * 400_000
            learner.hints = learner.attempts / 5
            learner.first = Self.start
            learner.last = Self.start.advanced(days: random.number(below: 50))
        }
        return learner
    }

    private func standing(_ level: Int, _ random: inout SplitMix64) -> Standing {
        var standing = Standing()
        if level <= -5 { return standing }
        standing.state = level > 20 ? .passed : level > 5 && level <= 10 ? .stuck : .tried
        standing.attempts = standing.state == .stuck ? 5 + random.number(below: 8) : 1 + random.number(below: 5)
        let share = level > 20 ? 1_000 : level > 10 ? 600 : 200
        standing.share = share
        standing.firstShare = min(share, random.number(below: 1_000))
        standing.points = Points(thousandths: share * 10)
        standing.possible = Points(thousandths: 10_000)
        standing.attemptsToPass = standing.state == .passed ? standing.attempts : nil
        standing.duration = standing.attempts * 400_000
        standing.hints = random.number(below: 3)
        standing.first = Self.start
        standing.last = Self.start.advanced(days: random.number(below: 50))
        return standing
    }

    private func count(_ report: inout ClassReport) {
        for index in report.exercises.indices {
            let standings = report.learners.map { $0.standings[index] }
            report.exercises[index].tried = standings.count { $0.attempts > 0 }
            report.exercises[index].passed = standings.count { $0.state == .passed }
            report.exercises[index].stuck = standings.count { $0.state == .stuck }
            report.exercises[index].attempts = standings.map(\.attempts).reduce(0, +)
            addAnalysis(&report.exercises[index])
        }
        report.scoreBands = Array(repeating: 0, count: 10)
        for share in report.learners.compactMap(\.share) { report.scoreBands[min(share / 100, 9)] += 1 }
        report.totals.learners = learners
        report.totals.exercises = exercises
        report.totals.activeLearners = report.learners.count { $0.attempts > 0 }
        report.totals.attempts = report.learners.map(\.attempts).reduce(0, +)
        report.totals.tried = report.learners.map(\.tried).reduce(0, +)
        report.totals.passed = report.learners.map(\.passed).reduce(0, +)
        report.totals.duration = report.learners.compactMap(\.duration).reduce(0, +)
        if report.totals.attempts > 0 { report.period = Self.start...Self.start.advanced(days: 49) }
    }

    private func addAnalysis(_ exercise: inout ExerciseReport) {
        guard exercise.tried > 0 else { return }
        exercise.difficulty = exercise.passed * 1_000 / exercise.tried
        exercise.discrimination = exercise.tried < 10 ? nil : 420 - exercise.stuck * 7
        exercise.attemptsToPass = exercise.passed > 0 ? 3 : nil
        exercise.timeToPass = exercise.passed > 0 ? 1_260_000 : nil
        exercise.hinted = exercise.tried / 3
        exercise.checks = Self.checks.enumerated().map { index, name in
            var check = CheckReport(name: name)
            check.possible = Points(thousandths: 2_500)
            check.learners = exercise.tried
            check.passedFirst = max(exercise.passed - index, 0)
            check.passed = index == 3 ? 0 : exercise.passed
            check.open = exercise.tried - check.passed
            check.isHidden = index == 3
            check.remark = exercise.tried > 10 && index == 3 ? .nobodyPasses : nil
            let text = "expected [0, 100, 300, 700] <ms>, got [0, 100, 200, 300]"
            check.commonFailure = WrongAnswer(text: text, learners: check.open, attempts: check.open * 2)
            return check
        }
        exercise.wrongAnswers = [
            WrongAnswer(text: "sync\npromise\ntimeout\ntick", learners: exercise.tried / 2, attempts: exercise.tried)
        ]
    }

    private func addFindings(_ report: inout ClassReport, _ random: inout SplitMix64) {
        for (index, exercise) in report.exercises.enumerated() {
            let stuck = report.learners.filter { $0.standings[index].state == .stuck }.map { learner in
                let standing = learner.standings[index]
                return StuckLearner(name: learner.name, attempts: standing.attempts, hints: standing.hints)
            }
            if stuck.isEmpty { continue }
            report.stuck.append(StuckGroup(exercise: exercise.id, check: Self.checks[index % 4], learners: stuck))
        }
        report.stuck.sort { ($1.learners.count, $0.exercise) < ($0.learners.count, $1.exercise) }
        let lesson = LessonReference(id: "02-the-loop/02-timers", number: "2.2", title: "Timers and promises")
        for (index, belief) in Self.beliefs.enumerated() {
            let holders = report.learners.filter { $0.attempts > 0 }.enumerated().filter {
                $0.offset % (index + 2) == 0
            }
            .map { MisconceptionHolder(name: $1.name, attempts: 1 + $0 % 4, isOpen: $0 % 3 != 0) }
            if holders.isEmpty { continue }
            report.misconceptions.append(
                MisconceptionReport(
                    id: belief.0, name: belief.1, lesson: index == 3 ? nil : lesson, holders: holders,
                    attempts: holders.map(\.attempts).reduce(0, +), exercises: report.exercises.prefix(4).map(\.id)))
        }
        report.lessons = [LessonReport(lesson: lesson)]
        if learners > 2, let exercise = report.exercises.first {
            report.similarities = [
                SimilarityHint(
                    exercise: exercise.id, learners: report.learners.prefix(3).map(\.name), kind: .similar(share: 934),
                    moments: [Self.start, Self.start.advanced(days: 1), nil])
            ]
        }
    }

    private func addTime(_ report: inout ClassReport, _ random: inout SplitMix64) {
        guard report.totals.attempts > 0 else { return }
        let first = Self.start.day(offset: 60)
        for number in 0..<50 where number % 7 < 5 || random.number(below: 3) == 0 {
            var day = DayReport(day: Day(number: first.number + number))
            day.attempts = 1 + random.number(below: max(learners, 1) * 2)
            day.passes = day.attempts / 2
            day.learners = 1 + day.attempts / 4
            report.days.append(day)
        }
        for number in 0..<8 {
            var week = WeekReport(start: Day(number: first.number + number * 7))
            week.attempts = 1 + random.number(below: max(learners, 1) * 9)
            week.learners = 1 + random.number(below: max(learners, 1))
            week.firstAttempts = week.attempts / 3
            week.firstPasses = week.firstAttempts * (number + 2) / 10
            week.newPasses = week.attempts / 4
            report.weeks.append(week)
        }
    }
}
