// SPDX-License-Identifier: MIT
import Scheduling
import Testing

@Suite("Timers")
struct TimerTests {
    @Test(
        "Delays are clamped and cut off as in Node",
        arguments: [
            (0, 1), (-5, 1), (0.5, 1), (1, 1), (1.999, 1), (2.5, 2), (.nan, 1), (.infinity, 1), (-.infinity, 1),
            (2_147_483_647, 2_147_483_647), (2_147_483_647.5, 1), (2_147_483_648, 1), (1e300, 1),
        ] as [(Double, Int)])
    func clamp(delay: Double, expected: Int) {
        #expect(TimerDelay.clamp(delay) == expected)
    }

    @Test("Whole delays are clamped too", arguments: [(0, 1), (-1, 1), (7, 7), (2_147_483_648, 1)])
    func clampWhole(delay: Int, expected: Int) {
        #expect(TimerDelay.clamp(delay) == expected)
    }

    static let order: [TimelineCase] = [
        TimelineCase("by delay", "timer A@10 B@20 C@30") { t in
            t.timer("C", after: 30)
            t.timer("A", after: 10)
            t.timer("B", after: 20)
        },
        TimelineCase("0 and 1 share a list", "timer A@1 B@1 C@1") { t in
            t.timer("A", after: 1)
            t.timer("B", after: 0)
            t.timer("C", after: 1)
        },
        TimelineCase("the same instant by the age of the list", "timer A@10 B@10") { t in
            t.timer("A", after: 10)
            t.busy(5)
            t.timer("B", after: 5)
        },
        TimelineCase("the same instant, but the older list was re-armed", "timer A@10 C@13 B@13") { t in
            t.timer("A", after: 10)
            t.busy(3)
            t.timer("B", after: 10)
            t.busy(3)
            t.timer("C", after: 7)
        },
        TimelineCase("a due list runs all its due timers before the next list", "timer A@22 B@22 C@22") { t in
            t.timer("A", after: 5)
            t.timer("C", after: 6)
            t.busy(2)
            t.timer("B", after: 5)
            t.busy(20)
        },
        TimelineCase("a timer cleared by an earlier one of its list", "timer A@50 C@50") { t in
            var second = TimerID(rawValue: 0)
            t.timer("A", after: 5) { t.loop.clearTimer(second) }
            second = t.timer("B", after: 5)
            t.timer("C", after: 5)
            t.busy(50)
        },
        TimelineCase("a timer of a later list cleared by an earlier one", "timer A@50") { t in
            var second = TimerID(rawValue: 0)
            t.timer("A", after: 5) { t.loop.clearTimer(second) }
            second = t.timer("B", after: 6)
            t.busy(50)
        },
        TimelineCase("a timer armed in the phase waits for the next", "timer A@1 B@6 | imm I@6 | timer N@6") { t in
            t.timer("A", after: 1) {
                t.timer("N", after: 1)
                t.immediate("I")
                t.busy(5)
            }
            t.timer("B", after: 1)
        },
        TimelineCase("refreshed by a tick, the next timer runs all the same", "timer A@9 | tick K@9 | timer B@9 C@9") {
            t in
            var second = TimerID(rawValue: 0)
            t.timer("A", after: 5) { t.tick("K") { t.loop.refreshTimer(second) } }
            second = t.timer("B", after: 5)
            t.timer("C", after: 5)
            t.busy(9)
        },
        TimelineCase("a refreshed timer waits anew", "timer R@5 B@12 A@15") { t in
            let first = t.timer("A", after: 10)
            t.timer("B", after: 12)
            t.timer("R", after: 5) { t.loop.refreshTimer(first) }
        },
    ]
    static let lives: [TimelineCase] = [
        TimelineCase("an interval waits from before its callback", "timer I@10 I@20 I@30") { t in
            var runs = 0
            var interval = TimerID(rawValue: 0)
            interval = t.timer("I", after: 10, isRepeating: true) {
                runs += 1
                t.busy(4)
                if runs == 3 { t.loop.clearTimer(interval) }
            }
        },
        TimelineCase(
            "an interval that is slower than its delay yields to others", "timer I@1 | imm A@6 | timer I@6 | imm B@11"
        ) { t in
            var runs = 0
            var interval = TimerID(rawValue: 0)
            interval = t.timer("I", after: 1, isRepeating: true) {
                runs += 1
                t.immediate(runs == 1 ? "A" : "B")
                t.busy(5)
                if runs == 2 { t.loop.clearTimer(interval) }
            }
        },
        TimelineCase("a failed interval goes on", "timer I@1 I@2") { t in
            var runs = 0
            var interval = TimerID(rawValue: 0)
            interval = t.timer("I", after: 1, isRepeating: true) {
                runs += 1
                if runs == 2 { t.loop.clearTimer(interval) }
                throw Deliberate()
            }
        },
        TimelineCase("a timer that refreshes itself lives on", "timer A@5 A@10") { t in
            var runs = 0
            var timer = TimerID(rawValue: 0)
            timer = t.timer("A", after: 5) {
                runs += 1
                if runs == 1 { t.loop.refreshTimer(timer) }
            }
        },
        TimelineCase("an unreferenced timer does not keep the loop alive", "timer A@5 B@10") { t in
            t.timer("A", after: 5, isReferenced: false)
            t.timer("B", after: 10)
            t.timer("C", after: 20, isReferenced: false)
        },
        TimelineCase("a timer referenced again keeps the loop alive", "timer A@5") { t in
            let timer = t.timer("A", after: 5, isReferenced: false)
            t.loop.setReferenced(timer: timer, true)
        },
        TimelineCase("an unreferenced timer that is due at the end runs", "imm A@0 | timer U@5") { t in
            t.immediate("A") {
                t.timer("U", after: 1, isReferenced: false)
                t.busy(5)
            }
        },
        TimelineCase("an unreferenced immediate does not hold up the wait", "imm U@5 | timer A@5") { t in
            t.timer("A", after: 5)
            t.immediate("U", isReferenced: false)
        },
    ]

    @Test("Order and times", arguments: order + lives)
    func times(_ row: TimelineCase) throws {
        let timeline = try Timeline(replaying: [1])
        timeline.showsTime = true
        #expect(timeline.main(row.program) == .idle)
        #expect(timeline.text == row.expected)
        timeline.runner.tearDown()
        #expect(timeline.runner.count == 0, "a closure was left behind")
    }

    @Test("A stale name is harmless")
    func staleNames() throws {
        let timeline = try Timeline()
        let first = timeline.timer("A", after: 1)
        #expect(timeline.loop.clearTimer(first))
        let second = timeline.timer("B", after: 1)
        #expect(first != second)
        #expect(!timeline.loop.clearTimer(first))
        #expect(!timeline.loop.refreshTimer(first))
        #expect(!timeline.loop.isAlive(timer: first))
        #expect(timeline.loop.isAlive(timer: second))
        #expect(second.rawValue < 1 << 53)
        let immediate = timeline.immediate("I")
        #expect(timeline.loop.clearImmediate(immediate))
        #expect(!timeline.loop.clearImmediate(immediate))
        timeline.loop.run()
        #expect(timeline.text == "timer B")
    }

    @Test("hasRef, and clearing from within")
    func references() throws {
        let timeline = try Timeline()
        var timer = TimerID(rawValue: 0)
        timer = timeline.timer("A", after: 1, isRepeating: true) {
            #expect(timeline.loop.isAlive(timer: timer))
            #expect(timeline.loop.clearTimer(timer))
            #expect(!timeline.loop.isAlive(timer: timer))
            #expect(!timeline.loop.clearTimer(timer))
        }
        #expect(timeline.loop.hasReference(timer: timer))
        timeline.loop.setReferenced(timer: timer, false)
        #expect(!timeline.loop.hasReference(timer: timer))
        #expect(!timeline.loop.isAlive)
        timeline.loop.setReferenced(timer: timer, true)
        #expect(timeline.loop.run() == .idle)
        #expect(!timeline.loop.hasReference(timer: timer))
        #expect(timeline.runner.count == 0)
    }
}
