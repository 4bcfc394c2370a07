// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// Ctrl-C and Ctrl-D at the prompt.
@Suite struct PromptInterruptTests {
    @Test(arguments: [
        ("an endless loop", "while (true) {}"),
        ("a loop that catches", "for (;;) { try { for (;;); } catch {} finally { continue } }"),
        ("microtasks", "(function again() { Promise.resolve().then(again) })()"),
        ("queued microtasks", "(function again() { queueMicrotask(again) })()"),
        ("ticks", "(function again() { process.nextTick(again) })()"),
        ("an async loop", "(async () => { for (;;) await null })()"),
        ("a top-level loop that awaits", "for (;;) await null"),
        ("a pending promise", "var i = setInterval(() => {}, 5); await new Promise(() => {})"),
        ("a long sleep", "await new Promise((r) => setTimeout(r, 1e8))"),
        ("a regular expression", "/(a+)+$/.test('a'.repeat(50) + 'b')"),
        ("a getter of the result", "({ [util.inspect.custom]() { for (;;); } })"),
        ("a proxy of the result", "new Proxy({}, { get() { for (;;); } }).x"),
        ("a sort", "[2, 1].sort(() => { for (;;); })"), ("a generator", "[...(function* () { for (;;); })()]"),
        ("an endless iterator", "Array.from((function* () { for (;;) yield 1 })(), () => { for (;;); })"),
    ])
    func stopsWhatRuns(name: String, input: String) throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("var kept = 41; const alsoKept = { a: 1 }; let k = 0; 0")
        try dialogue.begin("console.log('run' + 'ning'); " + input, untilShown: "running")
        #expect(try dialogue.interrupt().contains("Interrupted"), "\(dialogue.transcript)")
        #expect(try dialogue.enter("kept + alsoKept.a") == "42")
        #expect(try dialogue.enter("await new Promise((r) => setTimeout(r, 1, 'timers'))") == "'timers'")
        #expect(try dialogue.enter("await Promise.resolve('jobs')") == "'jobs'")
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func stopsATwiceEnteredLoopTwice() throws {
        let dialogue = try PromptDialogue()
        for number in 1...3 {
            try dialogue.begin("console.log('round \(number)'.toUpperCase()); for (;;);", untilShown: "ROUND \(number)")
            #expect(try dialogue.interrupt().contains("Interrupted"))
        }
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    @Test(arguments: [
        "for (;;);", "(function again() { Promise.resolve().then(again) })()",
        "(function again() { process.nextTick(again) })()",
    ])
    func stopsACallbackWhileAHalfTypedLineStands(loop: String) throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("var kept = 41; setTimeout(() => { console.log('spin' + 'ning'); \(loop) }, 100); 0")
        try dialogue.typeHalf("kept + ")
        try dialogue.terminal.wait(forText: "spinning")
        dialogue.terminal.press(.control("c"))
        try dialogue.terminal.wait(for: "word of it") { $0.text.contains("Interrupted") }
        // Whether the half line is kept or dropped, the next line must be whole.
        dialogue.terminal.press(.control("u"))
        try dialogue.waitForPrompt()
        #expect(try dialogue.enter("kept + 1") == "42")
        #expect(try dialogue.enter("await new Promise((r) => setTimeout(r, 1, 'timers'))") == "'timers'")
    }

    @Test func anInterruptedCallbackDoesNotCountAsTheWishToLeave() throws {
        let dialogue = try PromptDialogue()
        for number in 1...3 {
            try dialogue.enter("setTimeout(() => { console.log('spin', \(number) + 10); for (;;); }, 20); 0")
            try dialogue.terminal.wait(for: "it to spin") { screen in
                screen.text.contains("spin \(number + 10)") && screen.currentLine == ">"
            }
            try dialogue.interrupt()
        }
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    @Test func otherTimersOutliveAnInterrupt() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("var n = 0; var i = setInterval(() => { n++ }, 5); 0")
        try dialogue.begin("console.log('run' + 'ning'); for (;;);", untilShown: "running")
        try dialogue.interrupt()
        try dialogue.enter("n = 0")
        #expect(try dialogue.enter("await new Promise((r) => setTimeout(r, 40)); n > 1") == "true")
    }

    @Test func dropsALineAndGoesOn() throws {
        let dialogue = try PromptDialogue()
        try dialogue.typeHalf("throw new Error('never')")
        try dialogue.interrupt()
        #expect(!dialogue.transcript.contains("Uncaught"))
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    @Test func dropsAnUnfinishedInput() throws {
        let dialogue = try PromptDialogue()
        dialogue.terminal.type("var dropped = (\r")
        try dialogue.terminal.wait(for: "the next row") { $0.textBeforeCursor == "... " }
        try dialogue.interrupt()
        #expect(try dialogue.enter("typeof dropped") == "'undefined'")
    }

    @Test func twiceAtTheEmptyPromptLeaves() throws {
        let dialogue = try PromptDialogue()
        #expect(try dialogue.interrupt().contains("Ctrl-C again"))
        dialogue.terminal.press(.control("c"))
        #expect(try dialogue.terminal.waitForExit() == .code(0))
    }

    @Test func twiceWithSomethingBetweenStays() throws {
        let dialogue = try PromptDialogue()
        #expect(try dialogue.interrupt().contains("Ctrl-C again"))
        #expect(try dialogue.enter("1 + 1") == "2")
        #expect(try dialogue.interrupt().contains("Ctrl-C again"))
        try dialogue.typeHalf("x")
        try dialogue.interrupt()
        // The line was dropped, nobody asked to leave.
        #expect(try dialogue.enter("2 + 2") == "4")
    }

    @Test func controlDEndsOnAnEmptyLineOnly() throws {
        let dialogue = try PromptDialogue()
        try dialogue.typeHalf("12")
        dialogue.terminal.press(.control("d"))
        dialogue.terminal.type("+ 1\r")
        try dialogue.terminal.wait(forText: "\n13\n>")
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func controlDLeavesWhileTimersRun() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("setInterval(() => {}, 1); setTimeout(() => {}, 1e8); 0")
        #expect(try dialogue.leave() == .code(0))
    }

    @Test(arguments: [(SIGTERM, Int32(143)), (SIGHUP, Int32(129))])
    func signalsEndTheSessionAndRestoreTheTerminal(signal: Int32, code: Int32) throws {
        let dialogue = try PromptDialogue()
        dialogue.terminal.signal(signal)
        let exit = try dialogue.terminal.waitForExit()
        #expect(exit == .code(code) || exit == .signal(signal))
        #expect(!dialogue.terminal.screen.privateModes.contains(2004), "pastes would still be marked")
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func signalsEndASessionThatIsBusy(signal: Int32) throws {
        let dialogue = try PromptDialogue()
        try dialogue.begin("console.log('run' + 'ning'); for (;;);", untilShown: "running")
        dialogue.terminal.signal(signal)
        let exit = try dialogue.terminal.waitForExit()
        #expect(exit != .code(0), "\(exit)")
    }

    /// Ways to leave, typed once the prompt stands.
    @Test(arguments: [
        ("Ctrl-D", "\u{4}", 0), ("Ctrl-C twice", "\u{3}\u{3}", 0), (".exit", ".exit\r", 0),
        ("process.exit", "process.exit(3)\r", 3),
        ("exit in a timer", "setTimeout(() => process.exit(4), 300); 0\rhalf", 4),
        ("exit in a job", "Promise.resolve().then(() => process.exit(5))\r", 5),
        ("a signal", "process.kill ? process.kill(process.pid, 'SIGTERM') : process.exit(143)\r", 143),
        ("Ctrl-D in the editor", ".editor\r\u{4}\u{4}", 0), ("a dropped line", "half\u{3}.exit\r", 0),
    ])
    func theTerminalIsLeftAsItWas(name: String, keys: String, code: Int32) throws {
        let folder = try ScratchFolder()
        let terminal = try PseudoTerminal(columns: 200)
        // The shell gets the keyboard's signals too and must outlive them.
        let script = "trap : INT; stty -g; \"$LOOPLAB\"; echo \"left $?\"; stty -g"
        try terminal.start(
            "/bin/sh", ["-c", script], environment: ProgramProcess.environment([:], home: folder.path))
        try terminal.wait(for: "the prompt") { $0.textBeforeCursor == "> " }
        for key in keys {
            let shown = terminal.screen.transcript.count
            terminal.type(String(key))
            // Two Ctrl-C at once are one signal, so each is seen before the next key.
            guard key == "\u{3}" else { continue }
            try terminal.wait(for: "an answer") { screen in
                let isPrompt = screen.textBeforeCursor == "> " && screen.transcript.count > shown
                return isPrompt || screen.text.contains("left ")
            }
        }
        #expect(try terminal.waitForExit() == .code(0))
        let lines = terminal.screen.lines.filter { !$0.isEmpty }
        let modes = lines.filter { $0.contains(":") && $0.allSatisfy { $0.isHexDigit || $0 == ":" } }
        #expect(modes.count == 2 && modes.first == modes.last, "\(name): \(terminal.screen.text)")
        #expect(terminal.screen.text.contains("left \(code)\n"), "\(name): \(terminal.screen.text)")
        #expect(lines.contains("left \(code)"), "on a row of its own: \(terminal.screen.text)")
        #expect(!terminal.screen.privateModes.contains(2004) && terminal.screen.privateModes.contains(25))
    }

    @Test func runLeavesTheTerminalAsItWas() throws {
        let folder = try ScratchFolder()
        for program in ["console.log(1)", "throw new Error('x')", "process.exit(3)", "null.x", "for (;;);"] {
            let terminal = try PseudoTerminal(columns: 200)
            let script = "stty -g; \"$LOOPLAB\" run --timeout 1s -e \"$SOURCE\"; stty -g"
            let variables = ProgramProcess.environment(["SOURCE": program], home: folder.path)
            try terminal.start("/bin/sh", ["-c", script], environment: variables)
            #expect(try terminal.waitForExit() == .code(0))
            let modes = terminal.screen.lines.filter {
                $0.contains(":") && $0.allSatisfy { $0.isHexDigit || $0 == ":" }
            }
            #expect(modes.count == 2 && modes.first == modes.last, "\(terminal.screen.text)")
        }
    }

    @Test func runIsInterruptedFromTheKeyboard() throws {
        let folder = try ScratchFolder()
        let terminal = try PseudoTerminal()
        try terminal.start(
            ProgramProcess.executable, ["run", "-e", "console.log('running'); for (;;);"],
            environment: ProgramProcess.environment([:], home: folder.path))
        try terminal.wait(forText: "running")
        terminal.press(.control("c"))
        #expect(try terminal.waitForExit() == .code(130))
        #expect(terminal.screen.text == "running\n^C")
    }
}
