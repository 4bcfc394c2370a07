// SPDX-License-Identifier: MIT
import Glibc
import ScriptEngine
import Testing

/// A thread that interrupts a context once it is told that a script runs.
private final class InterruptingThread {
    private let interrupter: Interrupter
    private var threads: [pthread_t] = []

    init(_ interrupter: Interrupter) {
        self.interrupter = interrupter
    }

    func begin() {
        var thread = pthread_t()
        let argument = UnsafeMutablePointer<Interrupter>.allocate(capacity: 1)
        argument.initialize(to: interrupter)
        let failure = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let interrupter = argument.assumingMemoryBound(to: Interrupter.self)
                interrupter.pointee.interrupt()
                interrupter.deinitialize(count: 1)
                interrupter.deallocate()
                return nil
            }, argument)
        precondition(failure == 0, "no thread: \(failure)")
        threads.append(thread)
    }

    func join() {
        for thread in threads { pthread_join(thread, nil) }
        threads = []
    }
}

@Suite struct InterruptTests {
    /// Runs a test's body with a session whose scripts call `begin()` to be interrupted from another thread.
    private func withInterrupts<Result: Sendable>(
        continues: Bool = false, _ body: @Sendable (Session) throws -> Result
    ) async throws -> Result {
        try await withSession { session in
            let thread = InterruptingThread(session.context.interrupter)
            defer { thread.join() }
            session.define("begin") { _ in thread.begin() }
            session.define("isInterrupted") { [host = session.host] in $0.returns(host.interruptCount > 0) }
            session.host.answer = { continues }
            return try body(session)
        }
    }

    @Test(arguments: [
        "begin(); while (true) {}",
        "begin(); for (;;) { try { null.x } catch {} }",
        "begin(); /^(a+)+$/.test('a'.repeat(60) + 'b')",
        "begin(); 'a'.repeat(60).concat('b').replace(/(a|aa)+$/, '')",
        "begin(); const f = n => { while (true) f2(n) }, f2 = n => n + 1; f(1)",
        "begin(); [...(function* () { while (true) yield 1 })()]",
        "begin(); const a = Array.from({ length: 1e6 }, (_, i) => -i); while (true) a.sort((x, y) => x - y)",
        "begin(); Array.from({ length: 2 ** 32 - 1 }, () => { while (true); })",
        "begin(); new Proxy({}, { get() { while (true); } }).x",
        "begin(); JSON.stringify({ toJSON() { while (true); } })",
    ])
    func whateverRunsIsStopped(_ source: String) async throws {
        try await withInterrupts { session in
            #expect(session.result(source) == "terminated")
            session.host.answer = { true }
            #expect(session.result("'the context goes on'") == "the context goes on")
        }
    }

    @Test func anAnswerLetsTheScriptGoOn() async throws {
        try await withInterrupts(continues: true) { session in
            #expect(session.result("begin(); while (!isInterrupted()); 'went on'") == "went on")
            #expect(session.host.interruptCount == 1)
        }
    }

    @Test func anInterruptBetweenScriptsMeetsTheNextOne() async throws {
        try await withSession { session in
            session.host.answer = { false }
            session.context.interrupter.interrupt()
            #expect(session.result("for (let n = 0; n < 1e6; n++); 1") == "terminated")
            #expect(session.result("for (let n = 0; n < 1e6; n++); 1") == "1")
        }
    }

    @Test func aTerminationIsNotCaught() async throws {
        try await withInterrupts { session in
            let text = session.result(
                """
                try { try { begin(); while (true); } finally { globalThis.ranFinally = true } }
                catch { globalThis.ranCatch = true }
                """)
            #expect(text == "terminated")
            session.host.answer = { true }
            #expect(session.result("typeof ranFinally + typeof ranCatch") == "undefinedundefined")
        }
    }

    @Test func aTerminationClosesNoIterators() async throws {
        try await withInterrupts { session in
            let text = session.result(
                """
                const iterator = { [Symbol.iterator]() { return this }, next() { return { value: 1 } },
                  return() { globalThis.closed = true; return {} } };
                for (const each of iterator) { begin(); while (true); }
                """)
            #expect(text == "terminated")
            session.host.answer = { true }
            #expect(session.result("typeof closed") == "undefined")
        }
    }

    @Test func aPromiseJobIsStopped() async throws {
        try await withInterrupts { session in
            session.run(
                """
                var log = [];
                (async () => {
                  try { await null; begin(); while (true); } catch { log.push('catch') } finally { log.push('finally') }
                })()
                  .then(() => log.push('then'), () => log.push('rejected'));
                Promise.resolve().then(() => log.push('next job'));
                """)
            guard case .terminated = session.context.run(session.host.jobs.removeFirst()) else {
                Issue.record("it was not terminated")
                return
            }
            session.host.answer = { true }
            session.runJobs()
            #expect(session.result("log.join()") == "next job")
        }
    }

    @Test func callsInBothDirectionsAreLeft() async throws {
        try await withInterrupts { session in
            let context = session.context
            session.define("viaSwift") { arguments throws(ThrownError) in
                if case .terminated = context.call(arguments.value(0), []) { throw .terminate }
                Issue.record("the inner call was not terminated")
            }
            let text = session.result(
                "try { viaSwift(() => { begin(); while (true); }) } catch { 'caught' } finally { globalThis.f = 1 }")
            #expect(text == "terminated")
            session.host.answer = { true }
            #expect(session.result("typeof f") == "undefined")
        }
    }

    @Test func swiftMayTerminateByItself() async throws {
        try await withSession { session in
            session.define("stop") { _ throws(ThrownError) in throw .terminate }
            #expect(session.result("try { stop() } catch { 'caught' } finally { globalThis.f = 1 }") == "terminated")
            #expect(session.result("typeof f") == "undefined")
        }
    }

    @Test func aModuleIsStopped() async throws {
        try await withInterrupts { session in
            let graph = ModuleGraph(session)
            let module = try graph.add("m", "try { begin(); while (true); } finally { log.push('finally') }")
            _ = session.context.instantiate(module)
            guard case .terminated = session.context.evaluate(module: module) else {
                Issue.record("it was not terminated")
                return
            }
            session.host.answer = { true }
            #expect(session.result("log.length") == "0")
        }
    }
}
