// SPDX-License-Identifier: MIT
import EngineTesting
import Grading
import HostRuntime
import Results
import ScriptEngine
import Testing

/// Checks of exercises, run on submissions of every kind.
@Suite struct SubmissionChecksTests {
    static let sleepChecks = """
        check('waits', { points: 10 }, async ({ submission, time, expect }) => {
          const result = submission.sleep(100, 'done')
          expect(result).toBePending()
          await time.advance(99)
          expect(result).toBePending()
          await time.advance(1)
          await expect(result).toResolve('done')
          expect(time.now()).toBeBetween(100, 101)
        })
        check('gives its value', { points: 2.5, needs: 'waits' }, async ({ submission, expect }) => {
          await expect(submission.sleep(5, 7)).toResolve(7)
        })
        """

    /// A row: what is submitted, and what comes of each check, in a few words.
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let submission: String
        let results: [String]

        var testDescription: String { name }
    }

    @Test(arguments: [
        Row(
            name: "exported", submission: "exports.sleep = (ms, v) => new Promise(r => setTimeout(r, ms, v))",
            results: ["passed", "passed"]),
        Row(
            name: "declared only",
            submission: "const sleep = (ms, v) => new Promise(r => setTimeout(r, ms, v)) // here",
            results: ["passed", "passed"]),
        Row(
            name: "the function itself",
            submission: "module.exports = (ms, v) => new Promise(r => setTimeout(r, ms, v))",
            results: ["passed", "passed"]),
        Row(
            name: "a module", submission: "export const sleep = (ms, v) => new Promise(r => setTimeout(r, ms, v))",
            results: ["passed", "passed"]),
        Row(
            name: "prints a lot",
            submission: """
                console.log('all checks passed'); console.error('x')
                exports.sleep = (ms, v) => new Promise(r => { console.log(ms); setTimeout(r, ms, v) })
                """,
            results: ["passed", "passed"]),
        Row(
            name: "no value", submission: "exports.sleep = ms => new Promise(r => setTimeout(r, ms))",
            results: ["failed: the promise was fulfilled with another value", "needs waits"]),
        Row(
            name: "at once", submission: "exports.sleep = async (ms, v) => v",
            results: ["failed: the promise is settled already", "needs waits"]),
        Row(
            name: "never", submission: "exports.sleep = () => new Promise(() => {})",
            results: [
                "stopped neverSettled(\"the promise never settled, and it had to be fulfilled\")", "needs waits",
            ]),
        Row(
            name: "nothing", submission: "",
            results: ["failed: the file does not define sleep", "needs waits"]),
        Row(
            name: "wrong syntax", submission: "exports.sleep = (ms =>",
            results: ["failed: SyntaxError: Unexpected end of input", "needs waits"]),
        Row(
            name: "awaits at its top level", submission: "await null; export const sleep = async () => {}",
            results: [
                "failed: SyntaxError: the file awaits something at its top level; move that into a function",
                "needs waits",
            ]),
        Row(
            name: "throws", submission: "exports.sleep = () => { throw new RangeError('no') }",
            results: ["failed: RangeError: no", "needs waits"]),
        Row(
            name: "throws in a callback",
            submission: "exports.sleep = (ms) => new Promise(() => setTimeout(() => null.x, 1))",
            results: [
                "failed: an error was thrown in a callback, where nothing catches it: "
                    + "TypeError: Cannot read properties of null (reading 'x')", "needs waits",
            ]),
        Row(
            name: "rejects beside",
            submission: """
                exports.sleep = (ms, v) => {
                  Promise.reject(new Error('lost'))
                  return new Promise(r => setTimeout(r, ms, v))
                }
                """,
            results: ["failed: a promise was rejected and nothing handled it: Error: lost", "needs waits"]),
        Row(name: "exits", submission: "process.exit(0)", results: ["stopped exitedEarly(code: 0)", "needs waits"]),
        Row(
            name: "exits later",
            submission: "exports.sleep = () => { setTimeout(() => process.exit(0)); return new Promise(() => {}) }",
            results: ["stopped exitedEarly(code: 0)", "needs waits"]),
        Row(name: "hangs", submission: "for (;;);", results: ["stopped synchronousLoop", "needs waits"]),
        Row(
            name: "endless jobs", submission: "exports.sleep = async () => { for (;;) await 0 }",
            results: ["stopped microtaskStarvation", "needs waits"]),
        Row(
            name: "endless ticks",
            submission: "exports.sleep = () => new Promise(() => { const f = () => process.nextTick(f); f() })",
            results: ["stopped microtaskStarvation", "needs waits"]),
        Row(
            name: "endless recursion", submission: "exports.sleep = function f () { return f() }",
            results: ["stopped runawayRecursion", "needs waits"]),
        Row(
            name: "endless output",
            submission: "exports.sleep = () => { for (;;) console.log('x'.repeat(1000)) }",
            results: ["stopped outputFlood", "needs waits"]),
        Row(
            name: "endless timers",
            submission: "exports.sleep = () => new Promise(() => { const f = () => setTimeout(f, 0.1); f() })",
            results: ["stopped timerStorm", "needs waits"]),
    ])
    func everySubmissionGetsItsVerdict(row: Row) async throws {
        let job = CheckJob(
            submission: .init(path: "/exercise/sleep.js", text: row.submission),
            checks: .init(path: "/exercise/checks.js", text: Self.sleepChecks), entry: "sleep")
        // What never ends by itself need not be waited for.
        let timeout: UInt64 = row.results.contains("stopped synchronousLoop") ? 300_000_000 : 20_000_000_000
        let verdict = try await verdict(of: job, timeout: timeout)
        #expect(verdict.checks.map(Self.words) == row.results)
        #expect(verdict.possible == Points(thousandths: 12_500))
        #expect(verdict.hasPassed == row.results.allSatisfy { $0 == "passed" })
    }

    @Test(arguments: [
        ("check('a')", "its last argument has to be a function"),
        ("check('a', () => {}); check('a', () => {})", "there is another check of this name"),
        ("check('a', { point: 1 }, () => {})", "there is no option point"),
        ("check('b', { needs: 'a' }, () => {})", "there is no check “a” above it"),
        ("check('a', { anyOrder: 1 }, () => {})", "anyOrder has to be true, false, or how many to try, 2 to 64"),
        ("check('a', { anyOrder: 65 }, () => {})", "2 to 64"), ("check('a', { anyOrder: 'yes' }, () => {})", "2 to 64"),
        ("check('a', { points: -1 }, () => {})", "points"), ("syntax error", "SyntaxError"), ("null.x", "TypeError"),
    ])
    func wrongChecksAreNamed(text: String, words: String) async throws {
        await #expect {
            _ = try await verdict(of: Self.job(checks: text))
        } throws: { error in
            (error as? CheckFileError)?.message.contains(words) == true
        }
    }

    @Test func aFileWithoutChecksIsNoPass() async throws {
        let verdict = try await verdict(of: Self.job(checks: "// nothing"))
        #expect(verdict.checks.isEmpty && !verdict.hasPassed)
    }

    @Test func recordersTellTimesAndCalls() async throws {
        let checks = """
            check('retries', async ({ submission, time, script, expect }) => {
              const call = script.failTimes(2).then('ok')
              const result = submission.retry(call)
              await time.runAll()
              expect(call).toHaveBeenCalledTimes(3)
              expect(call).startedAt(0, 100, 300)
              await expect(result).toResolve('ok')
            })
            check('says so', ({ submission, output, expect }) => {
              expect(output).toEqual([])
              submission.greet()
              expect(output).toEqual(['hello', 'there'])
              expect(output.length).toBe(2)
            })
            check('too early', async ({ submission, time, script, expect }) => {
              const call = script.failTimes(2).then('ok')
              submission.retry(call)
              await time.runAll()
              expect(call).startedAt(0, 100, 200)
            })
            check('one at a time', async ({ script, time, expect }) => {
              const call = script.delay(10, 'x')
              await Promise.all([call(1), call(2)])
              expect(call).toHaveAtMostInFlight(1)
            })
            """
        let submission = """
            exports.greet = () => console.log('hello\\nthere')
            exports.retry = async (call) => {
              for (let n = 0; ; n += 1) {
                try { return await call() } catch { await new Promise(r => setTimeout(r, 100 * 2 ** n)) }
              }
            }
            """
        let verdict = try await verdict(of: Self.job(checks: checks, submission: submission))
        #expect(
            verdict.checks.map(Self.words) == [
                "passed", "passed", "failed: the calls were made at other times",
                "failed: too many calls were in flight at once",
            ])
        #expect(
            verdict.checks.map(Self.details) == [
                [], [], ["expected  0   100   200 ms", "got       0   100   300 ms"],
                ["expected  at most 1", "got       2"],
            ])
    }

    private static func details(_ check: CheckResult) -> [String] {
        if case .failed(let failure) = check.outcome { failure.details } else { [] }
    }

    private static func job(checks: String, submission: String = "exports.a = 1") -> CheckJob {
        CheckJob(
            submission: .init(path: "/exercise/a.js", text: submission),
            checks: .init(path: "/exercise/checks.js", text: checks), entry: nil)
    }

    private func verdict(of job: CheckJob, timeout: UInt64 = 20_000_000_000) async throws -> CheckedSubmission {
        CheckedSubmission(checks: try await StageChecks.run(job, timeout: timeout))
    }

    private static func words(_ check: CheckResult) -> String {
        switch check.outcome {
        case .passed: "passed"
        case .failed(let failure): "failed: \(failure.message)"
        case .skipped(let needs): "needs \(needs)"
        case .stopped(let reason): "stopped \(reason)"
        case .error(let words): "error: \(words)"
        }
    }
}
