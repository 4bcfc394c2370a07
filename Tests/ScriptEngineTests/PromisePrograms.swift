// SPDX-License-Identifier: MIT

/// Programs and what an observer hears of their promises, one line for each thing.
enum PromisePrograms {
    static let all: [String: (source: String, expected: String)] = [
        "awaitOfAValue": (
            """
            (async () => { await 1 })()
            """,
            """
            made p1 1:8
            made p2 1:16
            fulfilled p2 1:16
            await p1 <- p2 1:16
            job p1 1:16 await
            go p1 1:16
            fulfilled p1 1:16
            """
        ),
        "awaitOfAPendingPromise": (
            """
            let r; const p = new Promise(f => r = f);
            (async () => { await p })();
            r(1)
            """,
            """
            made p1 1:18
            made p2 2:8
            await p2 <- p1 2:16
            fulfilled p1 3:2
            job p2 2:16 await
            go p2 2:16
            fulfilled p2 2:16
            """
        ),
        "nestedCalls": (
            """
            async function f() { return 1 }
            async function g() { return await f() }
            g()
            """,
            """
            made p1 2:17
            made p2 1:17
            fulfilled p2 1:17
            await p1 <- p2 2:35
            job p1 2:35 await
            go p1 2:35
            fulfilled p1 2:35
            """
        ),
        "method": (
            """
            class A { async m() { await null; return this } }
            new A().m().then(a => a)
            """,
            """
            made p1 1:18
            made p2 1:23
            fulfilled p2 1:23
            await p1 <- p2 1:23
            made p3 2:13
            then p1 -> p3 2:13
            job p1 1:23 await
            go p1 1:23
            fulfilled p1 1:23
            job p3 2:13
            fulfilled p3 2:13
            """
        ),
        "chain": (
            """
            Promise.resolve(1)
              .then(() => 2)
              .catch(() => 3)
            """,
            """
            made p1 1:9
            fulfilled p1 1:9
            made p2 2:4
            then p1 -> p2 2:4
            made p3 3:4
            then p2 -> p3 3:4
            job p2 2:4
            fulfilled p2 2:4
            job p3 3:4
            fulfilled p3 3:4
            """
        ),
        "rejections": (
            """
            new Promise((_, r) => r(1)).catch(() => {});
            Promise.reject(2)
            """,
            """
            made p1 1:1
            rejected p1 1:1
            made p2 1:29
            then p1 -> p2 1:29
            made p3 2:9
            rejected p3 2:9
            job p2 1:29
            fulfilled p2 1:29
            """
        ),
        "throwing": (
            """
            (async () => { throw 1 })().catch(() => {});
            (async () => { await 1; throw 2 })()
            """,
            """
            made p1 1:8
            rejected p1 1:8
            made p2 1:29
            then p1 -> p2 1:29
            made p3 2:8
            made p4 2:16
            fulfilled p4 2:16
            await p3 <- p4 2:16
            job p2 1:29
            fulfilled p2 1:29
            job p3 2:16 await
            go p3 2:16
            rejected p3 2:16
            """
        ),
        "all": (
            """
            Promise.all([1, Promise.resolve(2)])
            """,
            """
            made p1 1:25
            fulfilled p1 1:25
            made p2 1:9
            made p3 1:9
            fulfilled p3 1:9
            then p3 -> p2 1:9
            then p1 -> p2 1:9
            job p2 1:9
            job p2 1:9
            fulfilled p2 1:9
            """
        ),
        "race": (
            """
            Promise.race([new Promise(() => {}), 1])
            """,
            """
            made p1 1:15
            made p2 1:9
            made p3 1:9
            then p1 -> p3 1:9
            made p4 1:9
            fulfilled p4 1:9
            made p5 1:9
            then p4 -> p5 1:9
            job p5 1:9
            fulfilled p2 1:9
            fulfilled p5 1:9
            """
        ),
        "resolvedWithAPromise": (
            """
            const p = Promise.resolve(1);
            new Promise(r => r(p));
            (async () => p)()
            """,
            """
            made p1 1:19
            fulfilled p1 1:19
            made p2 2:1
            made p3 3:8
            job p2 2:19
            then p1 -> p2 2:19
            job p3 3:14
            then p1 -> p3 3:14
            job p2 2:19
            fulfilled p2 2:19
            job p3 3:14
            fulfilled p3 3:14
            """
        ),
        "thenable": (
            """
            Promise.resolve({
              then(r) { r(1) } })
            """,
            """
            made p1 1:9
            job p1 1:9
            fulfilled p1 2:14
            """
        ),
        "finally": (
            """
            Promise.resolve(1).finally(() => {})
            """,
            """
            made p1 1:9
            fulfilled p1 1:9
            made p2 1:20
            then p1 -> p2 1:20
            job p2 1:20
            made p3 1:20
            fulfilled p3 1:20
            made p4 1:20
            then p3 -> p4 1:20
            job p4 1:20
            fulfilled p4 1:20
            job p2 1:20
            then p4 -> p2 1:20
            job p2 1:20
            fulfilled p2 1:20
            """
        ),
        "subclass": (
            """
            class P extends Promise {}
            new P(r => r(1)).then(() => {})
            """,
            """
            made p1 1:1
            fulfilled p1 2:13
            made p2 1:1
            then p1 -> p2 2:18
            job p2 2:18
            fulfilled p2 2:18
            """
        ),
        "asyncGenerator": (
            """
            async function* g() { yield 1 }
            (async () => { for await (const x of g()); })()
            """,
            """
            made p1 2:8
            made p2 2:16
            made p3 2:16
            fulfilled p3 2:16
            await p2 <- p3 1:1
            await p1 <- p2 2:16
            job p2 1:1 await
            go p2 1:1
            fulfilled p2 1:1
            job p1 2:16 await
            go p1 2:16
            made p4 2:16
            fulfilled p4 2:16
            await p1 <- p4 2:16
            job p1 2:16 await
            go p1 2:16
            fulfilled p1 2:16
            """
        ),
        "settledUnheard": (
            """
            let r; new Promise(f => r = f);
            r(1);
            async function f() {}
            f();
            mark();
            """,
            """
            made p1 1:8
            fulfilled p1 2:2
            made p2 3:17
            fulfilled p2 3:17
            mark
            """
        ),
    ]

    /// Each line that these programs write depends on how many jobs ran before it.
    static let ordered = """
        var out = [];
        const tick = async (name, n) => { for (let i = 0; i < n; i++) { await null; out.push(name + i) } };
        tick('t', 20);
        Promise.resolve(1).then(() => out.push('a')).finally(() => out.push('b')).then(() => out.push('c'));
        (async () => { await new Promise(r => r(Promise.resolve(1))); out.push('d') })();
        (async () => { for await (const x of (async function* () { yield 1; yield* [2, 3] })()) out.push('g' + x) })();
        Promise.all([1, new Promise(r => r({ then(f) { out.push('h'); f(1) } }))]).then(() => out.push('i'));
        Promise.race([new Promise(() => {}), Promise.reject(1)]).catch(() => out.push('j'));
        class P extends Promise { then(...a) { out.push('k'); return super.then(...a) } }
        (async () => { await P.resolve(1); out.push('l'); await new P((_, r) => r(1)).catch(() => {}) })();
        new Promise((f, r) => out.push(String(f), f.name, f.length, String(r)));
        try { null.x } catch (e) { out.push(e.stack) }
        Promise.resolve().then(() => { throw new Error('e') }).catch(e => out.push(e.stack));
        out.push(Object.getOwnPropertyNames(Promise.prototype).join(), String(Promise.prototype.then));
        """
}
