// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

@Suite struct ScriptTests {
    @Test func theValueIsThatOfTheLastStatement() async throws {
        try await withSession { session in
            #expect(session.result("1; 2; if (true) { 3 }") == "3")
            #expect(session.result("let a = 1") == "undefined")
            #expect(session.result("") == "undefined")
            #expect(session.result("// only a comment") == "undefined")
        }
    }

    @Test func scriptsShareTheGlobalScope() async throws {
        try await withSession { session in
            session.run("let a = 1; const b = 2; var c = 3; function d() { return 4 } class E {}")
            #expect(
                session.result("[a, b, c, d(), typeof E, 'a' in globalThis, 'c' in globalThis].join()")
                    == "1,2,3,4,function,false,true")
            #expect(session.result("let a = 5").hasPrefix("thrown SyntaxError: "))
        }
    }

    @Test func aCompiledFunctionHasParametersAndItsOwnScope() async throws {
        try await withSession { session in
            let context = session.context
            let source = Source("const local = exports + 1;\nreturn [local, name, typeof this].join()", file: "f.js")
            let compiled = context.compileFunction(parameters: ["exports", "name"], source, in: session.realm)
            let function = try #require(compiled.value)
            #expect(Session.describe(context.call(function, [context.number(1), context.string("🎉")])) == "2,🎉,object")
            #expect(session.result("typeof local") == "undefined")
        }
    }

    @Test func aCompiledFunctionKeepsTextBeyondASCII() async throws {
        try await withSession { session in
            let source = Source("return 'ünï 日本 🎉' // 終", file: "f.js")
            let compiled = session.context.compileFunction(parameters: [], source, in: session.realm)
            let function = try #require(compiled.value)
            #expect(Session.describe(session.context.call(function, [])) == "ünï 日本 🎉")
        }
    }

    @Test func linesOfACompiledFunctionCountFromItsText() async throws {
        try await withSession { session in
            let compiled = session.context.compileFunction(
                parameters: ["a", "b"], Source("\nnull.x", file: "f.js", line: 10), in: session.realm)
            guard case .thrown(let error) = session.context.call(try #require(compiled.value), []) else {
                Issue.record("it did not throw")
                return
            }
            #expect(session.context.describe(error).line == 11)
        }
    }

    @Test(arguments: [
        ("1 + 1", true), ("if (x) {", false), ("function f(", false), ("`open", false), ("/* open", false),
        ("let = ;", true), ("}", true), ("", true), ("a.b(\n", false), ("x =>", false),
    ])
    func moreLinesMayMakeAScript(_ text: String, _ isComplete: Bool) async throws {
        try await withSession { session in
            #expect(session.context.isComplete(text, in: session.realm) == isComplete)
            #expect(session.result("'nothing ran'") == "nothing ran")
        }
    }

    @Test func builtinFilesCompileAsFunctions() async throws {
        try await withSession { session in
            #expect(session.context.compileBuiltin("internal/none", in: session.realm) == nil)
            let path = try #require(session.context.compileBuiltin("node:path", in: session.realm)?.value)
            #expect(path.kind == .function)
            #expect(path.property("length")?.number == 4)
        }
    }

    @Test func dateReadsTheHostsClock() async throws {
        try await withSession { session in
            session.host.dateMilliseconds = 86_400_000
            session.context.useHostClockForDate()
            #expect(session.result("Date.now() + new Date().toISOString()") == "864000001970-01-02T00:00:00.000Z")
            session.host.dateMilliseconds += 1
            #expect(session.result("Date.now()") == "86400001")
        }
    }

    @Test func theParserIsKeptOffTheLanguage() async throws {
        try await withSession { session in
            let tools = session.context.object(in: session.realm)
            session.context.defineParser(on: tools, in: session.realm)
            session.realm.set("tools", to: tools)
            #expect(session.result("tools.parse('a + b').body[0].expression.type") == "BinaryExpression")
            #expect(session.result("tools.parse('await 1', { target: 'module' }).body.length") == "1")
            #expect(session.result("typeof Reflect.parse") == "undefined")
        }
    }
}
