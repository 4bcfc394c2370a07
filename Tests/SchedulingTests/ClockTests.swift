// SPDX-License-Identifier: MIT
import Scheduling
import Testing

@Suite("Clocks and choices")
struct ClockTests {
    @Test("A thousand reads of a task are free, the next cost 1 µs each")
    func reads() {
        let clock = VirtualClock()
        for _ in 0..<1_000 { #expect(clock.readByProgram() == 0) }
        #expect(clock.readByProgram() == 1_000)
        #expect(clock.readByProgram() == 2_000)
        clock.beginTask()
        #expect(clock.readByProgram() == 2_000)
        #expect(clock.now() == 2_000)
        #expect(clock.wallTimeOrigin == 1_735_689_600_000_000_000)
    }

    @Test("Every task gets its free reads back")
    func readsPerTask() throws {
        let timeline = try Timeline()
        for label in ["A", "B"] {
            timeline.immediate(label) {
                for _ in 0..<1_000 { _ = timeline.loop.clock.readByProgram() }
            }
        }
        timeline.loop.run()
        #expect(timeline.loop.clock.now() == VirtualClock.turnCost)
    }

    @Test("Immediates that wait for a timer come to an end")
    func immediatesPassTime() throws {
        let timeline = try Timeline(replaying: [1])
        var isDone = false
        var rounds = 0
        func again() {
            rounds += 1
            if !isDone { timeline.immediate("I", again) }
        }
        timeline.timer("T", after: 3) { isDone = true }
        timeline.immediate("I", again)
        #expect(timeline.loop.run() == .idle)
        #expect(rounds == 3_001)
        #expect(timeline.loop.clock.now() == 3_001_000)
    }

    @Test("Charges stop at the horizon instead of overflowing")
    func horizon() throws {
        let clock = VirtualClock()
        clock.charge(nanoseconds: .max)
        #expect(clock.now() == VirtualClock.horizon)
        clock.sleep(nanoseconds: 1)
        #expect(clock.now() == VirtualClock.horizon)
        let timeline = try Timeline()
        timeline.timer("T", after: 2_147_483_647, isRepeating: true)
        #expect(timeline.loop.run() == .clockExhausted)
        #expect(timeline.entries.count == 1_468)
        timeline.runner.tearDown()
    }

    @Test("A system clock goes forward, spins and sleeps")
    func systemClock() {
        let clock = SystemClock()
        var last = clock.now()
        for _ in 0..<1_000 {
            let now = clock.readByProgram()
            #expect(now >= last)
            last = now
        }
        clock.charge(nanoseconds: 200_000)
        clock.sleep(nanoseconds: 200_000)
        #expect(clock.now() >= last + 400_000)
        #expect(clock.wallTimeOrigin > 1_700_000_000_000_000_000)
    }

    @Test(
        "A 1 ms timer against an immediate of the main script",
        arguments: [(0, "timer T@1 | imm I@1"), (1, "imm I@0 | timer T@1")])
    func startChoice(taken: Int, expected: String) throws {
        let timeline = try Timeline(replaying: [taken])
        timeline.showsTime = true
        timeline.main { t in
            t.immediate("I")
            t.timer("T", after: 0)
        }
        #expect(timeline.text == expected)
        #expect(timeline.loop.policy.record == [Choice(point: .timerOrImmediate, taken: taken, alternatives: 2)])
    }

    @Test(
        "A completion against a timer of the same instant",
        arguments: [(0, "timer T@10 | poll C@10"), (1, "poll C@10 | timer T@10")])
    func completionChoice(taken: Int, expected: String) throws {
        let timeline = try Timeline(replaying: [taken])
        timeline.showsTime = true
        timeline.main { t in
            t.completion("C", at: 10)
            t.timer("T", after: 10)
        }
        #expect(timeline.text == expected)
        #expect(timeline.loop.policy.record == [Choice(point: .timerOrCompletion, taken: taken, alternatives: 2)])
    }

    @Test(
        "Completions of one instant",
        arguments: [
            ([0, 0], "poll A B C"), ([2, 0], "poll C A B"), ([1, 1], "poll B C A"), ([9, -1], "poll C A B"),
        ])
    func completionOrder(taken: [Int], expected: String) throws {
        let timeline = try Timeline(replaying: taken)
        timeline.main { t in
            for label in ["A", "B", "C"] { t.completion(label, at: 5) }
        }
        #expect(timeline.text == expected)
    }

    @Test("There is no choice where Node has none")
    func noChoice() throws {
        let timeline = try Timeline(seed: 7)
        timeline.main { t in
            t.timer("T", after: 2)
            t.immediate("I") { t.timer("U", after: 0) }
            t.completion("C", at: 5)
        }
        #expect(timeline.text == "imm I | timer U T | poll C")
        #expect(timeline.loop.policy.record.isEmpty)
    }

    @Test("Completions come at their time, and can be cleared")
    func completions() throws {
        let timeline = try Timeline()
        timeline.showsTime = true
        timeline.main { t in
            t.completion("B", at: 20)
            let cleared = t.completion("X", at: 10)
            t.completion("A", at: 5) { #expect(t.loop.clearScheduledPoll(cleared)) }
        }
        #expect(timeline.text == "poll A@5 B@20")
        #expect(!timeline.loop.clearScheduledPoll(1))
    }

    @Test("A loop that is never idle keeps to its schedule")
    func overrunDeadlines() throws {
        let timeline = try Timeline()
        timeline.main { t in
            for number in 1...1_000 as ClosedRange<UInt64> { t.completion("C", at: number * 4) { t.busy(4) } }
        }
        #expect(timeline.loop.clock.now() == 4_004_000_000)
    }

    @Test("Completions that begin others at once pass time")
    func chainsOfCompletions() throws {
        let timeline = try Timeline()
        var isDone = false
        var rounds = 0
        func again() {
            rounds += 1
            if !isDone { timeline.completion("C", at: 0, again) }
        }
        timeline.timer("T", after: 3) { isDone = true }
        timeline.completion("C", at: 0, again)
        #expect(timeline.loop.run() == .idle)
        #expect(rounds == 3_000)
    }

    @Test("Seed 0 takes order 0; another seed takes all; a record replays")
    func seeds() {
        let zero = ChoicePolicy(ChoicePlan(seed: 0))
        #expect((0..<100).allSatisfy { _ in zero.choose(.completionOrder, among: 3) == 0 })
        let seeded = ChoicePolicy(ChoicePlan(seed: 42))
        let taken = (0..<100).map { _ in seeded.choose(.completionOrder, among: 3) }
        #expect(Set(taken) == [0, 1, 2])
        #expect(seeded.record.map(\.taken) == taken)
        let replayed = ChoicePolicy(ChoicePlan(choices: taken))
        #expect((0..<100).map { _ in replayed.choose(.completionOrder, among: 3) } == taken)
        // The sequence of a seed is part of recorded runs; these are the reference values of SplitMix64.
        var generator = SplitMix64(seed: 1_234_567)
        #expect(generator.next() == 6_457_827_717_110_365_317)
        #expect(generator.next() == 3_203_168_211_198_807_973)
    }
}
