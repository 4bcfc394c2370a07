// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab check`: answers that are right, that are wrong, and that are none.
///
/// Not under a sanitizer, where no sandbox can be had: sanitizers map memory that its limits do not allow.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct CheckCommandTests {
    /// An answer to an exercise: the exit code, what is said, and what is kept; nil where it is no attempt.
    static let answers: [(exercise: String, answer: String, code: Int32, says: String, kept: String?)] = [
        ("1.01", "script timer", 0, "Right", "script\ntimer"), ("1.01", "timer script", 1, "Line 1", "timer\nscript"),
        ("1.01", "  script ,  timer \n\n", 0, "Right", "script\ntimer"),
        ("1.01", "script\ntimer", 0, "Right", "script\ntimer"),
        ("1.01", "> script\n> timer", 0, "Right", "script\ntimer"),
        ("1.01", "script", 2, "1 of 2 lines; missing: timer", nil),
        ("1.01", "script timer script", 2, "2 times", nil), ("1.01", "script rocket", 2, "no line \"rocket\"", nil),
        ("1.01", "", 2, "no order yet", nil), ("1.01", " \n ", 2, "no order yet", nil),
        ("1.01", "script \u{1B}[31m", 2, "no line", nil), ("1.02", "a", 0, "until its time has come", "a"),
        ("1.02", " A ", 0, "until its time", "a"), ("1.02", "b", 1, "runs right now", "b"),
        ("1.02", "c", 2, "no answer 'c'; give one of a, b", nil), ("1.02", "a b", 2, "one answer is right", nil),
        ("1.02", "", 2, "no answer yet", nil), ("1.03", "80", 0, "Right: 80 ms", "80.0"),
        ("1.03", "81,5 ms", 0, "Right", "81.5"), ("1.03", "40", 1, "too little", "40.0"),
        ("1.03", "4e9", 1, "too much", "4000000000.0"), ("1.03", "eighty", 2, "'eighty' is no number", nil),
        ("1.03", "nan", 2, "is no number", nil), ("1.03", "", 2, "no answer yet", nil),
    ]

    @Test(arguments: answers)
    func anAnswerIsJudged(exercise: String, answer: String, code: Int32, says: String, kept: String?) throws {
        let folder = try ExerciseFolder()
        let result = try folder.run("check", exercise, "--answer", answer)
        #expect(result.exit == .code(code), "\(result)")
        #expect((code == 2 ? result.errors : result.output).contains(says), "\(result)")
        #expect(!result.description.contains("\u{1B}"), "\(result)")
        for line in result.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        #expect(try folder.answers() == (kept.map { [$0] } ?? []))
        if code < 2 {
            #expect(result.output.contains(code == 0 ? "Next:  looplab start 1.0" : "looplab hint \(exercise)"))
        }
    }

    @Test func theFileHoldsTheAnswer() throws {
        let folder = try ExerciseFolder()
        for (index, answer) in ["timer script", "b", "8"].enumerated() {
            let empty = try folder.run("check", "1.0\(index + 1)")
            #expect(empty.exit == .code(2), "what was not answered is no attempt: \(empty)")
            try folder.answer(index, answer)
            #expect(try folder.run("check", "1.0\(index + 1)").exit == .code(1))
        }
        #expect(try folder.answers().count == 3)
        let inside = try folder.run("check", "03-how-long.txt", in: "work/01-one-thread")
        #expect(inside.exit == .code(1) && inside.output.contains("too little"), "\(inside)")
        let outside = try folder.run("check", ExerciseFolder.files[2], in: ".")
        #expect(outside.exit == .code(1) && outside.output.contains("too little"), "\(outside)")
        try folder.scratch.write("other/how-long.txt", "80")
        #expect(try folder.run("check", "how-long.txt", in: "other").exit == .code(0))
    }

    @Test func standardInputMayHaveIt() throws {
        let folder = try ExerciseFolder()
        let right = try folder.run("check", "1.01", input: .text("script\ntimer\n"))
        #expect(right.exit == .code(0), "\(right)")
        let tooMuch = try folder.run("check", "1.01", input: .text(String(repeating: "line\n", count: 9_000)))
        #expect(tooMuch.exit == .code(2) && tooMuch.errorLines.count == 1, "\(tooMuch.errors.prefix(500))")
    }

    /// A program, the exit code, and what is said.
    static let programs: [(text: String, code: Int32, says: [String])] = [
        (ExerciseFolder.sleep, 0, ["10 / 10", "10 of 10 points"]), (ExerciseFolder.atOnce, 1, ["0 / 10"]),
        ("const {sleep} = 1 2\n", 1, ["SyntaxError", "04-sleep.js:1:19"]),
        ("\n  throw new TypeError('no')\n", 1, ["TypeError: no", "04-sleep.js:2"]),
        ("for (;;) {}\n", 1, ["stopped: a loop in the program does not end"]),
        ("module.exports = {}\n", 1, ["does not define sleep"]), ("process.exit(7)\n", 1, ["exit code 7"]),
        ("throw new Error('\\u001b[31mred\\n\\nlines')\n", 1, ["red"]), ("", 2, ["there is no file for 1.04"]),
    ]

    @Test(arguments: programs) func aProgramIsChecked(text: String, code: Int32, says: [String]) throws {
        let folder = try ExerciseFolder()
        try folder.scratch.write(ExerciseFolder.files[3], text)
        let result = try folder.run("check", "1.04")
        #expect(result.exit == .code(code), "\(result)")
        for word in says { #expect((result.output + result.errors).contains(word), "no \(word) in \(result)") }
        #expect(!result.output.contains("\u{1B}"))
        for line in result.output.split(separator: "\n") {
            #expect(line.count <= 80 || line.contains("/04-sleep.js:"), "\(line)")
        }
        #expect(try folder.answers() == (code < 2 ? [text] : []))
    }

    @Test func filesThatCannotBeReadAreNamed() throws {
        let folder = try ExerciseFolder()
        let path = folder.scratch.path + "/" + ExerciseFolder.files[3]
        try folder.scratch.write(ExerciseFolder.files[3], [0x61, 0xFF, 0x0A])
        let bytes = try folder.run("check", "1.04")
        #expect(bytes.exit == .code(2) && bytes.errors.contains("04-sleep.js"), "\(bytes)")
        unlink(path)
        let gone = try folder.run("check", "1.04")
        #expect(gone.exit == .code(2) && gone.errors.contains("no file for 1.04"), "\(gone)")
        mkdir(path, 0o777)
        let directory = try folder.run("check", "1.04")
        #expect(directory.exit == .code(2) && directory.errors.contains("directory"), "\(directory)")
        let other = try folder.run("check", "elsewhere/04-sleep.js")
        #expect(other.exit == .code(2) && other.errors.contains("elsewhere/04-sleep.js"), "\(other)")
    }

    @Test func theResultIsJSONToo() throws {
        let folder = try ExerciseFolder()
        try folder.scratch.write(ExerciseFolder.files[3], ExerciseFolder.atOnce)
        let result = try folder.run("check", "--json", "1.04")
        #expect(result.exit == .code(1))
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(object?["exercise"] as? String == "01-one-thread/04-sleep")
        #expect(object?["verdict"] as? String == "failed" && object?["possible"] as? Double == 10)
        let check = (object?["checks"] as? [[String: Any]])?.first
        #expect(check?["name"] as? String == "waits" && check?["passed"] as? Bool == false)
    }
}
