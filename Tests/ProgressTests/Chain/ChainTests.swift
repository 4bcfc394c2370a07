// SPDX-License-Identifier: MIT
import SQLStorage
import Testing

@testable import Progress

@Suite struct ChainTests {
    private let databases = TestDatabases()

    // Computed apart from this program, from the description of the encoding.
    @Test func theHashOfAnAttemptIsFixed() {
        let attempt = Attempt.sample(misconceptions: ["one-job"])
        let hash = CanonicalBytes.hash(
            of: attempt, id: AttemptID(device: "0123456789abcdef", number: 7), recorded: .start, after: .zero)
        #expect(hash.text == "c7f4f63119ad7b4132c25c72ea32c850402a41ee39aaa3a5e291162f9d88ed7c")
        #expect(ChainHash(hash.text) == hash)
        #expect(ChainHash(hash.text.uppercased()) == nil)
    }

    private static let fields = [
        "recorded = recorded + 1", "course = 'b'", "course_version = ''", "exercise = '02-the-loop/05-other'",
        "variant = 'v'", "kind = 'fix'", "answer = 'a b d c'", "answer = answer || ' '", "verdict = 'failed'",
        "earned = 500", "possible = 2000", "checks = '[]'", "hints = 1", "duration = 1",
        "concepts = '[\"then\",\"x\"]'",
        "misconceptions = '[\"m\"]'", "started = 0", "ended = ended - 1", "utc_offset = 60", "app_version = '9'",
        "previous_hash = zeroblob(32)", "hash = zeroblob(32)",
    ]

    @Test(arguments: fields)
    func anEditedFieldNamesItsAttempt(field: String) throws {
        let database = try TestDatabase()
        _ = try database.store(with: Array(repeating: .sample(), count: 5))
        try database.tamper("UPDATE attempt SET \(field) WHERE number = 3")
        let store = try database.store(.readOnly)
        let device = try store.deviceHeads()[0].device
        let exercise = field.hasPrefix("exercise") ? "02-the-loop/05-other" : "02-the-loop/04-two-chains"
        let place = AttemptPlace(id: AttemptID(device: device, number: 3), exercise: exercise)
        #expect(try store.verify().damage == [.edited(place)])
    }

    @Test(arguments: ["concepts = '{'", "verdict = 'perfect'", "answer = CAST(x'ff' AS TEXT)", "hash = x'00'"])
    func anUnreadableRowNamesItsAttempt(field: String) throws {
        let database = try TestDatabase()
        _ = try database.store(with: Array(repeating: .sample(), count: 3))
        try database.tamper("UPDATE attempt SET \(field) WHERE number = 2")
        let damage = try database.store(.readOnly).verify().damage
        #expect(
            damage.contains {
                if case .unreadable(let place) = $0 { return place.id.number == 2 }
                return false
            })
    }

    @Test(arguments: [
        ("number = 3", 3...3), ("number IN (2, 3)", 2...3), ("number > 3", 4...5), ("number = 1", 1...1),
        ("true", 1...5),
    ])
    func missingAttemptsAreNamed(which: String, numbers: ClosedRange<Int>) throws {
        let database = try TestDatabase()
        _ = try database.store(with: Array(repeating: .sample(), count: 5))
        try database.tamper("DELETE FROM attempt WHERE \(which)")
        let store = try database.store(.readOnly)
        let device = try store.deviceHeads()[0].device
        #expect(try store.verify().damage == [.missing(device: device, numbers: numbers)])
    }

    @Test(arguments: [1, 2, 5])
    func anAttemptThatWasHashedAgainIsNamed(number: Int) throws {
        let database = try TestDatabase()
        var store = try database.store(with: Array(repeating: .sample(), count: 5))
        let recorded = try store.attempts(at: "02-the-loop/04-two-chains", course: "async")[number - 1]
        var forged = recorded
        forged.attempt.hints = 4
        let hash = forged.computedHash.text
        try database.tamper("UPDATE attempt SET hints = 4, hash = x'\(hash)' WHERE number = \(number)")
        store = try database.store(.readOnly)
        #expect(try store.verify().damage == [.replaced(recorded.place)])
    }

    @Test func whatTheLogHasBeyondItsEndIsNamed() throws {
        let database = try TestDatabase()
        _ = try database.store(with: Array(repeating: .sample(), count: 2))
        try database.tamper("UPDATE device SET head_number = 1")
        let damage = try database.store(.readOnly).verify().damage
        #expect(damage.count == 1)
        guard case .beyondHead(let place)? = damage.first else {
            Issue.record("\(damage)")
            return
        }
        #expect(place.id.number == 2)
    }

    @Test(arguments: [
        "UPDATE attempt SET hints = 2", "DELETE FROM attempt",
        "INSERT OR REPLACE INTO attempt SELECT * FROM attempt WHERE number = 1",
    ])
    func theDatabaseItselfRefusesChanges(sql: String) throws {
        let store = try databases.store(with: [.sample()])
        #expect(throws: ProgressError.self) { try store.connection.execute(sql) }
        #expect(try store.verify().damage == [])
    }

    @Test(arguments: [
        ("DROP TRIGGER attempt_is_never_changed", "attempt_is_never_changed"),
        ("DROP INDEX attempt_by_time", "attempt_by_time"), ("CREATE TABLE extra (x)", "extra"),
    ])
    func aChangedSchemaIsNamed(sql: String, name: String) throws {
        let store = try databases.store(with: [.sample()])
        try store.connection.execute(sql)
        #expect(try store.verify().damage == [.schema(name)])
    }

    @Test(arguments: [
        ("UPDATE exercise_summary SET passes = 9", SummaryKind.exercises), ("DELETE FROM concept_summary", .concepts),
        ("DELETE FROM exercise_concept", .concepts), ("UPDATE day_summary SET attempts = 0", .days),
        ("INSERT INTO misconception_summary VALUES ('a', 'b', 1, 0, 0, '', 0, '', 0)", .misconceptions),
    ])
    func wrongSumsAreNamedAndMadeAnew(sql: String, kind: SummaryKind) throws {
        let database = try TestDatabase()
        let store = try database.store(with: Attempt.random(30, seed: 3))
        try store.connection.execute(sql)
        #expect(try store.verify().damage == [.summaries(kind)])
        try store.rebuildSummaries()
        #expect(try store.verify() == Verification(devices: 1, attempts: 30, damage: []))
    }
}
