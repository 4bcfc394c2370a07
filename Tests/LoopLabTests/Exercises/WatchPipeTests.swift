// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab watch` where there is no terminal: lines are keys, and the end of the input ends it.
///
/// Not under a sanitizer, where no sandbox can be had: sanitizers map memory that its limits do not allow.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct WatchPipeTests {
    @Test(arguments: [("", 1), ("b", 1), ("a", 0)] as [(String, Int32)])
    func withoutInputTheFileIsCheckedOnce(answer: String, code: Int32) throws {
        let folder = try ExerciseFolder()
        try folder.answer(1, answer)
        let result = try folder.run("watch", "1.02")
        #expect(result.exit == .code(code) && result.errors == "", "\(result)")
        #expect(!result.output.contains("\u{1B}"))
        #expect(try folder.answers() == (answer.isEmpty ? [] : [answer]))
        for line in result.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test func linesAreKeysByTheirFirstLetter() throws {
        let folder = try ExerciseFolder()
        let lines = "hint\n\n  L \nx\u{1B}[2J\nnext\nd\nq\nh\n"
        let result = try folder.run("watch", input: .text(lines))
        #expect(result.exit == .code(0), "\(result)")
        for text in [
            "1.01  Two lines", "Hint 1 of 3", "looplab list  shows all", "is no key.", "1.02  Which queue",
            "no answer yet",
        ] { #expect(result.output.contains(text), "no \(text) in \(result)") }
        #expect(!result.output.contains("Hint 2") && !result.output.contains("\u{1B}"))
        let last = try folder.run("watch", input: .text("?"))
        #expect(last.exit == .code(1) && last.output.contains("these keys"), "a last line needs no end: \(last)")
        let long = try folder.run("watch", input: .text(String(repeating: "y", count: 60_000)))
        #expect(long.exit == .code(1) && long.output.utf8.count < 100_000)
    }

    @Test func eachSaveIsCheckedWhileTheInputIsOpen() throws {
        let folder = try ExerciseFolder(isInitialized: false)
        #expect(try folder.run("init", ".", in: ".").exit == .code(0))
        let watch = try ProgramProcess(
            ["watch", "1.02"], input: .open(""), environment: folder.environment(), folder: folder.scratch)
        try watch.wait(forOutput: "? keys")
        try folder.scratch.write("01-one-thread/02-which-queue.txt", "b\n")
        try watch.wait(forOutput: "runs right now")
        try folder.scratch.write("01-one-thread/02-which-queue.txt", "a\n")
        try watch.wait(forOutput: "until its time has come")
        watch.closeInput()
        #expect(try watch.finish().exit == .code(0))
        #expect(try folder.answers() == ["b", "a"])
    }

    @Test func aReaderThatGoesAwayEndsIt() throws {
        let folder = try ExerciseFolder()
        let result = try folder.shell("cd work && yes h | \"$LOOPLAB\" watch 1.02 | head -n 1")
        #expect(result.exit == .code(0), "\(result)")
    }

    @Test func theChecksOfAnotherCourseRunInTheSandbox() throws {
        let folder = try ExerciseFolder()
        try folder.scratch.write(ExerciseFolder.files[3], ExerciseFolder.sleep)
        let result = try folder.run("watch", "1.04")
        #expect(result.exit == .code(0) && result.output.contains("10 of 10 points"), "\(result)")
        #expect(try folder.answers() == [ExerciseFolder.sleep])
    }

    @Test func itsOwnCourseNeedsNone() throws {
        let folder = try ExerciseFolder(isInitialized: false)
        let own = ["LOOPLAB_COURSE": ""]
        #expect(try folder.run("init", "work", environment: own, in: ".").exit == .code(0))
        try folder.scratch.write("work/02-the-loop/51-sleep.js", ExerciseFolder.atOnce)
        let result = try folder.run("watch", "2.51", environment: own)
        #expect(result.exit == .code(1) && result.output.contains("of 60 points"), "\(result)")
        let check = try folder.run("check", "2.51", environment: own)
        #expect(check.exit == .code(1), "\(check)")
    }
}
