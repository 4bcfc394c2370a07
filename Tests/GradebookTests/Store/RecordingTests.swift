// SPDX-License-Identifier: MIT
import CivilTime
import Results
import Testing

@testable import Gradebook

@Suite struct RecordingTests {
    @Test func whatWasRecordedIsReadAgain() throws {
        let book = try TestGradebook(SubmissionResult.everything)
        let read = try book.store(.readOnly).attempts(of: "ada")
        let wanted = SubmissionResult.everything.sorted { ($0.submittedAt ?? .min) < ($1.submittedAt ?? .min) }
        #expect(read == wanted)
        #expect(try book.store(.readOnly).verify().damage == [])
    }

    @Test func theSameResultIsOneRow() throws {
        let book = try TestGradebook([.sample(), .sample()])
        let before = try book.content()
        try book.record([.sample(), .sample()])
        #expect(try book.content() == before)
        #expect(try book.store().resultCount() == 1)
    }

    @Test func aRegradeIsAddedAndTheOldOneStays() throws {
        let book = try TestGradebook([.sample(checks: "pf", version: "e1")])
        try book.record([.sample(checks: "pp", version: "e2")])
        let store = try book.store(.readOnly)
        #expect(try store.resultCount() == 2)
        #expect(try store.attempts(of: "ada").map(\.hasPassed) == [true])
        // Whoever goes back to the old checks grades by them again, and no third row is needed for it.
        try book.record([.sample(checks: "pf", version: "e1")])
        try book.record([.sample(checks: "pf", version: "e1")])
        #expect(try book.store(.readOnly).attempts(of: "ada").map(\.hasPassed) == [false])
        #expect(try book.store(.readOnly).resultCount() == 2)
        #expect(
            try book.store(.readOnly).verify() == GradebookVerification(devices: 1, entries: 4, results: 2, damage: []))
    }

    @Test func theSameFileHandedInAgainIsOneResultAndTwoAttempts() throws {
        let book = try TestGradebook([
            .sample(at: 1_000), .sample(checks: "pp", submission: "b", at: 2_000), .sample(at: 3_000, path: "again.js"),
        ])
        let attempts = try book.store(.readOnly).attempts(of: "ada")
        #expect(attempts.map(\.submittedAt) == [1_000, 2_000, 3_000])
        #expect(attempts.map(\.path) == ["ada/delay.js", "ada/delay.js", "again.js"])
        #expect(try book.store(.readOnly).resultCount() == 2)
    }

    @Test func aResultAfterAnErrorCounts() throws {
        let book = try TestGradebook([.sample(checks: "pe")])
        try book.record([.sample(checks: "pp")])
        #expect(try book.store(.readOnly).attempts(of: "ada").map(\.hasPassed) == [true])
    }

    @Test func namesAreBytes() throws {
        let names = ["e\u{301}", "\u{e9}", "山田", "=cmd", "a'b\"", "\u{202e}x"]
        let book = try TestGradebook(names.map { .sample($0) })
        let read = try book.store(.readOnly).learners()
        #expect(Set(read.map { Array($0.utf8) }) == Set(names.map { Array($0.utf8) }))
        #expect(throws: GradebookError.invalid(.learner)) { try book.store().record(.sample("")) }
    }

    @Test func allAttemptsAreGoneThroughWithoutTheirChecks() throws {
        let results =
            SubmissionResult.everything + [.sample("bob", checks: "pp"), .sample("bob", checks: "pe", submission: "b")]
        let store = try TestGradebook(results).store()
        var found: [String: [GradedAttempt]] = [:]
        try store.forEachAttempt { (learner, exercise, attempt) throws(GradebookError) in
            found["\(learner) \(exercise)", default: []].append(attempt)
        }
        for learner in ["ada", "bob"] {
            let wanted = try store.attempts(of: learner).map { GradedAttempt($0) }
            #expect(found["\(learner) 04-promises/01-delay"] == wanted)
        }
    }

    @Test func theLastDecisionCounts() throws {
        let store = try TestGradebook([.sample()]).store()
        func decision(_ kind: Decision.Kind, _ time: Int64) -> Decision {
            Decision(
                learner: "ada", exercise: "04-promises/01-delay", kind: kind, reason: "shown in class",
                author: "L. Hale", decided: Timestamp(milliseconds: time))
        }
        #expect(try store.override(learner: "ada", exercise: "04-promises/01-delay") == nil)
        try store.record(decision(.points(Points(thousandths: 7_000)), 10))
        try store.record(decision(.excused, 5))
        try store.record(decision(.excused, 5))
        let counted = try store.override(learner: "ada", exercise: "04-promises/01-delay")
        #expect(counted?.decision == .points(Points(thousandths: 7_000)) && counted?.author == "L. Hale")
        try store.record(decision(.withdrawn, 20))
        #expect(try store.override(learner: "ada", exercise: "04-promises/01-delay") == nil)
        #expect(try store.decisions().map(\.decided.milliseconds) == [5, 10, 20])
        #expect(throws: GradebookError.invalid(.points)) {
            try store.record(decision(.points(Points(thousandths: -1)), 1))
        }
        #expect(try store.verify().damage == [])
    }

    @Test func theLastEnrolmentCounts() throws {
        let store = try TestGradebook().store()
        func enrolment(_ learner: String, _ section: String?, _ time: Int64) -> Enrolment {
            Enrolment(
                learner: learner, section: section, fullName: "Ada Ł.", rosterIDs: ["canvas=1"],
                decided: Timestamp(milliseconds: time))
        }
        try store.record([enrolment("ada", "monday", 1), enrolment("bob", nil, 1), enrolment("ada", "tuesday", 2)])
        try store.record([enrolment("ada", "monday", 1)])
        #expect(try store.enrolments() == [enrolment("ada", "tuesday", 2), enrolment("bob", nil, 1)])
        #expect(try store.verify().damage == [])
    }
}
