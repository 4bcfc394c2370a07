// SPDX-License-Identifier: MIT
import SQLStorage
import Testing

@testable import Progress

@Suite struct MigrationTests {
    private let databases = TestDatabases()

    @Test func aNewDatabaseHasEveryStep() throws {
        let store = try databases.store()
        let names = try store.connection.all("SELECT name FROM migration ORDER BY number") {
            (row) throws(ProgressError) in try row.text(0)
        }
        #expect(names == Migration.all.map(\.name))
        #expect(try store.connection.number("PRAGMA user_version") == Migration.all.count)
        #expect(try store.connection.number("PRAGMA application_id") == Migrator.progressID)
        #expect(
            try store.connection.first("PRAGMA journal_mode") { (row) throws(ProgressError) in try row.text(0) }
                == "wal")
        #expect(try store.connection.number("PRAGMA synchronous") == 2)
        #expect(try store.connection.number("PRAGMA foreign_keys") == 1)
        #expect(try store.connection.number("PRAGMA recursive_triggers") == 1)
    }

    @Test(arguments: 1..<Migration.all.count)
    func anOlderDatabaseGetsTheStepsThatItMisses(count: Int) throws {
        let database = try TestDatabase()
        let steps = Array(Migration.all.prefix(count))
        _ = try ProgressStore(path: database.path, mode: .readWrite, busyTimeout: 0, steps: steps)
        let store = try database.store()
        try store.append(.sample())
        #expect(try store.verify().damage == [])
    }

    @Test func attemptsStayThroughAStepThatComesLater() throws {
        let database = try TestDatabase()
        _ = try database.store(with: Attempt.random(10, seed: 5))
        let more = Migration.all + [Migration("later", sql: "ALTER TABLE owner ADD COLUMN extra TEXT")]
        let reader = try ProgressStore(path: database.path, mode: .readOnly, busyTimeout: 0, steps: more)
        #expect(try reader.attemptCount() == 10)
        #expect(try reader.connection.number("PRAGMA user_version") == more.count)
        #expect(try database.store().connection.number("PRAGMA user_version") == Migration.all.count)
        let writer = try ProgressStore(path: database.path, mode: .readWrite, busyTimeout: 0, steps: more)
        #expect(try writer.attemptCount() == 10)
        #expect(throws: ProgressError.storage(.newer(path: database.path, version: 4, supported: 3))) {
            try database.store(.readOnly)
        }
    }

    @Test(arguments: [
        "CREATE TABLE half (x); SELECT * FROM nowhere", "CREATE TABLE half (x); INSERT INTO attempt (id) VALUES (1)",
        "CREATE TABLE half (x REFERENCES device (device)); INSERT INTO half VALUES ('nobody')",
    ])
    func aStepThatFailsLeavesNothing(sql: String) throws {
        let database = try TestDatabase()
        _ = try database.store(with: [.sample()])
        let more = Migration.all + [Migration("broken", sql: sql)]
        #expect(throws: ProgressError.self) {
            _ = try ProgressStore(path: database.path, mode: .readWrite, busyTimeout: 0, steps: more)
        }
        let store = try database.store()
        #expect(try store.verify() == Verification(devices: 1, attempts: 1, damage: []))
    }
}
