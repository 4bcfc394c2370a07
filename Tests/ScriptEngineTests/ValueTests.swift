// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

@Suite struct ValueTests {
    @Test(arguments: [
        ("undefined", ScriptValue.Kind.undefined, "undefined"), ("null", .null, "null"), ("true", .boolean, "true"),
        ("-1.5", .number, "-1.5"), ("7", .number, "7"), ("'text'", .string, "text"), ("123n", .bigInt, "123"),
        ("({})", .object, "[object Object]"), ("[1, [2, 3]]", .object, "1,2,3"),
        ("(class A {})", .function, "class A {}"),
        ("Symbol.iterator", .symbol, "Symbol()"),
        ("new Proxy(() => 1, {})", .function, "function () {\n    [native code]\n}"),
    ])
    func kindsAndTexts(_ source: String, _ kind: ScriptValue.Kind, _ text: String) async throws {
        try await withSession { session in
            let value = try #require(session.run(source).value)
            #expect(value.kind == kind)
            #expect(value.text == text)
            #expect(value.isUndefined == (kind == .undefined))
        }
    }

    @Test func numbersAreNotConverted() async throws {
        try await withSession { session in
            #expect(session.context.number(1.5).number == 1.5)
            #expect(session.context.number(-0.0).number.sign == .minus)
            #expect(session.context.number(.nan).number.isNaN)
            #expect(session.context.string("1").number.isNaN)
            #expect(session.context.undefined.number.isNaN)
        }
    }

    @Test func truthIsThatOfTheLanguage() async throws {
        try await withSession { session in
            let values = ["''", "0", "NaN", "0n", "null", "undefined", "' '", "[]", "-1", "Symbol()"]
            let truths = values.map { session.run($0).value?.boolean }
            #expect(truths == [false, false, false, false, false, false, true, true, true, true])
        }
    }

    @Test func propertiesAndElements() async throws {
        try await withSession { session in
            let context = session.context
            let object = context.object(in: session.realm)
            #expect(object.set("name", to: context.string("value")))
            #expect(object.property("name")?.text == "value")
            #expect(object.property("missing")?.isUndefined == true)
            let array = context.array([context.number(1), object, context.null], in: session.realm)
            #expect(array.element(1)?.isSame(as: object) == true)
            #expect(array.element(2)?.kind == .null)
            #expect(array.element(3)?.isUndefined == true)
            #expect(array.property("length")?.number == 3)
        }
    }

    @Test func anAccessorThatThrowsReadsAsNothing() async throws {
        try await withSession { session in
            let object = try #require(
                session.run("({ get a() { throw 1 }, set a(v) { throw 2 }, toString() { throw 3 } })").value)
            #expect(object.property("a") == nil)
            #expect(!object.set("a", to: session.context.null))
            #expect(object.text == nil)
            let frozen = try #require(session.run("Object.freeze([1])").value)
            #expect(frozen.element(0)?.number == 1)
            #expect(session.result("'the context goes on'") == "the context goes on")
        }
    }

    @Test func aPrimitiveHasNoPropertiesToRead() async throws {
        try await withSession { session in
            for source in ["undefined", "null", "1", "'text'", "Symbol()"] {
                let value = try #require(session.run(source).value)
                #expect(value.property("length") == nil)
                #expect(value.element(0) == nil)
                #expect(!value.set("a", to: value))
            }
        }
    }

    @Test func samenessIsThatOfTheLanguage() async throws {
        try await withSession { session in
            let context = session.context
            #expect(context.number(.nan).isSame(as: context.number(.nan)))
            #expect(!context.number(0).isSame(as: context.number(-0.0)))
            #expect(context.string("a").isSame(as: context.string("a")))
            #expect(!context.object(in: session.realm).isSame(as: context.object(in: session.realm)))
        }
    }

    @Test func bytesAreCopied() async throws {
        try await withSession { session in
            session.realm.set("bytes", to: session.context.bytes([0, 127, 255], in: session.realm))
            session.realm.set("none", to: session.context.bytes([], in: session.realm))
            #expect(session.result("bytes instanceof Uint8Array && bytes.join() + none.length") == "0,127,2550")
        }
    }

    @Test(arguments: ["", "plain", "ünï", "日本語", "🎉 emoji", "e\u{301}", "nul\u{0}inside", "\u{FEFF}mark"])
    func stringsSurviveTheWayInAndOut(_ text: String) async throws {
        try await withSession { session in
            session.realm.set("text", to: session.context.string(text))
            #expect(session.result("text") == text)
            #expect(session.result("String(text.length)") == String(text.utf16.count))
        }
    }

    @Test(arguments: [
        ("'a\\ud800b'", "a\u{FFFD}b"), ("'\\udc00'", "\u{FFFD}"), ("'\\ud83c\\udf89'", "🎉"),
        ("'\\ud83c'", "\u{FFFD}"), ("'\\udf89\\ud83c'", "\u{FFFD}\u{FFFD}"),
    ])
    func loneSurrogatesBecomeTheReplacementCharacter(_ source: String, _ text: String) async throws {
        try await withSession { session in
            #expect(session.run(source).value?.text == text)
            var seen = ""
            session.define("take") { seen = $0.text(0) }
            session.run("take(\(source))")
            #expect(seen == text)
        }
    }

    @Test func longTextsOfEveryWidth() async throws {
        try await withSession { session in
            for piece in ["a", "é", "日", "🎉"] {
                let long = String(repeating: piece, count: 100_000)
                session.realm.set("long", to: session.context.string(long))
                #expect(session.run("long + long.slice(0, 0)").value?.text == long)
            }
        }
    }
}
