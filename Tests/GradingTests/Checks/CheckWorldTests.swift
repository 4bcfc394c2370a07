// SPDX-License-Identifier: MIT
import EngineTesting
import Grading
import HostRuntime
import Results
import Testing

/// What a check can say, each way once where it holds and once where it does not.
@Suite struct CheckWorldTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        /// The body of a check; `s` is the submission.
        let check: String
        /// What the submission exports, as the body of an object.
        let submission: String
        /// "passed", or the message of the failure, then its details.
        let expected: [String]

        init(_ name: String, _ check: String, _ submission: String, _ expected: String...) {
            self.name = name
            self.check = check
            self.submission = submission
            self.expected = expected.isEmpty ? ["passed"] : expected
        }

        var testDescription: String { name }
    }

    static let wait = "const wait = (ms, v) => new Promise((r) => setTimeout(r, ms, v));"

    static let values = [
        Row("toBe", "expect(s.one()).toBe(1)", "one: () => 1"),
        Row(
            "toBe, not", "expect(s.one()).toBe(1)", "one: () => 2", "another value was expected", "expected  1",
            "got       2"),
        Row(
            "toBe of a copy", "const o = { a: 1 }; expect(s.copy(o)).toBe(o)", "copy: (x) => ({ ...x })",
            "the very same value was expected, and not one like it", "expected  { a: 1 }", "got       { a: 1 }"),
        Row("toBe of what was handed in", "const o = { a: 1 }; expect(s.same(o)).toBe(o)", "same: (x) => x"),
        Row(
            "not.toBe", "expect(s.one()).not.toBe(1)", "one: () => 1", "another value than this one was expected",
            "expected  1", "got       1"),
        Row("toEqual", "expect(s.list()).toEqual([1, { a: [2] }])", "list: () => [1, { a: [2] }]"),
        Row("toEqual of a map", "expect(s.map()).toEqual(new Map([['a', 1]]))", "map: () => new Map([['a', 1]])"),
        Row(
            "toEqual of an instance", "expect(s.point()).toEqual({ x: 1 })",
            "point: () => new (class Point { x = 1 })()"),
        Row(
            "toEqual, not", "expect(s.list()).toEqual([1])", "list: () => [1, 2]", "another value was expected",
            "expected  [ 1 ]", "got       [ 1, 2 ]"),
        Row(
            "a getter is asked once", "expect(s.liar()).toEqual({ a: 1 })",
            "liar: () => { let n = 0; return { get a() { return ++n } } }"),
        Row(
            "toBeTruthy", "expect(s.no()).toBeTruthy()", "no: () => ''", "something that counts as true was expected",
            "got       ''"),
        Row(
            "toBeBetween", "expect(s.n()).toBeBetween(1, 2)", "n: () => 3", "a number in a range was expected",
            "expected  1 to 2", "got       3"),
        Row("toContain", "expect(s.list()).toContain(3); expect(s.list()).not.toContain(4)", "list: () => [1, 3]"),
        Row("toHaveLength", "expect(s.list()).toHaveLength(2)", "list: () => [1, 3]"),
        Row("toMatch", "expect(s.text()).toMatch(/^a+$/)", "text: () => 'aaa'"),
        Row(
            "toThrow", "expect(() => s.no()).toThrow({ name: 'RangeError', message: /far/ })",
            "no: () => { throw new RangeError('too far') }"),
        Row(
            "toThrow, not", "expect(() => s.no()).toThrow('near')", "no: () => {}", "an error was expected",
            "expected  a message with “near”", "got       none"),
        Row(
            "toPrint", "s.speak(); expect(output).toPrint('a', 'b')",
            "speak: () => { console.log('debug'); console.log('a'); console.log('x'); console.log('b') }"),
        Row(
            "toPrint, not", "s.speak(); expect(output).toPrint('a', 'b')", "speak: () => console.log('b\\na')",
            "these lines were expected in this order", "expected  a   b", "got       b   a"),
    ]

    static let promises = [
        Row("toResolve", "await expect(s.later()).toResolve('x')", "later: async () => 'x'"),
        Row(
            "toResolve, not", "await expect(s.later()).toResolve('x')",
            "later: async () => { throw new TypeError('no') }", "the promise was rejected, and it had to be fulfilled",
            "got       TypeError: no"),
        Row("toResolve of a thenable", "await expect(s.later()).toResolve(4)", "later: () => ({ then: (f) => f(4) })"),
        Row(
            "toReject",
            "const e = script.error('gone', { code: 'E' }); await expect(s.run(script.fail(e))).toReject(e)",
            "run: (f) => f()"),
        Row(
            "toReject wants the very error",
            "const e = script.error('gone', { code: 'E' }); await expect(s.run(script.fail(e))).toReject(e)",
            "run: (f) => f().catch((e) => { throw Object.assign(new Error(e.message), { code: e.code }) })",
            "the promise was rejected with another error", "expected  this very error: Error: gone",
            "got       Error: gone"),
        Row(
            "toReject with a pattern", "await expect(s.no()).toReject(/far$/)",
            "no: async () => { throw new Error('too far') }"),
        Row(
            "toReject with what a DOMException says", "await expect(s.no()).toReject({ name: 'AbortError' })",
            "no: async () => AbortSignal.abort().throwIfAborted()"),
        Row(
            "toReject, not", "await expect(s.no()).toReject('near')", "no: async () => { throw new Error('far') }",
            "the promise was rejected with another error", "expected  a message with “near”", "got       Error: far"),
        Row(
            "toBePending of a thenable",
            """
            const p = s.later(); expect(p).toBePending(); await time.advance(39); expect(p).toBePending()
            await time.advance(1); expect(p).not.toBePending()
            """,
            "later: () => ({ then: (f, g) => { setTimeout(f, 40, 1) } })"),
        Row(
            "toRejectWith", "for (const x of ['no', 0, undefined]) await expect(s.no(x)).toRejectWith(x)",
            "no: (x) => Promise.reject(x)"),
        Row(
            "toRejectWith, not", "await expect(s.no()).toRejectWith('no')", "no: () => Promise.reject('no, not today')",
            "the promise was rejected with another error", "expected  'no'", "got       'no, not today'"),
        Row("toSettleAt", "await expect(s.later()).toSettleAt(40)", "later: () => wait(40)"),
        Row(
            "more than 24 days",
            """
            await time.advance(2 ** 31 + 5); expect(time.now()).toBe(2 ** 31 + 5)
            await expect(s.run(script.delay(3e9))).toSettleAt(2 ** 31 + 5 + 3e9)
            """,
            "run: (f) => f()"),
        Row(
            "a part of a millisecond", "await time.advance(0.5)", "",
            "TypeError: 0.5 is no whole number of milliseconds"),
        Row(
            "no clock stands at 0",
            "expect(s.clocks().every((t) => t > 0)).toBe(true); expect(time.now()).toBe(0)",
            "clocks: () => [performance.now(), process.uptime(), process.hrtime()[1]]"),
        Row("no end", "script.delay(Infinity)", "", "TypeError: Infinity is no whole number of milliseconds"),
        Row(
            "toSettleAt, not", "await expect(s.later()).toSettleAt(40)", "later: () => wait(50)",
            "the promise settled at another time", "expected  40 ms", "got       50 ms"),
        Row(
            "toBePending",
            """
            const p = s.later(); await time.advance(39); expect(p).toBePending()
            await time.advance(1); expect(p).not.toBePending()
            """,
            "later: () => wait(40)"),
        Row(
            "no promise", "await expect(s.later()).toResolve()", "later: () => 4", "a promise was expected",
            "got       4"),
        Row("a promise awaited in the check", "expect(await s.later()).toBe(7)", "later: () => wait(5, 7)"),
    ]

    static let calls = [
        Row(
            "toHaveBeenCalledTimes", "const f = script.succeed(1); s.run(f); expect(f).toHaveBeenCalledTimes(2)",
            "run: (f) => { f(); f() }"),
        Row(
            "toHaveBeenCalledTimes, not", "const f = script.succeed(1); s.run(f); expect(f).toHaveBeenCalledTimes(2)",
            "run: (f) => f()", "another number of calls was expected", "expected  2", "got       1, at 0 ms"),
        Row(
            "toHaveBeenCalledWith",
            "const f = script.succeed(1); s.run(f); expect(f).toHaveBeenCalledWith('a', { b: 1 })",
            "run: (f) => f('a', { b: 1 })"),
        Row(
            "toHaveBeenCalledWith, not", "const f = script.succeed(1); s.run(f); expect(f).toHaveBeenCalledWith('a')",
            "run: (f) => f('b')", "no call had these arguments", "expected  [ 'a' ]", "got       [ 'b' ]"),
        Row(
            "startedAt",
            "const f = script.failTimes(2).then('ok'); s.retry(f); await time.runAll(); expect(f).startedAt(0, 10, 30)",
            "retry: async (f) => { for (let n = 1; ; n++) { try { return await f() } catch { await wait(10 * n) } } }"),
        Row(
            "settledAt", "const f = script.delay(30, 1); s.run(f); await time.runAll(); expect(f).settledAt(30)",
            "run: (f) => f()"),
        Row(
            "toHaveAtMostInFlight",
            "const f = script.delay(30, 1); s.run(f); await time.runAll(); expect(f).toHaveAtMostInFlight(1)",
            "run: (f) => { f(); f() }", "too many calls were in flight at once", "expected  at most 1", "got       2"),
        Row(
            "toHaveReachedInFlight",
            "const f = script.delay(30, 1); s.run(f); await time.runAll(); expect(f).toHaveReachedInFlight(2)",
            "run: (f) => { f(); f() }"),
        Row(
            "toHaveAtMostPerWindow",
            "const f = script.succeed(); s.run(f); await time.runAll(); expect(f).toHaveAtMostPerWindow(2, 100)",
            "run: async (f) => { f(); await wait(50); f(); await wait(49); f() }",
            "too many calls were made within 100 ms", "expected  at most 2", "got       3 from 0 ms on"),
        Row(
            "toHaveBeenAborted",
            """
            const f = script.abortable(100, 1)
            const c = abort()
            const p = s.run(f, c.signal)
            await time.advance(20)
            c.abort()
            await expect(p).toReject({ name: 'AbortError' })
            expect(f).toHaveBeenAborted(20)
            expect(trace).toHaveNoListenersLeft()
            """,
            "run: (f, signal) => f({ signal })"),
        Row(
            "toHaveBeenAborted, not",
            """
            const f = script.abortable(100, 1); const c = abort(); s.run(f, c.signal); c.abort()
            await time.runAll(); expect(f).toHaveBeenAborted()
            """,
            "run: (f) => f()", "no call saw its signal aborted", "got       none"),
        Row(
            "toHaveStates",
            """
            const f = script.sequence(script.fail(), script.fail(), script.succeed('ok'))
            const call = breaker(s.guard(f), f)
            await call().catch(() => {}); await call().catch(() => {}); await call().catch(() => {})
            await time.advance(100)
            await call()
            expect(call).toHaveStates('closed', 'open', 'half-open', 'closed')
            """,
            """
            guard: (f) => { let failures = 0, since; return async () => {
              if (failures >= 2 && performance.now() - since < 100) throw new Error('open')
              try { const v = await f(); failures = 0; return v }
              catch (e) { failures++; since = performance.now(); throw e }
            } }
            """),
        Row(
            "a callback", "const f = script.callback(10, null, 'v'); await expect(s.run(f)).toResolve('v')",
            "run: (f) => new Promise((res, rej) => f('x', (e, v) => e ? rej(e) : res(v)))"),
        Row("calling", "const f = script.calling((a) => a + 1); expect(s.run(f)).toBe(3)", "run: (f) => f(2)"),
    ]

    static let conduct = [
        Row(
            "no timers left", "s.run(); await time.advance(10); expect(trace).toHaveNoTimersLeft()",
            "run: () => clearTimeout(setTimeout(() => {}, 99))"),
        Row(
            "a timer left", "s.run(); await time.advance(10); expect(trace).toHaveNoTimersLeft()",
            "run: () => { setTimeout(() => {}, 99) }", "timers are left", "got       setTimeout at a.js:3:24"),
        Row(
            "a listener left", "const c = abort(); s.run(c.signal); expect(trace).toHaveNoListenersLeft()",
            "run: (signal) => { signal.addEventListener('abort', () => {}) }", "listeners are left on a signal",
            "got       1 listener"),
        Row(
            "a promise left", "s.run(); expect(trace).toHaveNoPendingPromises()",
            "run: () => { new Promise(() => {}) }", "promises were never settled", "got       a promise of a.js:3:14"),
        Row(
            "no promise left", "s.run(); await time.runAll(); expect(trace).toHaveNoPendingPromises()",
            "run: () => { wait(5) }"),
        Row(
            "a blocked thread", "s.run(); await time.runAll(); expect(trace).toHaveNeverBlockedLongerThan(50)",
            "run: () => { setTimeout(() => require('lab').busy(80), 5) }", "the thread was blocked for too long",
            "expected  at most 50 ms", "got       80 ms, in what began at a.js:3:24"),
        Row(
            "no worker", "expect(trace).toHaveUsedWorkers()", "run: 1", "more workers were expected",
            "expected  1 or more", "got       0"),
        Row(
            "a rejection beside", "s.run(); await time.runAll()", "run: () => { Promise.reject(new Error('lost')) }",
            "a promise was rejected and nothing handled it: Error: lost"),
        Row(
            "a rejection that a listener swallows", "s.run(); await time.runAll()",
            "run: () => { process.on('unhandledRejection', () => {}); Promise.reject(new Error('lost')) }",
            "a promise was rejected and nothing handled it: Error: lost"),
        Row(
            "handled in time", "const p = s.run(); await time.advance(5); await expect(p).toReject('late')",
            "run: async () => { throw new Error('late') }"),
        Row(
            "an error in a callback", "s.run(); await time.runAll()",
            "run: () => { setTimeout(() => { throw new Error('lost') }) }",
            "an error was thrown in a callback, where nothing catches it: Error: lost"),
    ]

    @Test(arguments: values + promises + calls + conduct)
    func sayOneThing(row: Row) async throws {
        let result = try await Self.run(
            """
            check('one', async (world) => {
            const { submission: s, time, script, expect, abort, breaker, output, trace } = world
            \(row.check)
            })
            """,
            submission: "\(Self.wait)\nmodule.exports = {\n\(row.submission)\n}")
        #expect(Self.words(result[0]) == row.expected)
    }

    @Test func creditIsKeptInSpiteOfAFailure() async throws {
        let result = try await Self.run(
            "check('half', { points: 5 }, ({ expect, credit }) => { credit(0.5); expect(1).toBe(2) })",
            submission: "module.exports = {}")
        #expect(result[0].earned == Points(thousandths: 2_500))
        #expect(!result[0].hasPassed)
    }

    @Test func whatIsExtraOrHiddenSaysSo() async throws {
        let result = try await Self.run(
            """
            check('a', { hidden: true }, () => {})
            check('b', { extra: true, needs: 'a' }, ({ expect }) => expect(1).toBe(2))
            """,
            submission: "module.exports = {}")
        #expect(result.map(\.isHidden) == [true, false])
        #expect(result.map(\.isExtra) == [false, true])
        #expect(CheckedSubmission(checks: result).hasPassed)
        #expect(CheckedSubmission(checks: result).possible == Points(thousandths: 10_000))
    }

    @Test func anotherLatencyFindsTheStaleAnswer() async throws {
        let check = """
            check('the last answer stays', { anyOrder: true }, async ({ submission, script, time, expect }) => {
              const ask = script.delays(10, 50, 'x')
              const box = submission.search(async (q) => { await ask(q); return q })
              box.type('a'); box.type('ab')
              await time.runAll()
              expect(box.shown()).toBe('ab')
            })
            """
        let stale = """
            module.exports.search = (ask) => {
              let shown
              return { type: (q) => { ask(q).then((a) => { shown = a }) }, shown: () => shown }
            }
            """
        let fresh = """
            module.exports.search = (ask) => {
              let shown, last
              const type = (q) => { last = q; ask(q).then((a) => { if (q === last) shown = a }) }
              return { type, shown: () => shown }
            }
            """
        #expect(try await Self.run(check, submission: fresh)[0].hasPassed)
        #expect(
            Self.words(try await Self.run(check, submission: stale)[0]) == [
                "another value was expected", "expected  'ab'", "got       'a'",
            ])
    }

    @Test func aFailureShowsWhatHappenedBefore() async throws {
        let result = try await Self.run(
            """
            check('a', async ({ submission, script, time, expect }) => {
              const f = script.succeed(1)
              submission.run(f)
              await time.runAll()
              expect(f).startedAt(20)
            })
            """,
            submission: "module.exports.run = (f) => {\n  console.log('begin')\n  setTimeout(f, 10)\n}")
        #expect(
            result[0].timeline == [
                " 0 ms  prints “begin”", " 0 ms  setTimeout of 10 ms is set at a.js:3:13",
                "10 ms  the timer of a.js:3:13 runs", "10 ms  call 1 of a begins", "10 ms  call 1 of a is fulfilled",
            ])
    }

    private static func run(_ checks: String, submission: String) async throws -> [CheckResult] {
        try await StageChecks.run(
            CheckJob(
                submission: .init(path: "a.js", text: submission), checks: .init(path: "checks.js", text: checks),
                entry: nil))
    }

    private static func words(_ check: CheckResult) -> [String] {
        switch check.outcome {
        case .passed: ["passed"]
        case .failed(let failure): [failure.message] + failure.details
        case .stopped(let reason): ["\(reason)"]
        case .skipped(let needs): ["needs \(needs)"]
        case .error(let words): ["error", words]
        }
    }
}
