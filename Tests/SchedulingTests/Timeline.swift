// SPDX-License-Identifier: MIT
import Scheduling
import Testing

/// An error that a test's callback throws on purpose.
struct Deliberate: Error {}

/// A program of labelled closures on a loop, which writes down what runs as one line of text.
///
/// The line groups neighbours of one kind: `sync A | tick B | micro C D | timer E`.
final class Timeline {
    let loop: EventLoop
    let runner: ClosureRunner
    private(set) var entries: [(kind: String, label: String)] = []
    /// Whether labels carry the time in milliseconds: `timer A@10`.
    var showsTime = false

    init(
        _ profile: LoopProfile = .node, seed: UInt64 = 0, replaying choices: [Int] = [], poller: Poller? = nil
    ) throws {
        loop = try EventLoop(
            clock: VirtualClock(), profile: profile, poller: poller,
            policy: ChoicePolicy(ChoicePlan(choices: choices, seed: seed)))
        runner = ClosureRunner(loop: loop)
    }

    var text: String {
        var groups: [(kind: String, labels: [String])] = []
        for entry in entries {
            if groups.last?.kind == entry.kind {
                groups[groups.count - 1].labels.append(entry.label)
            } else {
                groups.append((entry.kind, [entry.label]))
            }
        }
        return groups.map { "\($0.kind) \($0.labels.joined(separator: " "))" }.joined(separator: " | ")
    }

    /// The loop's time in milliseconds.
    var now: UInt64 { loop.clock.now() / 1_000_000 }

    func mark(_ kind: String, _ label: String) {
        entries.append((kind, showsTime ? "\(label)@\(now)" : label))
    }

    /// Runs a main script with its checkpoint, and then the loop.
    @discardableResult
    func main(_ body: @escaping (Timeline) throws -> Void) -> RunResult {
        runner.script { try body(self) }
        loop.runCheckpoint()
        return loop.run()
    }

    func sync(_ label: String) { mark("sync", label) }

    func busy(_ milliseconds: UInt64) { loop.clock.charge(nanoseconds: milliseconds * 1_000_000) }

    func tick(_ label: String, _ body: @escaping () throws -> Void = {}) {
        runner.tick { try self.run("tick", label, body) }
    }

    func micro(_ label: String, _ body: @escaping () throws -> Void = {}) {
        runner.microtask { try self.run("micro", label, body) }
    }

    @discardableResult
    func timer(
        _ label: String, after delay: Double, isRepeating: Bool = false, isReferenced: Bool = true,
        _ body: @escaping () throws -> Void = {}
    ) -> TimerID {
        runner.timer(after: delay, isRepeating: isRepeating, isReferenced: isReferenced) {
            try self.run("timer", label, body)
        }
    }

    @discardableResult
    func immediate(
        _ label: String, isReferenced: Bool = true, _ body: @escaping () throws -> Void = {}
    ) -> ImmediateID {
        runner.immediate(isReferenced: isReferenced) { try self.run("imm", label, body) }
    }

    func poll(_ label: String, _ body: @escaping () throws -> Void = {}) {
        runner.poll { try self.run("poll", label, body) }
    }

    @discardableResult
    func completion(_ label: String, at milliseconds: UInt64, _ body: @escaping () throws -> Void = {}) -> UInt64 {
        runner.completion(at: milliseconds * 1_000_000) { try self.run("poll", label, body) }
    }

    func close(_ label: String, _ body: @escaping () throws -> Void = {}) {
        runner.close { try self.run("close", label, body) }
    }

    /// Runs a page's script as a task, and then the loop.
    @discardableResult
    func page(_ body: @escaping (Timeline) throws -> Void) -> RunResult {
        runner.scriptTask { try body(self) }
        return loop.run()
    }

    func task(_ label: String, _ source: TaskSource = .postedMessage, _ body: @escaping () throws -> Void = {}) {
        runner.task(source) { try self.run("task", label, body) }
    }

    @discardableResult
    func timeout(
        _ label: String, _ milliseconds: Int32, isRepeating: Bool = false, _ body: @escaping () throws -> Void = {}
    ) -> UInt32 {
        runner.pageTimer(milliseconds, isRepeating: isRepeating) { try self.run("timer", label, body) }
    }

    @discardableResult
    func frame(_ label: String, _ body: @escaping () throws -> Void = {}) -> UInt32 {
        runner.animationFrame { try self.run("frame", label, body) }
    }

    @discardableResult
    func idle(_ label: String, timeout: UInt64? = nil, _ body: @escaping () throws -> Void = {}) -> UInt32 {
        runner.idle(timeout: timeout) { try self.run("idle", label, body) }
    }

    private func run(_ kind: String, _ label: String, _ body: () throws -> Void) rethrows {
        mark(kind, label)
        try body()
    }
}

/// One row of a table: a program and the line it must leave.
struct TimelineCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let expected: String
    let program: @Sendable (Timeline) throws -> Void

    init(_ name: String, _ expected: String, _ program: @escaping @Sendable (Timeline) throws -> Void) {
        testDescription = name
        self.expected = expected
        self.program = program
    }
}

/// Hears every event of a loop and keeps those a test asks about.
final class EventLog: LoopObserver {
    private(set) var events: [LoopEvent] = []

    func observe(_ event: LoopEvent) { events.append(event) }
}
