// SPDX-License-Identifier: MIT
import EngineTesting
import Glibc
import Testing

@testable import Progress

@Suite struct ProcessTests {
    /// Twenty processes make the database and write to it at once; whenever so many more attempts are acknowledged, one
    /// of them is killed, until none is left.
    @Test func whatWasAcknowledgedIsThereWhoeverIsKilled() throws {
        let database = try TestDatabase()
        let attemptsBetweenKills = 20
        let writers = (0..<20).map { _ in WriterProcess("ProgressWriter", ["append", database.path, "0"]) }
        for (index, writer) in writers.enumerated() {
            let alive = writers[index...]
            let wanted = (index + 1) * attemptsBetweenKills
            while writers.reduce(0, { $0 + $1.lines.count }) < wanted {
                try #require(readFromAny(alive), "a process ended by itself")
            }
            kill(writer.id, SIGKILL)
        }
        #expect(writers.map { $0.finish() } == Array(repeating: 128 + SIGKILL, count: 20))
        let store = try database.store()
        var recorded: Set<String> = []
        try store.forEachAttempt { (attempt) throws(ProgressError) in
            recorded.insert("\(attempt.id.device) \(attempt.id.number)")
        }
        let acknowledged = writers.flatMap(\.lines)
        #expect(acknowledged.count >= 20 * attemptsBetweenKills)
        #expect(Set(acknowledged).count == acknowledged.count)
        #expect(Set(acknowledged).subtracting(recorded) == [])
        // A process may be killed between the disk and its word, so one more for each can be there.
        #expect(recorded.count <= acknowledged.count + 20)
        #expect(try store.verify() == Verification(devices: 1, attempts: recorded.count, damage: []))
    }

    private func readFromAny(_ writers: ArraySlice<WriterProcess>) -> Bool {
        var descriptors = writers.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        guard poll(&descriptors, nfds_t(descriptors.count), 60_000) > 0 else { return false }
        return zip(writers, descriptors).allSatisfy { $1.revents == 0 || $0.read() }
    }

    @Test func processesThatEndByThemselvesLoseNothing() throws {
        let database = try TestDatabase()
        let writers = (0..<8).map { _ in WriterProcess("ProgressWriter", ["append", database.path, "10"]) }
        #expect(writers.map { $0.finish() } == Array(repeating: 0, count: 8), "\(writers.map(\.lines))")
        #expect(try database.store().verify() == Verification(devices: 1, attempts: 80, damage: []))
    }

    @Test(arguments: [0, 8_192, 150_000, 400_000])
    func aDiskThatFillsUpLosesNothing(limit: Int) throws {
        let database = try TestDatabase()
        let known = try database.store(with: Attempt.random(20, seed: 4)).attemptCount()
        let writer = WriterProcess("ProgressWriter", ["limit", "\(limit)", "append", database.path, "0"])
        #expect(writer.finish() == 1)
        let acknowledged = writer.lines.dropLast()
        #expect(writer.lines.last?.contains("diskFull") == true, "\(writer.lines.last ?? "nothing")")
        let store = try database.store()
        #expect(try store.verify() == Verification(devices: 1, attempts: known + acknowledged.count, damage: []))
        try store.append(.sample())
    }

    // MARK: - Without rights

    private func run(_ arguments: [String]) throws -> (code: Int32, lines: [String]) {
        let writer = WriterProcess("ProgressWriter", (getuid() == 0 ? ["nobody"] : []) + arguments)
        let code = writer.finish()
        return (code, writer.lines)
    }

    @Test func aReadOnlyDirectoryCanBeReadAndIsNotWritten() throws {
        let database = try TestDatabase()
        _ = try database.store(with: Attempt.random(7, seed: 6))
        chmod(database.directory, 0o555)
        chmod(database.path, 0o444)
        let count = try run(["count", database.path])
        #expect(count.code == 0)
        #expect(count.lines == ["7"])
        let append = try run(["append", database.path, "1"])
        #expect(append.code == 1)
        #expect(append.lines.first?.contains("readOnly") == true, "\(append.lines)")
        let other = try run(["append", database.directory + "/new/progress.sqlite", "1"])
        #expect(other.lines.first?.contains("directoryNotMade") == true, "\(other.lines)")
    }

    /// What a process that was killed left in the log beside the file counts too, where no index can be written.
    @Test(arguments: [true, false])
    func aLogThatWasLeftIsReadInAReadOnlyDirectory(keepsIndex: Bool) throws {
        let database = try TestDatabase()
        let writer = WriterProcess("ProgressWriter", ["append", database.path, "0"])
        while writer.lines.count < 5 { try #require(writer.read()) }
        kill(writer.id, SIGKILL)
        #expect(writer.finish() == 128 + SIGKILL)
        if !keepsIndex { unlink(database.path + "-shm") }
        for name in ["", "-wal", "-shm"] { chmod(database.path + name, 0o444) }
        chmod(database.directory, 0o555)
        let count = try run(["count", database.path])
        #expect(count.code == 0)
        #expect(count.lines.first.flatMap { Int($0) } ?? 0 >= writer.lines.count, "\(count.lines)")
    }

    @Test func aFileThatMayNotBeReadIsNamed() throws {
        let database = try TestDatabase()
        _ = try database.store(with: [.sample()])
        chmod(database.directory, 0o755)
        chmod(database.path, 0o000)
        for command in ["count", "append"] {
            let outcome = try run([command, database.path, "1"].filter { command == "append" || $0 != "1" })
            #expect(outcome.lines.first?.contains("notOpened") == true, "\(outcome.lines)")
        }
        chmod(database.path, 0o600)
    }
}
