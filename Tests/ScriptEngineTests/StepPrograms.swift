// SPDX-License-Identifier: MIT

/// Programs and what an observer hears of their statements and variables, one line for each thing.
enum StepPrograms {
    static let all: [String: (source: String, expected: String)] = [
        "statements": (
            """
            let total = 0;
            for (let i = 0; i < 2; i++) {
              total += i;
            }
            """,
            """
            enter 1  1:13
            var 1 total=<uninitialized>
            step 1 0 1:13
            var 1 i=<uninitialized>
            var 1 total=0
            step 1 0 2:14
            var 1 i=0
            step 1 0 2:17
            step 1 0 3:3
            step 1 0 2:24
            var 1 i=1
            step 1 0 2:17
            step 1 0 3:3
            var 1 total=1
            step 1 0 2:24
            var 1 i=2
            step 1 0 2:17
            leave 1
            """
        ),
        "calls": (
            """
            function add(a, b) {
              const sum = a + b;
              return sum;
            }
            add(1, add(2, 3));
            """,
            """
            enter 1  5:1
            step 1 0 5:1
            enter 2 add 1:20
            var 2 sum=<uninitialized>
            var 2 a=2
            var 2 b=3
            step 2 1 2:15
            var 2 sum=5
            step 2 1 3:3
            leave 2
            enter 3 add 1:20
            var 3 sum=<uninitialized>
            var 3 a=1
            var 3 b=5
            step 3 1 2:15
            var 3 sum=6
            step 3 1 3:3
            leave 3
            leave 1
            """
        ),
        "closures": (
            """
            function counter() {
              let n = 0;
              return () => ++n;
            }
            const next = counter();
            next();
            """,
            """
            enter 1  5:14
            var 1 next=<uninitialized>
            step 1 0 5:14
            enter 2 counter 1:20
            var 2 n=<uninitialized>
            step 2 1 2:11
            var 2 n=0
            step 2 1 3:3
            leave 2
            var 1 next=ƒ
            step 1 0 6:1
            enter 3  3:16
            var 3 n=0
            var 3 next=ƒ
            step 3 1 3:16
            leave 3
            leave 1
            """
        ),
        "recursion": (
            """
            const down = (n) => {
              if (n > 0) down(n - 1);
            };
            down(2);
            """,
            """
            enter 1  1:14
            var 1 down=<uninitialized>
            step 1 0 1:14
            var 1 down=ƒ down
            step 1 0 4:1
            enter 2 down 2:7
            var 2 n=2
            var 2 down=ƒ down
            step 2 1 2:7
            step 2 1 2:14
            enter 3 down 2:7
            var 3 n=1
            var 3 down=ƒ down
            step 3 2 2:7
            step 3 2 2:14
            enter 4 down 2:7
            var 4 n=0
            var 4 down=ƒ down
            step 4 3 2:7
            leave 4
            leave 3
            leave 2
            leave 1
            """
        ),
        "exceptions": (
            """
            function fail() {
              throw new RangeError('no');
            }
            try {
              fail();
            } catch (error) {
              error;
            }
            """,
            """
            enter 1  4:1
            step 1 0 5:3
            enter 2 fail 2:3
            step 2 1 2:3
            leave 2
            var 1 error=RangeError: no
            step 1 0 7:3
            leave 1
            """
        ),
        "generators": (
            """
            function* two() {
              const got = yield 1;
              return got;
            }
            const it = two();
            it.next();
            it.next('x');
            """,
            """
            enter 1  5:12
            var 1 it=<uninitialized>
            step 1 0 5:12
            enter 2 two 1:17
            leave 2
            var 1 it=Generator {…}
            step 1 0 6:1
            enter 2 two 1:1
            var 2 got=<uninitialized>
            var 2 it=Generator {…}
            step 2 1 2:15
            leave 2
            step 1 0 7:1
            enter 2 two 2:15
            var 2 got='x'
            step 2 1 3:3
            leave 2
            leave 1
            """
        ),
        "asyncFunctions": (
            """
            async function wait(ms) {
              const p = Promise.resolve(ms);
              const got = await p;
              return got;
            }
            wait(5);
            """,
            """
            enter 1  6:1
            step 1 0 6:1
            enter 2 wait 1:20
            var 2 p=<uninitialized>
            var 2 got=<uninitialized>
            var 2 ms=5
            step 2 1 2:13
            var 2 p=Promise <fulfilled: 5>
            step 2 1 3:15
            leave 2
            leave 1
            enter 2 wait 3:15
            var 2 got=5
            step 2 0 4:3
            leave 2
            """
        ),
        "asyncGenerators": (
            """
            async function* one() {
              yield 1;
            }
            (async () => {
              for await (const x of one()) x;
            })();
            """,
            """
            enter 1  4:2
            step 1 0 4:2
            enter 2  4:8
            var 2 x=<uninitialized>
            step 2 1 5:25
            enter 3 one 1:1
            leave 3
            enter 3 one 1:1
            step 3 2 2:3
            leave 3
            leave 2
            leave 1
            enter 3 one 2:3
            leave 3
            enter 2  5:3
            var 2 x=1
            step 2 0 5:32
            enter 3 one 2:3
            leave 3
            leave 2
            enter 2  5:3
            leave 2
            """
        ),
        "classes": (
            """
            class A {
              #secret = 1;
              x = 2;
              get() {
                return this.#secret;
              }
            }
            const a = new A();
            a.get();
            """,
            """
            enter 1  1:1
            var 1 A=ƒ A
            var 1 a=<uninitialized>
            step 1 0 8:11
            enter 2 A 1:1
            enter 3  2:3
            step 3 2 2:3
            leave 3
            enter 4  3:3
            step 4 2 3:3
            leave 4
            leave 2
            var 1 a=A {…}
            step 1 0 9:1
            enter 5 get 5:5
            var 5 a=A {…}
            step 5 1 5:5
            leave 5
            leave 1
            """
        ),
        "shadowing": (
            """
            let x = 1;
            {
              let x = 2;
              x++;
              x;
            }
            x++;
            x;
            """,
            """
            enter 1  1:9
            var 1 x=<uninitialized>
            step 1 0 1:9
            step 1 0 3:11
            var 1 x=2
            step 1 0 4:3
            var 1 x=3
            step 1 0 5:3
            var 1 x=1
            step 1 0 7:1
            var 1 x=2
            step 1 0 8:1
            leave 1
            """
        ),
    ]

    /// Values and their previews.
    static let previews: [(value: String, preview: String)] = [
        (#"undefined"#, #"undefined"#),
        (#"null"#, #"null"#),
        (#"-0"#, #"-0"#),
        (#"12n"#, #"12n"#),
        (#"Symbol('s')"#, #"Symbol(s)"#),
        (#"'it\'s "q"\n'"#, #"'it\'s "q"\n'"#),
        (#"'x'.repeat(50)"#, #"'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'"#),
        (#"[1, 'two', null]"#, #"[1, 'two', null]"#),
        (#"[]"#, #"[]"#),
        (#"[{}]"#, #"[1 item]"#),
        (#"[1, 2, 3, 4]"#, #"[4 items]"#),
        (#"{}"#, #"{}"#),
        (#"{ a: 1, b: [], get c() { return boom() } }"#, #"{a: 1, b: …, c: …}"#),
        (#"{ a: 1, b: 2, c: 3, d: 4 }"#, #"{a: 1, b: 2, c: 3, …}"#),
        (#"Object.create(null)"#, #"{}"#),
        (#"function f() {}"#, #"ƒ f"#),
        (#"() => {}"#, #"ƒ value"#),
        (#"class C {}"#, #"ƒ C"#),
        (#"new (class C { x = 1 })()"#, #"C {…}"#),
        (#"new Map([[1, 2]])"#, #"Map {…}"#),
        (#"new Date(0)"#, #"Date {…}"#),
        (#"/x/g"#, #"RegExp {…}"#),
        (#"new RangeError('bad')"#, #"RangeError: bad"#),
        (#"new Uint8Array(2)"#, #"Uint8Array {…}"#),
        (#"new Proxy({}, { ownKeys: boom, get: boom })"#, #"Proxy"#),
        (#"Promise.resolve(1)"#, #"Promise <fulfilled: 1>"#),
        (#"new Promise(() => {})"#, #"Promise <pending>"#),
        (#"Promise.resolve({})"#, #"Promise <fulfilled: {…}>"#),
        (#"{ ['k'.repeat(70)]: 1 }"#, #"{kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…"#),
        (#"(function* () {})()"#, #"Generator {…}"#),
    ]
}
