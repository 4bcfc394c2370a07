// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// The learner's commands where progress cannot be kept: a clear error, and nothing of it changed.
@Suite struct ProgressTroubleTests {
    private static let reading = ["list", "next", "review", "solution 1.01"]
    private static let writing = ["start 1.04", "check 1.02 --answer a", "hint 1.01", "reset 1.01"]

    private func run(_ words: String, _ folder: ExerciseFolder, at database: String) throws -> ProgramProcess.Result {
        try folder.shell("cd work && exec \"$LOOPLAB\" \(words)", environment: ["LOOPLAB_DB": database])
    }

    @Test(arguments: reading + writing + ["watch"])
    func whatIsNoDatabaseIsRefusedByName(words: String) throws {
        let folder = try ExerciseFolder()
        let notes = "my notes, which nobody may overwrite"
        let file = try folder.scratch.write("notes.txt", notes)
        for (place, says) in [(file, "is no SQLite database"), (folder.scratch.path, "is a directory")] {
            let result = try run(words, folder, at: place)
            #expect(result.exit == .code(3) && result.output == "", "\(result)")
            #expect(result.errors.contains(says) && result.errorLines.count == 1, "\(result)")
        }
        #expect(folder.scratch.read("notes.txt") == notes)
    }

    @Test(arguments: reading + writing + ["watch"])
    func aNewerDatabaseIsLeftAsItIs(words: String) throws {
        let folder = try ExerciseFolder()
        #expect(try folder.run("check", "1.02", "--answer", "b").exit == .code(1))
        var bytes = try Array(Data(contentsOf: URL(fileURLWithPath: folder.database)))
        // The user version, at byte 60 of the header (https://www.sqlite.org/fileformat.html).
        bytes.replaceSubrange(60..<64, with: [0, 0, 99, 0])
        let newer = try folder.scratch.write("newer.sqlite", bytes)
        let result = try run(words, folder, at: newer)
        #expect(result.exit == .code(3) && result.errors.contains("a newer LoopLab has written"), "\(result)")
        #expect(try Array(Data(contentsOf: URL(fileURLWithPath: newer))) == bytes)
    }

    /// Runs a command that may not write progress, whoever runs the tests.
    private func runReadOnly(_ words: String, _ folder: ExerciseFolder) throws -> ProgramProcess.Result {
        let data = folder.scratch.path + "/data"
        if !FileManager.default.fileExists(atPath: data) { mkdir(data, 0o777) }
        chmod(data, 0o555)
        defer { chmod(data, 0o755) }
        let rights = geteuid() == 0 ? "setpriv --bounding-set=-dac_override,-dac_read_search " : ""
        return try folder.shell("cd work && chmod a-w '\(data)'/* ; exec \(rights)\"$LOOPLAB\" \(words)")
    }

    @Test func aReadOnlyDirectoryCanBeRead() throws {
        let folder = try ExerciseFolder()
        #expect(try folder.run("check", "1.02", "--answer", "a").exit == .code(0))
        for words in Self.reading where words != "solution 1.01" {
            let result = try runReadOnly(words, folder)
            #expect(result.exit == .code(0), "\(words): \(result)")
        }
        #expect(try runReadOnly("solution 1.02", folder).exit == .code(0))
        for words in Self.writing {
            let result = try runReadOnly(words, folder)
            #expect(result.exit == .code(3) && result.errors.contains("read-only"), "\(words): \(result)")
        }
    }

    @Test(arguments: [true, false]) func aWatchGoesOnWhereNothingCanBeKept(exists: Bool) throws {
        let folder = try ExerciseFolder()
        if exists { #expect(try folder.run("check", "1.03", "--answer", "1").exit == .code(1)) }
        try folder.answer(1, "a")
        let result = try runReadOnly("watch 1.02", folder)
        #expect(result.exit == .code(0), "\(result)")
        #expect(result.output.contains("until its time has come"), "\(result)")
        #expect(result.output.contains("This answer is not kept:"), "\(result)")
        for line in result.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
}
