// SPDX-License-Identifier: MIT
import ScriptEngine
import Synchronization
import Testing

/// JavaScript objects that own Swift objects.
@Suite struct BoxTests {
    /// Counts its kind.
    private final class Content: Sendable {
        let count: Counter

        init(_ count: Counter) {
            self.count = count
            count.alive.add(1, ordering: .relaxed)
        }

        deinit {
            count.alive.subtract(1, ordering: .relaxed)
        }
    }

    private final class Counter: Sendable {
        let alive = Atomic(0)
    }

    @Test func theContentLivesAsLongAsTheBox() async throws {
        let counter = Counter()
        try await withSession { session in
            session.define("make") { [unowned(unsafe) session] arguments in
                arguments.returns(session.context.box(Content(counter), in: session.realm))
            }
            session.run("var kept = make(); for (let n = 0; n < 1000; n++) make()")
            session.context.collectGarbage()
            #expect(counter.alive.load(ordering: .relaxed) == 1)
            session.run("make(); kept = null")
        }
        #expect(counter.alive.load(ordering: .relaxed) == 0)
    }

    @Test func onlyABoxHasAContent() async throws {
        let counter = Counter()
        try await withSession { session in
            session.define("make") { [unowned(unsafe) session] arguments in
                arguments.returns(session.context.box(Content(counter), in: session.realm))
            }
            session.define("holds") { arguments in
                arguments.returns(arguments.boxed(0, as: Content.self) != nil)
            }
            session.define("holdsCounter") { arguments in
                arguments.returns(arguments.boxed(0, as: Counter.self) != nil)
            }
            #expect(session.result("holds(make())") == "true")
            #expect(session.result("holdsCounter(make())") == "false")
            let others = "[holds(), holds({}), holds(new Proxy(make(), {})), holds('x')].join()"
            #expect(session.result(others) == "false,false,false,false")
            #expect(session.result("Object.keys(make()).length + String(make())") == "0[object Object]")
        }
    }
}
