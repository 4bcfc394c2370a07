// SPDX-License-Identifier: MIT
import Scheduling
import Testing

@Suite("The pool: threads in real time, lanes in virtual time")
struct PoolTests {
    @Test(
        "The size is read as libuv reads UV_THREADPOOL_SIZE",
        arguments: [
            (nil, 4), ("", 1), ("0", 1), ("x", 1), ("1", 1), ("7 dwarfs", 7), ("1024", 1024), ("5000", 1024),
            ("-1", 1024), ("99999999999999999999", 1024),
        ] as [(String?, Int)])
    func size(text: String?, size: Int) {
        #expect(PoolSize.fromEnvironment(text) == size)
    }

    /// Submits jobs of the given durations, in milliseconds, at time 0 and gives the times at which they are done.
    private func ends(_ costs: [UInt64], lanes: Int, cancelling cancelled: Int? = nil) throws -> [String] {
        let loop = try EventLoop(clock: VirtualClock())
        let runner = ClosureRunner(loop: loop)
        loop.pool = .lanes(VirtualPool(size: lanes))
        var done: [String] = []
        var ids: [PoolJobID] = []
        for (number, cost) in costs.enumerated() {
            let id = runner.poolJob(cost: cost * 1_000_000, {}) {
                done.append("\(number)@\(loop.clock.now() / 1_000_000)")
            }
            ids.append(id)
        }
        if let cancelled {
            runner.timer(after: 1) { #expect(loop.cancelPoolJob(ids[cancelled])) }
        }
        loop.run()
        return done
    }

    @Test("The fifth of five equal jobs waits for the first of four lanes")
    func fiveJobs() throws {
        #expect(
            try ends([1000, 1000, 1000, 1000, 1000], lanes: 4) == ["0@1000", "1@1000", "2@1000", "3@1000", "4@2000"])
    }

    @Test("A job goes to the lane that is free first")
    func lanes() throws {
        #expect(try ends([30, 10, 10, 10], lanes: 2) == ["1@10", "2@20", "0@30", "3@30"])
        #expect(try ends([5, 5, 5], lanes: 1) == ["0@5", "1@10", "2@15"])
    }

    @Test("A cancelled job answers at once, and those behind it move up")
    func cancelling() throws {
        #expect(try ends([10, 10, 10], lanes: 1, cancelling: 1) == ["1@1", "0@10", "2@20"])
    }

    @Test("Jobs on threads all answer, in the poll phase, while the loop waits for them")
    func threads() throws {
        let loop = try EventLoop(clock: SystemClock(), poller: Poller())
        let runner = ClosureRunner(loop: loop)
        let pool = ThreadPool(size: 3)
        loop.pool = .threads(pool)
        let results = Guarded<Set<Int>>([])
        var answers = 0
        for number in 0..<500 {
            runner.poolJob(cost: 0, { results.withLock { _ = $0.insert(number) } }) { answers += 1 }
        }
        #expect(loop.run() == .idle)
        #expect(answers == 500 && results.withLock { $0.count } == 500)
        pool.shutDown()
    }

    @Test("A job that no thread has begun can be cancelled and answers; one that has begun cannot")
    func cancellingOnThreads() throws {
        let loop = try EventLoop(clock: SystemClock(), poller: Poller())
        let runner = ClosureRunner(loop: loop)
        let pool = ThreadPool(size: 1)
        loop.pool = .threads(pool)
        let (began, goOn) = (TestGate(), TestGate())
        var answers: [String] = []
        let work: @Sendable () -> Void = {
            began.open()
            goOn.wait()
        }
        let blocking = runner.poolJob(cost: 0, work) { answers.append("blocking") }
        let ran = Guarded(false)
        let waiting = runner.poolJob(cost: 0, { ran.withLock { $0 = true } }) { answers.append("waiting") }
        began.wait()
        #expect(!loop.cancelPoolJob(blocking))
        #expect(loop.cancelPoolJob(waiting))
        #expect(!loop.cancelPoolJob(waiting))
        goOn.open()
        #expect(loop.run() == .idle)
        #expect(answers.sorted() == ["blocking", "waiting"] && !ran.withLock { $0 })
        pool.shutDown()
    }

    @Test("A loop that ends before its jobs leaves them behind")
    func abandoning() throws {
        let pool = ThreadPool(size: 1)
        let goOn = TestGate()
        do {
            let loop = try EventLoop(clock: SystemClock(), poller: Poller())
            let runner = ClosureRunner(loop: loop)
            loop.pool = .threads(pool)
            runner.poolJob(cost: 0, { goOn.wait() }) { Issue.record("nobody is left to hear") }
            runner.poolJob(cost: 0, {}) { Issue.record("this was dropped") }
            runner.tearDown()
        }
        goOn.open()
        pool.shutDown()
    }
}
