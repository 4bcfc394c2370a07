// SPDX-License-Identifier: MIT
import CivilTime
import SQLStorage
import Testing

@testable import Progress

@Suite struct MergeTests {
    private let databases = TestDatabases()

    private func export(_ store: ProgressStore) throws -> [UInt8] {
        try store.exported(writer: "test")
    }

    private func merged(_ exports: [[UInt8]]) throws -> ProgressStore {
        let store = try databases.store()
        for (index, export) in exports.enumerated() { _ = try store.merge(export: export, named: "\(index)") }
        return store
    }

    /// A store whose every kind of content depends on a seed.
    private func store(seed: UInt64) throws -> ProgressStore {
        let store = try databases.store(with: Attempt.random(Int(10 + seed % 20), seed: seed))
        let time = Timestamp.start.later(minutes: Int(seed % 3))
        for lesson in ["a", "b"] {
            try store.setLessonPosition(
                LessonPosition(
                    course: "async", lesson: lesson, block: Int(seed % 5), state: "{\"n\":\(seed)}",
                    isFinished: seed % 2 == 0, updated: time))
        }
        try store.noteHint(Int(seed % 4), of: "x", course: "async", at: time)
        if seed % 2 == 1 { try store.noteStart(of: "x", course: "async", at: time) }
        try store.setLearner(name: "Learner \(seed % 4)", at: time)
        return store
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func theOrderOfMergesDoesNotMatter(seed: UInt64) throws {
        let parts = try (0..<3).map { try export(store(seed: seed * 10 + $0)) }
        let result = try merged(parts)
        let bytes = try export(result)
        #expect(try result.verify().damage == [])
        #expect(try result.verify().devices == 3)
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 1, 2, 0, 1, 2, 2]] {
            let other = try merged(order.map { parts[$0] })
            #expect(try export(other) == bytes, "\(order)")
            #expect(try other.summaries.all() == result.summaries.all(), "\(order)")
        }
        let half = try merged([parts[0], parts[1]])
        #expect(try export(merged([parts[2], export(half)])) == bytes)
        #expect(try result.merge(export: bytes, named: "itself") == MergeOutcome(known: result.attemptCount()))
    }

    @Test func whatIsRecordedLaterIsAdded() throws {
        let (mine, others) = (try store(seed: 1), try store(seed: 2))
        let before = try mine.attemptCount()
        let count = try others.attemptCount()
        let first = try mine.merge(others)
        #expect(first.added == count && first.newDevices == 1)
        try others.append(.sample())
        try mine.append(.sample())
        let second = try mine.merge(others)
        #expect(second == MergeOutcome(added: 1, known: count))
        #expect(try mine.attemptCount() == before + count + 2)
        #expect(try mine.verify().damage == [])
        try mine.append(.sample())
        #expect(try mine.verify().damage == [])
    }

    /// A device whose clock is years ahead has recorded later attempts; ours must still count in their order.
    @Test func attemptsBeforeThoseOfAnotherDeviceCountInTheirOrder() throws {
        let ahead = try databases.store(with: [
            .sample(verdict: .failed, at: .start.advanced(days: 4_000)), .sample(at: .start.advanced(days: 4_010)),
        ])
        let store = try databases.store()
        _ = try store.merge(ahead)
        for day in 0..<5 {
            try store.append(.sample(at: .start.advanced(days: day * 40), concepts: ["then", "await"]))
        }
        #expect(try store.verify().damage == [])
        #expect(try store.conceptSummaries().first { $0.concept == "then" }?.lastEnded == .start.advanced(days: 4_010))
    }

    @Test func differentAttemptsOfOneNumberAreNamedAndNothingIsTaken() throws {
        let database = try TestDatabase()
        let original = try database.store(with: [.sample("first")])
        let twin = try databases.store()
        _ = try twin.merge(original)
        try original.append(.sample("here"))
        // As if the same device had gone on twice.
        let head = try original.deviceHeads()[0]
        _ = try twin.append(.sample())
        try twin.connection.run("UPDATE owner SET device = ?", [.text(head.device)])
        let id = try twin.append(.sample("there"))
        #expect(id == AttemptID(device: head.device, number: 2))
        try twin.append(.sample("beyond"))
        let export = try export(twin)
        #expect(throws: ProgressError.conflicting([AttemptPlace(id: id, exercise: "there")])) {
            try original.merge(export: export, named: "twin")
        }
        #expect(try original.verify() == Verification(devices: 1, attempts: 2, damage: []))
    }

    @Test func anEditedDatabaseIsNotMerged() throws {
        let database = try TestDatabase()
        _ = try database.store(with: [.sample(), .sample()])
        try database.tamper("UPDATE attempt SET verdict = 'failed' WHERE number = 2")
        let other = try database.store(.readOnly)
        let device = try other.deviceHeads()[0].device
        let place = AttemptPlace(id: AttemptID(device: device, number: 2), exercise: "02-the-loop/04-two-chains")
        let store = try databases.store()
        #expect(throws: ProgressError.untrustworthy(path: database.path, [.edited(place)])) { try store.merge(other) }
        #expect(try store.attemptCount() == 0)
    }
}
