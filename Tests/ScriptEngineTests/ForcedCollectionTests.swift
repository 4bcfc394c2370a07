// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

/// With a collection at every call between host and script, a value that nobody roots is gone at once.
@Suite struct ForcedCollectionTests {
    private static let programs = [
        "promises": (
            "(async () => { for (const n of [1, 2, 3]) note(await { then: r => r({ n }) }) })()"
                + ".then(() => note('end'))",
            "{\"n\":1} {\"n\":2} {\"n\":3} \"end\""
        ),
        "combinators": (
            "Promise.allSettled([1, Promise.reject('no'), new Promise(r => r({ a: [1] }))]).then(note)",
            "[{\"status\":\"fulfilled\",\"value\":1},{\"status\":\"rejected\",\"reason\":\"no\"},"
                + "{\"status\":\"fulfilled\",\"value\":{\"a\":[1]}}]"
        ),
        "generators": (
            "async function* g() { yield [1]; yield* [[2], [3]] }"
                + "(async () => { for await (const v of g()) note(v) })()",
            "[1] [2] [3]"
        ),
        "calls": (
            "note(echo({ a: [{}, 'ünï', 1.5, 10] })); note(again(v => again(w => [v, w], { w: 1 }), { v: 2 }))",
            "{\"a\":[{},\"ünï\",1.5,10]} [{\"v\":2},{\"w\":1}]"
        ),
        "errors": (
            "try { raise('möglich') } catch (e) { note([e.message, e.code, e.stack.length > 0]) }"
                + "try { again(() => { throw { own: 1 } }) } catch (e) { note(e) }",
            "[\"möglich\",\"ERR_X\",true] {\"own\":1}"
        ),
        "clones": (
            "const v = { m: new Map([[{}, [1]]]), e: new RangeError('r'), b: new Uint8Array(3) };"
                + "const m = cloneValue(v, undefined, []);"
                + "note([[...m.m], m.e.message, m.b.length])",
            "[[[{},[1]]],\"r\",3]"
        ),
        "values": (
            "note(make()); note(classOf(new Map) + errorStack(new Error).startsWith('    at '))",
            "{\"list\":[1,\"two\",null,true],\"bytes\":{\"0\":1,\"1\":2}} \"Maptrue\""
        ),
        "parsing": ("note(parse('a => a').body[0].expression.type)", "\"ArrowFunctionExpression\""),
    ]

    @Test(arguments: programs.keys.sorted())
    func programsRunTheSame(_ name: String) async throws {
        let (source, expected) = try #require(Self.programs[name])
        try await withSession(ScriptContext.Options(keepsAsyncStacks: true)) { session in
            var notes: [String] = []
            session.context.setCollectsAtEveryCall(true)
            define(on: session) { notes.append($0) }
            #expect(!session.result(source).hasPrefix("thrown"))
            while !session.host.jobs.isEmpty {
                let job = session.host.jobs.removeFirst()
                _ = session.context.label(of: job)
                _ = session.context.run(job)
            }
            #expect(notes.joined(separator: " ") == expected)
        }
    }

    private func define(on session: Session, _ note: @escaping (String) -> Void) {
        let context = session.context
        let realm = session.realm
        context.defineIntrospection(on: realm, in: realm)
        session.defineClone()
        context.defineParser(on: realm, in: realm)
        let stringify = realm.property("JSON")?.property("stringify") ?? context.undefined
        session.define("note") { arguments in
            note(context.call(stringify, [arguments.value(0)]).value?.text ?? "?")
        }
        session.define("echo") { $0.returns($0.value(0)) }
        session.define("again") { arguments throws(ThrownError) in
            switch context.call(arguments.value(0), [arguments.value(1)]) {
            case .normal(let value): arguments.returns(value)
            case .thrown(let error): throw .kept(error.leak())
            case .terminated: throw .terminate
            }
        }
        session.define("raise") { arguments throws(ThrownError) in
            throw .make(.rangeError, message: arguments.text(0), code: "ERR_X")
        }
        session.define("make") { arguments in
            let object = context.object(in: realm)
            let items = [context.number(1), context.string("two"), context.null, context.boolean(true)]
            object.set("list", to: context.array(items, in: realm))
            object.set("bytes", to: context.bytes([1, 2], in: realm))
            arguments.returns(object)
        }
    }

    @Test func modulesLinkAndImport() async throws {
        try await withSession { session in
            session.context.setCollectsAtEveryCall(true)
            let graph = ModuleGraph(session)
            session.host.fillMeta = { meta, _ in meta.set("list", to: session.context.array([], in: session.realm)) }
            try graph.add("a", "export const a = [{ deep: 1 }]; await null; log.push(import.meta.list.length)")
            try graph.add(
                "b", "import { a } from 'a'; log.push(a[0].deep); import('a').then(ns => log.push(ns.a === a))")
            #expect(graph.run("b") == "fulfilled")
            let pending = session.host.imports.removeFirst()
            let module = try #require(session.host.modules["a"])
            let evaluation = try #require(session.context.evaluate(module: module).value)
            session.context.finish(pending.request, evaluation: evaluation)
            session.runJobs()
            #expect(session.result("log.join()") == "0,1,true")
        }
    }
}
