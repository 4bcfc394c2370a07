// SPDX-License-Identifier: MIT
import CivilTime
import Testing

@testable import Progress

@Suite struct StateTests {
    private let databases = TestDatabases()

    @Test func theLessonGoesOnWhereItWasLeft() throws {
        let database = try TestDatabase()
        let store = try database.store()
        #expect(try store.lessonPosition(course: "async", lesson: "a") == nil)
        #expect(try store.lastLesson(course: "async") == nil)
        let first = LessonPosition(course: "async", lesson: "a", block: 3, state: "{}", updated: .start)
        let second = LessonPosition(course: "async", lesson: "b", block: 1, updated: .start.later(minutes: 1))
        let other = LessonPosition(course: "other", lesson: "c", block: 0, updated: .start.later(minutes: 9))
        for position in [first, second, other] { try store.setLessonPosition(position) }
        #expect(try store.lessonPosition(course: "async", lesson: "a") == first)
        #expect(try store.lastLesson(course: "async") == second)
        #expect(try store.lessonPositions(course: "async") == [first, second])
    }

    @Test func aFinishedLessonStaysFinished() throws {
        let store = try databases.store()
        var position = LessonPosition(course: "async", lesson: "a", block: 9, isFinished: true, updated: .start)
        try store.setLessonPosition(position)
        position.block = 0
        position.isFinished = false
        try store.setLessonPosition(position)
        #expect(try store.lessonPosition(course: "async", lesson: "a")?.block == 0)
        #expect(try store.lessonPosition(course: "async", lesson: "a")?.isFinished == true)
    }

    @Test func hintsOnlyRiseUntilTheyAreReset() throws {
        let store = try databases.store()
        let now = Timestamp.start
        #expect(try store.hintLevel(of: "x", course: "async") == 0)
        for level in [1, 3, 2] { try store.noteHint(level, of: "x", course: "async", at: now) }
        try store.noteStart(of: "x", course: "async", at: now.later(minutes: 1))
        try store.noteStart(of: "x", course: "async", at: now.later(minutes: 2))
        let state = try store.exerciseState(of: "x", course: "async")
        #expect(state?.hintLevel == 3)
        #expect(state?.started == now.later(minutes: 1))
        try store.resetState(of: "x", course: "async", at: now.later(minutes: 3))
        #expect(try store.hintLevel(of: "x", course: "async") == 0)
        #expect(try store.exerciseStates(course: "async").map(\.started) == [nil])
    }

    @Test func theLearnerHasTheirNameOrNone() throws {
        let store = try databases.store()
        #expect(try store.learner().name == nil)
        try store.setLearner(name: "Zo\u{eb} \u{645}", at: .start)
        #expect(try store.learner() == LearnerName(name: "Zo\u{eb} \u{645}", updated: .start))
    }
}
