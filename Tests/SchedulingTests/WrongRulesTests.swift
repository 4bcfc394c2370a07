// SPDX-License-Identifier: MIT
import Scheduling
import Testing

/// What each wrong rule of the loop changes, as the line that a program leaves.
@Suite("Wrong rules")
struct WrongRulesTests {
    /// One row of a table: a program, the right line, and the wrong one.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let rules: WrongRules
        let right: String
        let wrong: String
        let program: @Sendable (Timeline) -> Void

        init(
            _ name: String, _ rules: WrongRules, _ right: String, _ wrong: String,
            _ program: @escaping @Sendable (Timeline) -> Void
        ) {
            testDescription = name
            self.rules = rules
            self.right = right
            self.wrong = wrong
            self.program = program
        }
    }

    static let node: [Case] = [
        Case(
            "all tasks of a turn before the microtasks", .tasksBeforeMicrotasks,
            "micro A | timer B | micro C | timer D | imm E", "timer B D | imm E | micro A C"
        ) { t in
            t.micro("A")
            t.timer("B", after: 0) { t.micro("C") }
            t.timer("D", after: 0)
            t.immediate("E")
        },
        Case(
            "microtasks do not wait for time to pass", .tasksBeforeMicrotasks,
            "micro A B | timer C", "micro A B | timer C"
        ) { t in
            t.micro("A") { t.micro("B") }
            t.timer("C", after: 2)
        },
        Case(
            "one microtask after each task", .oneMicrotaskPerTask,
            "micro A B C | timer D | imm E", "micro A | timer D | micro B | imm E | micro C"
        ) { t in
            for label in ["A", "B", "C"] { t.micro(label) }
            t.timer("D", after: 0)
            t.immediate("E")
        },
        Case(
            "one microtask, and ticks as ever", .oneMicrotaskPerTask,
            "tick A | micro B C | tick D", "tick A | micro B | tick D | micro C"
        ) { t in
            t.tick("A")
            t.micro("B") { t.tick("D") }
            t.micro("C")
        },
        Case(
            "ticks after microtasks", .ticksAfterMicrotasks,
            "tick A B | micro C E D", "micro C D | tick A B | micro E"
        ) { t in
            t.tick("A") { t.micro("E") }
            t.micro("C") { t.micro("D") }
            t.tick("B")
        },
        Case(
            "followers before the others", .followersFirst,
            "micro A B C D E", "micro A C D E B"
        ) { t in
            t.micro("A") {
                for label in ["C", "D"] {
                    t.micro(label) {
                        guard label == "D" else { return }
                        t.micro("E")
                        t.loop.noteFollower()
                    }
                    t.loop.noteFollower()
                }
            }
            t.micro("B")
        },
        Case(
            "timers in the order in which they were armed", .timersInOrderArmed,
            "timer B C A", "timer A B C"
        ) { t in
            t.timer("A", after: 30)
            t.timer("B", after: 10)
            t.timer("C", after: 20)
        },
    ]

    @Test(arguments: node)
    func theLoop(_ row: Case) throws {
        #expect(try line(row, []) == row.right)
        #expect(try line(row, row.rules) == row.wrong)
    }

    static let page: [Case] = [
        Case(
            "all tasks that are ready before the microtasks", .tasksBeforeMicrotasks,
            "micro A | task B | micro C | timer D", "task B | timer D | micro A C"
        ) { t in
            t.micro("A")
            t.task("B") { t.micro("C") }
            t.timeout("D", 0)
        },
        Case(
            "one microtask after each task", .oneMicrotaskPerTask,
            "micro A B C | timer D", "micro A | timer D | micro B C"
        ) { t in
            for label in ["A", "B", "C"] { t.micro(label) }
            t.timeout("D", 0)
        },
        Case(
            "timers in the order in which they were armed", .timersInOrderArmed,
            "timer B A", "timer A B"
        ) { t in
            t.timeout("A", 30)
            t.timeout("B", 10)
        },
    ]

    @Test(arguments: page)
    func aPage(_ row: Case) throws {
        #expect(try line(row, [], .browser) == row.right)
        #expect(try line(row, row.rules, .browser) == row.wrong)
    }

    /// A callback that serves the loop finds it as it was, less what ran meanwhile.
    @Test func aCallbackMayWait() throws {
        let timeline = try Timeline()
        timeline.loop.wrongRules = .callbacksMayWait
        let result = timeline.main { t in
            t.micro("A")
            t.timer("C", after: 10)
            t.timer("B", after: 5) {
                #expect(t.loop.serveInside { t.entries.contains { $0.label == "D" } })
                t.sync("E")
            }
            t.timer("D", after: 20)
            t.timer("F", after: 30)
        }
        #expect(timeline.text == "micro A | timer B C D | sync E | timer F")
        #expect(result == .idle)
        timeline.runner.tearDown()
    }

    @Test func aCallbackDoesNotWaitForWhatNeverComes() throws {
        let timeline = try Timeline()
        timeline.loop.wrongRules = .callbacksMayWait
        timeline.main { t in
            t.micro("A") {
                t.tick("B")
                #expect(!t.loop.serveInside { false })
                t.sync("D")
            }
            t.immediate("C")
        }
        #expect(timeline.text == "micro A | tick B | imm C | sync D")
        timeline.runner.tearDown()
    }

    private func line(_ row: Case, _ rules: WrongRules, _ profile: LoopProfile = .node) throws -> String {
        let timeline = try Timeline(profile, replaying: [0])
        timeline.loop.wrongRules = rules
        if profile == .node { timeline.main(row.program) } else { timeline.page(row.program) }
        timeline.runner.tearDown()
        return timeline.text
    }
}
