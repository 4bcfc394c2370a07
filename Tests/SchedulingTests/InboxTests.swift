// SPDX-License-Identifier: MIT
import Glibc
import Scheduling
import Synchronization
import Testing

/// What the jobs of one test did; touched on the loop's thread only, and by the test when the loop is done.
private final class Arrivals: Sendable {
    private let values = Mutex<[Int]>([])
    var all: [Int] { values.withLock { $0 } }
    func append(_ value: Int) { values.withLock { $0.append(value) } }
}

@Suite("Inbox, descriptors and stops")
struct InboxTests {
    private func makeLoop(_ clock: ClockKind, hasPoller: Bool = true) throws -> (EventLoop, ClosureRunner) {
        let loop = try EventLoop(
            clock: clock == .virtual ? VirtualClock() : SystemClock(), poller: hasPoller ? Poller() : nil)
        return (loop, ClosureRunner(loop: loop))
    }

    @Test("Jobs run in arrival order, each followed by a checkpoint and by what it queued")
    func order() throws {
        let timeline = try Timeline()
        // A job may not capture the loop; it gets it. The runner's handles are numbers, which it may capture.
        let arrivals = Arrivals()
        for value in 1...3 { timeline.loop.inbox.post { arrivals.append(value) } }
        timeline.runner.onCheckpointEmpty = { [unowned timeline] in
            timeline.mark("checkpoint", "\(arrivals.all.count)")
            return .settled
        }
        timeline.loop.run()
        #expect(arrivals.all == [1, 2, 3])
        #expect(timeline.text == "checkpoint 1 2 3")
    }

    @Test("A job queues a completion, which runs in the same phase")
    func jobQueuesCompletion() throws {
        final class Owner: CallbackRunner {
            var ran: [String] = []
            func run(_ callback: Callback) -> Outcome {
                ran.append("\(callback.kind) \(callback.handle)")
                return .completed
            }
            func discard(_ callback: Callback) {}
        }
        let owner = Owner()
        let loop = try EventLoop(clock: VirtualClock())
        loop.runner = owner
        loop.enqueueImmediate(9)
        loop.inbox.post { loop in loop.enqueuePoll(1) }
        loop.inbox.post { loop in loop.enqueuePoll(2) }
        loop.run()
        #expect(owner.ran == ["poll 1", "poll 2", "immediate 9"])
    }

    @Test("Many threads post while the loop waits for them", arguments: [ClockKind.system, .virtual], [true, false])
    func threads(kind: ClockKind, hasPoller: Bool) throws {
        let (loop, runner) = try makeLoop(kind, hasPoller: hasPoller)
        let arrivals = Arrivals()
        let inbox = loop.inbox
        let threadCount = 4
        let perThread = 500
        for _ in 0..<threadCount { inbox.retainPendingWork() }
        let threads = try (0..<threadCount).map { thread in
            try SystemThread {
                for index in 0..<perThread { inbox.post { arrivals.append(thread * perThread + index) } }
                inbox.post { inbox.releasePendingWork() }
            }
        }
        #expect(loop.run() == .idle)
        for thread in threads { thread.join() }
        let all = arrivals.all
        #expect(all.count == threadCount * perThread)
        for thread in 0..<threadCount {
            let own = all.filter { $0 / perThread == thread }
            #expect(own == own.sorted(), "the order of one thread's jobs was lost")
        }
        withExtendedLifetime(runner) {}
    }

    @Test("Pending work keeps the loop alive until it is released")
    func pendingWork() throws {
        let (loop, runner) = try makeLoop(.system)
        let inbox = loop.inbox
        inbox.retainPendingWork()
        #expect(loop.isAlive)
        let thread = try SystemThread { inbox.releasePendingWork() }
        #expect(loop.run() == .idle)
        thread.join()
        // The loop may have seen that nothing is pending before the release woke it.
        #expect(loop.run() == .idle)
        #expect(!loop.isAlive)
        withExtendedLifetime(runner) {}
    }

    @Test("Work on other threads takes no virtual time")
    func virtualWork() throws {
        let timeline = try Timeline()
        timeline.showsTime = true
        timeline.timer("T", after: 50)
        let inbox = timeline.loop.inbox
        let arrivals = Arrivals()
        inbox.retainPendingWork()
        let thread = try SystemThread {
            inbox.post { loop in
                arrivals.append(Int(loop.clock.now() / 1_000_000))
                inbox.releasePendingWork()
            }
        }
        timeline.loop.run()
        thread.join()
        #expect(arrivals.all == [0])
        #expect(timeline.text == "timer T@50")
    }

    @Test("A post to a loop that is gone is refused")
    func closed() throws {
        let inbox: Inbox
        do {
            let (loop, _) = try makeLoop(.virtual)
            inbox = loop.inbox
        }
        #expect(!inbox.post {})
    }

    @Test("A watched pipe is served while it is ready, and holds the loop", arguments: [ClockKind.system, .virtual])
    func pipeWatch(kind: ClockKind) throws {
        let (loop, runner) = try makeLoop(kind)
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        let (readEnd, writeEnd) = (ends[0], ends[1])
        var bytes: [UInt8] = []
        var log: [String] = []
        var watch: WatchID?
        watch = try loop.watch(descriptor: readEnd, events: .readable) { events in
            #expect(events.contains(.readable))
            var byte: UInt8 = 0
            #expect(read(readEnd, &byte, 1) == 1)
            bytes.append(byte)
            log.append("poll")
            runner.tick { log.append("tick") }
            if bytes.count == 3, let watch { loop.unwatch(watch) }
        }
        #expect(loop.isAlive)
        let thread = try SystemThread {
            var text: [UInt8] = [1, 2, 3]
            _ = write(writeEnd, &text, 3)
        }
        #expect(loop.run() == .idle)
        thread.join()
        #expect(bytes == [1, 2, 3])
        #expect(log == ["poll", "tick", "poll", "tick", "poll", "tick"])
    }

    @Test("A watch ended by an earlier handler of the same phase does not run")
    func unwatchedMeanwhile() throws {
        let (loop, runner) = try makeLoop(.system)
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        var ran: [String] = []
        var watches: [WatchID] = []
        for name in ["first", "second"] {
            watches.append(
                try loop.watch(descriptor: ends[1], events: .writable) { _ in
                    ran.append(name)
                    for watch in watches { loop.unwatch(watch) }
                })
        }
        #expect(loop.run() == .idle)
        #expect(ran == ["first"])
        withExtendedLifetime(runner) {}
    }

    @Test("An unreferenced watch does not hold the loop; a closed descriptor cannot be watched")
    func watchEdges() throws {
        let (loop, runner) = try makeLoop(.system)
        let watch = try loop.watch(descriptor: 0, events: .readable, isReferenced: false) { _ in }
        #expect(!loop.isAlive)
        loop.setReferenced(watch: watch, true)
        #expect(loop.isAlive)
        loop.unwatch(watch)
        #expect(!loop.isAlive)
        #expect(throws: SchedulingError.notWatchable(descriptor: 9_999, errno: EBADF)) {
            try loop.watch(descriptor: 9_999, events: .readable) { _ in }
        }
        let (bare, bareRunner) = try makeLoop(.virtual, hasPoller: false)
        #expect(throws: SchedulingError.noPoller) { try bare.watch(descriptor: 0, events: .readable) { _ in } }
        withExtendedLifetime((runner, bareRunner)) {}
    }

    @Test("A request to stop ends a wait, and only one run")
    func stopFromThread() throws {
        let (loop, runner) = try makeLoop(.system)
        let inbox = loop.inbox
        inbox.retainPendingWork()
        let thread = try SystemThread { inbox.requestStop() }
        #expect(loop.run() == .stopped)
        thread.join()
        inbox.releasePendingWork()
        #expect(loop.run() == .idle)
        withExtendedLifetime(runner) {}
    }

    @Test("A stop leaves at once and keeps what waits", arguments: ["timer", "imm", "poll", "close", "tick", "micro"])
    func stopInCallback(kind: String) throws {
        let t = try Timeline()
        func add(_ label: String, _ body: @escaping () -> Void = {}) {
            switch kind {
            case "timer": t.timer(label, after: 1, body)
            case "imm": t.immediate(label, body)
            case "poll": t.poll(label, body)
            case "close": t.close(label, body)
            case "tick": t.tick(label, body)
            default: t.micro(label, body)
            }
        }
        // Close callbacks run in reverse.
        let labels = kind == "close" ? ["B", "A"] : ["A", "B"]
        for label in labels { add(label, label == "A" ? { t.runner.stop() } : {}) }
        if kind == "tick" || kind == "micro" {
            #expect(t.loop.runCheckpoint() == .stop)
            #expect(t.text == "\(kind) A")
            #expect(t.loop.runCheckpoint() == .completed)
        } else {
            #expect(t.loop.run() == .stopped)
            #expect(t.text == "\(kind) A")
            #expect(t.loop.run() == .idle)
        }
        #expect(t.text == "\(kind) A B")
        #expect(t.runner.count == 0)
    }

    @Test("Endless microtasks can be stopped from another thread")
    func stopStarvation() throws {
        let (loop, runner) = try makeLoop(.virtual)
        func again() { runner.microtask { again() } }
        again()
        let inbox = loop.inbox
        let thread = try SystemThread { inbox.requestStop() }
        #expect(loop.runCheckpoint() == .stop)
        thread.join()
        #expect(inbox.isStopRequested)
        loop.acknowledgeStop()
        #expect(!inbox.isStopRequested)
        runner.tearDown()
    }
}
