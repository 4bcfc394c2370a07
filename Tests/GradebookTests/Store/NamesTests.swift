// SPDX-License-Identifier: MIT
import CivilTime
import Results
import Testing

@testable import Gradebook

/// Names that mean one learner.
@Suite struct NamesTests {
    private static let exercise = "04-promises/01-delay"
    private static let composed = "Zo\u{eb}"
    private static let decomposed = "Zoe\u{308}"

    private static func enrolment(
        _ learner: String, also names: [String] = [], isActive: Bool = true, at time: Int64 = 1
    ) -> Enrolment {
        Enrolment(
            learner: learner, rosterIDs: names.map { "name=\($0)" }, isActive: isActive,
            decided: Timestamp(milliseconds: time))
    }

    private static func decision(_ learner: String, _ points: Int, at time: Int64) -> Decision {
        Decision(
            learner: learner, exercise: exercise, kind: .points(Points(thousandths: points)), reason: "r", author: "a",
            decided: Timestamp(milliseconds: time))
    }

    @Test func twoSpellingsOfANameAreOneLearner() throws {
        let book = try TestGradebook([.sample(Self.composed, at: 1), .sample(Self.decomposed, submission: "b", at: 2)])
        let store = try book.store()
        let names = try store.names()
        #expect(names.learners.count == 1)
        #expect(try store.attempts(of: Self.composed).map(\.submittedAt) == [1, 2])
        #expect(try store.attempts(of: Self.decomposed).map(\.submittedAt) == [1, 2])
        // The spelling of the roster is that of the learner.
        try store.record([Self.enrolment(Self.composed)])
        let learner = try #require(try store.names().learners.first)
        #expect(learner.utf8.elementsEqual(Self.composed.utf8))
    }

    @Test func whatCameUnderAnotherNameCounts() throws {
        let book = try TestGradebook([.sample("aking", at: 2), .sample("alovelace", submission: "b", at: 1)])
        let store = try book.store()
        try store.record([Self.enrolment("aking", also: ["alovelace"])])
        #expect(try store.names().learners == ["aking"])
        #expect(try store.attempts(of: "alovelace").map(\.submittedAt) == [1, 2])
        var all: [String] = []
        try store.forEachAttempt { (learner, _, attempt) throws(GradebookError) in
            all.append("\(learner) \(attempt.submittedAt ?? 0)")
        }
        #expect(all == ["aking 1", "aking 2"])
        try store.record(Self.decision("alovelace", 3_000, at: 5))
        #expect(try store.override(learner: "aking", exercise: Self.exercise)?.learner == "aking")
    }

    @Test(
        arguments: [
            // Somebody else is enrolled by that name; two claim it; the claim was taken back.
            ([enrolment("ada", also: ["bob"]), enrolment("bob")], ["ada", "bob"]),
            ([enrolment("ada", also: ["bob"]), enrolment("eve", also: ["bob"])], ["ada", "bob", "eve"]),
            ([enrolment("ada", also: ["bob"]), enrolment("ada", at: 2)], ["ada", "bob"]),
            ([enrolment("ada", also: ["bob"]), enrolment("bob", isActive: false)], ["ada"]),
            ([enrolment("ada", also: ["bob"], isActive: false)], ["ada"]),
            // Two who left claim it, or one of them and somebody who did not.
            (
                [enrolment("ada", also: ["bob"], isActive: false), enrolment("eve", also: ["bob"], isActive: false)],
                ["ada", "bob", "eve"]
            ),
            ([enrolment("ada", also: ["bob"], isActive: false), enrolment("eve", also: ["bob"])], ["ada", "eve"]),
            // Through somebody who left, and in a circle.
            ([enrolment("ada", also: ["bob"], isActive: false), enrolment("eve", also: ["ada"])], ["eve"]),
            (
                [enrolment("ada", also: ["eve"], isActive: false), enrolment("eve", also: ["ada"], isActive: false)],
                ["ada", "bob", "eve"]
            ),
            ([enrolment("ada", also: ["bob"]), enrolment("eve", also: ["ada"])], ["ada", "eve"]),
        ] as [([Enrolment], [String])])
    func aNameIsNobodysTwice(enrolments: [Enrolment], learners: [String]) throws {
        let store = try TestGradebook([.sample("bob")]).store()
        try store.record(enrolments)
        #expect(try store.names().learners == learners)
    }

    /// A clock that went back does not bring an older decision to life again.
    @Test func aDecisionCountsFromNowOn() throws {
        let store = try TestGradebook([.sample()]).store()
        #expect(try store.decide(Self.decision("ada", 1_000, at: 100)).decided.milliseconds == 100)
        #expect(try store.decide(Self.decision("ada", 2_000, at: 50)).decided.milliseconds == 101)
        #expect(try store.decide(Self.decision("ada", 2_000, at: 50)).decided.milliseconds == 102)
        let counted = try store.override(learner: "ada", exercise: Self.exercise)
        #expect(counted?.decision == .points(Points(thousandths: 2_000)))
        #expect(try store.decisions().count == 3 && store.verify().damage == [])
    }
}
