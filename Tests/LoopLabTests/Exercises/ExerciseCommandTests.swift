// SPDX-License-Identifier: MIT
import CivilTime
import EngineTesting
import Foundation
import Progress
import Testing

/// The learner's commands, from the folder to the solution.
///
/// Not under a sanitizer, where no sandbox can be had: sanitizers map memory that its limits do not allow.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct ExerciseCommandTests {
    /// Words, the exit code, and what is said: on standard output where the code is 0 or 1, else on standard error.
    struct Use: CustomTestStringConvertible {
        let words: [String]
        let code: Int32
        let says: [String]
        var testDescription: String { words.joined(separator: " ") }

        init(_ words: String, _ code: Int32, _ says: String...) {
            self.words = words.split(separator: " ").map(String.init)
            (self.code, self.says) = (code, says)
        }
    }

    private func expect(_ result: ProgramProcess.Result, _ use: Use) {
        let isError = use.code > 1 || use.words.first == "solution" && use.code == 1
        #expect(result.exit == .code(use.code), "\(use.testDescription): \(result)")
        let (told, silent) = isError ? (result.errors, result.output) : (result.output, result.errors)
        for text in use.says { #expect(told.contains(text), "\(use.testDescription): no \(text) in \(result)") }
        #expect(silent == "", "\(use.testDescription): \(result)")
        if isError { #expect(result.errorLines.count == 1, "\(result)") }
        for line in result.output.split(separator: "\n") where !use.words.contains("--json") {
            #expect(line.count <= 80, "\(use.testDescription): \(line)")
        }
    }

    // MARK: - One command

    static let uses: [Use] = [
        Use("init", 0, "Made 4 files in looplab-exercises.", "cd looplab-exercises && looplab watch"),
        Use("init .", 0, "Made 0 files in ., and left 4"), Use("init a b", 2, "'b'"),
        Use("init 01-one-thread/04-sleep.js", 3, "04-sleep.js", "Not a directory"),
        Use("list", 0, "0 of 4", "1.01  Two lines", "1.04  Sleep", "Next:  looplab start 1.01"),
        Use("list timers --kind choose", 0, "1.02  Which queue"), Use("list --track 7", 0, "No exercise is like that"),
        Use("list --state passed", 0, "No exercise is like that"), Use("list --state dance", 2, "open, tried, passed"),
        Use("list --kind song", 2, "predict, choose"), Use("list --track x", 2, "the number of a track"),
        Use("list --json", 0, "\"exercise\":\"01-one-thread/01-two-lines\"", "\"state\":\"open\""),
        Use("list nothing --json", 0, "[]"), Use("list --course nowhere", 2, "nowhere"),
        Use("start", 0, "Two lines", "Lines to put in order", "looplab check 1.01 --answer"),
        Use("start 1.04", 0, "Exercise 1.04  Sleep", "04-sleep.js", "looplab check 1.04"),
        Use("start sle", 0, "Exercise 1.04"), Use("start 01-one-thread/03-how-long", 0, "Exercise 1.03"),
        Use("start 1.9", 2, "no exercise '1.9'", "near to it"), Use("start xyz", 2, "looplab list shows all"),
        Use("next", 0, "1.01  Two lines (predict, 2 minutes)", "looplab start 1.01"), Use("next 1.02", 2, "'1.02'"),
        Use("review", 0, "Nothing is due"), Use("review --json", 0, "[]"), Use("review --limit 0", 2, "--limit"),
        Use("hint", 2, "which exercise?"), Use("hint 1.04", 0, "Hint 1 of 3", "A nudge"),
        Use("hint 1.04 --level 3", 0, "Hint 3 of 3", "Nearly there"), Use("hint 1.04 --level 4", 2, "from 1 to 3"),
        Use("hint 1.04 --level 0", 2, "--level"), Use("hint 1.04 --all", 0, "no hint of 1.04 yet"),
        Use("check", 2, "which exercise?"), Use("check 1.04 1.03", 2, "'1.03'"), Use("check --dance", 2, "--dance"),
        Use("check 1.04 --answer 1", 2, "its file"), Use("check nothing.js", 2, "no exercise 'nothing.js'"),
        Use("check 01-one-thread/09-none.txt", 2, "no exercise"), Use("reset", 2, "which exercise?"),
        Use("reset 1.04", 0, "as it was at first."), Use("reset 1.04 --undo", 2, "nothing of 1.04 was kept"),
        Use("solution 1.03", 1, "not passed 1.03 yet", "looplab hint 1.03"), Use("watch --dance", 2, "--dance"),
    ]

    @Test(arguments: uses) func aCommandInANewFolder(use: Use) throws {
        let folder = try ExerciseFolder()
        let words = use.words.map { "'\($0)'" }.joined(separator: " ")
        expect(try folder.shell("cd work && exec \"$LOOPLAB\" \(words)"), use)
    }

    @Test func outsideOfAFolderItSaysHowToGetOne() throws {
        let folder = try ExerciseFolder(isInitialized: false)
        for words in [["watch"], ["reset", "1.04"]] {
            let result = try folder.shell("exec \"$LOOPLAB\" \(words.joined(separator: " "))")
            #expect(result.exit == .code(2) && result.errors.contains("'looplab init' makes one"), "\(result)")
        }
        let start = try folder.run("start", "1.04", in: ".")
        #expect(start.exit == .code(0) && start.output.contains("looplab init"), "\(start)")
    }

    // MARK: - The folder

    @Test func aFolderMayBeMadeTwice() throws {
        let folder = try ExerciseFolder()
        try folder.scratch.write(ExerciseFolder.files[3], "mine")
        unlink(folder.scratch.path + "/" + ExerciseFolder.files[1])
        let again = try folder.run("init", "work", in: ".")
        #expect(again.output.hasPrefix("Made 1 file in work, and left 3 that were there as they are.\n"), "\(again)")
        #expect(folder.scratch.read(ExerciseFolder.files[3]) == "mine")
        #expect(folder.scratch.read(ExerciseFolder.files[1])?.hasPrefix("# Exercise 1.02  Which queue\n") == true)
    }

    @Test func namesOfFoldersAreShownSoThatTheyCanBeTyped() throws {
        let folder = try ExerciseFolder(isInitialized: false)
        let spaced = try folder.run("init", "my work", in: ".")
        #expect(spaced.output.contains("cd 'my work' && looplab watch"), "\(spaced)")
        let coloured = try folder.run("init", "\u{1B}[31mred", in: ".")
        #expect(coloured.exit == .code(0) && !coloured.output.contains("\u{1B}"), "\(coloured)")
        let empty = try folder.run("init", "", in: ".")
        #expect(empty.exit == .code(2) && folder.scratch.read(".looplab/workspace") == nil, "\(empty)")
    }

    @Test func aFolderBelongsToOneCourse() throws {
        let folder = try ExerciseFolder()
        try folder.scratch.write("work/.looplab/workspace", "looplab workspace 1\ncourse other\n")
        let made = try folder.run("init", "work", in: ".")
        #expect(made.exit == .code(2) && made.errors.contains("the course 'other'"), "\(made)")
        let watched = try folder.run("watch")
        #expect(watched.exit == .code(2) && watched.errors.contains("--course"), "\(watched)")
        try folder.scratch.write("work/.looplab/workspace", "dance\n")
        let unknown = try folder.run("list")
        #expect(unknown.exit == .code(2) && unknown.errors.contains("a newer looplab"), "\(unknown)")
    }

    @Test func resetKeepsCopiesAndUndoBringsThemBack() throws {
        let folder = try ExerciseFolder()
        let file = ExerciseFolder.files[3]
        let starter = try #require(folder.scratch.read(file))
        for (number, text) in [(1, "one\n"), (2, "two\n")] {
            try folder.scratch.write(file, text)
            let reset = try folder.run("reset", "1.04")
            #expect(reset.output.contains(".looplab/kept/01-one-thread/04-sleep.js.\(number)"), "\(reset)")
            #expect(folder.scratch.read(file) == starter)
            #expect(folder.scratch.read("work/.looplab/kept/01-one-thread/04-sleep.js.\(number)") == text)
        }
        try folder.scratch.write(file, "three\n")
        #expect(try folder.run("reset", "--undo", "1.04").exit == .code(0))
        #expect(folder.scratch.read(file) == "two\n")
        #expect(try folder.run("reset", "--undo", "1.04").exit == .code(0))
        #expect(folder.scratch.read(file) == "three\n")
        #expect(folder.scratch.read("work/.looplab/kept/01-one-thread/04-sleep.js.1") == "one\n")
    }

    // MARK: - From the first hint to the solution

    @Test func hintsComeOneAfterTheOther() throws {
        let folder = try ExerciseFolder()
        _ = try folder.run("start", "1.04")
        for level in [1, 2, 3, 3] {
            let hint = try folder.run("hint")
            #expect(hint.output.contains("Hint \(level) of 3"), "\(hint)")
            #expect(hint.output.contains("shows more") == (level < 3), "\(hint)")
        }
        let all = try folder.run("hint", "--all")
        #expect((1...3).allSatisfy { all.output.contains("Hint \($0) of 3") }, "\(all)")
        _ = try folder.run("reset")
        #expect(try folder.run("hint").output.contains("Hint 1 of 3"))
    }

    @Test func aSolutionIsShownAfterAPass() throws {
        let folder = try ExerciseFolder()
        let keys = ["script timer", "a", "80"]
        for (index, shown) in ["script", "waits there until", "80 ms"].enumerated() {
            let name = "1.0\(index + 1)"
            #expect(try folder.run("solution", name).exit == .code(1))
            #expect(try folder.run("check", name, "--answer", keys[index]).exit == .code(0))
            let solution = try folder.run("solution", name)
            #expect(solution.exit == .code(0) && solution.output.contains(shown), "\(solution)")
        }
        let list = try folder.run("list", "--state", "passed")
        #expect(list.output.contains("3 of 3"), "\(list)")
        #expect(try folder.run("next").output.contains("looplab start 1.04"))
        try folder.scratch.write(ExerciseFolder.files[3], ExerciseFolder.sleep)
        #expect(try folder.run("check", "1.04").exit == .code(0))
        let solution = try folder.run("solution", "1.04")
        #expect(solution.output.contains("setTimeout(resolve, ms)"), "\(solution)")
        #expect(try folder.run("next").output.contains("passed every exercise"))
        #expect(try folder.run("watch").output.contains("passed every exercise"))
    }

    @Test func whatWentWrongComesBack() throws {
        let folder = try ExerciseFolder()
        #expect(try folder.run("check", "1.02", "--answer", "b").exit == .code(1))
        let list = try folder.run("list", "--state", "tried")
        #expect(list.output.contains("1.02") && list.output.contains("1 attempt"), "\(list)")
        #expect(try folder.run("review").output.contains("Nothing is due"), "it is due on the next day")
        let store = try ProgressStore(path: folder.database, mode: .readWrite)
        let time = Timestamp(milliseconds: 1_772_357_400_000)
        try store.append(
            Attempt(
                course: "a-tiny-course", exercise: "01-one-thread/01-two-lines", kind: .predict, answer: "timer",
                verdict: .failed, duration: 1, concepts: ["call-stack"], started: time, ended: time, offset: 0,
                appVersion: "0.1.0"))
        let review = try folder.run("review")
        #expect(review.exit == .code(0), "\(review)")
        let reviewed = try folder.run("review", "--json")
        #expect(reviewed.exit == .code(0), "\(reviewed)")
    }
}
