// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `--max-heap` against programs that take memory in every way there is; one at a time, they are large.
@Suite(.serialized) struct MemoryLimitTests {
    @Test(arguments: [
        ("numbers", "const a = []; for (;;) a.push(0)"),
        ("arrays", "const a = []; for (;;) a.push([1, 2, 3])"),
        ("one array", "new Array(1e9).fill(0)"),
        ("properties", "const o = {}; for (let i = 0; ; i++) o['k' + i] = i"),
        ("strings", "const a = []; for (;;) a.push(('x'.repeat(1000) + a.length).replace('x', 'y'))"),
        ("pieces of one string", "'x'.repeat(2 ** 28).split('')"),
        ("array buffers", "const a = []; for (;;) a.push(new Uint8Array(1 << 20).fill(1))"),
        ("one array buffer", "new Uint8Array(2 ** 31 - 1).fill(1)"),
        ("a map", "const m = new Map; for (let i = 0; ; i++) m.set(i, i)"),
        ("a set", "const s = new Set; for (let i = 0; ; i++) s.add({})"),
        ("closures", "const f = []; for (let i = 0; ; i++) f.push(() => i)"),
        ("timers", "for (let i = 0; ; i++) setTimeout(() => i, 1e6)"),
        ("timers that start timers", "(function more() { setTimeout(more, 0); setTimeout(more, 0) })()"),
        ("immediates", "for (let i = 0; ; i++) setImmediate(() => i)"),
        ("ticks", "for (let i = 0; ; i++) process.nextTick(() => i)"),
        ("microtasks", "for (let i = 0; ; i++) queueMicrotask(() => i)"),
        ("pending promises", "const a = []; for (;;) a.push(new Promise(() => {}))"),
        ("rejections", "for (let i = 0; ; i++) Promise.reject(i)"),
        ("listeners", "const e = new (require('events'))(); for (let i = 0; ; i++) e.on('x', () => i)"),
        ("errors", "let e; for (;;) e = new Error('x', { cause: e })"),
        ("regular expressions", "const a = []; for (let i = 0; ; i++) a.push(new RegExp('a' + i))"),
        ("a clone", "structuredClone(Array.from({ length: 1e7 }, (_, i) => ({ i })))"),
        ("text of a value", "JSON.stringify(Array.from({ length: 1e7 }, () => 'x'.repeat(30)))"),
        ("caught and again", "for (;;) { try { const a = []; for (;;) a.push([1]) } catch {} }"),
    ])
    func theProgramIsStopped(name: String, program: String) throws {
        let result = try looplab("run", "--max-heap", "96M", "-e", program, timeout: .seconds(60))
        #expect(result.exit == .code(134), "\(name): \(result)")
        #expect(
            result.errors
                == "looplab: stopped: the program needed more than 96 MiB of memory; --max-heap sets another limit\n")
    }

    @Test(arguments: [
        ("a string without end", "let s = 'x'; for (;;) s += s", "RangeError: Invalid string length"),
        ("a repeated string", "'x'.repeat(2 ** 40)", "RangeError: "),
        ("a number without end", "let n = 3n; for (;;) n *= n", "RangeError: "),
        ("an array buffer that is too large", "new ArrayBuffer(1e15)", "RangeError: "),
        ("an array that is too long", "new Array(2 ** 32)", "RangeError: Invalid array length"),
    ])
    func whatTheLanguageLimitsIsARangeError(name: String, program: String, error: String) throws {
        let result = try looplab("run", "--max-heap", "512M", "-e", program, timeout: .seconds(60))
        #expect(result.exit == .code(1), "\(name): \(result)")
        #expect(result.errors.contains(error), "\(name): \(result)")
    }

    @Test func outputBeforeTheStopIsKept() throws {
        let result = try looplab(
            "run", "--max-heap", "96M", "-e", "console.log('before'); const a = []; for (;;) a.push([1])")
        #expect(result.exit == .code(134) && result.output == "before\n", "\(result)")
    }

    @Test func whatIsGivenBackDoesNotCount() throws {
        // 4 GB in all, 1 MB at a time.
        let program = "let a; for (let i = 0; i < 4000; i++) a = new Uint8Array(1 << 20).fill(i); console.log('done')"
        // Under AddressSanitizer, what was given back stays in memory for a while: 256 MB of it unless it is told less.
        let result = try looplab(
            "run", "--max-heap", "256M", "-e", program,
            environment: ["ASAN_OPTIONS": "detect_leaks=0:quarantine_size_mb=1"])
        #expect(result.exit == .code(0) && result.output == "done\n", "\(result)")
    }

    @Test func tenMillionTimersFit() throws {
        func program(_ count: Int) -> String {
            """
            let n = 0; for (let i = 0; i < \(count); i++) setTimeout(() => { n++ }, i % 1000);
            process.on('exit', () => console.log(n))
            """
        }
        // With a sanitizer ten million take two minutes.
        let count = SanitizerBuild.isActive ? 1_000_000 : 10_000_000
        let result = try looplab(
            "run", "--clock", "virtual", "--max-heap", "6G", "-e", program(count), timeout: .seconds(240))
        #expect(result.exit == .code(0) && result.output == "\(count)\n", "\(result)")
        let limited = try looplab(
            "run", "--clock", "virtual", "--max-heap", "200M", "-e", program(10_000_000), timeout: .seconds(60))
        #expect(limited.exit == .code(134), "\(limited)")
    }
}
