// SPDX-License-Identifier: MIT
import Scheduling
import Testing

/// The browser profile without JavaScript: HTML standard, sections 8.1.7.3, 8.6 and 8.11.
@Suite("A page's event loop")
struct PageTests {
    static let orders: [TimelineCase] = [
        TimelineCase("script, microtasks, then tasks", "sync A | micro B | timer C | task D") { t in
            t.timeout("C", 0)
            t.task("D")
            t.micro("B")
            t.sync("A")
        },
        TimelineCase("a checkpoint after each task", "task A | micro B | task C") { t in
            t.task("A") { t.micro("B") }
            t.task("C")
        },
        TimelineCase("a failed task gets its checkpoint too", "task A | micro B | task C") { t in
            t.task("A") {
                t.micro("B")
                throw Deliberate()
            }
            t.task("C")
        },
        TimelineCase("the oldest task of all sources", "task A B C D") { t in
            t.task("A", .networking)
            t.task("B", .domManipulation)
            t.task("C", .networking)
            t.task("D", .userInteraction)
        },
        TimelineCase("due timers by due time, then by arming", "timer A B C D") { t in
            t.timeout("C", 2)
            t.timeout("A", 1)
            t.timeout("B", 1)
            t.timeout("D", 2)
            t.busy(10)
        },
        TimelineCase("a timer is queued when it is due, a message when posted", "timer A | task B | timer C") { t in
            t.timeout("A", 5)
            t.timeout("C", 15)
            t.busy(10)
            t.task("B")
            t.busy(10)
        },
        TimelineCase("a frame after older tasks and before younger ones", "task A | frame B | micro C | task D") { t in
            t.frame("B") { t.micro("C") }
            t.task("A")
            t.busy(20)
            t.task("D")
        },
        TimelineCase("a frame's frame waits", "frame A B | timer C | frame D") { t in
            t.frame("A") {
                t.frame("D")
                t.timeout("C", 0)
            }
            t.frame("B")
        },
        TimelineCase("idle callbacks come last", "task A | timer B | idle C | micro D | idle E") { t in
            t.idle("C") { t.micro("D") }
            t.idle("E")
            t.task("A") { t.timeout("B", 0) }
        },
        TimelineCase("completions are tasks of the network", "poll A | micro B | poll C") { t in
            t.poll("A") { t.micro("B") }
            t.completion("C", at: 5)
        },
    ]

    static let times: [TimelineCase] = [
        TimelineCase("nested timers are clamped", "timer A@0 A@0 A@0 A@0 A@0 A@0 A@4 A@8") { t in
            var runs = 0
            func again() {
                t.timeout("A", 0) {
                    runs += 1
                    if runs < 8 { again() }
                }
            }
            again()
        },
        TimelineCase("intervals are clamped", "timer A@1 A@2 A@3 A@4 A@5 A@6 A@10 A@14") { t in
            var runs = 0
            var id: UInt32 = 0
            id = t.timeout("A", 1, isRepeating: true) {
                runs += 1
                if runs == 8 { t.loop.clearPageTimer(id) }
            }
        },
        TimelineCase("a negative timeout is 0", "timer B@0 A@1") { t in
            t.timeout("A", 1)
            t.timeout("B", -7)
        },
        TimelineCase("frames come at sixty a second", "frame A@16 B@33 C@50") { t in
            t.frame("A") { t.frame("B") { t.frame("C") } }
        },
        TimelineCase("an idle callback's idle callback waits for the next period", "idle A@0 B@50") { t in
            t.idle("A") { t.idle("B") }
        },
        TimelineCase("an idle period ends with the next timer", "idle A@0 | timer B@10 | idle C@10") { t in
            t.idle("A") { t.idle("C") }
            t.timeout("B", 10)
        },
        TimelineCase("an idle timeout", "sync A@0 | idle B@30 | task C@30") { t in
            t.sync("A")
            t.idle("B", timeout: 20)
            t.busy(30)
            t.task("C")
        },
    ]

    @Test("Orders", arguments: orders)
    func order(_ row: TimelineCase) throws {
        let timeline = try Timeline(.browser)
        #expect(timeline.page(row.program) == .idle)
        #expect(timeline.text == row.expected)
        #expect(timeline.runner.count == 0)
    }

    @Test("Times", arguments: times)
    func time(_ row: TimelineCase) throws {
        let timeline = try Timeline(.browser)
        timeline.showsTime = true
        #expect(timeline.page(row.program) == .idle)
        #expect(timeline.text == row.expected)
        #expect(timeline.runner.count == 0)
    }

    @Test("What is cancelled never runs and is freed")
    func cancelling() throws {
        let timeline = try Timeline(.browser)
        let loop = timeline.loop
        timeline.page { t in
            #expect(loop.clearPageTimer(t.timeout("timer", 1)))
            #expect(loop.cancelAnimationFrame(t.frame("frame")))
            #expect(loop.cancelIdleCallback(t.idle("idle")))
            #expect(!loop.clearPageTimer(99) && !loop.cancelAnimationFrame(99) && !loop.cancelIdleCallback(99))
            let second = t.frame("B")
            t.frame("C")
            loop.cancelAnimationFrame(second)
        }
        #expect(timeline.text == "frame C")
        #expect(timeline.runner.count == 0)
        #expect(!loop.isAlive)
    }

    @Test("A timer that clears itself is freed once")
    func clearingItself() throws {
        let timeline = try Timeline(.browser)
        timeline.page { t in
            var id: UInt32 = 0
            id = t.timeout("A", 1, isRepeating: true) {
                t.micro("B") { t.loop.clearPageTimer(id) }
            }
        }
        #expect(timeline.text == "timer A | micro B")
        #expect(timeline.runner.count == 0)
    }

    @Test("The policy chooses between sources, and its choices can be replayed")
    func choices() throws {
        func run(_ choices: [Int], seed: UInt64 = 0) throws -> Timeline {
            let timeline = try Timeline(.browser, seed: seed, replaying: choices)
            timeline.page { t in
                t.task("A", .networking)
                t.task("B", .postedMessage)
                t.task("C", .networking)
            }
            return timeline
        }
        #expect(try run([]).text == "task A B C")
        #expect(try run([1]).text == "task B A C")
        let seeded = try run([], seed: 3)
        #expect(seeded.loop.policy.record.allSatisfy { $0.point == .taskSource && $0.alternatives == 2 })
        #expect(try run(seeded.loop.policy.record.map(\.taken)).text == seeded.text)
    }

    @Test("Frames that a task is in the way of are missed")
    func missedFrames() throws {
        let timeline = try Timeline(.browser)
        var times: [UInt64] = []
        timeline.page { t in
            t.frame("A") { times.append(t.loop.frameTime) }
            t.busy(101)
        }
        #expect(times == [100_000_000])
        #expect(timeline.loop.frameReport.frames == 1)
        #expect(timeline.loop.frameReport.missedFrames == 5)
    }

    @Test("A changed document makes one frame, and nothing keeps the loop awake after it")
    func needsRendering() throws {
        let timeline = try Timeline(.browser)
        timeline.page { _ in timeline.loop.setNeedsRendering() }
        #expect(timeline.loop.frameReport.frames == 1)
        #expect(timeline.now == 16)
    }

    @Test("Rendering opportunities do not drift")
    func refreshRate() throws {
        let timeline = try Timeline(.browser)
        var count = 0
        func again() {
            timeline.runner.animationFrame {
                count += 1
                if count < 600 { again() }
            }
        }
        timeline.page { _ in again() }
        #expect(timeline.loop.clock.now() == 10_000_000_000)
    }

    @Test("The idle deadline comes nearer with what is set meanwhile")
    func idleDeadline() throws {
        let timeline = try Timeline(.browser)
        let loop = timeline.loop
        var remaining: [UInt64] = []
        timeline.page { t in
            t.runner.idle {
                let start = loop.clock.now()
                remaining.append(loop.idleDeadline - start)
                t.timeout("T", 30)
                remaining.append(loop.idleDeadline - start)
                t.frame("F")
                remaining.append(loop.idleDeadline - start)
            }
        }
        #expect(remaining[0] == 50_000_000 && remaining[1] == 30_000_000)
        #expect((16_000_000..<16_666_667).contains(remaining[2]))
    }

    @Test("The snapshot shows the task queues")
    func snapshot() throws {
        let timeline = try Timeline(.browser)
        timeline.task("A", .networking)
        timeline.timeout("B", 7)
        timeline.frame("C")
        timeline.idle("D")
        let snapshot = timeline.loop.snapshot()
        let page = try #require(snapshot.page)
        #expect(page.tasks.map(\.source) == [.networking])
        #expect(page.animationFrames.count == 1 && page.idle.count == 1)
        #expect(snapshot.timerCount == 1 && snapshot.timers.map(\.remaining) == [7])
        timeline.runner.tearDown()
        #expect(timeline.runner.count == 0 && !timeline.loop.isAlive)
    }

    @Test("With the system clock frames and timers come in real time")
    func systemClock() throws {
        let loop = try EventLoop(clock: SystemClock(), profile: .browser, poller: Poller())
        let runner = ClosureRunner(loop: loop)
        var order: [String] = []
        runner.animationFrame { order.append("frame") }
        runner.pageTimer(40) { order.append("timer") }
        runner.task(.postedMessage) { order.append("task") }
        let start = loop.clock.now()
        #expect(loop.run() == .idle)
        #expect(order == ["task", "frame", "timer"])
        #expect(loop.clock.now() - start >= 40_000_000)
    }

    @Test("Turns of a prompt serve a page")
    func promptTurns() throws {
        let timeline = try Timeline(.browser)
        timeline.showsTime = true
        timeline.task("A")
        timeline.timeout("B", 5)
        timeline.frame("C")
        #expect(timeline.loop.hasReadyWork)
        #expect(timeline.loop.advance(to: 10_000_000) == .alive)
        #expect(timeline.text == "task A@0 | timer B@5")
        #expect(!timeline.loop.hasReadyWork)
        #expect(timeline.loop.advance(to: 20_000_000) == .idle)
        #expect(timeline.text == "task A@0 | timer B@5 | frame C@16")
    }

    @Test("A loop of the Node profile has no page")
    func wrongProfile() async {
        await #expect(processExitsWith: .failure) {
            _ = try EventLoop(clock: VirtualClock()).requestAnimationFrame(0)
        }
    }
}
