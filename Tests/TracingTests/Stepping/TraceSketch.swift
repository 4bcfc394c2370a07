// SPDX-License-Identifier: MIT
import Scheduling

@testable import Tracing

/// Writes a trace by hand: each call is an event, and texts and places get their numbers by themselves.
struct TraceSketch {
    private(set) var trace: Trace
    /// The thread of the events that follow.
    var thread: UInt16 = 0
    /// Their part of the turn.
    var phase = TracePhase.script
    /// Their time, in nanoseconds.
    var time: UInt64 = 0
    private var file: String
    /// The start of the callback that runs, on each thread.
    private var starts: [UInt16: [UInt64]] = [:]
    private var queued: [UInt64: UInt64] = [:]

    init(_ file: String, _ source: String, level: TraceLevel = .steps, profile: LoopProfile = .node) {
        self.file = file
        trace = Trace(
            header: .init(version: "test", program: file, profile: profile, level: level),
            sources: [.init(file: file, text: source)])
    }

    @discardableResult
    mutating func add(
        _ kind: TraceEvent.Kind, _ subject: UInt64 = 0, value: UInt64 = 0, text: String = "",
        at place: (Int, Int)? = nil, cause: UInt64? = nil
    ) -> UInt64 {
        let sequence = UInt64(trace.events.count + 1)
        trace.events.append(
            TraceEvent(
                sequence: sequence, time: time, kind: kind, thread: thread, phase: phase,
                cause: cause ?? starts[thread]?.last ?? (sequence > 1 ? 1 : 0), subject: subject, value: value,
                text: number(of: text), place: number(of: place)))
        return sequence
    }

    /// A callback runs; the body adds what happens in it.
    mutating func run(_ callback: UInt64, _ kind: CallbackKind, _ body: (inout TraceSketch) -> Void) {
        let start = add(.started, callback, value: UInt64(kind.rawValue), cause: queued[callback] ?? 1)
        starts[thread, default: []].append(start)
        body(&self)
        add(.ended, callback)
        starts[thread]?.removeLast()
    }

    /// A callback joins its queue.
    mutating func queue(_ callback: UInt64, _ kind: CallbackKind, _ api: String, at place: (Int, Int)? = nil) {
        queued[callback] = add(.queued, callback, value: UInt64(kind.rawValue), text: api, at: place)
    }

    /// A timer is set.
    mutating func timer(_ callback: UInt64, _ delay: UInt64, at place: (Int, Int)? = nil) {
        queued[callback] = add(.timerSet, callback, value: delay, text: "setTimeout", at: place)
    }

    /// A function runs from its entry to its end, or to where it waits.
    mutating func frame(_ id: UInt64, _ name: String, waits: Bool = false, _ body: (inout TraceSketch) -> Void) {
        add(.frameEntered, id, text: name)
        body(&self)
        add(.frameLeft, id, value: waits ? 1 : 0)
    }

    mutating func statement(_ frame: UInt64, _ line: Int, _ column: Int) {
        add(.statement, frame, value: 1, at: (line, column))
    }

    mutating func variable(_ frame: UInt64, _ name: String, _ value: String) {
        let number = number(of: value)
        add(.variable, frame, value: UInt64(number), text: name)
    }

    private mutating func number(of text: String) -> UInt32 {
        if let known = trace.texts.firstIndex(of: text) { return UInt32(known) }
        trace.texts.append(text)
        return UInt32(trace.texts.count - 1)
    }

    private mutating func number(of place: (Int, Int)?) -> UInt32 {
        guard let place else { return 0 }
        let position = SourcePosition(file: file, line: place.0, column: place.1)
        if let known = trace.places.firstIndex(of: position) { return UInt32(known + 1) }
        trace.places.append(position)
        return UInt32(trace.places.count)
    }
}

extension Trace {
    /// Two chains and a timer, with statements.
    static let chains: Trace = {
        let source = """
            const say = s => () => console.log(s)
            Promise.resolve().then(say('a')).then(say('b'))
            Promise.resolve().then(say('c'))
            setTimeout(function late() {
              const x = 1
              console.log('t')
            }, 10)

            """
        var sketch = TraceSketch("chains.js", source)
        sketch.add(.threadStarted, text: "chains.js")
        sketch.run(1, .script) { $0.frame(1, "(main)", Self.chainsScript) }
        sketch.add(.checkpointEntered, cause: 2)
        sketch.run(2, .microtask) { sketch in
            Self.say(&sketch, frame: 4, "a")
            sketch.queue(5, .microtask, "then", at: (2, 34))
        }
        sketch.run(3, .microtask) { Self.say(&$0, frame: 5, "c") }
        sketch.run(5, .microtask) { Self.say(&$0, frame: 6, "b") }
        sketch.add(.turnStarted, value: 1, cause: 1)
        sketch.time = 10_000_000
        sketch.add(.clockJumped, value: 0, cause: 1)
        sketch.phase = .timers
        sketch.add(.phaseEntered, cause: 1)
        sketch.run(4, .timer) { sketch in
            sketch.frame(7, "late") { sketch in
                sketch.statement(7, 5, 9)
                sketch.variable(7, "x", "1")
                sketch.statement(7, 6, 3)
                sketch.add(.output, 4, value: 1, text: "t\n", at: (6, 11))
            }
        }
        sketch.add(.loopEmptied, cause: 1)
        sketch.add(.programEnded, cause: 1)
        sketch.add(.threadEnded, cause: 1)
        return sketch.trace
    }()

    private static func chainsScript(_ sketch: inout TraceSketch) {
        sketch.statement(1, 1, 1)
        sketch.variable(1, "say", "[Function: say]")
        for (line, frame, callback, letter) in [(2, 2, 2, "a"), (3, 3, 3, "c")] as [(Int, UInt64, UInt64, String)] {
            sketch.statement(1, line, 1)
            sketch.frame(frame, "say") { sketch in
                sketch.variable(frame, "s", "'\(letter)'")
                sketch.statement(frame, 1, 18)
            }
            sketch.queue(callback, .microtask, "then", at: (line, 19))
        }
        sketch.statement(1, 4, 1)
        sketch.timer(4, 10, at: (4, 1))
    }

    private static func say(_ sketch: inout TraceSketch, frame: UInt64, _ text: String) {
        sketch.frame(frame, "") { sketch in
            sketch.statement(frame, 1, 24)
            sketch.add(.output, value: 1, text: text + "\n", at: (1, 32))
        }
    }

    /// An async function that waits twice between the statements of its caller and of another microtask.
    static let awaiting: Trace = {
        let source = """
            async function load() {
              await first()
              await second()
              return 1
            }
            load()
            queueMicrotask(console.log)
            done()

            """
        var sketch = TraceSketch("awaiting.js", source)
        sketch.add(.threadStarted, text: "awaiting.js")
        sketch.run(1, .script) { sketch in
            sketch.frame(1, "(main)") { sketch in
                sketch.statement(1, 6, 1)
                sketch.frame(2, "load", waits: true) { $0.statement(2, 2, 3) }
                sketch.queue(2, .microtask, "await", at: (2, 3))
                sketch.statement(1, 7, 1)
                sketch.queue(3, .microtask, "queueMicrotask", at: (7, 1))
                sketch.statement(1, 8, 1)
            }
        }
        sketch.add(.checkpointEntered, cause: 2)
        sketch.run(2, .microtask) { sketch in
            sketch.frame(2, "load", waits: true) { $0.statement(2, 3, 3) }
            sketch.queue(4, .microtask, "await", at: (3, 3))
        }
        sketch.run(3, .microtask) { $0.add(.output, 1, value: 1, text: "\n") }
        sketch.run(4, .microtask) { $0.frame(2, "load") { $0.statement(2, 4, 3) } }
        sketch.add(.threadEnded, cause: 1)
        return sketch.trace
    }()

    /// The same program as a recording without statements tells it.
    static let queuesOnly: Trace = {
        var trace = Trace.chains
        trace.header.level = .queues
        trace.events.removeAll { $0.kind.isOfStatements }
        return trace
    }()

    /// Two threads that take turns.
    static let threads: Trace = {
        var sketch = TraceSketch("main.js", "new Worker('w.js')\nwork()\nmore()\n")
        sketch.add(.threadStarted, text: "main.js")
        sketch.run(1, .script) { $0.frame(1, "(main)") { $0.statement(1, 1, 1) } }
        sketch.thread = 1
        sketch.add(.threadStarted, text: "w.js", cause: 3)
        sketch.run(1 << 48 | 1, .script) { $0.frame(2, "(worker)") { $0.statement(2, 2, 1) } }
        sketch.thread = 0
        sketch.run(2, .poll) { sketch in
            sketch.frame(3, "onmessage") { sketch in
                sketch.statement(3, 3, 1)
                sketch.add(.output, 1, value: 2, text: "main\n")
            }
        }
        sketch.thread = 1
        sketch.add(.threadEnded, 1, cause: 3)
        sketch.thread = 0
        sketch.add(.threadEnded)
        return sketch.trace
    }()
}
