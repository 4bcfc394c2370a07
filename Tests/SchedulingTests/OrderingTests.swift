// SPDX-License-Identifier: MIT
import Scheduling
import Testing

/// The order of ticks, microtasks, timers, immediates, completions and close callbacks.
///
/// Where Node can run the program, the line is what Node 20 prints.
@Suite("Ordering")
struct OrderingTests {
    static let checkpoints: [TimelineCase] = [
        TimelineCase("ticks before microtasks", "sync A | tick B C | micro D E") { t in
            t.micro("D")
            t.tick("B")
            t.micro("E")
            t.tick("C")
            t.sync("A")
        },
        TimelineCase("a microtask's tick waits until no microtask is left", "micro A B C | tick D") { t in
            t.micro("A") {
                t.tick("D")
                t.micro("C")
            }
            t.micro("B")
        },
        TimelineCase("a tick's microtask waits until no tick is left", "tick A B | micro C") { t in
            t.tick("A") { t.micro("C") }
            t.tick("B")
        },
        TimelineCase("a checkpoint after each timer", "timer A | tick B | micro C | timer D") { t in
            t.timer("A", after: 1) {
                t.micro("C")
                t.tick("B")
            }
            t.timer("D", after: 1)
        },
        TimelineCase("a checkpoint after each immediate", "imm A | micro B | imm C") { t in
            t.immediate("A") { t.micro("B") }
            t.immediate("C")
        },
        TimelineCase("a checkpoint after each completion", "poll A | tick B | poll C | imm D") { t in
            t.immediate("D")
            t.poll("A") { t.tick("B") }
            t.poll("C")
        },
        TimelineCase("a checkpoint between timers of different lists", "timer A | micro B | timer C") { t in
            t.timer("A", after: 1) { t.micro("B") }
            t.timer("C", after: 2)
            t.busy(5)
        },
    ]

    static let phases: [TimelineCase] = [
        TimelineCase("a timer against an immediate inside a completion", "poll A | imm B | timer C") { t in
            t.poll("A") {
                t.timer("C", after: 0)
                t.immediate("B")
            }
        },
        TimelineCase("an immediate's immediate waits for the next turn", "imm A B | poll P | imm C") { t in
            t.immediate("A") {
                t.immediate("C")
                t.poll("P")
            }
            t.immediate("B")
        },
        TimelineCase("an immediate that is cleared by the one before", "imm A C") { t in
            var second = ImmediateID(rawValue: 0)
            t.immediate("A") { t.loop.clearImmediate(second) }
            second = t.immediate("B")
            t.immediate("C")
        },
        TimelineCase("an immediate that is cleared by a tick of the one before", "imm A | tick K | imm C") { t in
            var second = ImmediateID(rawValue: 0)
            t.immediate("A") { t.tick("K") { t.loop.clearImmediate(second) } }
            second = t.immediate("B")
            t.immediate("C")
        },
        TimelineCase("close callbacks run last queued, first run", "imm A | close D C B | tick T") { t in
            t.immediate("A") {
                t.close("B") { t.tick("T") }
                t.close("C")
                t.close("D")
            }
        },
        TimelineCase("a close callback's close waits for the next turn", "close A | imm C | close B") { t in
            t.close("A") {
                t.close("B")
                t.immediate("C")
            }
        },
        TimelineCase("a completion queued by a completion waits", "poll A | imm C | poll B") { t in
            t.poll("A") {
                t.poll("B")
                t.immediate("C")
            }
        },
    ]

    static let failures: [TimelineCase] = [
        TimelineCase("no checkpoint between a failed timer and the next", "timer A B | tick K | timer C") { t in
            t.timer("A", after: 1) {
                t.tick("K")
                throw Deliberate()
            }
            t.timer("B", after: 1)
            t.timer("C", after: 1)
        },
        TimelineCase("no checkpoint after a failed immediate", "imm A B | tick K | imm C") { t in
            t.immediate("A") {
                t.tick("K")
                throw Deliberate()
            }
            t.immediate("B")
            t.immediate("C")
        },
        TimelineCase("after a failed last immediate those queued meanwhile run", "imm A B | tick K | timer T") { t in
            t.immediate("A") {
                t.immediate("B")
                t.timer("T", after: 0)
                t.busy(5)
                t.tick("K")
                throw Deliberate()
            }
        },
        TimelineCase(
            "a failed tick leaves the rest to the next callback",
            "timer A | tick K1 | timer B | tick K2 | micro M | timer C"
        ) { t in
            t.timer("A", after: 1) {
                t.tick("K1") { throw Deliberate() }
                t.tick("K2")
                t.micro("M")
            }
            t.timer("B", after: 1)
            t.timer("C", after: 1)
        },
        TimelineCase(
            "ticks left over by a failed completion run before the immediates", "poll A | tick K | imm B | timer T"
        ) { t in
            t.poll("A") {
                t.tick("K")
                t.immediate("B")
                t.timer("T", after: 0)
                throw Deliberate()
            }
        },
        TimelineCase("a failed microtask does not hold up the others", "tick N | micro A B | tick K") { t in
            t.micro("A") {
                t.tick("K")
                throw Deliberate()
            }
            t.micro("B")
            t.tick("N")
        },
        TimelineCase(
            "a failed tick of the main script leaves the rest until the first task",
            "tick A | timer T1 | tick B | timer T2 | imm I"
        ) { t in
            t.timer("T1", after: 1)
            t.timer("T2", after: 1)
            t.immediate("I")
            t.tick("A") { throw Deliberate() }
            t.tick("B")
            t.busy(5)
        },
        TimelineCase(
            "a tick that fails between immediates leaves the rest", "imm A | tick K1 | imm B | tick K2 | imm C"
        ) { t in
            t.immediate("A") {
                t.tick("K1") { throw Deliberate() }
                t.tick("K2")
            }
            t.immediate("B")
            t.immediate("C")
        },
    ]

    @Test("Checkpoints, phases and failures", arguments: checkpoints + phases + failures)
    func order(_ row: TimelineCase) throws {
        let timeline = try Timeline()
        #expect(timeline.main(row.program) == .idle)
        #expect(timeline.text == row.expected)
        #expect(timeline.runner.count == 0, "a closure was left behind")
    }

    @Test("A module's microtasks run before its ticks")
    func moduleEntry() throws {
        let timeline = try Timeline()
        timeline.micro("body") {
            timeline.tick("T")
            timeline.micro("M")
        }
        timeline.loop.runMicrotasks()
        timeline.loop.runCheckpoint()
        #expect(timeline.text == "micro body M | tick T")
    }

    @Test("The checkpoint drains again while the runner asks for it")
    func followUp() throws {
        let timeline = try Timeline()
        var rounds = 0
        timeline.runner.onCheckpointEmpty = { [unowned timeline] in
            rounds += 1
            if rounds == 1 { timeline.tick("late") }
            return rounds == 1 ? .drainAgain : .settled
        }
        timeline.main { $0.micro("A") }
        #expect(timeline.text == "micro A | tick late")
        #expect(rounds == 2)
    }

    @Test("Microtasks that were set aside come back in front")
    func setAside() throws {
        let timeline = try Timeline()
        timeline.micro("A")
        timeline.micro("B")
        let saved = timeline.loop.setAsideMicrotasks()
        timeline.micro("C") { timeline.loop.restoreMicrotasks(saved) }
        timeline.micro("D")
        timeline.loop.runCheckpoint()
        #expect(timeline.text == "micro C A B D")
    }
}
