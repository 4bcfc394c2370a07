// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

@Suite struct PromiseObservationTests {
    @Test(arguments: PromisePrograms.all.keys.sorted())
    func whatAProgramDoesIsTold(_ name: String) async throws {
        let (source, expected) = try #require(PromisePrograms.all[name])
        let told = try await withSession { try observed(source, in: $0) }
        #expect(told == expected)
    }

    /// With a collection at every call and with async stacks, whatever is not rooted or not yet made shows.
    @Test(arguments: PromisePrograms.all.keys.sorted())
    func nothingChangesWithCollectionsAndAsyncStacks(_ name: String) async throws {
        let (source, expected) = try #require(PromisePrograms.all[name])
        let told = try await withSession(ScriptContext.Options(keepsAsyncStacks: true)) { session in
            session.context.setCollectsAtEveryCall(true)
            return try observed(source, in: session)
        }
        #expect(told == expected)
    }

    private func observed(_ source: String, in session: Session) throws -> String {
        let log = ObservationLog(session.context)
        session.define("mark") { _ in log.note("mark") }
        try session.context.observeExecution(.promises, of: session.realm, by: log)
        session.run(source)
        while !session.host.jobs.isEmpty {
            let job = session.host.jobs.removeFirst()
            log.note(job: session.context.origin(of: job))
            _ = session.context.run(job)
        }
        try session.context.observeExecution(.none, of: session.realm, by: nil)
        return log.lines.joined(separator: "\n")
    }

    @Test func aModuleThatAwaitsIsAFunctionThatWaits() async throws {
        let told = try await withSession { session in
            let log = ObservationLog(session.context)
            let graph = ModuleGraph(session)
            try session.context.observeExecution(.promises, of: session.realm, by: log)
            try graph.add("a", "export const a = 1;\nawait a")
            #expect(graph.run("a") == "fulfilled")
            try session.context.observeExecution(.none, of: session.realm, by: nil)
            return log.lines
        }
        #expect(
            told.filter { $0.hasPrefix("await") || $0.hasPrefix("go") } == [
                "await p2 <- p3 a.mjs:2:1", "go p2 a.mjs:2:1",
            ])
    }

    @Test(arguments: [false, true])
    func programsRunTheSame(_ keepsAsyncStacks: Bool) async throws {
        func output(_ detail: ExecutionDetail) async throws -> String {
            try await withSession(ScriptContext.Options(keepsAsyncStacks: keepsAsyncStacks)) { session in
                let log = ObservationLog(session.context)
                try session.context.observeExecution(detail, of: session.realm, by: log)
                session.run(PromisePrograms.ordered)
                session.runJobs()
                return session.result("out.join('\\n')")
            }
        }
        let plain = try await output(.none)
        #expect(plain.contains("t19"))
        #expect(try await output(.promises) == plain)
    }

    @Test func recursionWithoutEndStaysARangeError() async throws {
        let told = try await withSession { session in
            let log = ObservationLog(session.context)
            try session.context.observeExecution(.promises, of: session.realm, by: log)
            session.run(
                """
                var message = '', other = '';
                function f() { new Promise(r => r(1)).then(() => {}); f() }
                async function g() { await g() }
                try { f() } catch (e) { message = e.message }
                g().catch(e => other = e.message)
                """)
            session.runJobs()
            return session.result("message + '; ' + other")
        }
        #expect(told == "Maximum call stack size exceeded; Maximum call stack size exceeded")
    }

    @Test func awaitsLeaveNothingBehind() async throws {
        try await withSession { session in
            let counter = EventCounter()
            try session.context.observeExecution(.promises, of: session.realm, by: counter)
            let before = session.context.keptValues
            session.run("var done = false; (async () => { for (let i = 0; i < 20000; i++) await i; done = true })()")
            session.runJobs()
            session.context.collectGarbage()
            #expect(session.result("done") == "true")
            #expect(counter.count == 80_002)
            #expect(session.context.keptValues == before)
        }
    }

    @Test func watchingMayEndWhileTheProgramRuns() async throws {
        try await withSession { session in
            let log = ObservationLog(session.context)
            try session.context.observeExecution(.promises, of: session.realm, by: log)
            session.run("var r, out = []; const p = new Promise(f => r = f); p.then(v => out.push(v))")
            let count = log.lines.count
            try session.context.observeExecution(.none, of: session.realm, by: nil)
            session.run("r(1); Promise.resolve(2).then(v => out.push(v))")
            #expect(session.host.jobs.map { session.context.origin(of: $0).promise } == [0, 0])
            session.runJobs()
            #expect(session.result("out.join()") == "1,2")
            #expect(log.lines.count == count)
        }
    }

    @Test func thePlaceOfACallerIsTheProgramsOwn() async throws {
        let told = try await withSession { session in
            let (context, log) = (session.context, ObservationLog(session.context))
            session.define("here") { _ in log.note(log.text(context.callerPlace)) }
            session.run("var inner = f => f()", file: "node:inner")
            session.run("here();\n[1].forEach(() => here());\n inner(here)")
            #expect(context.callerPlace == .nowhere)
            return log.lines
        }
        #expect(told == ["1:1", "2:19", "3:7"])
    }
}

/// An observer that counts what it hears of promises.
private final class EventCounter: ExecutionObserver {
    private(set) var count = 0

    func promiseCreated(_ promise: UInt64, at place: SourcePlace) { count += 1 }
    func promiseSettled(_ promise: UInt64, isRejected: Bool, at place: SourcePlace) { count += 1 }
    func handlerAttached(to promise: UInt64, derived: UInt64, at place: SourcePlace) { count += 1 }
    func suspended(function: UInt64, awaiting: UInt64, at place: SourcePlace) { count += 1 }
    func resumed(function: UInt64, at place: SourcePlace) { count += 1 }
    func entered(frame: UInt64, function: String, at place: SourcePlace) {}
    func statement(frame: UInt64, depth: Int, at place: SourcePlace) {}
    func variable(frame: UInt64, name: String, value: String) {}
    func left(frame: UInt64) {}
}
