// SPDX-License-Identifier: MIT
import CivilTime
import Results
import Testing

@testable import Gradebook

@Suite struct MergeTests {
    private func sources() throws -> [TestGradebook] {
        let books = [
            try TestGradebook([.sample(), .sample("bob", checks: "ff"), .sample(checks: "pp", version: "e2")]),
            try TestGradebook([.sample(), .sample("bob", checks: "pp", submission: "b2", at: 9), .sample("eve")]),
            try TestGradebook(SubmissionResult.everything),
        ]
        try books[1].store().record(
            Decision(
                learner: "eve", exercise: "04-promises/01-delay", kind: .excused, reason: "ill", author: "L. Hale",
                decided: Timestamp(milliseconds: 5)))
        try books[2].store().record([Enrolment(learner: "ada", section: "monday", decided: Timestamp(milliseconds: 7))])
        return books
    }

    @Test func theOrderAndTheNumberOfMergesDoNotMatter() throws {
        let sources = try sources()
        var contents: Set<[String]> = []
        for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2, 1, 0], [0, 0, 2, 1, 2]] {
            let book = try TestGradebook()
            let store = try book.store()
            for index in order { _ = try store.merge(try sources[index].store(.readOnly)) }
            #expect(try store.verify().damage == [])
            contents.insert(try book.content())
        }
        #expect(contents.count == 1)
    }

    @Test func mergingIsCountedAndDoesNothingTheSecondTime() throws {
        let sources = try sources()
        let store = try sources[0].store()
        let first = try store.merge(try sources[1].store(.readOnly))
        #expect(first.known == 0 && first.added > 0)
        let before = try sources[0].content()
        #expect(try store.merge(try sources[1].store(.readOnly)) == GradebookMerge(added: 0, known: first.added))
        #expect(try store.merge(try sources[0].store(.readOnly)).added == 0)
        #expect(try sources[0].content() == before)
    }

    @Test func whatWasEditedIsNotMerged() throws {
        let sources = try sources()
        try sources[1].tamper("UPDATE hand_in SET submitted = 1 WHERE id = 1")
        let store = try sources[0].store()
        let before = try sources[0].content()
        #expect(throws: GradebookError.self) { try store.merge(try sources[1].store(.readOnly)) }
        #expect(try sources[0].content() == before)
    }

    @Test func severalAreMergedOrNone() throws {
        let sources = try sources()
        try sources[2].tamper("UPDATE hand_in SET submitted = 1 WHERE id = 1")
        let book = try TestGradebook()
        let store = try book.store()
        #expect(throws: GradebookError.self) {
            try store.merge([try sources[0].store(.readOnly), try sources[2].store(.readOnly)])
        }
        #expect(try store.verify().entries == 0)
        let merges = try store.merge([try sources[0].store(.readOnly), try sources[0].store(.readOnly)])
        #expect(merges.map(\.added) == [merges[1].known, 0])
    }
}
