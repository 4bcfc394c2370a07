// SPDX-License-Identifier: MIT
import ScriptEngine
import Testing

@Suite struct PromiseJobTests {
    @Test func noJobRunsBeforeTheHostRunsIt() async throws {
        try await withSession { session in
            session.run("var log = []; Promise.resolve(1).then(v => log.push(v)); log.push('sync')")
            #expect(session.result("log.join()") == "sync")
            #expect(session.host.jobs.count == 1)
            session.runJobs()
            #expect(session.result("log.join()") == "sync,1")
        }
    }

    @Test func jobsComeInOrderOneAtATime() async throws {
        try await withSession { session in
            session.run(
                """
                var log = [];
                (async () => { log.push('a1'); await null; log.push('a2'); await null; log.push('a3') })();
                Promise.resolve().then(() => log.push('b1')).then(() => log.push('b2'));
                Promise.reject(new Error('x')).catch(() => log.push('c1'));
                """)
            var steps: [String] = []
            while !session.host.jobs.isEmpty {
                _ = session.context.run(session.host.jobs.removeFirst())
                steps.append(session.result("log.splice(0).join()"))
            }
            #expect(steps == ["a1,a2", "b1", "c1", "a3", "b2"])
        }
    }

    @Test func theHostMayChooseAnotherOrder() async throws {
        try await withSession { session in
            session.run("var log = []; for (const n of [1, 2, 3]) Promise.resolve(n).then(v => log.push(v))")
            for job in session.host.jobs.reversed() { _ = session.context.run(job) }
            session.host.jobs = []
            #expect(session.result("log.join()") == "3,2,1")
        }
    }

    @Test func aDiscardedJobNeverRuns() async throws {
        try await withSession { session in
            session.run("var log = []; for (const n of [1, 2, 3]) Promise.resolve(n).then(v => log.push(v))")
            session.context.discard(session.host.jobs.remove(at: 1))
            session.runJobs()
            #expect(session.result("log.join()") == "1,3")
        }
    }

    @Test func aFloodOfJobsKeepsItsOrderAndLeavesNothing() async throws {
        try await withSession { session in
            let before = session.context.keptValues
            session.run(
                """
                var next = 0, inOrder = true;
                for (let n = 0; n < 5000; n++) Promise.resolve().then(() => { inOrder &&= next++ === n })
                """)
            #expect(session.host.jobs.count == 5_000)
            session.context.collectGarbage()
            session.runJobs()
            #expect(session.result("inOrder + ' ' + next") == "true 5000")
            #expect(session.context.keptValues == before)
        }
    }

    @Test func numbersOfJobsThatRanAreUsedAgain() async throws {
        try await withSession { session in
            session.run("var n = 0; var step = () => { if (++n < 3000) Promise.resolve().then(step) }; step()")
            var numbers: Set<UInt32> = []
            while let job = session.host.jobs.popLast() {
                numbers.insert(job.number)
                _ = session.context.run(job)
            }
            #expect(session.result("n") == "3000")
            #expect(numbers.count < 3)
        }
    }

    @Test func aJobThatThrowsSettlesItsPromise() async throws {
        try await withSession { session in
            session.run("var p = Promise.resolve().then(() => { throw new Error('inside') })")
            session.runJobs()
            guard case .rejected(let reason) = session.realm.property("p")?.promiseState else {
                Issue.record("it is not rejected")
                return
            }
            #expect(reason.text == "Error: inside")
        }
    }

    @Test func promiseStatesAreSeen() async throws {
        try await withSession { session in
            func state(_ source: String) -> String {
                switch session.run(source).value?.promiseState {
                case .pending: "pending"
                case .fulfilled(let value): "fulfilled " + (value.text ?? "?")
                case .rejected(let reason): "rejected " + (reason.text ?? "?")
                case nil: "none"
                }
            }
            #expect(state("new Promise(() => {})") == "pending")
            #expect(state("Promise.resolve(1)") == "fulfilled 1")
            #expect(state("Promise.reject(2)") == "rejected 2")
            #expect(state("({ then() {} })") == "none")
            #expect(state("1") == "none")
        }
    }

    @Test func labelsNameThePlaceOfThePromise() async throws {
        let options = ScriptContext.Options(keepsAsyncStacks: true)
        try await withSession(options) { session in
            session.run("const p = Promise.resolve();\np.then(() => {});\n  p.then(() => {});")
            #expect(session.host.jobs.map(session.context.label) == ["test.js:2:3", "test.js:3:5"])
            session.runJobs()
            session.context.setKeepsAsyncStacks(false)
            session.run("p.then(() => {})")
            #expect(session.host.jobs.map(session.context.label) == [""])
        }
    }
}

@Suite struct RejectionTests {
    @Test func anUnhandledRejectionIsToldOnceAndAgainWhenHandled() async throws {
        try await withSession { session in
            session.run("var p = Promise.reject(new Error('a'))")
            #expect(session.host.rejections == [.init(reason: "Error: a", isHandled: false)])
            session.run("p.catch(() => {}); p.catch(() => {})")
            session.runJobs()
            #expect(session.host.rejections.dropFirst() == [.init(reason: "Error: a", isHandled: true)])
        }
    }

    @Test func aHandledRejectionIsNotTold() async throws {
        try await withSession { session in
            session.run(
                """
                var first, second;
                new Promise((_, reject) => first = reject).catch(() => {});
                first(1);
                (async () => { try { await new Promise((_, reject) => second = reject) } catch {} })();
                second(2);
                """)
            session.runJobs()
            #expect(session.host.rejections == [])
        }
    }

    @Test func aChainTellsOfItsFirstAndLastPromise() async throws {
        try await withSession { session in
            session.run("Promise.reject('first').then(() => {}).then(() => {})")
            session.runJobs()
            #expect(session.host.rejections.filter { !$0.isHandled }.count == 2)
            #expect(session.host.rejections.filter(\.isHandled).count == 1)
        }
    }

    @Test func aPromiseMarkedAsHandledIsSettledForGood() async throws {
        try await withSession { session in
            let promise = try #require(session.run("Promise.reject(1)").value)
            promise.markHandled()
            session.host.rejections = []
            session.realm.set("p", to: promise)
            session.run("p.catch(() => {})")
            session.runJobs()
            #expect(session.host.rejections == [])
        }
    }
}
