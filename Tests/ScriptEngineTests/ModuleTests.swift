// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

@Suite struct ModuleTests {
    @Test func aGraphLinksAndRunsDependenciesFirst() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            try graph.add("leaf", "log.push('leaf'); export let count = 0; export function grow() { count++ }")
            try graph.add(
                "middle", "import { count, grow } from 'leaf'; log.push('middle ' + count); export { count, grow }")
            try graph.add(
                "main",
                "import * as leaf from 'leaf'; import { count, grow } from 'middle'; grow();"
                    + "log.push(leaf.count + count)"
            )
            #expect(graph.run("main") == "fulfilled")
            #expect(session.result("log.join()") == "leaf,middle 0,2")
        }
    }

    @Test func requestsAreInSourceOrderWithTheirPlaces() async throws {
        try await withSession { session in
            let text = "import 'one';\nimport two from 'two';\n  export * from 'three';\nimport('dynamic');"
            let module = try #require(
                session.context.compileModule(Source(text, file: "m.mjs"), in: session.realm).value)
            let requests = session.context.requests(of: module)
            #expect(requests.map(\.specifier) == ["one", "two", "three"])
            #expect(requests.map(\.line) == [1, 2, 3])
        }
    }

    @Test func cyclesSeeLiveBindingsAndTheTemporalDeadZone() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            try graph.add("a", "import { b, readA } from 'b'; export let a = 'A'; log.push(b, readA())")
            try graph.add(
                "b",
                "import { a } from 'a'; export const b = 'B'; export const readA = () => a;"
                    + "try { a } catch (e) { log.push(e.name) }")
            #expect(graph.run("a") == "fulfilled")
            #expect(session.result("log.join()") == "ReferenceError,B,A")
        }
    }

    @Test func aModuleRunsOnce() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            try graph.add("once", "log.push('once'); export default {}")
            try graph.add("left", "import o from 'once'; export default o")
            try graph.add("main", "import l from 'left'; import o from 'once'; log.push(l === o)")
            #expect(graph.run("main") == "fulfilled")
            #expect(graph.run("main") == "fulfilled")
            #expect(session.result("log.join()") == "once,true")
        }
    }

    @Test func topLevelAwaitHoldsImportersBack() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            try graph.add("slow", "log.push('before'); await null; log.push('after'); export const v = 1")
            try graph.add("other", "log.push('other')")
            try graph.add("main", "import { v } from 'slow'; import 'other'; log.push('main ' + v)")
            #expect(graph.run("main") == "fulfilled")
            #expect(session.result("log.join()") == "before,other,after,main 1")
        }
    }

    @Test func anAwaitThatNeverSettlesLeavesThePromisePending() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            try graph.add("main", "await new Promise(() => {})")
            #expect(graph.run("main") == "pending")
        }
    }

    @Test func aThrowInAModuleRejectsItsEvaluation() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            try graph.add("bad", "throw new Error('while loading')")
            try graph.add("main", "import 'bad'; log.push('never')")
            #expect(graph.run("main") == "rejected Error: while loading")
            #expect(graph.run("main") == "rejected Error: while loading")
            #expect(session.result("log.length") == "0")
        }
    }

    @Test func linkingFailsForAMissingNameOrModule() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            try graph.add("leaf", "export const here = 1")
            try graph.add("name", "import { missing } from 'leaf'; log.push('never')")
            try graph.add("file", "import 'nowhere'; log.push('never')")
            #expect(graph.run("name").hasPrefix("thrown SyntaxError: "))
            #expect(graph.run("file") == "thrown Error: Cannot find module 'nowhere'")
            #expect(session.result("log.length") == "0")
        }
    }

    @Test func aSyntaxErrorNamesItsPlace() async throws {
        try await withSession { session in
            let source = Source("import a from 'a';\nlet = 1;", file: "bad.mjs")
            guard case .thrown(let error) = session.context.compileModule(source, in: session.realm) else {
                Issue.record("it parsed")
                return
            }
            let description = session.context.describe(error)
            #expect(description.isSyntaxError)
            #expect(description.file == "bad.mjs")
            #expect(description.line == 2)
            #expect(description.sourceLine == "let = 1;")
        }
    }

    @Test func importMetaIsTheHostsToFill() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            session.host.fillMeta = { meta, module in
                meta.set("number", to: session.context.number(Double(module.number)))
            }
            try graph.add("a", "log.push(import.meta.number, import.meta === import.meta)")
            try graph.add("b", "import 'a'; log.push(import.meta.number)")
            #expect(graph.run("b") == "fulfilled")
            #expect(session.result("log.join()") == "0,true,1")
        }
    }

    @Test func theHostKnowsWhoImports() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            try graph.add("a", "")
            try graph.add("b", "import 'a'")
            try graph.add("c", "import 'b'; import 'a'")
            #expect(graph.run("c") == "fulfilled")
            #expect(Set(session.host.resolutions) == ["1 a", "2 a", "2 b"])
        }
    }

    @Test func namespacesAreSealedAndSorted() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            let module = try graph.add("m", "export const b = 1; export const a = 2; export default 3")
            #expect(graph.run("m") == "fulfilled")
            session.realm.set("ns", to: try #require(session.context.namespace(of: module).value))
            #expect(session.result("Object.keys(ns).join() + ns[Symbol.toStringTag]") == "a,b,defaultModule")
            #expect(session.result("'use strict'; ns.a = 1").hasPrefix("thrown TypeError: "))
        }
    }
}

@Suite struct DynamicImportTests {
    @Test func aDynamicImportGivesTheNamespace() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            let module = try graph.add("late", "log.push('late'); export const v = 7")
            session.context.evaluateText("import('late').then(ns => log.push(ns.v))", referrer: 5, in: session.realm)
            let pending = session.host.imports.removeFirst()
            #expect(pending.specifier == "late")
            #expect(pending.referrer == Referrer(number: 5))
            #expect(session.result("log.length") == "0")
            _ = session.context.instantiate(module)
            let evaluation = try #require(session.context.evaluate(module: module).value)
            session.context.finish(pending.request, evaluation: evaluation)
            session.runJobs()
            #expect(session.result("log.join()") == "late,7")
        }
    }

    @Test func aFailedDynamicImportRejects() async throws {
        try await withSession { session in
            _ = ModuleGraph(session)
            session.run("import('gone').catch(e => log.push('caught ' + e))")
            let pending = session.host.imports.removeFirst()
            session.context.finish(pending.request, thrown: session.context.string("reason"))
            session.runJobs()
            #expect(session.result("log.join()") == "caught reason")
        }
    }

    @Test func aModuleThatThrowsRejectsTheImport() async throws {
        try await withSession { session in
            let graph = ModuleGraph(session)
            let module = try graph.add("bad", "throw new TypeError('at load')")
            session.run("import('bad').then(() => log.push('no'), e => log.push(String(e)))")
            _ = session.context.instantiate(module)
            let evaluation = try #require(session.context.evaluate(module: module).value)
            session.context.finish(session.host.imports.removeFirst().request, evaluation: evaluation)
            session.runJobs()
            #expect(session.result("log.join()") == "TypeError: at load")
        }
    }

    @Test func theSpecifierIsConvertedAndMayThrow() async throws {
        try await withSession { session in
            _ = ModuleGraph(session)
            session.run(
                "import({ toString() { return 'ünï' } }); import({ toString() { throw 1 } }).catch(e => log.push(e))")
            #expect(session.host.imports.map(\.specifier) == ["ünï"])
            session.runJobs()
            #expect(session.result("log.join()") == "1")
        }
    }

    @Test func anImportThatIsNeverEndedLeavesNothingBehind() async throws {
        try await withSession { session in
            let before = session.context.keptValues
            session.run("import('never')")
            session.host.imports = []
            #expect(session.context.keptValues == before)
        }
    }
}
