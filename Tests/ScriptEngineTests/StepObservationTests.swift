// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

@Suite struct StepObservationTests {
    @Test(arguments: StepPrograms.all.keys.sorted())
    func whatAProgramDoesIsTold(_ name: String) async throws {
        let (source, expected) = try #require(StepPrograms.all[name])
        let told = try await withSession { try steps(of: source, in: $0) }
        #expect(told.joined(separator: "\n") == expected)
    }

    @Test(arguments: StepPrograms.all.keys.sorted())
    func nothingChangesWithCollections(_ name: String) async throws {
        let (source, expected) = try #require(StepPrograms.all[name])
        let told = try await withSession(ScriptContext.Options(keepsAsyncStacks: true)) { session in
            session.context.setCollectsAtEveryCall(true)
            return try steps(of: source, in: session)
        }
        #expect(told.joined(separator: "\n") == expected)
    }

    /// No getter, trap or `toString` of the program runs for these.
    @Test(arguments: StepPrograms.previews.map(\.value))
    func valuesAreShownInAFewWords(_ value: String) async throws {
        let expected = StepPrograms.previews.first { $0.value == value }?.preview ?? ""
        let told = try await withSession { session in
            let log = ObservationLog(session.context)
            session.define("boom") { _ in log.note("the program's code ran") }
            return try steps(of: "let value = \(value);\nvalue;", in: session, log)
        }
        #expect(told.last { $0.hasPrefix("var") } == "var 1 value=" + expected)
        #expect(!told.contains { $0.hasPrefix("the") })
    }

    private func steps(of source: String, in session: Session, _ log: ObservationLog? = nil) throws -> [String] {
        let log = log ?? ObservationLog(session.context)
        try session.context.observeExecution(.statements, of: session.realm, by: log)
        session.run(source)
        session.runJobs()
        try session.context.observeExecution(.none, of: session.realm, by: nil)
        let kinds: Set<Substring> = ["enter", "step", "var", "leave", "the"]
        return log.lines.filter { kinds.contains($0.prefix { $0 != " " }) }
    }

    @Test func theHostsOwnFunctionsAreNotTold() async throws {
        let told = try await withSession { session in
            session.run("var twice = (f) => { const first = f(); return first + f() }", file: "node:inner")
            return try steps(of: "twice(() => 1)", in: session)
        }
        #expect(
            told == [
                "enter 1  1:1", "step 1 0 1:1", "enter 2  1:13", "step 2 1 1:13", "leave 2", "enter 3  1:13",
                "step 3 1 1:13", "leave 3", "leave 1",
            ])
    }

    @Test func modulesAreTold() async throws {
        let told = try await withSession { session in
            let log = ObservationLog(session.context)
            let graph = ModuleGraph(session)
            try session.context.observeExecution(.statements, of: session.realm, by: log)
            try graph.add("a", "export let a = 1;\nawait 0;\na++;")
            try graph.add("b", "import { a } from 'a';\nconst b = a;\nb;")
            #expect(graph.run("b") == "fulfilled")
            try session.context.observeExecution(.none, of: session.realm, by: nil)
            return log.lines.filter { $0.hasPrefix("var") || $0.hasPrefix("step") }
        }
        #expect(
            told == [
                "var 1 a=<uninitialized>", "step 1 0 a.mjs:1:16", "var 1 a=1", "step 1 0 a.mjs:2:1",
                "step 1 0 a.mjs:3:1", "var 2 a=2", "var 2 b=<uninitialized>", "step 2 0 b.mjs:2:11", "var 2 b=2",
                "step 2 0 b.mjs:3:1",
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
        #expect(try await output(.statements) == output(.none))
    }

    @Test func recursionWithoutEndStaysARangeError() async throws {
        let told = try await withSession { session in
            _ = try steps(
                of: """
                    var caught = [];
                    function f(a, b) { const c = { a, b }; f(b, a) }
                    async function g() { await g() }
                    const h = (n) => [n].map(h);
                    for (const endless of [f, h]) try { endless(1, 'x') } catch (e) { caught.push(e.name) }
                    g().catch(e => caught.push(e.name));
                    """, in: session)
            return session.result("caught.join()")
        }
        #expect(told == "RangeError,RangeError,RangeError")
    }

    @Test func aProgramThatIsStoppedEnds() async throws {
        try await withSession { session in
            let log = ObservationLog(session.context)
            session.define("stop") { _ in
                session.host.answer = { false }
                session.context.interrupter.interrupt()
            }
            try session.context.observeExecution(.statements, of: session.realm, by: log)
            #expect(session.result("try { stop(); for (;;) var i = 1 } finally { stop() }") == "terminated")
            #expect(log.lines.last == "leave 1")
            session.host.answer = { true }
            #expect(session.result("1 + 1") == "2")
        }
    }

    @Test func aProgramCanBeWatchedAgain() async throws {
        try await withSession { session in
            let first = try steps(of: "var f = () => 1; f()", in: session)
            session.run("f()")
            #expect(try steps(of: "f()", in: session).count < first.count)
        }
    }
}
