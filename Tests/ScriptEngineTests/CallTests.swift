// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

@Suite struct CallTests {
    @Test func argumentsAndReceiverReachTheFunction() async throws {
        try await withSession { session in
            let context = session.context
            let function = try #require(
                session.run("(function () { 'use strict'; return [this, ...arguments].map(String).join('|') })").value)
            #expect(Session.describe(context.call(function, [])) == "undefined")
            let result = context.call(
                function, receiver: context.string("me"), [context.number(1), context.null, context.undefined])
            #expect(Session.describe(result) == "me|1|null|undefined")
        }
    }

    @Test func aCallEndsNormallyOrThrows() async throws {
        try await withSession { session in
            let context = session.context
            let thrower = try #require(session.run("(value => { throw value })").value)
            guard case .thrown(let error) = context.call(thrower, [context.string("it")]) else {
                Issue.record("it did not throw")
                return
            }
            #expect(error.text == "it")
            #expect(
                Session.describe(context.call(context.number(1), [])) == "thrown TypeError: callback is not a function")
        }
    }

    @Test func keptNumbersAreCalledAndGivenUp() async throws {
        try await withSession { session in
            let context = session.context
            session.run("var log = []; var f = function (a) { log.push(String(a) + arguments.length) }")
            let function = try #require(session.realm.property("f"))
            let before = context.keptValues
            let argument = context.string("kept").leak()
            #expect(context.keptValues == before + 1)
            for _ in 0..<2 {
                guard case .normal = context.call(function, with: argument) else { throw CallFailure() }
            }
            context.forget(argument)
            guard case .normal = context.callOnce(function.leak()) else { throw CallFailure() }
            #expect(context.keptValues == before)
            #expect(session.result("log.join()") == "kept1,kept1,undefined0")
        }
    }

    @Test func swiftSeesEveryKindOfArgument() async throws {
        try await withSession { session in
            var seen: [String] = []
            session.define("take") { arguments in
                #expect(arguments.count == 9)
                seen = (0...9).map { "\(arguments.kind($0))" }
                #expect(arguments.number(3) == 1.5)
                #expect(arguments.number(4).isNaN)
                #expect(arguments.text(4) == "text")
                #expect(arguments.text(3) == "")
                #expect(arguments.boolean(2))
                #expect(!arguments.boolean(20))
                #expect(arguments.withUTF8(4) { Array($0) } == Array("text".utf8))
                #expect(arguments.value(7).property("a")?.number == 1)
            }
            session.run("take(undefined, null, true, 1.5, 'text', Symbol(), 1n, { a: 1 }, () => 1)")
            #expect(
                seen == [
                    "undefined", "null", "boolean", "number", "string", "symbol", "bigInt", "object", "function",
                    "undefined",
                ])
        }
    }

    @Test func swiftReturnsEveryKindOfValue() async throws {
        try await withSession { session in
            let context = session.context
            let realm = session.realm
            session.define("give") { arguments in
                switch arguments.number(0) {
                case 0: arguments.returns(1.5)
                case 1: arguments.returns(true)
                case 2: arguments.returnsNull()
                case 3: arguments.returns("tëxt 🎉")
                case 4: arguments.returns("")
                case 5: arguments.returnsBigInt(.max)
                case 6: arguments.returns(bytes: [1, 2, 255])
                case 7: arguments.returns(context.array([context.number(1)], in: realm))
                default: break
                }
            }
            let text = session.result(
                "Array.from({ length: 9 }, (_, i) => { const v = give(i); return typeof v + ':' + v }).join(' ')")
            #expect(
                text == "number:1.5 boolean:true object:null string:tëxt 🎉 string: bigint:18446744073709551615 "
                    + "object:1,2,255 object:1 undefined:undefined")
        }
    }

    @Test func bytesAreLentWithoutACopy() async throws {
        try await withSession { session in
            session.define("double") { arguments in
                let count = arguments.withBytes(0) { bytes in
                    for index in bytes.indices { bytes[index] *= 2 }
                    return bytes.count
                }
                arguments.returns(count != nil)
            }
            let text = session.result(
                """
                const buffer = new Uint8Array([1, 2, 3, 4]).buffer;
                const results = [double(buffer), double(new DataView(buffer, 1, 2)), double(new Uint16Array(buffer, 2)),
                  double({}), double('text'), double(new Uint8Array(0))];
                results.join() + ' ' + new Uint8Array(buffer).join()
                """)
            #expect(text == "true,true,true,false,false,true 2,8,24,16")
        }
    }

    @Test(arguments: [
        (ErrorConstructor.error, "Error"), (.rangeError, "RangeError"), (.referenceError, "ReferenceError"),
        (.syntaxError, "SyntaxError"), (.typeError, "TypeError"),
    ])
    func swiftThrowsErrors(_ constructor: ErrorConstructor, _ name: String) async throws {
        try await withSession { session in
            session.define("fail") { _ throws(ThrownError) in
                throw .make(constructor, message: "nö", code: "ERR_X")
            }
            let text = session.result(
                """
                try { fail() } catch (e) {
                  [e.constructor === \(name), e.message, e.code, Object.keys(e), e.stack.includes('test.js')].join()
                }
                """)
            #expect(text == "true,nö,ERR_X,code,true")
            #expect(session.result("fail()") == "thrown \(name): nö")
        }
    }

    @Test func swiftThrowsWhatScriptGaveIt() async throws {
        try await withSession { session in
            session.define("rethrow") { arguments throws(ThrownError) in throw .kept(arguments.leak(0)) }
            session.define("plain") { _ throws(ThrownError) in throw .typeError("plain") }
            let before = session.context.keptValues
            #expect(session.result("const o = {}; try { rethrow(o) } catch (e) { e === o }") == "true")
            #expect(session.result("rethrow(undefined)") == "thrown undefined")
            #expect(session.result("try { plain() } catch (e) { 'code' in e }") == "false")
            #expect(session.context.keptValues == before)
        }
    }

    @Test func callsNestAcrossTheBoundary() async throws {
        try await withSession { session in
            let context = session.context
            session.define("again") { arguments throws(ThrownError) in
                let function = arguments.value(0)
                switch context.call(function, [context.number(arguments.number(1) - 1)]) {
                case .normal(let value): arguments.returns(value)
                case .thrown(let error): throw .kept(error.leak())
                case .terminated: throw .terminate
                }
            }
            #expect(session.result("const f = n => n === 0 ? 'bottom' : again(f, n); f(50)") == "bottom")
            #expect(
                session.result("const g = n => { if (n === 0) throw 'deep'; return again(g, n) }; g(50)")
                    == "thrown deep")
        }
    }

    @Test func aFunctionOfSwiftLooksLikeANativeOne() async throws {
        try await withSession { session in
            let function = session.context.function("swift", length: 3, in: session.realm) { _ in }
            session.realm.set("swift", to: function)
            #expect(session.result("[swift.name, swift.length, typeof swift].join()") == "swift,3,function")
            #expect(session.result("new swift()") == "thrown TypeError: swift is not a constructor")
        }
    }
}

private struct CallFailure: Error {}
