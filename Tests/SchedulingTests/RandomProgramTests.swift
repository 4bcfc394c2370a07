// SPDX-License-Identifier: MIT
import Scheduling
import Testing

/// A program that does at random what a program can do to a loop, and checks what must hold whatever it does.
private final class RandomProgram: CallbackRunner {
    enum Fate { case waiting, running, ended }

    let loop: EventLoop
    var generator: SplitMix64
    var budget = 300
    var nextHandle: UInt32 = 0
    /// What became of each handle; a timer's handle may run several times before it ends.
    var fates: [UInt32: Fate] = [:]
    var timers: [TimerID] = []
    var immediates: [ImmediateID] = []
    var handleOfTimer: [TimerID: UInt32] = [:]
    var handleOfImmediate: [ImmediateID: UInt32] = [:]
    var clearedHandles: Set<UInt32> = []
    var idsThatRan: Set<UInt64> = []
    var lastTime: UInt64 = 0
    var runsOfInterval: [UInt32: Int] = [:]

    init(seed: UInt64) throws {
        loop = try EventLoop(clock: VirtualClock(), policy: ChoicePolicy(ChoicePlan(seed: seed)))
        generator = SplitMix64(seed: seed)
        loop.runner = self
    }

    func random(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }

    func newHandle() -> UInt32 {
        nextHandle += 1
        fates[nextHandle] = .waiting
        return nextHandle
    }

    func run(_ callback: Callback) -> Outcome {
        let now = loop.clock.now()
        #expect(now >= lastTime, "time went back")
        lastTime = now
        #expect(idsThatRan.insert(callback.id).inserted, "callback \(callback.id) ran twice")
        #expect(fates[callback.handle] == .waiting, "\(callback) ran after its end")
        #expect(!clearedHandles.contains(callback.handle), "\(callback) was cleared and ran")
        #expect(loop.runningCallbackID == callback.id)
        if callback.kind != .timer { fates[callback.handle] = .ended }
        var hasFailed = false
        for _ in 0...random(3) where !act(within: callback) { hasFailed = true }
        return hasFailed ? .failed : .completed
    }

    func discard(_ callback: Callback) {
        #expect(fates[callback.handle] == .waiting, "\(callback) was discarded after its end")
        fates[callback.handle] = .ended
    }

    /// Does one thing; false if that is to throw.
    func act(within callback: Callback?) -> Bool {
        if callback?.kind == .timer, let handle = callback?.handle {
            runsOfInterval[handle, default: 0] += 1
            if runsOfInterval[handle, default: 0] > 6, let timer = handleOfTimer.first(where: { $0.value == handle }) {
                clear(timer.key)
            }
        }
        switch random(16) {
        case 0...8:
            guard budget > 0 else { return true }
            budget -= 1
            queueSomething()
        case 9: if !timers.isEmpty { clear(timers[random(timers.count)]) }
        case 10: if !timers.isEmpty { loop.refreshTimer(timers[random(timers.count)]) }
        case 11: if !timers.isEmpty { loop.setReferenced(timer: timers[random(timers.count)], random(2) == 0) }
        case 12:
            guard !immediates.isEmpty else { return true }
            let id = immediates[random(immediates.count)]
            if loop.clearImmediate(id), let handle = handleOfImmediate[id] { clearedHandles.insert(handle) }
        case 13: loop.clock.charge(nanoseconds: UInt64(random(4_000_000)))
        case 14: return random(3) > 0
        default: break
        }
        return true
    }

    func clear(_ id: TimerID) {
        if loop.clearTimer(id), let handle = handleOfTimer[id] { clearedHandles.insert(handle) }
    }

    func queueSomething() {
        let handle = newHandle()
        switch random(9) {
        case 0, 1: loop.enqueueTick(handle)
        case 2, 3: loop.enqueueMicrotask(handle)
        case 4:
            let id = loop.enqueueImmediate(handle, isReferenced: random(4) > 0)
            immediates.append(id)
            handleOfImmediate[id] = handle
        case 5: loop.enqueuePoll(handle)
        case 6: loop.schedulePoll(handle, at: loop.clock.now() + UInt64(random(10)) * 1_000_000)
        case 7: loop.enqueueClose(handle)
        default:
            let id = loop.armTimer(
                handle, delay: 1 + random(5), isRepeating: random(4) == 0, isReferenced: random(5) > 0)
            timers.append(id)
            handleOfTimer[id] = handle
        }
    }
}

@Suite("Random programs")
struct RandomProgramTests {
    @Test("Nothing runs twice, cleared never runs, time never goes back, nothing is lost", arguments: 1...300)
    func invariants(seed: UInt64) throws {
        let program = try RandomProgram(seed: seed)
        for _ in 0..<20 { _ = program.act(within: nil) }
        program.loop.runCheckpoint()
        #expect(program.loop.run(until: { program.budget < -1 }) == .idle)
        #expect(!program.loop.isAlive)
        let snapshot = program.loop.snapshot()
        #expect(snapshot.ticks.isEmpty && snapshot.microtasks.isEmpty)
        #expect(snapshot.polls.isEmpty && snapshot.closing.isEmpty)
        #expect(snapshot.timers.allSatisfy { !$0.isReferenced })
        program.loop.discardAll()
        #expect(program.fates.values.allSatisfy { $0 == .ended }, "a handle was not freed")
    }

    @Test("The same seed gives the same run", arguments: 1...20)
    func determinism(seed: UInt64) throws {
        func trace() throws -> [LoopEvent] {
            let program = try RandomProgram(seed: seed)
            let log = EventLog()
            program.loop.observer = log
            for _ in 0..<20 { _ = program.act(within: nil) }
            program.loop.runCheckpoint()
            program.loop.run()
            program.loop.discardAll()
            return log.events
        }
        let first = try trace()
        #expect(!first.isEmpty)
        #expect(try trace() == first)
    }
}
