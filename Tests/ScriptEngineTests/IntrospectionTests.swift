// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

@Suite struct IntrospectionTests {
    private func result(_ text: String) async throws -> String {
        try await withSession { session in
            session.context.defineIntrospection(on: session.realm, in: session.realm)
            return session.result(text)
        }
    }

    @Test(arguments: [
        ("new Map", "Map"), ("new Set", "Set"), ("new WeakMap", "WeakMap"), ("new WeakSet", "WeakSet"),
        ("new WeakRef({})", "WeakRef"), ("new Map().entries()", "Map Iterator"), ("new Set().values()", "Set Iterator"),
        ("[][Symbol.iterator]()", "Array Iterator"), ("''[Symbol.iterator]()", "String Iterator"),
        ("'a'.matchAll(/a/g)", "RegExp String Iterator"), ("new Date", "Date"), ("/a/", "RegExp"),
        ("new Error", "Error"), ("new TypeError", "Error"), ("new AggregateError([])", "Error"),
        ("Promise.resolve()", "Promise"), ("new Proxy([], {})", "Proxy"), ("new Proxy(() => 1, {})", "Proxy"),
        ("[]", "Array"), ("({})", "Object"), ("() => 1", "Function"), ("class {}", "Function"),
        ("Object(true)", "Boolean"), ("Object(1)", "Number"), ("Object('s')", "String"), ("Object(Symbol())", "Symbol"),
        ("Object(1n)", "BigInt"), ("new ArrayBuffer(1)", "ArrayBuffer"),
        ("new SharedArrayBuffer(1)", "SharedArrayBuffer"),
        ("new DataView(new ArrayBuffer(1))", "DataView"), ("new Int8Array", "Int8Array"),
        ("new BigUint64Array", "BigUint64Array"), ("(function () { return arguments })()", "Arguments"),
        ("(function () { 'use strict'; return arguments })()", "Arguments"), ("(function* () {})()", "Generator"),
        ("(async function* () {})()", "AsyncGenerator"), ("globalThis", "global"),
        ("Object.create(Map.prototype)", "Object"),
        ("1", ""), ("'s'", ""), ("undefined", ""), ("null", ""), ("Symbol()", ""),
    ])
    func classesAreSeenWithoutRunningCode(_ source: String, _ name: String) async throws {
        let spoiled =
            "Object.defineProperty(Object.prototype, Symbol.toStringTag, { get() { throw 1 }, configurable: true });"
        #expect(try await result("\(spoiled) classOf(\(source))") == name)
    }

    @Test func aNamespaceIsAModule() async throws {
        try await withSession { session in
            session.context.defineIntrospection(on: session.realm, in: session.realm)
            let graph = ModuleGraph(session)
            let module = try graph.add("m", "export default 1")
            #expect(graph.run("m") == "fulfilled")
            session.realm.set("ns", to: try #require(session.context.namespace(of: module).value))
            #expect(session.result("classOf(ns)") == "Module")
        }
    }

    @Test func promisesAndProxiesAreOpened() async throws {
        #expect(
            try await result("[Promise.resolve(1), new Promise(() => {})].map(p => getPromiseDetails(p)).join(';')")
                == "1,1;0,")
        #expect(try await result("const p = Promise.reject(2); getPromiseDetails(p).join()") == "2,2")
        #expect(
            try await result("getPromiseDetails({ then() {} }) === undefined && getPromiseDetails(1) === undefined")
                == "true")
        #expect(
            try await result(
                "const t = {}, h = {}; getProxyDetails(new Proxy(t, h)).map(x => x === t || x === h).join()")
                == "true,true")
        #expect(
            try await result("const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); getProxyDetails(proxy) + ''")
                == ",")
        #expect(try await result("getProxyDetails({}) === undefined") == "true")
    }
}
