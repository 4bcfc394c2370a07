// SPDX-License-Identifier: MIT
import CivilTime
import Results

@testable import Reporting

/// Reports on a class of seven, small enough to be read as a whole in every format.
enum SmallReport {
    /// Week 3 of a small class, with everything that an instructor has to see.
    static let monday: ClassReport = {
        var report = ClassReport()
        report.title = "Week 3"
        report.period =
            Timestamp(
                milliseconds: MadeUpClass.monday)...Timestamp(
                milliseconds: MadeUpClass.monday + 6 * 86_400_000)
        var retry = ExerciseReport(id: "05-resilience/03-with-retry")
        (retry.title, retry.number, retry.tried, retry.passed) = ("Retry with a breaker", "5.03", 5, 1)
        (retry.difficulty, retry.attempts) = (312, 31)
        retry.wrongAnswers = [
            WrongAnswer(text: "the delay did not double", check: "waits", learners: 3, attempts: 9)
        ]
        var chains = ExerciseReport(id: "02-the-loop/04-two-chains")
        (chains.title, chains.number, chains.tried, chains.passed) = ("Two chains", "2.04", 6, 6)
        (chains.difficulty, chains.discrimination, chains.attempts) = (840, 415, 9)
        chains.wrongAnswers = [WrongAnswer(text: "a\nb\nc\nd", learners: 2, attempts: 2)]
        report.exercises = [chains, retry]
        report.learners = ["amara", "jun", "ليلى", "tove", "Zoë", "山田", "ada"].enumerated().map { index, name in
            var learner = LearnerReport(name: name)
            var (first, second) = (Standing(), Standing())
            if index > 0 {
                (first.state, first.attempts) = (.passed, 1)
                (second.state, second.attempts) = (index < 5 ? .stuck : .passed, 6)
                (learner.tried, learner.attempts) = (2, 7)
            }
            learner.standings = [first, second]
            return learner
        }
        report.totals.learners = 7
        report.totals.exercises = 2
        report.totals.attempts = 40
        report.totals.passed = 8
        report.stuck = [
            StuckGroup(
                exercise: retry.id, check: "opens after failureThreshold",
                learners: ["jun", "ليلى", "tove", "Zoë"].map { StuckLearner(name: $0, attempts: 6, hints: 0) })
        ]
        let lesson = LessonReference(id: "06-async/02-await", number: "6.2", title: "Await")
        report.misconceptions = [
            MisconceptionReport(
                id: "await-blocks", name: "await in a loop runs in parallel", lesson: lesson,
                holders: ["jun", "tove", "ada"].map { MisconceptionHolder(name: $0, attempts: 2, isOpen: $0 != "ada") },
                attempts: 6)
        ]
        report.remarks = [.clockWentBack(learner: "tove", attempts: 2)]
        return report
    }()

    /// The same class with what only some sources know: checks, lessons, weeks, sections, submissions that are alike.
    static let full: ClassReport = {
        var report = monday
        report.course = "LoopLab"
        var works = CheckReport(name: "opens after failureThreshold")
        (works.possible, works.learners, works.passedFirst, works.passed, works.open) = (points(8), 6, 1, 2, 4)
        works.discrimination = 350
        works.commonFailure = WrongAnswer(text: "stays closed | after 3", learners: 3, attempts: 7)
        var clean = CheckReport(name: "leaks no timer")
        (clean.possible, clean.learners, clean.open) = (points(2), 6, 6)
        (clean.isExtra, clean.isHidden, clean.remark) = (true, true, .nobodyPasses)
        report.exercises[1].checks = [works, clean]
        report.exercises[1].possible = points(10)
        (report.exercises[1].stuck, report.exercises[1].timeToPass, report.exercises[1].hinted) = (4, 5_400_000, 2)
        let moment = Timestamp(milliseconds: MadeUpClass.monday + 3_600_000)
        for index in report.learners.indices {
            report.learners[index].sections = [index % 2 == 0 ? "monday" : "tuesday"]
            report.learners[index].possible = points(20)
            if index == 0 { continue }
            report.learners[index].earned = points(index < 5 ? 15 : 21)
            (report.learners[index].passed, report.learners[index].last) = (index < 5 ? 1 : 2, moment)
            report.learners[index].standings[1].points = points(index < 5 ? 5 : 11)
            report.learners[index].standings[1].last = moment
            report.learners[index].standings[1].isLate = index == 2
        }
        var lesson = LessonReport(lesson: LessonReference(id: "06-async/02-await", number: "6.2", title: "Await"))
        (lesson.begun, lesson.finished, lesson.attempts, lesson.passes) = (7, 5, 30, 21)
        (lesson.tried, lesson.passed) = (5, 1)
        report.lessons = [lesson]
        report.weeks = (0..<2).map { number in
            var week = WeekReport(start: Day(number: 20_458 + 7 * number))
            (week.attempts, week.learners, week.firstAttempts) = (20 * (number + 1), 4 + number, 6)
            (week.firstPasses, week.newPasses) = (2, 3 + number)
            return week
        }
        report.similarities = [
            SimilarityHint(
                exercise: report.exercises[1].id, learners: ["jun", "tove"], kind: .similar(share: 934),
                moments: [moment, nil])
        ]
        report.totals.tried = 12
        report.totals.activeLearners = 6
        return report
    }()

    /// The same with a name that looks like a formula and one of two lines, for tables.
    static let guarded: ClassReport = {
        var report = full
        let (formula, lines) = ("=cmd|' /C calc'!A0", "a,\"b\"\nc")
        report.learners = Array(report.learners.prefix(3))
        (report.learners[1].name, report.learners[2].name) = (formula, lines)
        report.learners[2].fullName = "Lin"
        report.stuck[0].learners = report.stuck[0].learners.prefix(2).map { learner in
            var learner = learner
            learner.name = learner.name == "jun" ? formula : lines
            return learner
        }
        report.misconceptions[0].holders[0].name = formula
        report.similarities[0].learners = [formula, lines]
        return report
    }()

    private static func points(_ whole: Int) -> Points { Points(thousandths: whole * 1_000) }

    /// The same about a part of it.
    static func full(_ scope: ReportScope) -> ClassReport {
        var report = full
        report.scope = scope
        if case .learner(let name) = scope {
            report.learners = report.learners.filter { $0.name == name }
            report.stuck[0].learners.removeAll { $0.name != name }
            report.misconceptions[0].holders.removeAll { $0.name != name }
            report.misconceptions[0].attempts = 2
            (report.totals.learners, report.totals.activeLearners) = (1, 1)
            (report.totals.attempts, report.totals.tried, report.totals.passed) = (7, 2, 1)
        }
        if case .exercise(let id) = scope {
            let index = report.exercises.firstIndex { $0.id == id } ?? 0
            report.exercises = [report.exercises[index]]
            for learner in report.learners.indices {
                report.learners[learner].standings = [report.learners[learner].standings[index]]
            }
            report.totals.exercises = 1
            (report.totals.attempts, report.totals.tried, report.totals.passed) = (31, 6, 2)
        }
        return report
    }

    /// One report about each kind of part.
    static let scopes: [ReportScope] = [
        .everyone, .section("monday"), .learner("tove"), .exercise("05-resilience/03-with-retry"),
        .lesson("06-async/02-await"),
    ]
}
