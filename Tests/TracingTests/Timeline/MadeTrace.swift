// SPDX-License-Identifier: MIT
import Scheduling
import Tracing

/// A trace that a test writes down event by event.
struct MadeTrace {
    /// The time of what comes next, in nanoseconds.
    var time: UInt64 = 0
    /// The thread of what comes next.
    var thread: UInt16 = 0 { didSet { if starts[thread] == nil { begin() } } }
    private(set) var trace = Trace(header: .init(version: "0", program: "made.js"))
    private var lastCallback: UInt64 = 0
    private var turn: UInt64 = 0
    private var phase = TracePhase.script
    private var starts: [UInt16: UInt64] = [:]
    private var running: UInt64 = 0

    /// Begins with the main thread.
    init() {
        begin()
    }

    private mutating func begin() {
        starts[thread] = add(.threadStarted, cause: 0)
    }

    /// Adds an event and gives its sequence number.
    @discardableResult
    mutating func add(
        _ kind: TraceEvent.Kind, cause: UInt64, subject: UInt64 = 0, value: UInt64 = 0, text: String = ""
    ) -> UInt64 {
        let sequence = UInt64(trace.events.count + 1)
        var number: UInt32 = 0
        if !text.isEmpty {
            trace.texts.append(text)
            number = UInt32(trace.texts.count - 1)
        }
        trace.events.append(
            TraceEvent(
                sequence: sequence, time: time, kind: kind, thread: thread, phase: phase, cause: cause,
                subject: subject, value: value, text: number))
        return sequence
    }

    /// Lets a callback wait, asked for by what runs, and gives its name.
    mutating func ask(_ kind: CallbackKind, _ api: String) -> UInt64 {
        lastCallback += 1
        let callback = TraceEvent.callback(lastCallback, thread: thread)
        let value = kind == .timer ? 1 : UInt64(kind.rawValue)
        add(kind == .timer ? .timerSet : .queued, cause: running, subject: callback, value: value, text: api)
        return callback
    }

    /// Runs a callback, or a new one.
    mutating func run(
        _ kind: CallbackKind, _ callback: UInt64? = nil, phase: TracePhase = .script,
        _ body: (inout MadeTrace) -> Void = { _ in }
    ) {
        self.phase = .script
        if phase != .script {
            turn += 1
            add(.turnStarted, cause: 1, value: turn)
            self.phase = phase
        }
        if callback == nil { lastCallback += 1 }
        let name = callback ?? TraceEvent.callback(lastCallback, thread: thread)
        let cause = trace.events.last { $0.subject == name && $0.kind != .threadStarted }?.sequence
        let start = add(.started, cause: cause ?? starts[thread] ?? 1, subject: name, value: UInt64(kind.rawValue))
        running = start
        body(&self)
        add(.ended, cause: start, subject: name)
    }

    /// Prints.
    mutating func print(_ text: String, stream: UInt64 = 1) {
        add(.output, cause: running, value: stream, text: text + "\n")
    }

    /// Adds an event that only has a text.
    mutating func note(_ kind: TraceEvent.Kind, _ text: String) {
        add(kind, cause: running, text: text)
    }

    /// A script and so many promise jobs that print.
    static func jobs(_ count: Int) -> Trace {
        var made = MadeTrace()
        made.run(.script)
        for number in 1...count {
            made.run(.microtask) { made in made.print("number \(number)") }
        }
        return made.trace
    }

    /// Threads that each print long lines of wide and marked characters and of control characters.
    static func threads(_ count: UInt16) -> Trace {
        var made = MadeTrace()
        for thread in 0..<count {
            made.thread = thread
            made.time = UInt64(thread) * 86_400_000_000_000 + 1_500
            made.run(.script) { made in
                made.print(String(repeating: "日本e\u{301}\t\u{1b}[2J", count: 40))
                made.note(.rejectionUnhandled, String(repeating: "ü", count: 300))
                made.run(.microtask) { made in made.print("") }
            }
            made.note(.dropped, "")
        }
        return made.trace
    }
}
