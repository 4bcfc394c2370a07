// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

@Suite struct RealmTests {
    @Test func realmsHaveGlobalsOfTheirOwn() async throws {
        try await withSession { session in
            let other = try session.context.makeRealm()
            session.run("globalThis.mine = 1; Array.prototype.patched = true")
            let seen = session.context.evaluate(
                Source("typeof mine + ' ' + ('patched' in [])", file: "other.js"), in: other)
            #expect(Session.describe(seen) == "undefined false")
        }
    }

    @Test func aValueOfAnotherRealmIsNoInstanceOfThisOnesConstructors() async throws {
        try await withSession { session in
            let other = try session.context.makeRealm()
            let array = session.context.evaluate(Source("[1, 2]", file: "other.js"), in: other)
            session.realm.set("foreign", to: try #require(array.value))
            #expect(
                session.result("[foreign instanceof Array, Array.isArray(foreign), foreign[1]].join()")
                    == "false,true,2")
        }
    }

    @Test func callsCrossRealmsInBothDirections() async throws {
        try await withSession { session in
            let other = try session.context.makeRealm()
            let add = session.context.evaluate(Source("(function (a, b) { return a + b })", file: "o.js"), in: other)
            session.realm.set("add", to: try #require(add.value))
            #expect(session.result("add(2, 3)") == "5")
            let sum = session.context.call(
                try #require(add.value), [session.context.number(4), session.context.number(5)])
            #expect(Session.describe(sum) == "9")
        }
    }

    @Test func anErrorOfAnotherRealmIsDescribed() async throws {
        try await withSession { session in
            let other = try session.context.makeRealm()
            let thrower = session.context.evaluate(
                Source("(function () {\n  null.x\n})", file: "other.js"), in: other)
            guard case .thrown(let error) = session.context.call(try #require(thrower.value), []) else {
                Issue.record("it did not throw")
                return
            }
            let description = session.context.describe(error)
            #expect(description.isError)
            #expect(description.file == "other.js")
            #expect(description.line == 2)
        }
    }

    @Test func promisesOfTwoRealmsShareOneQueue() async throws {
        try await withSession { session in
            let other = try session.context.makeRealm()
            var log: [String] = []
            for realm in [session.realm, other] {
                let note = session.context.function("note", length: 1, in: realm) { log.append($0.text(0)) }
                realm.set("note", to: note)
            }
            let source = Source("Promise.resolve().then(() => note('first')).then(() => note('second'))", file: "a.js")
            _ = session.context.evaluate(source, in: session.realm)
            _ = session.context.evaluate(source, in: other)
            session.runJobs()
            #expect(log == ["first", "first", "second", "second"])
        }
    }

    @Test(arguments: [true, false])
    func weakReferencesAreAChoice(_ has: Bool) async throws {
        try await withSession { session in
            let realm = try session.context.makeRealm(hasWeakReferences: has)
            let kinds = session.context.evaluate(
                Source("typeof WeakRef + typeof FinalizationRegistry", file: "weak.js"), in: realm)
            #expect(Session.describe(kinds) == (has ? "functionfunction" : "undefinedundefined"))
        }
    }

    @Test func sharedMemoryAndTheLanguageOf2022AreThere() async throws {
        try await withSession { session in
            #expect(session.result("typeof SharedArrayBuffer + typeof Atomics.wait") == "functionfunction")
            #expect(
                session.result("class A { #x = 1; static has(o) { return #x in o } static { } } A.has(new A)") == "true"
            )
            #expect(session.result("[1, 2, 3].at(-1) + String(Object.hasOwn({ a: 1 }, 'a'))") == "3true")
        }
    }
}
