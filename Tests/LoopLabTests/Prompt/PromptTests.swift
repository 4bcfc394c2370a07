// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Inputs and their results at the prompt.
@Suite struct PromptTests {
    @Test func greetsWithTheNextStepAndLeaves() throws {
        let dialogue = try PromptDialogue()
        let greeting = /LoopLab [\d.]+ .*\.help.*\n\n You have not started yet\. .* \.lesson\n Or type .*\n\n>/
        #expect(dialogue.transcript.wholeMatch(of: greeting) != nil, "\(dialogue.transcript)")
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func showsResults() throws {
        let dialogue = try PromptDialogue()
        let results = [
            ("1 + 1", "2"), ("'a'", "'a'"), ("undefined", "undefined"), ("null", "null"),
            ("[1, , 2]", "[ 1, <1 empty item>, 2 ]"),
            ("({ a: { b: { c: { d: 1 } } } })", "{ a: { b: { c: [Object] } } }"), ("{ a: 1 }", "{ a: 1 }"),
            ("{}", "{}"),
            ("{ a: 1 };", "1"), ("{ let x = 1; x + 1 }", "2"), ("function f() {}", "undefined"), ("f", "[Function: f]"),
            ("class A {}", "undefined"), ("A", "[class A]"), ("if (true) 5", "5"), (";", "undefined"),
            ("// nothing", "undefined"),
            ("Promise.resolve(1)", "Promise { 1 }"), ("new Promise(() => {})", "Promise { <pending> }"), ("-0", "-0"),
            ("2n ** 64n", "18446744073709551616n"),
            ("'日本' + '\\u{1F600}'", "'日本😀'"), ("new Map([[1, { a: 2 }]])", "Map(1) { 1 => { a: 2 } }"), (".5", "0.5"),
            ("var v = 1; v", "1"), ("this === globalThis", "true"), ("typeof require, typeof module", "'object'"),
            ("typeof util.inspect", "'function'"),
        ]
        for (input, shown) in results {
            #expect(try dialogue.enter(input) == shown, "\(input)")
        }
    }

    @Test func showsErrorsAndGoesOn() throws {
        let dialogue = try PromptDialogue()
        let thrown = try dialogue.enter("throw new Error('boom')")
        #expect(thrown.hasPrefix("Uncaught Error: boom"), "\(thrown)")
        #expect(try dialogue.enter("nothing").hasPrefix("Uncaught ReferenceError: nothing is not defined"))
        #expect(
            try dialogue.enter("null.x").hasPrefix("Uncaught TypeError: Cannot read properties of null (reading 'x')"))
        #expect(try dialogue.enter("throw null") == "Uncaught null")
        #expect(try dialogue.enter("throw 'text'") == "Uncaught 'text'")
        #expect(try dialogue.enter("throw { a: 1 }") == "Uncaught { a: 1 }")
        let syntax = try dialogue.enter("let let = 1")
        #expect(syntax.contains("SyntaxError") && syntax.contains("^"), "\(syntax)")
        let nested = try dialogue.enter("function deep() { null.x } function outer() { deep() } outer()")
        #expect(nested.contains("at deep (REPL") && nested.contains("at outer (REPL"), "\(nested)")
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    @Test func declarationsStayAcrossInputs() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("const c = 1; let l = 2; var v = 3; class K {}; function f() { return c + l + v }")
        #expect(try dialogue.enter("f()") == "6")
        #expect(try dialogue.enter("c = 5").hasPrefix("Uncaught TypeError: Assignment to constant variable."))
        #expect(try dialogue.enter("l = 20; f()") == "24")
        // As in Node, a name is declared once; the input that tries again changes nothing.
        for input in ["let l = 30; l", "const c = 7", "class K {}", "let c", "const other = 1, l = 2"] {
            let answer = try dialogue.enter(input)
            #expect(
                answer.contains("SyntaxError: Identifier '") && answer.contains("already been declared"), "\(answer)")
        }
        #expect(try dialogue.enter("var v = 4; f()") == "25")
        #expect(try dialogue.enter("typeof other") == "'undefined'")
        #expect(try dialogue.enter("const d = await 1; let e = 2") == "undefined")
        #expect(try dialogue.enter("[d, e]") == "[ 1, 2 ]")
    }

    @Test func theLastResultHasAName() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("6 * 7")
        #expect(try dialogue.enter("_") == "42")
        #expect(try dialogue.enter("_ + 1") == "43")
        try dialogue.enter("await Promise.resolve('awaited')")
        #expect(try dialogue.enter("_") == "'awaited'")
        try dialogue.enter("throw new TypeError('kept')")
        #expect(try dialogue.enter("_error.message") == "'kept'")
        #expect(try dialogue.enter("_") == "'kept'")
        try dialogue.enter("_ = 'mine'")
        try dialogue.enter("1")
        #expect(try dialogue.enter("_").hasSuffix("'mine'"))
    }

    @Test func awaitWorksAtTheTopLevel() throws {
        let dialogue = try PromptDialogue()
        let later = "new Promise((r) => setTimeout(r, 5, { a: 1, b: [2, 3], c: { d: 4 } }))"
        #expect(try dialogue.enter("await \(later)") == "{ a: 1, b: [ 2, 3 ], c: { d: 4 } }")
        try dialogue.enter("const { a, b: [x, y = 9], c: { ...rest } } = await \(later)")
        #expect(try dialogue.enter("[a, x, y, rest]") == "[ 1, 2, 3, { d: 4 } ]")
        try dialogue.enter("let one = await 1, two = await 2; var three = await 3, four")
        #expect(try dialogue.enter("[one, two, three, four]") == "[ 1, 2, 3, undefined ]")
        try dialogue.enter("class Waits { static v = 1 }; function hoisted() { return 2 } await null")
        #expect(try dialogue.enter("Waits.v + hoisted()") == "3")
        #expect(try dialogue.enter("for (const v of [1, 2]) { await v } 'end'") == "'end'")
        #expect(try dialogue.enter("for await (const v of [Promise.resolve(1)]) console.log('v', v)").hasPrefix("v 1"))
        #expect(try dialogue.enter("if (await true) console.log('yes'); else 'no'").hasPrefix("yes"))
        #expect(try dialogue.enter("(async () => await 5)()").hasPrefix("Promise {"))
        #expect(try dialogue.enter("await 1; // comment") == "1")
        #expect(try dialogue.enter("await Promise.reject(new Error('refused'))").hasPrefix("Uncaught Error: refused"))
        #expect(try dialogue.enter("'await ' + (await 'x')") == "'await x'")
        #expect(try dialogue.enter("({ v: await 3 })") == "{ v: 3 }")
        #expect(try dialogue.enter("{ v: await 3 }").contains("3"))
        #expect(try dialogue.enter("typeof await 1") == "'number'")
        #expect(try dialogue.enter("const await1 = 1; await1") == "1")
    }

    @Test func timersRunDuringAnAwait() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("var n = 0; var i = setInterval(() => n++, 1); 0")
        try dialogue.enter("while (n < 5) await new Promise((r) => setTimeout(r, 2))")
        #expect(try dialogue.enter("clearInterval(i); n >= 5") == "true")
    }

    @Test func anAwaitEndsWithItsPromiseThoughOtherTimersWait() throws {
        let dialogue = try PromptDialogue()
        try dialogue.enter("setTimeout(() => {}, 1e8); setInterval(() => {}, 1e8); 0")
        #expect(try dialogue.enter("await new Promise((r) => setTimeout(r, 1, 'soon'))") == "'soon'")
        #expect(try dialogue.enter("await new Promise((r) => setImmediate(r, 'check'))") == "'check'")
        #expect(try dialogue.enter("await new Promise((r) => process.nextTick(r, 'tick'))") == "'tick'")
    }

    @Test func aPromiseThatNothingSettlesIsExplained() throws {
        let dialogue = try PromptDialogue()
        #expect(try dialogue.enter("await new Promise(() => {})").contains("never settle"))
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    @Test func anInputGoesOnWhileItIsNotWhole() throws {
        let dialogue = try PromptDialogue()
        for (input, shown) in [
            ("[1,\n2,\n3]", "[ 1, 2, 3 ]"), ("function f(a) {\n  return a * 2\n}", "undefined"), ("`a\nb`", "'a\\nb'"),
            ("f(\n21\n)", "42"), ("({\n  a: 1,\n\n  b: 2\n})", "{ a: 1, b: 2 }"), ("/* a\n b */ 5", "5"),
            ("1 +\n2", "3"),
            ("await (\nPromise.resolve(7)\n)", "7"), ("async function g() {\n  await null\n  return 8\n}", "undefined"),
            ("for await (const x of [1]) {\n  x\n}", "undefined"), ("if (true) {\n  9\n}", "9"),
            ("'}' + `{\n}`", "'}{\\n}'"),
            ("[1, 2].map((x) => {\n  return x\n})", "[ 1, 2 ]"),
        ] {
            #expect(try dialogue.enter(input) == shown, "\(input)")
        }
        // What no further line can mend is an error at once.
        #expect(try dialogue.enter("1 + )").contains("SyntaxError"))
        #expect(try dialogue.enter("'abc").contains("SyntaxError"))
        #expect(try dialogue.enter("}").contains("SyntaxError"))
        #expect(try dialogue.enter("await )").contains("SyntaxError"))
    }

    @Test func continuedRowsHaveAPromptOfTheirOwn() throws {
        let dialogue = try PromptDialogue()
        dialogue.terminal.type("f(\r")
        try dialogue.terminal.wait(for: "the prompt of the next row") { $0.textBeforeCursor == "... " }
        try dialogue.interrupt()
        #expect(try dialogue.enter("1 + 1") == "2")
    }

    @Test func aPasteOfSeveralLinesIsOneInput() throws {
        let dialogue = try PromptDialogue()
        let before = dialogue.transcript.count
        dialogue.terminal.press(.paste("const a = 1\nconst b = 2\nconsole.log(a +\n  b)"), .enter)
        try dialogue.waitForPrompt(beyond: before + 40)
        #expect(dialogue.transcript.contains("\n3\n"), "\(dialogue.transcript)")
        #expect(try dialogue.enter("[a, b]") == "[ 1, 2 ]")
    }

    @Test func linesTypedAheadAreTakenOneByOne() throws {
        let dialogue = try PromptDialogue()
        dialogue.terminal.type("const a = await new Promise((r) => setTimeout(r, 30, 5))\ra + 1\ra + 2\r'last'\r")
        try dialogue.terminal.wait(forText: "\n'last'\n>")
        #expect(dialogue.transcript.contains("\n6\n> a + 2\n7\n"), "\(dialogue.transcript)")
    }

    @Test(
        arguments: [
            ("process.exit(3)", 3), ("process.exitCode = 4; process.exit()", 4),
            ("setTimeout(() => process.exit(5), 1)", 5),
            ("await process.exit(6)", 6), ("await new Promise(() => setTimeout(() => process.exit(7), 1))", 7),
            ("process.on('exit', () => process.exit(8)); process.exit(1)", 8),
            ("Promise.resolve().then(() => process.exit(9))", 9),
            ("process.nextTick(() => process.exit(10))", 10), (".exit", 0),
        ] as [(String, Int32)])
    func aProgramMayEndTheSession(input: String, code: Int32) throws {
        let dialogue = try PromptDialogue()
        dialogue.terminal.type(input + "\r")
        #expect(try dialogue.terminal.waitForExit() == .code(code))
    }

    @Test func optionsDecideTheClockAndTheSeed() throws {
        let dialogue = try PromptDialogue("--clock", "virtual", "--seed", "5")
        #expect(dialogue.transcript.contains("virtual"))
        let first = try dialogue.enter("Math.random()")
        #expect(try PromptDialogue("--seed=5", "--clock=virtual").enter("Math.random()") == first)
        #expect(try PromptDialogue("--seed=6", "--clock=virtual").enter("Math.random()") != first)
    }
}
