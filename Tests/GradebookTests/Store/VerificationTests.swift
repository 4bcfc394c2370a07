// SPDX-License-Identifier: MIT
import CivilTime
import Results
import SQLStorage
import Testing

@testable import Gradebook

@Suite struct VerificationTests {
    private static let exercise = "04-promises/01-delay"

    private static let edits: [(sql: String, expected: @Sendable (GradebookDamage) -> Bool)] = [
        ("UPDATE result SET earned = 10000 WHERE id = 1", { $0 == .derived(learner: "ada", exercise: exercise) }),
        ("UPDATE check_result SET outcome = 0, message = NULL, earned = 5000 WHERE result = 1", unrecorded(.result)),
        ("UPDATE hand_in SET submitted = 5 WHERE id = 1", unrecorded(.handIn)),
        ("UPDATE message SET text = 'fine'", unrecorded(.result)),
        (
            "UPDATE learner SET name = 'eve' WHERE name = 'ada'",
            { damage in
                if case .unrecorded(.result, "eve", exercise) = damage { true } else { false }
            }
        ),
        ("UPDATE decision SET points = 9000, kind = 'points'", unrecorded(.decision)),
        ("UPDATE decision SET reason = 'another'", unrecorded(.decision)),
        ("UPDATE enrolment SET section = 'x'", unrecorded(.enrolment)),
        ("DELETE FROM decision", { if case .lost(_, .decision) = $0 { true } else { false } }),
        ("UPDATE standing SET result = 2 WHERE submission = 1", { $0 == .derived(learner: "ada", exercise: exercise) }),
        ("DELETE FROM standing", { $0 == .derived(learner: "ada", exercise: exercise) }),
        ("UPDATE entry SET recorded = 7 WHERE number = 2", { if case .edited = $0 { true } else { false } }),
        ("DELETE FROM entry WHERE number = 2", { if case .missing(_, 2...2) = $0 { true } else { false } }),
        ("DELETE FROM entry WHERE number > 3", { if case .missing = $0 { true } else { false } }),
        ("UPDATE device SET head_number = 1", { if case .beyondHead = $0 { true } else { false } }),
        ("DROP INDEX entry_by_content", { $0 == .schema("entry_by_content") }),
    ]

    private static func unrecorded(_ kind: RecordKind) -> @Sendable (GradebookDamage) -> Bool {
        { if case .unrecorded(kind, _, _) = $0 { true } else { false } }
    }

    @Test(arguments: edits.indices)
    func anEditIsFound(_ index: Int) throws {
        let book = try TestGradebook([.sample(), .sample("bob", checks: "pp")])
        let store = try book.store()
        try store.record(
            Decision(
                learner: "ada", exercise: Self.exercise, kind: .excused, reason: "ill", author: "L. Hale",
                decided: Timestamp(milliseconds: 5)))
        try store.record([Enrolment(learner: "ada", section: "monday", decided: Timestamp(milliseconds: 7))])
        #expect(try store.verify().damage == [])
        let (sql, expected) = Self.edits[index]
        try book.tamper(sql)
        let damage = try book.store(.readOnly).verify().damage
        #expect(damage.contains(where: expected), "\(damage)")
    }

    /// So much damage is counted, and the first of it named.
    @Test func muchDamageIsCounted() throws {
        let book = try TestGradebook((0..<700).map { .sample("learner \($0)", checks: "p") })
        try book.tamper("UPDATE hand_in SET submitted = 5")
        let result = try book.store(.readOnly).verify()
        #expect(result.damage.count == 1_000 && result.furtherDamage == 400)
    }

    @Test func rowsAreNeverChanged() throws {
        let store = try TestGradebook([.sample()]).store()
        for table in ["entry", "hand_in", "result", "check_result"] {
            #expect(throws: GradebookError.self) { try store.connection.execute("DELETE FROM \(table)") }
        }
        #expect(throws: GradebookError.self) { try store.connection.execute("UPDATE result SET earned = 1") }
    }

    // MARK: - Files

    @Test(arguments: [Array("hello".utf8), Array(repeating: 0xFF, count: 9_000)])
    func whatIsNoDatabaseIsLeftAsItIs(bytes: [UInt8]) throws {
        let book = try TestGradebook()
        try book.write(bytes)
        for mode in [GradebookStore.Mode.readWrite, .readOnly] {
            #expect(throws: GradebookError.storage(.notADatabase(path: book.path))) { try book.store(mode) }
        }
        #expect(try book.bytes == bytes)
    }

    /// A learner's progress is an SQLite database of ours, too, and no gradebook.
    @Test(arguments: ["CREATE TABLE cookies (x)", "PRAGMA application_id = 1280074082; PRAGMA user_version = 3"])
    func anotherDatabaseIsLeftAsItIs(sql: String) throws {
        let book = try TestGradebook()
        try book.write([])
        try Connection(file: book.path, .readWrite, busyTimeout: 0).execute(sql)
        let bytes = try book.bytes
        for mode in [GradebookStore.Mode.readWrite, .readOnly] {
            #expect(throws: GradebookError.storage(.foreign(path: book.path))) { try book.store(mode) }
        }
        #expect(try book.bytes == bytes)
    }

    @Test func aNewerGradebookIsLeftAsItIs() throws {
        let book = try TestGradebook([.sample()])
        try book.tamper("PRAGMA user_version = 99")
        let newer = GradebookError.storage(.newer(path: book.path, version: 99, supported: Migration.all.count))
        for mode in [GradebookStore.Mode.readWrite, .readOnly] {
            #expect(throws: newer) { try book.store(mode) }
        }
    }

    @Test func aDamagedFileIsNamed() throws {
        let book = try TestGradebook((0..<200).map { .sample("learner \($0)") })
        var bytes = try book.bytes
        for index in stride(from: 8 * 4_096, to: bytes.count, by: 4_096) {
            bytes.replaceSubrange(index..<index + 64, with: Array(repeating: 0xAA, count: 64))
        }
        try book.write(bytes)
        do throws(GradebookError) {
            let damage = try GradebookStore(path: book.path, mode: .readOnly).verify().damage
            #expect(damage.contains { if case .file = $0 { true } else { false } })
        } catch {
            // What tells of the tables is hit itself.
            #expect(error == .storage(.damaged(path: book.path, detail: "database disk image is malformed")))
        }
        #expect(try book.bytes == bytes)
    }

    @Test func aFileThatIsNotThereReadsAsEmpty() throws {
        let book = try TestGradebook()
        #expect(try book.store(.readOnly).learners() == [])
        #expect(throws: (any Error).self) { try book.bytes }
    }
}
