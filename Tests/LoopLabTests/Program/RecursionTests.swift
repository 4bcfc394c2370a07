// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Recursion without end, in the program's code and in the engine's and the builtins' own.
@Suite struct RecursionTests {
    private static let tooDeep = "RangeError: Maximum call stack size exceeded"

    @Test(arguments: [
        ("function", "function f() { f() } f()"), ("arrow", "const f = () => f(); f()"),
        ("method", "class A { m() { this.m() } } new A().m()"),
        ("getter", "const o = { get a() { return this.a } }; o.a"),
        ("constructor", "class A { constructor() { new A() } } new A()"),
        ("toString", "const o = { toString() { return o + '' } }; o + ''"),
        ("generator", "function* f() { yield* f() } [...f()]"), ("async", "async function f() { await f() } f()"),
        ("proxy trap", "const p = new Proxy({}, { get(t, k, r) { return r[k] } }); p.x"),
        ("prototype chain of proxies", "const p = new Proxy({}, {}); Object.setPrototypeOf(p, new Proxy(p, {})); p.x"),
        ("listener", "const e = new (require('events'))(); e.on('x', () => e.emit('x')); e.emit('x')"),
        (
            "event target",
            "var t = new EventTarget; t.addEventListener('x', f); function f() { t.dispatchEvent(new Event('x')) } f()"
        ),
        ("JSON.stringify", "const o = {}; let p = o; for (let i = 0; i < 1e5; i++) p = p.a = {}; JSON.stringify(o)"),
        ("toJSON", "JSON.stringify({ toJSON() { return JSON.stringify(this) } })"),
        (
            "custom inspect",
            "console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { return require('util').inspect(this) } })"
        ),
        (
            "deep comparison",
            "let a, b; for (let i = 0; i < 1e5; i++) { a = [a]; b = [b] } require('assert').deepStrictEqual(a, b)"
        ),
        ("deep parse", "eval('('.repeat(1e6))"), ("replace", "const f = () => 'a'.replace(/a/, f); f()"),
        ("sort", "const f = () => [2, 1].sort(f); f()"),
        ("bound", "let f = () => {}; for (let i = 0; i < 1e5; i++) f = f.bind(null); f()"),
        ("then", "class A extends Promise { then(a, b) { return this.then(a, b) } } new A(() => {}).then()"),
        ("in a timer", "setTimeout(function f() { f() })"),
        ("in a job", "Promise.resolve().then(function f() { f() })"),
        ("in a tick", "process.nextTick(function f() { f() })"), ("flat", "let a = []; a[0] = a; a.flat(Infinity)"),
    ])
    func itIsARangeErrorThatCanBeCaught(name: String, program: String) throws {
        let uncaught = try looplab("run", "-e", program)
        #expect(uncaught.exit == .code(1), "\(name): \(uncaught)")
        #expect(uncaught.errors.contains(Self.tooDeep), "\(name): \(uncaught)")
        #expect(!uncaught.errors.contains("[RangeError"), "\(name): \(uncaught)")
        let caught = try looplab(
            "run", "-e", "process.on('uncaughtException', (e) => console.log(String(e)));\n" + program)
        #expect(caught.exit == .code(0) && caught.output.hasSuffix(Self.tooDeep + "\n"), "\(name): \(caught)")
    }

    @Test(arguments: [
        (
            "inspect",
            "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; require('util').inspect(a, { depth: Infinity })"
        ),
        ("clone", "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; structuredClone(a)"),
        ("parsed JSON", "JSON.parse('['.repeat(2e5) + ']'.repeat(2e5))"),
        ("regular expression", "try { new RegExp('('.repeat(1e5) + ')'.repeat(1e5)).test('') } catch {}"),
        ("causes", "let e; for (let i = 0; i < 1e5; i++) e = new Error('y', { cause: e }); console.error(e)"),
        ("chain of promises", "let p = Promise.resolve(); for (let i = 0; i < 1e6; i++) p = p.then(() => {})"),
        (
            "promises in promises",
            "let p = Promise.resolve(); for (let i = 0; i < 1e5; i++) { const q = p; p = (async () => q)() } "
        ),
        ("long sum", "eval('1' + '+1'.repeat(1e5))"),
        ("concatenation", "let s = ''; for (let i = 0; i < 1e6; i++) s = s + 'x'; s.charCodeAt(5e5)"),
        ("a list", "let l = null; for (let i = 0; i < 3e6; i++) l = { l }; l = null"),
        ("arguments", "try { Math.max(...new Array(1e6)) } catch (e) { if (!(e instanceof RangeError)) throw e }"),
    ])
    func depthThatIsNoRecursionIsFine(name: String, program: String) throws {
        let result = try looplab("run", "-e", program + "\nconsole.log('done')")
        #expect(result.exit == .code(0) && result.output == "done\n", "\(name): \(result)")
    }

    // Where the stack ends, the last promise may not be made, or not get its handler.
    @Test(arguments: [
        ("Promise.reject(made++)", "made - seen <= 1"), ("Promise.reject(1).catch(() => {})", "seen <= 1"),
    ])
    func rejectionsWhereTheStackEndsAreCounted(rejection: String, expectation: String) throws {
        let program = """
            let made = 0, seen = 0; function f() { \(rejection); f() }
            process.on('unhandledRejection', () => { seen++ })
            try { f() } catch {}
            setTimeout(() => console.log(\(expectation)), 1)
            """
        let result = try looplab("run", "-e", program)
        #expect(result.exit == .code(0) && result.output == "true\n", "\(result)")
    }

    @Test func recursionIsDeepEnoughForProgramsThatEnd() throws {
        let result = try looplab(
            "run", "-e", "let n = 0; function f() { n++; f() } try { f() } catch {} console.log(n > 4000)")
        #expect(result.output == "true\n", "\(result)")
    }
}
