// SPDX-License-Identifier: MIT
import Glibc
import HostRuntime
import Scheduling
import Testing

/// A program can be ended from wherever it is, and nothing of it runs afterwards.
@Suite struct RunEndingTests {
    @Test(arguments: CallbackKind.all)
    func exit(_ kind: CallbackKind) async throws {
        let run = try await ProgramRun.of(kind.program("process.exit(7)"))
        #expect(run == ProgramRun(ending: .exited(code: 7), output: "", error: run.error))
        #expect(!run.error.contains("Error"))
    }

    @Test(arguments: CallbackKind.all)
    func uncaughtException(_ kind: CallbackKind) async throws {
        let run = try await ProgramRun.of(kind.throwingProgram("new RangeError('boom')"))
        #expect(run.ending == .exited(code: kind.name == "exception listener" ? 7 : 1))
        #expect(run.error.contains("RangeError: boom"))
        #expect(run.output == "")
    }

    @Test(arguments: CallbackKind.all)
    func timeout(_ kind: CallbackKind) async throws {
        let run = try await stopped(kind, "while (true);", Watchdog.Limits(timeout: 1))
        #expect(run == .init(ending: .timedOut, output: "ready\n", error: run.error))
    }

    @Test(arguments: CallbackKind.all)
    func memoryOfTheProcess(_ kind: CallbackKind) async throws {
        let run = try await stopped(kind, "for (;;) try { null.x } catch {}", Watchdog.Limits(memoryBytes: 1))
        #expect(run.ending == .heapLimit(bytes: 1 << 30))
        #expect(run.output == "ready\n")
    }

    // What an exception listener throws ends the program with 7, whatever it is.
    @Test(arguments: CallbackKind.all.filter { $0.name != "exception listener" })
    func heapOfTheEngine(_ kind: CallbackKind) async throws {
        let program = kind.throwingProgram("(() => { let f = () => 0; for (;;) { const g = f; f = () => g } })()")
        let run = try await ProgramRun.of(program, heapBytes: 12 << 20)
        #expect(run.ending == .heapLimit(bytes: 12 << 20))
        #expect(run.output == "")
    }

    @Test(arguments: CallbackKind.all)
    func outputThatFails(_ kind: CallbackKind) async throws {
        let program = kind.program("console.log('one'); console.log('two')")
        let run = try await ProgramRun.of(program) { _, output in
            output.failure = { $0.contains("two") ? ENOSPC : 0 }
        }
        #expect(run.ending == .outputFailed(errno: ENOSPC))
        #expect(run.output == "one\n")
    }

    // The limits count from the moment at which the program says that it runs.
    private func stopped(_ kind: CallbackKind, _ statement: String, _ limits: Watchdog.Limits) async throws
        -> ProgramRun
    {
        let program = kind.program("console.log('ready'); \(statement)")
        return try await ProgramRun.of(program, heapBytes: 1 << 30) { runtime, output in
            output.onWrite = { [unowned runtime] text in
                if runtime.watchdog == nil && text == "ready\n" { runtime.watch(limits) }
            }
        }
    }

    @Test(arguments: [
        "while (true);", "/^(a+)+$/.test('a'.repeat(60) + 'b')", "setTimeout(() => {}, 1e9)",
        "setInterval(() => {}, 1e6)", "const f = () => setImmediate(f); f()",
        "const f = () => process.nextTick(f); f()",
        "const f = () => queueMicrotask(f); f()", "const f = () => Promise.resolve().then(f); f()",
        "(async () => { for (;;) await null })()",
        "const a = Array.from({ length: 1e5 }, (_, i) => i); for (;;) a.sort((x, y) => y - x)",
    ])
    func whateverNeverEndsIsStopped(_ source: String) async throws {
        let run = try await ProgramRun.of(source, clock: .system) { runtime, _ in
            runtime.watch(Watchdog.Limits(timeout: 5_000_000))
        }
        #expect(run.ending == .timedOut)
    }

    @Test func virtualTimeHasAnEnd() async throws {
        let run = try await ProgramRun.of(
            "setInterval(() => {}, 2 ** 31 - 1); process.on('exit', () => console.log('exit'))")
        #expect(run.ending == .clockExhausted)
        #expect(run.output == "")
    }

    @Test(arguments: [
        ("", 0), ("process.exitCode = 3", 3), ("process.exit()", 0), ("process.exitCode = 4; process.exit()", 4),
        ("process.on('exit', () => { process.exitCode = 5 })", 5), ("process.on('exit', () => process.exit(6))", 6),
        ("process.exitCode = 2; throw 1", 1), ("process.exit(256 + 9)", 265), ("await new Promise(() => {})", 13),
        ("Promise.reject(1)", 1), ("process.on('uncaughtException', () => {}); throw 1", 0), ("let let = 1", 1),
    ])
    func codes(_ source: String, _ code: Int32) async throws {
        #expect(try await ProgramRun.of(source).ending == .exited(code: code))
    }

    @Test(arguments: [
        "console.log('lost')", "process.stdout.write('lost')",
        "process.on('exit', () => console.log('lost'))",
    ])
    func everyStreamMayFail(_ source: String) async throws {
        let run = try await ProgramRun.of(source + "\n;setTimeout(() => {}, 1000)") { _, output in
            output.failure = { $0.contains("lost") ? EPIPE : 0 }
        }
        #expect(run.ending == .outputFailed(errno: EPIPE))
    }

    @Test(arguments: ["console.log('kept')", "process.exit(0)", "throw 1", ""])
    func aLastFlushMayFail(_ source: String) async throws {
        let run = try await ProgramRun.of(source) { _, output in output.flushFailure = ENOSPC }
        #expect(run.ending == .outputFailed(errno: ENOSPC))
    }

    @Test func nothingIsLeftWhenAProgramEnded() async throws {
        let programs = [
            "setTimeout(() => {}, 10); setInterval(() => {}, 5); setImmediate(() => {}); process.nextTick(() => {});"
                + "process.exit(1)",
            "for (let n = 0; n < 3000; n++) Promise.resolve().then(() => n); import('node:path'); throw 1",
        ]
        for program in programs {
            _ = try await ProgramRun.of(program)
            let next = try await ProgramRun.of("console.log('next')")
            #expect(next == ProgramRun(ending: .exited(code: 0), output: "next\n", error: ""))
        }
    }
}
