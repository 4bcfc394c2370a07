// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab watch` on a terminal, with an editor that saves files.
///
/// Not under a sanitizer, where no sandbox can be had: sanitizers map memory that its limits do not allow.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct WatchTests {
    private let before: termios

    init() throws { before = try PseudoTerminal().modes }

    private func expectRestored(_ terminal: PseudoTerminal) {
        let after = terminal.modes
        #expect(after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag && after.c_oflag == before.c_oflag)
        #expect(terminal.screen.mainGrid == nil && !terminal.output.contains(Array("\u{1B}[?1049h".utf8)))
        #expect(terminal.screen.cursor.column == 0, "what follows begins on a row of its own")
    }

    // MARK: - Saving

    @Test func aWrongAnswerThenARightOneThenTheNextExercise() throws {
        let watch = try WatchDialogue()
        #expect(watch.terminal.screen.line(0).contains("1.01  Two lines"))
        #expect(watch.terminal.screen.line(0).hasSuffix("0 of 4 in One thread"))
        #expect(watch.terminal.modes.c_lflag & tcflag_t(ICANON | ECHO) == 0)
        try watch.answer(0, "timer script", untilShown: "Line 1 of the output is different")
        #expect(watch.terminal.screen.text.contains("saved "))
        #expect(!watch.terminal.screen.text.contains("Lines to put in order"), "the screen begins anew")
        try watch.answer(0, "  script   timer", untilShown: "goes on with 1.02  Which queue")
        #expect(watch.terminal.screen.line(0).hasSuffix("1 of 4 in One thread"))
        try watch.press("n", untilShown: "02-which-queue.txt")
        #expect(watch.terminal.screen.text.contains("Where does a callback"))
        watch.terminal.type("q")
        #expect(try watch.end() == .code(0))
        expectRestored(watch.terminal)
        #expect(try watch.folder.answers() == ["timer\nscript", "script\ntimer"])
        #expect(watch.folder.scratch.read("work/.looplab/current") == "01-one-thread/02-which-queue\n")
    }

    @Test func programsAreCheckedOnEachSave() throws {
        let watch = try WatchDialogue("1.04")
        try watch.save(ExerciseFolder.atOnce, untilShown: "0 of 10 points · not right yet · saved ")
        try watch.save("const {sleep} = 1 2\n", untilShown: "SyntaxError: Unexpected token")
        try watch.save("for (;;) {}\n", untilShown: "stopped: a loop")
        // What an editor has emptied before it writes it is nobody's answer.
        try watch.save("\n", untilShown: "Work in  01-one-thread/04-sleep.js")
        try watch.save(ExerciseFolder.sleep, untilShown: "10 of 10 points · passed · saved ")
        watch.terminal.type("q")
        #expect(try watch.end() == .code(0))
        let answers = try watch.folder.answers()
        #expect(answers == [ExerciseFolder.atOnce, "const {sleep} = 1 2\n", "for (;;) {}\n", ExerciseFolder.sleep])
    }

    @Test func aSaveDuringACheckIsNotLost() throws {
        let watch = try WatchDialogue("1.04")
        try watch.folder.scratch.write(ExerciseFolder.files[3], "for (;;) {}\n")
        try watch.terminal.wait(forText: "checking 01-one-thread/04-sleep.js")
        try watch.save(ExerciseFolder.sleep, untilShown: "10 of 10 points")
        watch.terminal.type("q")
        #expect(try watch.end() == .code(0))
        #expect(try watch.folder.answers() == ["for (;;) {}\n", ExerciseFolder.sleep])
    }

    @Test func theSameAnswerIsKeptOnceUnlessSomebodyAsks() throws {
        let watch = try WatchDialogue("1.02")
        try watch.answer(1, "b", untilShown: "runs right now")
        try watch.answer(1, "b\n\n", untilShown: "runs right now")
        try watch.press("n", untilShown: "1.03  How long")
        try watch.answer(1, " b", untilShown: "runs right now")
        watch.terminal.type("q")
        #expect(try watch.end() == .code(0))
        #expect(try watch.folder.answers() == ["b"])
        let again = try WatchDialogue("1.02", folder: watch.folder)
        #expect(again.terminal.screen.text.contains("runs right now"), "what the file holds is shown")
        try again.press("rd", untilShown: "runs right now")
        again.terminal.type("q")
        #expect(try again.end() == .code(0))
        #expect(try watch.folder.answers() == ["b", "b"])
    }

    @Test func savingAnotherFileGoesThere() throws {
        let watch = try WatchDialogue("1.01")
        try watch.answer(2, "80", untilShown: "Right: 80 ms")
        #expect(watch.terminal.screen.line(0).contains("1.03  How long"))
        try watch.save(ExerciseFolder.atOnce, untilShown: "0 of 10 points")
        // What nobody has worked on is not gone to, nor what is no exercise.
        try watch.folder.scratch.write("work/01-one-thread/notes.txt", "notes")
        try watch.folder.scratch.write(ExerciseFolder.files[1], "# emptied\n")
        try watch.save(ExerciseFolder.sleep, untilShown: "10 of 10 points")
        watch.terminal.type("q")
        #expect(try watch.end() == .code(0))
        #expect(try watch.folder.answers() == ["80.0", ExerciseFolder.atOnce, ExerciseFolder.sleep])
    }

    @Test func whatIsNoAnswerIsNoAttempt() throws {
        let watch = try WatchDialogue("1.01")
        try watch.answer(0, "script rocket", untilShown: "no line \"rocket\"")
        try watch.answer(0, "script", untilShown: "1 of 2 lines; missing: timer")
        try watch.answer(0, "", untilShown: "Lines to put in order")
        try watch.folder.scratch.write(ExerciseFolder.files[0], [0xFF, 0x0A])
        try watch.wait(for: "UTF-8")
        unlink(watch.folder.scratch.path + "/" + ExerciseFolder.files[0])
        try watch.press("r", untilShown: "There is no 01-one-thread/01-two-lines.txt any more")
        _ = try watch.folder.run("reset", "1.01")
        try watch.wait(for: "Lines to put in order")
        try watch.answer(0, "script timer", untilShown: "Right")
        watch.terminal.type("q")
        #expect(try watch.end() == .code(0))
        #expect(try watch.folder.answers() == ["script\ntimer"])
    }

    @Test func aMissingFileIsMadeAgain() throws {
        let folder = try ExerciseFolder()
        unlink(folder.scratch.path + "/" + ExerciseFolder.files[3])
        let watch = try WatchDialogue("1.04", folder: folder)
        #expect(folder.scratch.read(ExerciseFolder.files[3])?.contains("function sleep") == true)
        watch.terminal.type("q")
        #expect(try watch.end() == .code(0))
    }

    // MARK: - Keys

    @Test func eachKeyDoesWhatItSays() throws {
        let watch = try WatchDialogue("1.04")
        try watch.press("?", untilShown: "leave; your answers are kept")
        try watch.press("d", untilShown: "no answer yet")
        try watch.press("h", untilShown: "Hint 1 of 3")
        try watch.press("H", untilShown: "Hint 2 of 3")
        try watch.press("l", untilShown: "looplab list  shows all tracks.")
        #expect(watch.terminal.screen.text.contains("▶ · 1.04  Sleep"))
        // Neither arrows, nor Enter, nor letters that are no keys, nor what was pasted with a letter beyond ASCII.
        let shown = watch.terminal.screen.transcript
        watch.terminal.press(.left, .down, .home, .enter)
        watch.terminal.type("\u{1B}OQ\u{1B}[1;5Dxyzü")
        try watch.press("r", untilShown: "0 of 10 points")
        #expect(!watch.terminal.screen.transcript.dropFirst(shown.count).contains("Hint"))
        try watch.press("n", untilShown: "1.01  Two lines")
        for _ in 0..<3 { watch.terminal.type("n") }
        try watch.wait(for: "Work in  01-one-thread/04-sleep.js")
        watch.terminal.press(.control("d"))
        #expect(try watch.end() == .code(0))
        expectRestored(watch.terminal)
        #expect(try watch.folder.answers() == [], "what looplab init wrote is nobody's answer")
    }

    @Test func whatIsTypedDuringACheckIsNotLost() throws {
        let watch = try WatchDialogue("1.04")
        try watch.folder.scratch.write(ExerciseFolder.files[3], "for (;;) {}\n")
        try watch.terminal.wait(forText: "checking")
        watch.terminal.type("hq")
        #expect(try watch.end() == .code(0))
        #expect(watch.terminal.screen.transcript.contains("Hint 1 of 3"))
        #expect(watch.terminal.screen.transcript.contains("stopped: a loop"))
    }

    // MARK: - Leaving

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT], [false, true])
    func aSignalLeavesTheTerminalSane(signal: Int32, duringACheck: Bool) throws {
        let watch = try WatchDialogue("1.04")
        if duringACheck {
            try watch.folder.scratch.write(ExerciseFolder.files[3], "for (;;) {}\n")
            try watch.terminal.wait(forText: "checking")
        }
        watch.terminal.signal(signal)
        #expect(try watch.end() == .code(128 + signal))
        expectRestored(watch.terminal)
        // A program that was stopped by a signal has not been judged; SIGQUIT waits until it is.
        #expect(try watch.folder.answers().count == (duringACheck && signal == SIGQUIT ? 1 : 0))
    }

    @Test func controlCLeaves() throws {
        let watch = try WatchDialogue("1.01")
        watch.terminal.press(.control("c"))
        #expect(try watch.end() == .code(128 + SIGINT))
        expectRestored(watch.terminal)
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGTRAP]) func aCrashLeavesTheTerminalSane(signal: Int32) throws {
        // Swift's own report of the crash would take its time.
        let watch = try WatchDialogue("1.04", environment: ["SWIFT_BACKTRACE": "enable=no"])
        // After the engine has started, which has handlers of its own.
        try watch.save(ExerciseFolder.atOnce, untilShown: "0 of 10 points")
        watch.terminal.signal(signal)
        #expect(try watch.end() == .signal(signal))
        expectRestored(watch.terminal)
    }

    @Test func controlZGivesTheTerminalToTheShell() throws {
        let folder = try ExerciseFolder()
        let terminal = try PseudoTerminal(rows: 40)
        try terminal.start(
            "/bin/sh", ["-i"],
            environment: ProgramProcess.environment(
                folder.environment(["PS1": "shell> "]), home: folder.scratch.path),
            directory: folder.scratch.path + "/work")
        try terminal.wait(forText: "shell>")
        terminal.type("\(ProgramProcess.executable) watch 1.01\r")
        try terminal.wait(for: "the watch") { $0.text.contains("? keys") && $0.currentLine.isEmpty }
        // The second time with a key before it: the modes that a shell gives back must not become the normal ones.
        for key in ["", "h"] {
            terminal.type(key)
            if !key.isEmpty { try terminal.wait(forText: "Hint 1 of 3") }
            terminal.press(.control("z"))
            try terminal.wait(for: "the shell") { $0.currentLine.hasSuffix("shell>") }
            terminal.type("clear; stty -a | grep -c -- ' icanon'\r")
            try terminal.wait(for: "the shell's modes") { $0.lines.contains("1") }
            terminal.type("fg\r")
            try terminal.wait(for: "the watch again") { screen in
                screen.line(0).contains("1.01") && screen.currentLine.isEmpty && screen.text.contains("? keys")
            }
        }
        terminal.type("q")
        try terminal.wait(for: "the shell again") { $0.currentLine.hasSuffix("shell>") }
        terminal.type("exit\r")
        _ = try terminal.waitForExit()
    }

    // MARK: - Terminals

    @Test func theSizeMayChange() throws {
        let watch = try WatchDialogue("1.04")
        try watch.save(ExerciseFolder.atOnce, untilShown: "0 of 10 points")
        for (columns, rows) in [(200, 50), (40, 30), (24, 40), (80, 40)] {
            watch.terminal.resize(columns: columns, rows: rows, reflowing: false)
            try watch.terminal.wait(for: "\(columns) columns") { screen in
                screen.line(0).contains("1.04  Sleep") && screen.text.contains("? keys")
                    && screen.lines.filter { $0.contains("points") }.allSatisfy { $0.count <= columns }
                    && (columns < 60) != screen.line(0).contains("in One thread")
            }
        }
        watch.terminal.type("q")
        #expect(try watch.end() == .code(0))
    }

    @Test func anotherLocaleGetsASCII() throws {
        let folder = try ExerciseFolder()
        try folder.answer(1, "b")
        let watch = try WatchDialogue("1.02", folder: folder, environment: ["LANG": "C", "LC_ALL": "C"])
        try watch.press("l", untilShown: "> x 1.02  Which queue")
        watch.terminal.type("q")
        #expect(try watch.end() == .code(0))
        #expect(watch.terminal.output.allSatisfy { $0 < 128 })
    }

    @Test func aDumbTerminalIsNotCleared() throws {
        let watch = try WatchDialogue("1.02", environment: ["TERM": "dumb"])
        try watch.answer(1, "b", untilShown: "runs right now")
        watch.terminal.type("q")
        #expect(try watch.end() == .code(0))
        #expect(!watch.terminal.output.contains(0x1B))
        #expect(watch.terminal.screen.transcript.contains("Where does a callback"))
        expectRestored(watch.terminal)
    }
}
