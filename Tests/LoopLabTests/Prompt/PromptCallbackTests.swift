// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// What callbacks print and throw while a line is being typed.
@Suite struct PromptCallbackTests {
    @Test func aTimerPrintsAboveAHalfTypedLine() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("var n = 0; var i = setInterval(() => { console.log('tick', ++n) }, 30); 0")
        try dialogue.typeHalf("Promise.race([sle")
        try dialogue.terminal.wait(for: "three ticks above the line") { screen in
            screen.text.contains("tick 3") && screen.textBeforeCursor == "> Promise.race([sle"
        }
        let lines = dialogue.terminal.screen.lines.filter { !$0.isEmpty }
        #expect(lines.filter { $0.contains("race") } == ["> Promise.race([sle"])
        dialogue.terminal.press(.control("u"))
        dialogue.terminal.type("clearInterval(i)\r")
        try dialogue.terminal.wait(forText: "> clearInterval(i)\nundefined\n>")
    }

    @Test(arguments: [40, 21])
    func aWrappedLineStaysWholeWithTheCursorInItsMiddle(columns: Int) throws {
        let dialogue = try PromptDialogue(columns: columns, rows: 24)
        try dialogue.enter("function say(t) { console.log(t) }")
        try dialogue.enter("setTimeout(say, 150, 'above'); 0")
        let line = "[" + String(repeating: "日本,é1,", count: 6) + "0]"
        dialogue.terminal.type(line)
        for _ in 0..<20 { dialogue.terminal.press(.left) }
        try dialogue.terminal.wait(for: "the output above the line") { screen in
            guard let row = screen.lines.firstIndex(of: "above") else { return false }
            let below = screen.lines[(row + 1)...].joined().replacing(" ", with: "")
            return below == (">" + line) && screen.cursor.row > row
        }
        dialogue.terminal.type("'here',")
        dialogue.terminal.press(.control("a"))
        dialogue.terminal.type("'")
        dialogue.terminal.press(.control("e"))
        dialogue.terminal.type("'.length\r")
        try dialogue.terminal.wait(for: "the result") { screen in
            screen.transcript.contains("\n\(line.count + 7)\n") || screen.transcript.contains("SyntaxError")
        }
    }

    @Test func outputWithoutANewlineIsKeptApart() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("setTimeout(() => process.stdout.write('part'), 60); 0")
        try dialogue.typeHalf("half")
        try dialogue.terminal.wait(for: "the output") {
            $0.text.contains("part\n> half") && $0.textBeforeCursor == "> half"
        }
    }

    @Test func errorsInCallbacksAreShownAndSurvived() throws {
        let dialogue = try PromptDialogue()
        for (index, input) in [
            "setTimeout(() => { throw new Error('E§') }, 1)", "setImmediate(() => { throw new Error('E§') })",
            "process.nextTick(() => { throw new Error('E§') })", "queueMicrotask(() => { throw new Error('E§') })",
            "Promise.reject(new Error('E§'))", "(async () => { await null; throw new Error('E§') })()",
            "new EventTarget().addEventListener('x', () => {}); setTimeout(() => Promise.reject(new Error('E§')), 1)",
            "var t = new EventTarget(); t.addEventListener('x', () => { throw Error('E§') });"
                + " t.dispatchEvent(new Event('x'))",
            "setTimeout(() => { throw 'E§' }, 1)", "Promise.reject('E§')",
        ].enumerated() {
            dialogue.terminal.type(input.replacing("§", with: "\(index)") + "\r")
            try dialogue.terminal.wait(for: "the error \(index)") { screen in
                screen.lines.contains { $0.hasPrefix("Uncaught ") && $0.contains("E\(index)") }
                    && screen.currentLine == ">"
            }
        }
        #expect(try dialogue.enter("'still ' + 'here'") == "'still here'")
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func errorsAppearAboveAHalfTypedLine() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("setTimeout(() => { throw new Error('late') }, 60); 0")
        try dialogue.typeHalf("half")
        try dialogue.terminal.wait(for: "the error") { screen in
            screen.text.contains("Uncaught Error: late") && screen.currentLine == "> half"
        }
        #expect(dialogue.terminal.screen.textBeforeCursor == "> half")
    }

    @Test func anIntervalGoesOnAfterItThrew() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("var n = 0; var i = setInterval(() => { n++; throw new Error('again ' + n) }, 5); 0")
        try dialogue.terminal.wait(forText: "again 3")
        dialogue.terminal.type("clearInterval(i)\r")
        try dialogue.terminal.wait(forText: "clearInterval(i)\nundefined\n>")
    }

    @Test func listenersOfTheProgramAreAsked() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("process.on('unhandledRejection', (r) => console.log('heard', r)); 0")
        dialogue.terminal.type("Promise.reject(1); 0\r")
        try dialogue.terminal.wait(forText: "heard 1")
        try dialogue.waitForPrompt()
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    @Test func gettersAndInspectorsMayThrow() throws {
        let dialogue = try PromptDialogue()
        #expect(try dialogue.enter("({ get a() { throw 1 } })").contains("[Getter]"))
        #expect(try dialogue.enter("({ [util.inspect.custom]() { throw new Error('shown') } })").contains("shown"))
        #expect(
            try dialogue.enter("throw { get stack() { throw 1 }, get message() { throw 2 } }").hasPrefix("Uncaught "))
        #expect(try dialogue.enter("throw new Proxy(function () {}, { get() { throw 1 } })").hasPrefix("Uncaught "))
        #expect(
            try dialogue.enter("(() => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy })()")
                == "<Revoked Proxy>")
        #expect(try dialogue.enter("Object.defineProperty(new Error('x'), 'stack', { get() { throw 1 } })") != "")
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    @Test func patchedPrototypesDoNotBreakTheSession() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("Array.prototype.extra = 1; Object.prototype.other = 2; 0")
        try dialogue.enter("Array.prototype.join = String.prototype.split = Map.prototype.get = null; 0")
        try dialogue.enter("delete globalThis.console; delete globalThis.process; 0")
        #expect(try dialogue.enter("[1, { a: 2 }]").contains("{ a: 2"))
        try dialogue.enter("Promise.prototype.then = null; 0")
        #expect(try dialogue.enter("1 + 1") == "2")
        #expect(try dialogue.enter("[1, { a: 2 }]").contains("{ a: 2"))
        #expect(try dialogue.enter("let kept = 3; kept") == "3")
        #expect(try dialogue.enter(".type kept") == "number")
        #expect(try dialogue.leave() == .code(0))
    }
}
