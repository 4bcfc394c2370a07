// SPDX-License-Identifier: MIT
import EngineTesting
import ScriptEngine
import Testing

@Suite struct MemoryTests {
    /// Does a bit of everything that keeps values for a while.
    private func exercise(_ session: Session) {
        let context = session.context
        let function = session.run("(function (a) { return { a } })").value ?? context.undefined
        let object = context.object(in: session.realm)
        object.set(
            "list", to: context.array([context.string("text"), context.number(1), context.null], in: session.realm))
        _ = context.call(function, [object]).value?.property("a")?.property("list")?.element(0)?.text
        let number = object.leak()
        _ = context.call(function, with: number)
        context.forget(number)
        _ = context.callOnce(function.leak())
        _ = context.callOnce(context.number(1).leak())
        session.run("take({}, 'text', new Uint8Array(3)); try { fail() } catch {}; let = 1")
        session.run("throw new Error('x')")
        if case .thrown(let error) = session.run("null.x") { _ = context.describe(error) }
        session.run("Promise.reject(1).catch(() => {}); (async () => { await 1; await 2 })(); import('m')")
        session.runJobs()
        session.host.imports = []
        session.host.rejections = []
        _ = context.compileFunction(parameters: ["a"], Source("return a", file: "f.js"), in: session.realm)
        if let module = context.compileModule(Source("export default 1", file: "m.mjs"), in: session.realm).value {
            _ = context.instantiate(module)
            _ = context.evaluate(module: module)
            _ = context.namespace(of: module)
        }
        session.runJobs()
    }

    @Test func nothingIsKeptThatNobodyHolds() async throws {
        try await withSession { session in
            session.define("take") { arguments in
                let number = arguments.leak(0)
                _ = arguments.value(1).text
                _ = arguments.withBytes(2) { $0.count }
                session.context.forget(number)
            }
            session.define("fail") { _ throws(ThrownError) in throw .typeError("no") }
            exercise(session)
            let before = session.context.keptValues
            for _ in 0..<50 { exercise(session) }
            #expect(session.context.keptValues == before)
        }
    }

    @Test func whatSwiftHoldsSurvivesACollection() async throws {
        try await withSession { session in
            let values = (0..<3_000).map { session.run("({ n: \($0) })").value }
            session.context.collectGarbage()
            #expect(values.indices.allSatisfy { values[$0]?.property("n")?.number == Double($0) })
        }
    }

    @Test func whatNobodyHoldsIsCollected() async throws {
        try await withSession { session in
            session.context.collectGarbage()
            let before = session.context.heapBytes
            session.run("for (let n = 0; n < 200000; n++) globalThis.last = { n, text: 'x' + n }")
            session.run("last = undefined")
            session.context.collectGarbage()
            #expect(session.context.heapBytes < before + (1 << 20))
        }
    }

    // Loops that allocate by malloc as well, such as growing arrays, reach the limit only after many collections.
    @Test(arguments: [
        "let f = () => 0; while (true) { const g = f; f = () => g }", "let o = {}; while (true) o = { o }",
        "let s = 'x'; const a = []; while (true) a.push(s += 'y')",
    ])
    func theHeapLimitEndsAProgram(_ source: String) async throws {
        try await withSession(ScriptContext.Options(heapBytes: 12 << 20)) { session in
            guard case .thrown(let error) = session.run("(() => { \(source) })()") else {
                Issue.record("it ended otherwise")
                return
            }
            #expect(error.kind == .string)
            #expect(error.text == "out of memory")
            session.context.collectGarbage()
            #expect(session.result("'the context goes on'") == "the context goes on")
        }
    }

    @Test func aDeepStackIsAnErrorNotACrash() async throws {
        try await withSession(ScriptContext.Options(stackBytes: 256 << 10)) { session in
            for source in [
                "(function f() { f() })()", "const a = []; a[0] = a; const f = () => [1].map(f); f()",
                "let o = {}; for (let n = 0; n < 1e5; n++) o = [o]; JSON.stringify(o)",
                "eval('('.repeat(1e5))", "new RegExp('('.repeat(1e5) + ')'.repeat(1e5))",
            ] {
                let text = session.result("{ \(source) }")
                #expect(text.hasPrefix("thrown "), "\(source): \(text)")
                #expect(session.result("1") == "1")
            }
        }
    }
}

@Suite struct ContextLifeTests {
    @Test func contextsFollowEachOtherOnOneThread() async throws {
        try await onEngineThread {
            for round in 0..<10 {
                let session = try Session(ScriptContext.Options())
                session.run("var log = []; Promise.resolve().then(() => log.push(\(round)))")
                session.runJobs()
                #expect(session.result("log.join()") == "\(round)")
                session.close()
            }
        }
    }

    @Test func closingTwiceIsClosingOnce() async throws {
        try await onEngineThread {
            let session = try Session(ScriptContext.Options())
            session.close()
            session.close()
        }
    }

    @Test func valuesMayOutliveTheirContext() async throws {
        try await onEngineThread {
            var values: [ScriptValue?] = []
            let session = try Session(ScriptContext.Options())
            values.append(session.run("({ a: 1 })").value)
            values.append(session.context.function("f", length: 0, in: session.realm) { _ in })
            if case .thrown(let error) = session.run("null.x") { values.append(error) }
            session.close()
            values.removeAll()
            let next = try Session(ScriptContext.Options())
            #expect(next.result("1 + 1") == "2")
            next.close()
        }
    }

    @Test func waitingJobsAndImportsGoWithTheirContext() async throws {
        try await onEngineThread {
            for _ in 0..<3 {
                let session = try Session(ScriptContext.Options())
                session.run("for (let n = 0; n < 3000; n++) Promise.resolve().then(() => n); import('a')")
                #expect(session.host.jobs.count == 3_000)
                session.close()
            }
        }
    }

    @Test func eachThreadHasItsOwnContext() async throws {
        let results = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<3 {
                let thread = EngineThread()
                group.addTask(executorPreference: thread) {
                    precondition(EngineProcess.isStarted)
                    let session = try Session(ScriptContext.Options())
                    defer { session.close() }
                    return session.result(
                        "let sum = \(number); for (let n = 0; n < 200000; n++) sum += [n].map(x => x & 1)[0]; sum")
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(results == ["100000", "100001", "100002"])
    }
}
