// SPDX-License-Identifier: MIT
import CivilTime
import Testing

@testable import Progress

@Suite struct ReportTests {
    private let databases = TestDatabases()

    @Test(arguments: [
        ([], 0, 0), ([20], 1, 1), ([19], 1, 1), ([18], 0, 1), ([18, 19, 20], 3, 3), ([17, 18, 19], 3, 3),
        ([1, 2, 3, 4, 18, 20], 1, 4), ([1, 3, 5], 0, 1), ([19, 20, 21, 22], 2, 4), ([25], 0, 1),
    ])
    func daysInARowMakeAStreak(days: [Int], current: Int, longest: Int) {
        let streak = Streak(days.map { Day(number: $0) }, today: Day(number: 20))
        #expect(streak.current == current)
        #expect(streak.longest == longest)
    }

    private func catalogue() -> CourseCatalogue {
        CourseCatalogue(
            course: "async", title: "Asynchronous JavaScript",
            tracks: [
                .init(
                    id: "01-one", title: "One", lessons: ["01-one/01-a", "01-one/02-b"],
                    exercises: ["01-one/01-x", "01-one/02-y"]),
                .init(id: "02-two", title: "Two", lessons: [], exercises: ["02-two/01-z"]),
            ])
    }

    private func store() throws -> ProgressStore {
        let store = try databases.store(with: [
            .sample("01-one/01-x", verdict: .failed, at: .start, concepts: ["then"], misconceptions: ["one-job"]),
            .sample("01-one/01-x", at: .start.later(minutes: 5), concepts: ["then"]),
            .sample("01-one/02-y", verdict: .partial, at: .start.advanced(days: 1), concepts: ["then", "await"]),
            .sample("02-two/01-z", at: .start.advanced(days: 2), concepts: ["queues"]),
            .sample("gone/01", course: "old", at: .start.advanced(days: 2), concepts: ["gone"]),
        ])
        try store.setLessonPosition(
            LessonPosition(course: "async", lesson: "01-one/01-a", block: 2, isFinished: true, updated: .start))
        return store
    }

    @Test func theReportCountsWhatWasDone() throws {
        let now = Timestamp.start.advanced(days: 2)
        let report = try ProgressReport(store(), catalogues: [catalogue()], now: now, offset: 0)
        #expect(report.attempts == 5 && report.passes == 3 && report.duration == 150_000)
        #expect(report.streak.current == 3)
        #expect(report.activity.suffix(3).map(\.attempts) == [2, 1, 2])
        #expect(report.activity.count == ProgressReport.activityDays)
        #expect(report.courses.map(\.title) == ["Asynchronous JavaScript", "old"])
        let tracks = report.courses[0].tracks
        #expect(tracks.map(\.exercises) == [.init(done: 1, total: 2), .init(done: 1, total: 1)])
        #expect(tracks.map(\.lessons) == [.init(done: 1, total: 2), .init(done: 0, total: 0)])
        #expect(tracks.map(\.open) == [1, 0])
        #expect(report.courses[1].tracks.map(\.exercises) == [.init(done: 1, total: nil)])
        #expect(report.weakConcepts.map(\.summary.concept) == ["await", "then"])
        #expect(report.misconceptions.map(\.misconception) == ["one-job"])
        #expect(report.due == 2)
    }

    @Test func aReportFromADayOnCountsOnlyWhatCameThen() throws {
        let since = Timestamp.start.advanced(days: 1).day(offset: 0)
        let now = Timestamp.start.advanced(days: 2)
        let report = try ProgressReport(store(), catalogues: [catalogue()], now: now, offset: 0, since: since)
        #expect(report.attempts == 3 && report.passes == 2)
        #expect(report.courses[0].tracks.map(\.exercises.done) == [0, 1])
        #expect(report.courses[0].tracks.map(\.lessons.done) == [0, 0])
        #expect(report.weakConcepts.map(\.wrongs) == [1, 1])
        #expect(report.misconceptions == [])
        #expect(report.streak.current == 3)
    }

    /// Each step: days after the one before, verdict, hints; then the box and the days until it comes back.
    private static let histories: [([(Int, Verdict, Int)], box: Int, days: Int)] = [
        ([(0, .passed, 0)], 2, 3), ([(0, .passed, 1)], 1, 1), ([(0, .failed, 0)], 1, 1), ([(0, .partial, 0)], 1, 1),
        ([(0, .passed, 0), (0, .passed, 0), (1, .passed, 0)], 2, 2), ([(0, .passed, 0), (3, .passed, 0)], 3, 7),
        ([(0, .passed, 0), (3, .passed, 0), (7, .passed, 2)], 3, 7),
        ([(0, .passed, 0), (3, .passed, 0), (7, .passed, 0), (14, .passed, 0), (30, .passed, 0)], 5, 30),
        ([(0, .passed, 0), (3, .passed, 0), (1, .failed, 0)], 1, 1), ([(0, .failed, 0), (0, .passed, 0)], 1, 1),
        ([(0, .failed, 0), (1, .passed, 0)], 2, 3), ([(0, .passed, 0), (-900, .passed, 0)], 3, 7),
    ]

    @Test(arguments: histories.indices)
    func conceptsComeBackLaterTheBetterTheyAreKnown(index: Int) throws {
        let (steps, box, days) = Self.histories[index]
        let store = try databases.store()
        var time = Timestamp.start.advanced(days: 1_000)
        for (later, verdict, hints) in steps {
            time = time.advanced(days: later)
            try store.append(.sample(verdict: verdict, at: time, hints: hints))
        }
        let summary = try #require(try store.conceptSummaries().first)
        #expect(summary.box == box)
        #expect(summary.due == time.advanced(days: days))
        #expect(!summary.isDue(at: time) && summary.isDue(at: time.advanced(days: days)))
    }

    @Test func theWeakestAndOldestComeFirst() throws {
        let store = try databases.store(with: [
            .sample("x", at: .start, concepts: ["known"]),
            .sample("y", verdict: .failed, at: .start, concepts: ["weak"]),
            .sample("z", verdict: .failed, at: .start.later(minutes: 1), concepts: ["weak", "newer"]),
            .sample("w", at: .start.later(minutes: 2), concepts: ["newer"]),
        ])
        #expect(try store.reviewQueue(now: .start.later(minutes: 3)) == [])
        let soon = try store.reviewQueue(now: .start.advanced(days: 2))
        #expect(soon.map(\.concept.concept) == ["newer", "weak"])
        #expect(soon.map(\.exercises) == [["z", "w"], ["y", "z"]])
        let later = try store.reviewQueue(course: "async", now: .start.advanced(days: 9))
        #expect(later.map(\.concept.concept) == ["newer", "weak", "known"])
        #expect(try store.reviewQueue(course: "other", now: .start.advanced(days: 9)) == [])
    }
}
