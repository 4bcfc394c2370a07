// SPDX-License-Identifier: MIT
import Glibc
import Scheduling
import Testing

@Suite("The loop as a whole")
struct LoopTests {
    @Test("A prompt's turns serve timers while nothing else is there")
    func promptTurns() throws {
        let timeline = try Timeline()
        timeline.showsTime = true
        timeline.timer("A", after: 5)
        #expect(timeline.loop.turn(waitingAtMost: .max) == .alive)
        #expect(timeline.text == "")
        #expect(timeline.loop.turn(waitingAtMost: 0) == .idle)
        #expect(timeline.text == "timer A@5")
    }

    @Test("With the system clock a turn waits for its limit, referenced work or not")
    func systemTurn() throws {
        let loop = try EventLoop(clock: SystemClock(), poller: Poller())
        let runner = ClosureRunner(loop: loop)
        #expect(loop.turn(waitingAtMost: 3_000_000) == .idle)
        #expect(loop.clock.now() >= 3_000_000)
        var times: [UInt64] = []
        for delay in [4.0, 2.0] { runner.timer(after: delay) { times.append(loop.clock.now() / 1_000_000) } }
        let start = loop.clock.now() / 1_000_000
        #expect(loop.run() == .idle)
        #expect(times.count == 2)
        #expect(times[0] >= start + 2)
        #expect(times[1] >= times[0])
    }

    @Test("run(until:) ends when its condition holds")
    func until() throws {
        let timeline = try Timeline()
        var isDone = false
        timeline.timer("A", after: 5) { isDone = true }
        timeline.timer("B", after: 10)
        #expect(timeline.loop.run(until: { isDone }) == .satisfied)
        #expect(timeline.text == "timer A")
        #expect(timeline.loop.run(until: { false }) == .idle)
        #expect(timeline.text == "timer A B")
    }

    @Test("The snapshot shows each queue in the order in which it will run")
    func snapshot() throws {
        let timeline = try Timeline(replaying: [1])
        let loop = timeline.loop
        timeline.tick("K")
        timeline.micro("M")
        timeline.timer("T1", after: 10)
        timeline.busy(3)
        timeline.timer("T2", after: 10, isRepeating: true, isReferenced: false)
        timeline.timer("T3", after: 7)
        timeline.immediate("I1")
        loop.clearImmediate(timeline.immediate("I2"))
        timeline.completion("C", at: 20)
        timeline.poll("P")
        timeline.close("X")
        timeline.close("Y")
        let snapshot = loop.snapshot()
        #expect(snapshot.turn == 0)
        #expect(snapshot.time == 3_000_000)
        #expect(snapshot.ticks.map(\.kind) == [.tick])
        #expect(snapshot.microtasks.map(\.kind) == [.microtask])
        #expect(snapshot.timers.map(\.remaining) == [7, 7, 10])
        #expect(snapshot.timers.map(\.duration) == [10, 7, 10])
        #expect(snapshot.timers.map(\.isRepeating) == [false, false, true])
        #expect(snapshot.timers.map(\.isReferenced) == [true, true, false])
        #expect(snapshot.timerCount == 3)
        #expect(snapshot.immediates.count == 1)
        #expect(snapshot.polls.count == 1)
        #expect(snapshot.completions.map(\.time) == [20_000_000])
        #expect(snapshot.closing.map(\.id) == snapshot.closing.map(\.id).sorted(by: >))
        #expect(loop.snapshot(limit: 1).timers.count == 1)
        timeline.runner.tearDown()
        #expect(timeline.runner.count == 0)
        #expect(!loop.isAlive)
        #expect(loop.snapshot().timerCount == 0)
    }

    @Test("An observer hears causes, clears, jumps and phases, in order")
    func observer() throws {
        let timeline = try Timeline()
        let log = EventLog()
        timeline.loop.observer = log
        timeline.timer("T", after: 7) { timeline.micro("M") }
        timeline.loop.clearImmediate(timeline.immediate("I"))
        timeline.loop.run()
        let timer = Callback(kind: .timer, handle: 0, id: 1)
        let immediate = Callback(kind: .immediate, handle: 1, id: 2)
        let microtask = Callback(kind: .microtask, handle: 1, id: 3)
        let arming = TimerArming(
            timer: try #require(log.armedTimers.first), duration: 7, start: 0, isRepeating: false, isReferenced: true)
        #expect(
            log.events == [
                .timerArmed(timer, arming, cause: 0), .queued(immediate, cause: 0), .cleared(immediate, cause: 0),
                .turnStarted(1), .clockJumped(from: 0, to: 7_000_000), .turnStarted(2), .phaseEntered(.timers),
                .started(timer), .queued(microtask, cause: 1), .ended(timer, .completed), .checkpointEntered,
                .started(microtask), .ended(microtask, .completed),
            ])
    }

    @Test("An hour of ten thousand mixed events takes no time")
    func virtualHour() throws {
        let timeline = try Timeline()
        let start = SystemClock()
        for index in 0..<2_500 {
            let at = Double(index) * 1_440 + 1
            timeline.timer("T", after: at) {
                timeline.immediate("I") { timeline.micro("M") }
                timeline.completion("C", at: timeline.now + 3)
            }
        }
        #expect(timeline.loop.run() == .idle)
        #expect(timeline.entries.count == 10_000)
        #expect(timeline.now > 3_590_000)
        // Generous: debug builds under a sanitizer run this too.
        #expect(start.now() < 2_000_000_000)
    }

    @Test("The loop may not be run from one of its callbacks")
    func reentrancy() async {
        await #expect(processExitsWith: .failure) {
            let timeline = try Timeline()
            timeline.timer("A", after: 1) { timeline.loop.run() }
            timeline.loop.run()
        }
    }

    @Test("An unclamped delay is a bug")
    func unclampedDelay() async {
        await #expect(processExitsWith: .failure) {
            _ = try EventLoop(clock: VirtualClock()).armTimer(0, delay: 0)
        }
    }

    #if DEBUG
        @Test("Debug builds trap when a loop is used from another thread")
        func confinement() async {
            await #expect(processExitsWith: .failure) {
                nonisolated(unsafe) let loop = try EventLoop(clock: VirtualClock())
                try SystemThread { loop.enqueueTick(0) }.join()
            }
        }
    #endif
}

extension EventLog {
    var armedTimers: [TimerID] {
        events.compactMap { event in
            if case .timerArmed(_, let arming, _) = event { arming.timer } else { nil }
        }
    }
}
