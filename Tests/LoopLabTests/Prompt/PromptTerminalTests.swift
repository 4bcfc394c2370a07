// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// History, completion, and terminals of other kinds and sizes.
@Suite struct PromptTerminalTests {
    // MARK: History

    @Test func theHistoryOutlivesASession() throws {
        let folder = try ScratchFolder()
        let first = try PromptDialogue(folder: folder)
        try first.enter("'one'")
        try first.enter("function f() {\n  return 1\n}")
        try first.enter("'日本'")
        #expect(try first.leave() == .code(0))
        #expect(folder.read("state/looplab/history") == "'one'\nfunction f() {\r  return 1\r}\n'日本'\n")
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/state/looplab/history")
        #expect(mode[.posixPermissions] as? Int == 0o600)
        let second = try PromptDialogue(folder: folder)
        second.terminal.press(.up)
        try second.terminal.wait(for: "the last entry") { $0.currentLine == "> '日本'" }
        second.terminal.press(.up)
        try second.terminal.wait(for: "the entry of three rows") {
            $0.text.hasSuffix("> function f() {\n  return 1\n}")
        }
        second.terminal.press(.enter)
        try second.terminal.wait(forText: "\nundefined\n>")
        #expect(try second.enter("f()") == "1")
    }

    @Test func theHistoryIsWrittenBeforeAnInputRuns() throws {
        let folder = try ScratchFolder()
        let first = try PromptDialogue(folder: folder)
        first.terminal.type("process.exit(2)\r")
        #expect(try first.terminal.waitForExit() == .code(2))
        #expect(folder.read("state/looplab/history") == "process.exit(2)\n")
    }

    @Test func twoSessionsShareAHistory() throws {
        let folder = try ScratchFolder()
        let (one, two) = (try PromptDialogue(folder: folder), try PromptDialogue(folder: folder))
        try one.enter("'from one'")
        try two.enter("'from two'")
        try one.enter("'one again'")
        #expect(folder.read("state/looplab/history") == "'from one'\n'from two'\n'one again'\n")
    }

    @Test(arguments: [
        ("a folder in its place", "mkdir -p state/looplab/history"), ("a file above it", "touch state"),
        ("a link to itself", "mkdir -p state/looplab; ln -s history state/looplab/history"),
        ("a full device", "mkdir -p state/looplab; ln -s /dev/full state/looplab/history"),
    ])
    func aHistoryThatCannotBeKeptIsToldOnce(name: String, script: String) throws {
        let folder = try ScratchFolder()
        _ = try ProgramProcess(shell: script, folder: folder).finish()
        let dialogue = try PromptDialogue(folder: folder)
        #expect(try dialogue.enter("1 + 1").hasSuffix("2"))
        #expect(try dialogue.enter("2 + 2") == "4")
        let warnings = dialogue.transcript.replacing("\n", with: "").components(separatedBy: "The history ").count - 1
        #expect(warnings == 1, "\(dialogue.transcript)")
        dialogue.terminal.press(.up)
        try dialogue.terminal.wait(for: "the last input") { $0.currentLine == "> 2 + 2" }
        dialogue.terminal.press(.control("u"))
        try dialogue.waitForPrompt()
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func aDamagedHistoryIsReadAsFarAsItGoes() throws {
        let folder = try ScratchFolder()
        try folder.write("state/looplab/history", [0xFF, 0xFE, 0x00, 0x0A] + Array("'good'\n\u{1B}[31mred\n".utf8))
        let dialogue = try PromptDialogue(folder: folder)
        dialogue.terminal.press(.up, .up)
        try dialogue.terminal.wait(for: "the good entry") { $0.currentLine == "> 'good'" }
    }

    @Test func withoutAHomeThereIsNoHistory() throws {
        let dialogue = try PromptDialogue(environment: ["HOME": "", "XDG_STATE_HOME": ""])
        #expect(try dialogue.enter("1 + 1") == "2")
        #expect(try dialogue.leave() == .code(0))
    }

    // MARK: Completion

    @Test(arguments: [
        ("structuredCl", "structuredClone"), ("console.tab", "console.table"), ("process.next", "process.nextTick"),
        (".que", ".queues"), (".cl", ".cl"), (".le", ".lesson"), (".pre", ".predict"), ("mine.inn", "mine.inner"),
        ("mine.inner.de", "mine.inner.deep"),
        ("myLexi", "myLexical"), ("awaitedN", "awaitedName"), ("let x = myLexi", "let x = myLexical"),
        ("f(mine.inn", "f(mine.inner"), ("mine?.inn", "mine?.inner"), ("util.inhe", "util.inherits"),
        ("myClass.stat", "myClass.static1"), ("inst", "instanceof"), ("nothing.x", "nothing.x"), ("null.x", "null.x"),
        ("thrower.x.y", "thrower.x.y"), ("", ""), ("日本.le", "日本.length"),
    ])
    func tabCompletes(typed: String, shown: String) throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter(
            "var mine = { inner: { deep: 1 } }; const myLexical = 1; class myClass { static static1 }; 0")
        try dialogue.enter("const awaitedName = await 1; var thrower = { get x() { throw 1 } }; var 日本 = 'a'; 0")
        dialogue.terminal.type(typed + "\t")
        // A key that can only come after it shows that Tab is done.
        dialogue.terminal.type("\u{B7}")
        try dialogue.terminal.wait(for: "the mark") { $0.currentLine.hasSuffix("\u{B7}") }
        let rest = dialogue.terminal.screen.currentLine.dropFirst(2)
        if typed == "" || typed == ".cl" { return #expect(rest.hasPrefix(typed)) }
        if shown == "structuredClone" || rest.hasPrefix(shown) { #expect(rest == shown + "\u{B7}") }
        #expect(rest.hasPrefix(shown), "\(rest)")
    }

    @Test func tabListsWhatIsPossible() throws {
        let dialogue = try PromptDialogue()
        dialogue.terminal.type(".\t\t")
        try dialogue.terminal.wait(for: "the list") { screen in
            [
                ".back", ".clear", ".clock", ".editor", ".exit", ".help", ".lesson", ".load", ".next", ".predict",
                ".queues",
                ".quit", ".run", ".save", ".skip", ".step", ".type",
            ].allSatisfy(screen.text.contains)
        }
        dialogue.terminal.press(.control("u"))
        dialogue.terminal.type("\t\t")
        // Hundreds of names, in a bounded number of rows or behind a question, which "n" answers.
        dialogue.terminal.press(.control("u"))
        dialogue.terminal.type("n")
        dialogue.terminal.press(.control("u"))
        dialogue.terminal.type("1 + 1\r")
        try dialogue.terminal.wait(forText: "1 + 1\n2\n>")
    }

    @Test func completionRunsNoCallsAndKeepsTheLastResult() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("var calls = 0; function effect() { calls++; return { name: 1 } } 'last'")
        dialogue.terminal.type("effect().na\t")
        dialogue.terminal.press(.control("u"))
        try dialogue.waitForPrompt()
        dialogue.terminal.type("calls\r")
        try dialogue.terminal.wait(forText: "> calls\n0\n>")
        dialogue.terminal.type("console.lo\t")
        try dialogue.terminal.wait(for: "the name") { $0.currentLine == "> console.log" }
        dialogue.terminal.press(.control("u"))
        try dialogue.waitForPrompt()
        #expect(try dialogue.enter("_") == "0")
    }

    @Test func aGetterThatNeverEndsDoesNotHangCompletion() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("var slow = { get x() { console.log('getter'); for (;;); } }; 0")
        dialogue.terminal.type("slow.x.a\t")
        try dialogue.terminal.wait(for: "the getter") { $0.lines.contains("getter") }
        dialogue.terminal.type("\u{3}")
        try dialogue.terminal.wait(forText: "Interrupted.")
        dialogue.terminal.press(.control("u"))
        try dialogue.waitForPrompt()
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    // MARK: Terminals

    @Test(arguments: [(40, 10), (20, 5), (10, 3), (200, 60)])
    func smallAndLargeTerminalsWork(columns: Int, rows: Int) throws {
        let dialogue = try PromptDialogue(columns: columns, rows: rows)
        dialogue.terminal.type("1+1\r")
        try dialogue.terminal.wait(forText: "> 1+1\n2\n>")
        dialogue.terminal.type("'" + String(repeating: "ab", count: 20) + "'.length\r")
        try dialogue.terminal.wait(forText: "\n42\n>".replacing("42", with: "40"))
        dialogue.terminal.type("setTimeout(()=>{console.log('up')},60);0\r")
        try dialogue.terminal.wait(for: "the prompt") { $0.currentLine == ">" }
        try dialogue.typeHalf("hal")
        try dialogue.terminal.wait(forText: "up\n> hal")
        dialogue.terminal.press(.control("u"))
        dialogue.terminal.type(".queues\r")
        try dialogue.terminal.wait(for: "the prompt") { $0.currentLine == ">" && $0.transcript.contains("check") }
        dialogue.terminal.type(".exit\r")
        #expect(try dialogue.terminal.waitForExit() == .code(0))
    }

    @Test func aResizeKeepsTheHalfTypedLine() throws {
        let dialogue = try PromptDialogue()
        try dialogue.typeHalf("'0123456789012345678901234567890123456789'.len")
        dialogue.terminal.resize(columns: 30, rows: 20)
        dialogue.terminal.type("gth\r")
        try dialogue.terminal.wait(forText: "\n40\n>")
    }

    @Test(arguments: ["dumb", "nosuchterminal", "", "vt100", "linux", "screen-256color", "xterm"])
    func everyKindOfTerminalWorks(name: String) throws {
        let folder = try ScratchFolder()
        let terminal = try PseudoTerminal()
        try terminal.start(
            ProgramProcess.executable, [],
            environment: ProgramProcess.environment(["TERM": name, "NO_COLOR": "1"], home: folder.path))
        try terminal.wait(for: "the prompt") { $0.textBeforeCursor == "> " }
        terminal.type("1 + 1\r")
        try terminal.wait(forText: "\n2\n>")
        terminal.type("f = (\r")
        try terminal.wait(for: "the next row") { $0.textBeforeCursor == "... " }
        terminal.type("5)\r")
        try terminal.wait(forText: "\n5\n>")
        terminal.type("console.log('run' + 'ning'); for (;;);\r")
        try terminal.wait(forText: "\nrunning")
        terminal.press(.control("c"))
        try terminal.wait(forText: "Interrupted")
        try terminal.wait(for: "the prompt") { $0.textBeforeCursor == "> " }
        if name == "dumb" { #expect(!terminal.output.contains(0x1B), "no escape sequences") }
        terminal.press(.control("d"))
        #expect(try terminal.waitForExit() == .code(0))
    }

    @Test func aLocaleWithoutUTF8GetsASCII() throws {
        let dialogue = try PromptDialogue(environment: ["LANG": "C", "LC_ALL": "C"])
        #expect(dialogue.transcript.utf8.allSatisfy { $0 < 0x80 }, "\(dialogue.transcript)")
        try dialogue.enter("setTimeout(() => {}, 1e8); setTimeout(() => {}, 2e8); 0")
        #expect(try dialogue.enter(".queues").utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func theTourOpensALessonAndIsAPrompt() throws {
        let dialogue = try PromptDialogue("learn", rows: 40)
        #expect(dialogue.transcript.contains(" 1.1 One lane   step 1 of "), "\(dialogue.transcript)")
        #expect(dialogue.terminal.screen.scrollback.isEmpty)
        #expect(try dialogue.enter(".next").contains("step 2 of "))
        #expect(try dialogue.enter("1 + 1").hasSuffix("2"))
    }
}
