// SPDX-License-Identifier: MIT
import Foundation
import SQLStorage
import Testing

@testable import Progress

@Suite struct DatabaseFileTests {
    @Test func directoriesAreMadeForTheirOwnerOnly() throws {
        let database = try TestDatabase()
        let path = database.directory + "/a/b/progress.sqlite"
        _ = try ProgressStore(path: path, mode: .readWrite)
        var status = stat()
        stat(database.directory + "/a", &status)
        #expect(status.st_mode & 0o777 == 0o700)
        stat(path, &status)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func readingMakesNothing() throws {
        let database = try TestDatabase()
        let path = database.directory + "/a/progress.sqlite"
        let store = try ProgressStore(path: path, mode: .readOnly)
        #expect(try store.exerciseSummaries() == [])
        #expect(try store.learner().name == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: database.directory) == [])
    }

    private static let header = Array("SQLite format 3\0".utf8)

    @Test(arguments: [Array("hello".utf8), Array(repeating: 0, count: 4_096), Array(repeating: 0xFF, count: 9_000)])
    func whatIsNoDatabaseIsLeftAsItIs(bytes: [UInt8]) throws {
        let database = try TestDatabase()
        try database.write(bytes)
        for mode in [ProgressStore.Mode.readWrite, .readOnly] {
            #expect(throws: ProgressError.storage(.notADatabase(path: database.path))) { try database.store(mode) }
        }
        #expect(try database.bytes == bytes)
    }

    @Test func anEmptyFileBecomesADatabase() throws {
        let database = try TestDatabase()
        try database.write([])
        try database.store().append(.sample())
        #expect(try database.store(.readOnly).attemptCount() == 1)
    }

    @Test(arguments: [
        "CREATE TABLE cookies (x)", "PRAGMA user_version = 7; CREATE TABLE t (x)", "PRAGMA application_id = 5",
    ])
    func theDatabaseOfAnotherProgramIsLeftAsItIs(sql: String) throws {
        let database = try TestDatabase()
        try database.write([])
        let connection = try Connection(file: database.path, .readWrite, busyTimeout: 0)
        try connection.execute(sql)
        let bytes = try database.bytes
        for mode in [ProgressStore.Mode.readWrite, .readOnly] {
            #expect(throws: ProgressError.storage(.foreign(path: database.path))) { try database.store(mode) }
        }
        #expect(try database.bytes == bytes)
    }

    @Test func aNewerDatabaseIsLeftAsItIs() throws {
        let database = try TestDatabase()
        try database.store().append(.sample())
        try database.tamper("PRAGMA user_version = 99")
        let bytes = try database.bytes
        for mode in [ProgressStore.Mode.readWrite, .readOnly] {
            #expect(
                throws: ProgressError.storage(.newer(path: database.path, version: 99, supported: Migration.all.count))
            ) {
                try database.store(mode)
            }
        }
        #expect(try database.bytes == bytes)
    }

    /// Which part of each page is overwritten, from which page on, and where the file is cut.
    private static let injuries: [(firstPage: Int, isCut: Bool)] = [(1, false), (5, false), (20, false), (20, true)]

    @Test(arguments: injuries)
    func damageIsFound(firstPage: Int, isCut: Bool) throws {
        let database = try TestDatabase()
        _ = try database.store(with: Attempt.random(200, seed: 9))
        var bytes = try database.bytes
        if isCut {
            bytes.removeSubrange((firstPage * 4_096)...)
        } else {
            for index in stride(from: firstPage * 4_096, to: bytes.count, by: 4_096) {
                bytes.replaceSubrange(index..<index + 64, with: Array(repeating: 0xAA, count: 64))
            }
        }
        try database.write(bytes)
        do throws(ProgressError) {
            let damage = try database.store(.readOnly).verify().damage
            #expect(damage.contains { $0.concernsAttempts })
        } catch {
            // What tells of the tables is hit itself.
            #expect(error == .storage(.damaged(path: database.path, detail: "database disk image is malformed")))
        }
        #expect(try database.bytes == bytes)
    }

    @Test func whatIsNoFileIsRefused() throws {
        let database = try TestDatabase()
        #expect(throws: ProgressError.storage(.isDirectory(path: database.directory))) {
            try ProgressStore(path: database.directory, mode: .readWrite)
        }
        let pipe = database.directory + "/pipe"
        mkfifo(pipe, 0o600)
        #expect(throws: ProgressError.storage(.notAFile(path: pipe))) { try ProgressStore(path: pipe, mode: .readOnly) }
        try database.write([])
        let below = database.path + "/below/progress.sqlite"
        #expect(throws: ProgressError.storage(.notOpened(path: below, errno: ENOTDIR))) {
            try ProgressStore(path: below, mode: .readWrite)
        }
    }

    @Test func anotherWriterIsWaitedForAndThenNamed() throws {
        let database = try TestDatabase()
        let holder = try database.store(with: [.sample()])
        let store = try database.store(busyTimeout: 30)
        _ = try holder.connection.transaction(.writing) { () throws(ProgressError) in
            #expect(throws: ProgressError.storage(.locked(path: database.path, milliseconds: 30))) {
                try store.append(.sample())
            }
        }
        #expect(try store.attemptCount() == 1)
        try store.append(.sample())
        #expect(try holder.attemptCount() == 2)
    }

    @Test func aFullDiskLosesNothing() throws {
        let database = try TestDatabase()
        let store = try database.store(with: [.sample()])
        let pages = try store.connection.number("PRAGMA page_count")
        _ = try store.connection.number("PRAGMA max_page_count = \(pages + 4)")
        var acknowledged = 1
        #expect(throws: ProgressError.storage(.diskFull(path: database.path))) {
            for attempt in Attempt.random(500, seed: 2) {
                try store.append(attempt)
                acknowledged += 1
            }
        }
        #expect(acknowledged > 1)
        #expect(try store.verify() == Verification(devices: 1, attempts: acknowledged, damage: []))
        _ = try store.connection.number("PRAGMA max_page_count = 100000")
        try store.append(.sample())
        #expect(try store.verify().attempts == acknowledged + 1)
    }

    @Test func aPathMayHaveAnyCharacters() throws {
        let database = try TestDatabase()
        let path = database.directory + "/file:a b?mode=memory#%41é.db"
        try ProgressStore(path: path, mode: .readWrite).append(.sample())
        #expect(try ProgressStore(path: path, mode: .readOnly).attemptCount() == 1)
        let unchanging = try Connection(file: path, .unchanging, busyTimeout: 0)
        #expect(try unchanging.number("SELECT count(*) FROM attempt") == 1)
    }
}
