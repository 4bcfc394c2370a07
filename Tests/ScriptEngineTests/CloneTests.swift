// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

/// What the engine copies and what it refuses; how a refusal is worded is the business of builtins/internal.
@Suite struct CloneTests {
    private static let prelude = """
        const failure = [undefined, false];
        const clone = (value, transfer) => cloneValue(value, transfer, failure);
        const show = v => Object.prototype.toString.call(v) + JSON.stringify(v);
        """

    private func result(_ text: String) async throws -> String {
        try await withSession { session in
            session.defineClone()
            session.run(Self.prelude)
            return session.result(text)
        }
    }

    @Test(arguments: [
        (
            "[1, -0, NaN, 'ünï', true, null, undefined, 10n].map(v => Object.is(clone(v), v)).join()",
            "true,true,true,true,true,true,true,true"
        ),
        ("show(clone({ a: [1, { b: 2 }], c: '' }))", "[object Object]{\"a\":[1,{\"b\":2}],\"c\":\"\"}"),
        ("const a = clone([1, , 3]); [a.length, 1 in a, Array.isArray(a)].join()", "3,false,true"),
        ("const a = [1]; a.extra = 2; clone(a).extra", "2"),
        ("const d = clone(new Date(5)); [d instanceof Date, +d].join()", "true,5"),
        ("isNaN(clone(new Date(NaN)))", "true"),
        ("const r = /a/gi; r.lastIndex = 3; const c = clone(r); [c.source, c.flags, c.lastIndex].join()", "a,gi,0"),
        ("const m = clone(new Map([[{ k: 1 }, new Set([1, 2])]])); const [[k, v]] = m; [k.k, [...v]].join()", "1,1,2"),
        (
            "[new Number(1), new String('s'), new Boolean(false)].map(v => typeof clone(v) + clone(v)).join()",
            "object1,objects,objectfalse"
        ),
        ("typeof clone(Object(10n))", "object"),
        (
            "const b = new Uint8Array([1, 2, 3]); const c = clone(b); b[0] = 9; [c, c.buffer !== b.buffer].join()",
            "1,2,3,true"
        ),
        (
            "const b = new ArrayBuffer(8); const c = clone([new Uint8Array(b), new DataView(b, 2)]);"
                + "[c[0].buffer === c[1].buffer, c[1].byteOffset].join()", "true,2"
        ),
        ("const s = new SharedArrayBuffer(1); const c = clone(s); new Uint8Array(c)[0] = 7; new Uint8Array(s)[0]", "7"),
        (
            "class A { x = 1; get y() { return 2 } static z = 3 } const c = clone(new A); show(c) + (c instanceof A)",
            "[object Object]{\"x\":1}false"
        ),
        ("JSON.stringify(clone({ get a() { return 1 }, [Symbol()]: 2 }))", "{\"a\":1}"),
        ("Object.getOwnPropertyDescriptor(clone(Object.freeze({ a: 1 })), 'a').writable", "true"),
    ])
    func kinds(_ source: String, _ text: String) async throws {
        #expect(try await result(source) == text)
    }

    @Test func identityAndCyclesArePreserved() async throws {
        let text = try await result(
            """
            const shared = {}, o = { a: shared, b: shared, map: new Map() };
            o.self = o; o.map.set(o, o.map);
            const c = clone(o);
            [c !== o, c.a === c.b, c.a !== shared, c.self === c, c.map.get(c) === c.map].join()
            """)
        #expect(text == "true,true,true,true,true")
    }

    @Test(arguments: [
        "Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError",
    ])
    func errorsKeepTheirTypeMessageAndStack(_ name: String) async throws {
        let text = try await result(
            """
            const e = new \(name)('möglich'); e.extra = 1; e.stack = 'the stack';
            const c = clone(e);
            [c instanceof \(name), c.constructor === \(name), c.name, c.message, c.stack, 'extra' in c].join()
            """)
        #expect(text == "true,true,\(name),möglich,the stack,false")
    }

    @Test func errorsOfOtherClassesBecomePlainErrors() async throws {
        let text = try await result(
            """
            class Mine extends TypeError { name = 'Mine' }
            const c = clone([new Mine('m'), new Error, { deep: new RangeError('r') }]);
            [c[0] instanceof TypeError, c[0] instanceof Error, c[0].message, Object.hasOwn(c[1], 'message'),
              c[2].deep instanceof RangeError].join()
            """)
        #expect(text == "false,true,m,false,true")
    }

    @Test func transferredBuffersMove() async throws {
        let text = try await result(
            """
            const view = new Uint8Array([1, 2, 3]), buffer = view.buffer;
            const c = clone({ view, buffer }, [buffer]);
            [c.view, c.buffer === c.view.buffer, buffer.byteLength, view.length].join()
            """)
        #expect(text == "1,2,3,true,0,0")
    }

    @Test(arguments: [
        ("() => 1", "function"), ("new WeakMap", "object"), ("new WeakSet", "object"), ("Promise.resolve()", "object"),
        ("new Proxy({}, {})", "object"), ("(function* () {})()", "object"), ("new WeakRef({})", "object"),
        ("Symbol('s')", "undefined"),
    ])
    func whatCannotBeCopiedIsNamed(_ source: String, _ kind: String) async throws {
        let text = try await result(
            "const culprit = \(source); clone({ a: [culprit] }) + ' ' + failure[1] + ' ' + typeof failure[0] + "
                + "(typeof culprit === 'symbol' || failure[0] === culprit)")
        #expect(text == "undefined true \(kind)true")
    }

    @Test(arguments: [
        "const b = new ArrayBuffer(1); clone(b, [b, b])", "clone(1, [{}])", "clone(1, [new Uint8Array(1)])",
        "const b = new ArrayBuffer(1); clone(b, [b]); clone(b)",
        "const b = new ArrayBuffer(1); clone(b, [b]); clone(1, [b])",
        "clone(1, [new SharedArrayBuffer(1)])",
    ])
    func wrongTransfersFail(_ source: String) async throws {
        let text = try await result("\(source); String(failure[1])")
        #expect(text == "true" || text.hasPrefix("thrown "), "\(text)")
    }

    @Test func whatAGetterThrowsPasses() async throws {
        #expect(try await result("clone({ get a() { throw new RangeError('mine') } })") == "thrown RangeError: mine")
        #expect(try await result("clone([new Error('x', {})], undefined)[0].message") == "x")
    }

    @Test func depthIsNoProblem() async throws {
        let text = try await result(
            "let o = {}; for (let n = 0; n < 20000; n++) o = { o }; let c = clone(o), d = 0; while (c = c.o) d++; d")
        #expect(text == "20000")
    }
}
