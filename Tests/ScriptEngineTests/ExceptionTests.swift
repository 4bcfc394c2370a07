// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

@Suite struct ExceptionTests {
    private func error(_ text: String, file: String = "a.js", line: Int = 1) async throws -> ErrorDescription {
        try await withSession { session in
            let completion = session.context.evaluate(Source(text, file: file, line: line), in: session.realm)
            guard case .thrown(let error) = completion else {
                throw Unexpected(text: Session.describe(completion))
            }
            return session.context.describe(error)
        }
    }

    @Test func anErrorHasThePlaceWhereItWasMade() async throws {
        let description = try await error("const a = 1;\nfunction f() {\n  return new Error('m');\n}\nthrow f();")
        #expect(description.text == "Error: m")
        #expect([description.file, "\(description.line)", "\(description.column)"] == ["a.js", "3", "10"])
        #expect(description.isError)
        #expect(!description.isSyntaxError)
    }

    @Test func anErrorOfTheEngineHasThePlaceOfTheExpression() async throws {
        let description = try await error("\nlet o = {};\n  o.f();")
        #expect(description.text == "TypeError: o.f is not a function")
        #expect(description.line == 3)
        #expect(description.column == 5)
    }

    @Test func theFirstLineMayHaveAnotherNumber() async throws {
        let description = try await error("\nundefinedName", file: "b.js", line: 41)
        #expect(description.text == "ReferenceError: undefinedName is not defined")
        #expect(description.line == 42)
        #expect(description.file == "b.js")
    }

    @Test(arguments: [
        ("throw 'text'", "text"), ("throw 12", "12"), ("throw undefined", "undefined"), ("throw null", "null"),
        ("throw { toString() { return 'mine' } }", "mine"), ("throw { toString() { throw 1 } }", "[object]"),
        ("throw Object.create(null)", "[object]"), ("throw 10n", "10"),
    ])
    func anythingCanBeThrown(_ source: String, _ text: String) async throws {
        let description = try await error(source)
        #expect(description.text == text)
        #expect(!description.isError)
        #expect(description.line == 1)
    }

    @Test(arguments: [
        ("let x = 1;\nlet y = ;\n", 2, 9, "let y = ;"),
        ("if (true) {\n  let a = 1 +* 2;\n}", 2, 14, "  let a = 1 +* 2;"),
        ("const ünï = 1;\nünï ünï;", 2, 5, "ünï ünï;"),
        ("'unclosed", 1, 10, "'unclosed"),
        ("await 1;", 1, 1, "await 1;"),
    ])
    func aSyntaxErrorHasItsLine(_ source: String, _ line: Int, _ column: Int, _ text: String) async throws {
        let description = try await error(source, file: "bad.js")
        #expect(description.isSyntaxError)
        #expect(description.file == "bad.js")
        #expect(description.line == line)
        #expect(description.column == column)
        #expect(description.sourceLine == text)
        #expect(description.text.hasPrefix("SyntaxError: "))
    }

    @Test func aSyntaxErrorInACompiledFunctionHasItsOwnLine() async throws {
        try await withSession { session in
            let compiled = session.context.compileFunction(
                parameters: ["exports", "require"], Source("let a;\nlet a;", file: "cjs.js"), in: session.realm)
            guard case .thrown(let error) = compiled else {
                Issue.record("it compiled")
                return
            }
            let description = session.context.describe(error)
            #expect(description.isSyntaxError)
            #expect(description.line == 2)
            #expect(description.sourceLine == "let a;")
            #expect(description.file == "cjs.js")
        }
    }

    @Test func aSyntaxErrorInEvalIsAnOrdinaryError() async throws {
        let description = try await error("\ntry { eval('let let') } catch (e) { throw e }")
        #expect(description.isSyntaxError)
        #expect(description.isError)
    }

    @Test func stacksHaveTheFormOfV8() async throws {
        try await withSession { session in
            let binding = session.context.object(in: session.realm)
            session.context.defineIntrospection(on: binding, in: session.realm)
            session.realm.set("binding", to: binding)
            let stack = session.result(
                """
                function outer() { return inner() }
                function inner() { return new Error('m') }
                const anonymous = [0].map(() => outer());
                binding.errorStack(anonymous[0])
                """)
            let lines = stack.split(separator: "\n")
            #expect(lines.first == "    at inner (test.js:2:27)")
            #expect(lines.dropFirst().first == "    at outer (test.js:1:27)")
            #expect(lines.allSatisfy { $0.hasPrefix("    at ") && !$0.contains("self-hosted") })
            #expect(session.result("binding.errorStack({})") == "")
            #expect(session.result("binding.errorStack(anonymous[0], 1)").split(separator: "\n").count == 1)
        }
    }

    @Test func framesOfTheHostsOwnFilesAreLeftOut() async throws {
        try await withSession { session in
            session.context.defineIntrospection(on: session.realm, in: session.realm)
            let wrapper = session.context.evaluate(
                Source("function wrap(f) { return f() }", file: "node:internal/wrap"), in: session.realm)
            #expect(wrapper.value != nil)
            let stack = session.result("errorStack(wrap(function mine() { return new Error() }))")
            #expect(stack.contains("at mine (test.js:1:"))
            #expect(!stack.contains("node:internal"))
        }
    }

    @Test func stackOverflowIsAnErrorThatCanBeCaught() async throws {
        try await withSession { session in
            let text = session.result(
                "function f() { return 1 + f() } try { f() } catch (e) { [e.name, e instanceof Error, f.name].join() }")
            #expect(text == "RangeError,true,f" || text == "InternalError,true,f")
            #expect(session.result("'still here'") == "still here")
        }
    }

    @Test func callerLocationIsTheNearestFrameOfTheProgram() async throws {
        try await withSession { session in
            var places: [String] = []
            let context = session.context
            session.define("place") { _ in places.append(context.callerLocation) }
            session.run("place();\n\n  place();", file: "p.js")
            _ = context.evaluate(Source("function viaHost() { place() }", file: "node:timers"), in: session.realm)
            session.run("\nviaHost()", file: "q.js")
            #expect(places == ["p.js:1:1", "p.js:3:3", "q.js:2:1"])
            #expect(context.callerLocation == "")
        }
    }
}

private struct Unexpected: Error {
    var text: String
}
