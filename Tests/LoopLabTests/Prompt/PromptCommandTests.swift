// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// The dot commands.
@Suite struct PromptCommandTests {
    @Test func helpListsTheCommandsInEightyColumns() throws {
        let dialogue = try PromptDialogue(rows: 40)
        let help = try dialogue.enter(".help")
        for command in [
            "help", "lesson", "next", "back", "run", "skip", "quit", "predict", "queues", "type", "clock", "load",
            "save",
            "editor", "clear", "exit",
        ] {
            #expect(help.contains(".\(command)"), "\(command)")
        }
        #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func aWordThatIsNoCommandIsTold() throws {
        let dialogue = try PromptDialogue()
        #expect(try dialogue.enter(".nosuch") == "There is no command .nosuch; .help lists them.")
        #expect(try dialogue.enter(".\u{65E5}").contains("There is no command"))
        #expect(try dialogue.enter("...[1]").contains("SyntaxError"))
        #expect(try dialogue.enter(".5 + .5") == "1")
        #expect(try dialogue.enter("[1, 2]\n.length") == "2" || dialogue.transcript.contains("There is no command"))
    }

    @Test func aFileIsLoaded() throws {
        let dialogue = try PromptDialogue()
        try dialogue.folder.write("a.js", "const loaded = 5;\nfunction twice() {\n  return loaded * 2;\n}\n")
        try dialogue.enter(".load a.js")
        #expect(try dialogue.enter("twice()") == "10")
        try dialogue.folder.write("await.js", "const awaited = await Promise.resolve(3)\n")
        try dialogue.enter(".load await.js")
        #expect(try dialogue.enter("awaited") == "3")
        #expect(try dialogue.enter(".load  a b.js").contains("cannot read a b.js: No such file"))
        #expect(try dialogue.enter(".load").contains(".load FILE"))
        #expect(try dialogue.enter(".load .").contains("directory"))
        try dialogue.folder.write("latin.js", [0xFF])
        #expect(try dialogue.enter(".load latin.js").contains("UTF-8"))
        try dialogue.folder.write("bad.js", "let ok = 1\nlet let = 2")
        #expect(try dialogue.enter(".load bad.js").contains("SyntaxError"))
        try dialogue.folder.write("bom.js", "\u{FEFF}#!/usr/bin/env node\r\nvar withBOM = 1\r\n")
        try dialogue.enter(".load bom.js")
        #expect(try dialogue.enter("typeof withBOM") == "'number'" || dialogue.transcript.contains("SyntaxError"))
        try dialogue.folder.write("empty.js", "")
        #expect(!(try dialogue.enter(".load empty.js")).contains("cannot"))
        try dialogue.folder.write("hash.js", "#!/usr/bin/env node\nvar withHashbang = 1\n")
        try dialogue.enter(".load hash.js")
        #expect(try dialogue.enter("withHashbang") == "1")
        try dialogue.folder.write("dot.js", ".5 + 1")
        #expect(try dialogue.enter(".load dot.js") == "1.5")
        try dialogue.folder.write("self.js", ".load self.js")
        #expect(try dialogue.enter(".load self.js").contains("SyntaxError"))
    }

    @Test func inputsAreSaved() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("const a = 1")
        try dialogue.enter("function f() {\n  return a\n}")
        try dialogue.enter("nothing")
        #expect(try dialogue.enter(".save out.js").contains("out.js"))
        let saved = dialogue.folder.read("out.js") ?? ""
        #expect(saved.hasPrefix("const a = 1\nfunction f() {\n  return a\n}\n"), "\(saved)")
        #expect(!saved.contains(".save"))
        #expect(try dialogue.enter(".save").contains(".save FILE"))
        #expect(try dialogue.enter(".save .").contains("cannot write"))
        #expect(try dialogue.enter(".save no/such/folder.js").contains("cannot write"))
        #expect(try dialogue.enter(".save /dev/full").contains("cannot write"))
        #expect(try dialogue.enter("a") == "1")
    }

    @Test func theEditorTakesSeveralLines() throws {
        let dialogue = try PromptDialogue()
        dialogue.terminal.type(".editor\r")
        try dialogue.terminal.wait(forText: "Ctrl-D")
        dialogue.terminal.type("const a = 1\rconst b = a +\r1\rconsole.log('edited', b)\r")
        try dialogue.terminal.wait(for: "a new row") {
            $0.text.hasSuffix("console.log('edited', b)") && $0.textBeforeCursor == ""
        }
        #expect(!dialogue.transcript.contains("edited 2"))
        dialogue.terminal.press(.control("d"))
        try dialogue.terminal.wait(forText: "edited 2\nundefined\n>")
        dialogue.terminal.type(".editor\rconst dropped = 1\r")
        try dialogue.terminal.wait(for: "a new row") {
            $0.text.hasSuffix("const dropped = 1") && $0.textBeforeCursor == ""
        }
        try dialogue.interrupt()
        #expect(try dialogue.enter("typeof dropped") == "'undefined'")
        dialogue.terminal.type(".editor\r")
        dialogue.terminal.press(.control("d"))
        try dialogue.waitForPrompt()
        dialogue.terminal.type(".editor\r.help\r")
        try dialogue.terminal.wait(for: "a new row") { $0.text.hasSuffix("\n.help") && $0.textBeforeCursor == "" }
        dialogue.terminal.press(.control("d"))
        try dialogue.waitForPrompt()
        #expect(try dialogue.enter("b") == "2")
    }

    @Test func clearBeginsAfresh() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("const a = 1; var n = 0; setInterval(() => console.log('old timer'), 5); 0")
        dialogue.terminal.type(".clear\r")
        try dialogue.terminal.wait(for: "word of it") { $0.text.contains("fresh") && $0.currentLine == ">" }
        let length = dialogue.transcript.count
        #expect(try dialogue.enter("typeof a + typeof n") == "'undefinedundefined'")
        #expect(try dialogue.enter("await new Promise((r) => setTimeout(r, 30, 'later'))") == "'later'")
        #expect(!dialogue.transcript.dropFirst(length).contains("old timer"))
        #expect(try dialogue.enter("const a = 2; a") == "2")
        for _ in 0..<20 { try dialogue.enter(".clear") }
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    @Test func queuesShowWhatWaits() throws {
        let dialogue = try PromptDialogue(rows: 40)
        let empty = try dialogue.enter(".queues")
        for name in ["ticks", "microtasks", "timers", "poll", "check", "close"] {
            #expect(empty.contains(name), "\(name)")
        }
        #expect(empty.contains("timers     0"))
        try dialogue.enter("setTimeout(() => {}, 1e8); setInterval(() => {}, 2e8).unref(); 0")
        let full = try dialogue.enter(".queues")
        #expect(full.contains("timers     2"), "\(full)")
        #expect(full.contains("setTimeout@REPL1:1") && full.contains(" every 20000"), "\(full)")
        try dialogue.enter("for (let i = 0; i < 100; i++) setTimeout(() => {}, 1e8 + i); 0")
        let many = try dialogue.enter(".queues")
        #expect(many.contains("timers     102") && many.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(many)")
    }

    @Test func typesAreDescribed() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("let ran = 0; const p = Promise.reject(new Error('quiet')); p.catch(() => {}); 0")
        try dialogue.enter("const no = () => { throw new Error('trap') }; 0")
        try dialogue.enter("const trap = new Proxy({}, { get: no, getPrototypeOf: no }); 0")
        for (expression, shown) in [
            ("1", "number"), ("'a'", "string"), ("null", "null"), ("undefined", "undefined"), ("Symbol()", "symbol"),
            ("[]", "Array"), ("new Map", "Map"), ("Promise.resolve(1)", "fulfilled"), ("p", "rejected"),
            ("new Promise(() => {})", "pending"), ("() => {}", "function"), ("{ a: 1 }", "object"),
            ("Object.create(null)", "no prototype"),
            ("{ then() {} }", "thenable"), ("(async function* () {})()", "async iterable"), ("1n", "bigint"),
            ("nothing", "Uncaught ReferenceError"), ("1 +", "SyntaxError"), ("(ran = 1)", "number"),
            ("trap", "Uncaught"),
        ] {
            let answer = try dialogue.enter(".type \(expression)")
            #expect(answer.contains(shown) && answer != "", "\(expression): \(answer)")
        }
        #expect(try dialogue.enter(".type").contains(".type "))
        try dialogue.begin(".type (console.log('run' + 'ning'), (() => { for (;;); })())", untilShown: "running")
        try dialogue.interrupt()
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    @Test func virtualTimePassesOnlyWhenAsked() throws {
        let dialogue = try PromptDialogue()
        #expect(try dialogue.enter(".clock").contains("system"))
        #expect(try dialogue.enter(".clock 500ms").contains("cannot be moved"))
        #expect(try dialogue.enter(".clock virtual").contains("virtual"))
        try dialogue.enter("setTimeout(() => console.log('after a second'), 1000); 0")
        try dialogue.enter("var n = 0; var i = setInterval(() => n++, 100); 0")
        #expect(try dialogue.enter("await 1; n") == "0")
        #expect(try dialogue.enter(".clock 500ms") == "clock: 500 ms")
        #expect(try dialogue.enter("n") == "5")
        #expect(try dialogue.enter(".clock 1s") == "after a second\nclock: 1500 ms")
        #expect(try dialogue.enter(".clock").contains("1500 ms"))
        #expect(
            try dialogue.enter("clearInterval(i); await new Promise((r) => setTimeout(r, 864e5, 'next day'))")
                == "'next day'")
        #expect(try dialogue.enter(".clock soon").contains(".clock takes"))
        #expect(try dialogue.enter(".clock -1s").contains(".clock takes"))
        #expect(try dialogue.enter(".clock virtual") == "")
        #expect(try dialogue.enter("typeof n") == "'number'")
        try dialogue.enter(".clock system")
        #expect(try dialogue.enter("typeof n") == "'undefined'")
        #expect(try dialogue.enter(".clock").contains("system"))
    }

    @Test func movingVirtualTimeCanBeInterrupted() throws {
        let dialogue = try PromptDialogue("--clock", "virtual")
        try dialogue.enter("setInterval(() => {}, 1); setTimeout(() => console.log('mov' + 'ing'), 1); 0")
        try dialogue.begin(".clock 100000h", untilShown: "moving")
        #expect(try dialogue.interrupt().contains("Interrupted"))
        #expect(try dialogue.enter("1 + 1") == "2")
        try dialogue.enter("setTimeout(() => { console.log('spin' + 'ning'); for (;;); }, 5); 0")
        try dialogue.begin(".clock 10ms", untilShown: "spinning")
        #expect(try dialogue.interrupt().contains("Interrupted"))
        #expect(try dialogue.enter("2 + 2") == "4")
        try dialogue.enter("setTimeout(() => process.exit(3), 5); 0")
        dialogue.terminal.type(".clock 10ms\r")
        #expect(try dialogue.terminal.waitForExit() == .code(3))
    }
}
