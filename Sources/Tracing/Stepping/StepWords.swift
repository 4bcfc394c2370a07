// SPDX-License-Identifier: MIT
internal import Scheduling

/// What the step view calls things, in its full screen as in its plain form.
struct StepWords {
    let trace: Trace
    let index: TraceIndex

    init(_ index: TraceIndex) {
        self.index = index
        trace = index.trace
    }

    /// A callback by its API and place, as "then@2:19".
    func label(_ callback: UInt64) -> String {
        index.record(of: callback).map(index.label(of:)) ?? "a callback"
    }

    /// What a callback is.
    static func name(_ kind: CallbackKind) -> String {
        switch kind {
        case .script: "script"
        case .tick: "tick"
        case .microtask: "microtask"
        case .timer: "timer"
        case .immediate: "immediate"
        case .poll: "completion"
        case .close: "close callback"
        case .idle: "idle callback"
        case .task: "task"
        case .animationFrame: "frame callback"
        }
    }

    /// The queue that a callback of a kind waits in, as part of a sentence.
    static func queue(_ kind: CallbackKind) -> String {
        switch kind {
        case .script: "the scripts"
        case .tick: "the ticks"
        case .microtask: "the microtasks"
        case .timer: "the timers"
        case .immediate: "the check phase"
        case .poll: "the poll phase"
        case .close: "the close phase"
        case .idle: "what waits for idle time"
        case .task: "the tasks"
        case .animationFrame: "what waits for the next frame"
        }
    }

    /// Where in the turn a thread is: "main script", "checkpoint", "timers phase".
    static func phase(of thread: TraceState.Thread, after event: TraceEvent?) -> String {
        if thread.hasEnded { return "ended" }
        switch thread.running.last?.kind {
        case .tick?, .microtask?: return "checkpoint"
        case .script? where thread.turn == 0: return "main script"
        case .script?: return "script"
        case nil where event?.kind == .threadStarted: return "start"
        case nil where event?.kind == .checkpointEntered: return "checkpoint"
        case nil where event?.kind == .loopEmptied || event?.kind == .programEnded: return "end"
        case nil where thread.turn == 0 && thread.phase == .script: return "checkpoint"
        default: return phase(thread.phase)
        }
    }

    static func phase(_ phase: TracePhase) -> String {
        switch phase {
        case .script: "between phases"
        case .timers: "timers phase"
        case .poll: "poll phase"
        case .check: "check phase"
        case .close: "close phase"
        case .task: "task"
        case .rendering: "rendering"
        }
    }

    /// How long a timer waits and what for: "+12 ms setTimeout@3:1", "due setTimeout@1:1".
    func timer(_ timer: TraceState.Waiting, at time: UInt64) -> String {
        let event = trace.events[timer.eventIndex]
        let wait = timer.due > time ? "+\((timer.due - time + 999_999) / 1_000_000) ms" : "due"
        let isRepeating = event.kind == .timerSet && event.value & TraceEvent.repeating != 0
        let every = isRepeating ? " every \(event.value & (TraceEvent.repeating - 1)) ms" : ""
        return "\(wait)\(every) \(label(timer.callback))"
    }

    /// A frame's function, by its name; the outermost one of a script has none and is the script itself.
    func function(of frame: TraceState.Frame, on thread: TraceState.Thread) -> String {
        let name = trace.text(frame.function)
        if !name.isEmpty { return name }
        let isScript = thread.running.last?.kind == .script && thread.frames.first?.id == frame.id
        return isScript ? "(script)" : "(anonymous)"
    }

    /// A place, with the file's name where it is another than the program's own.
    func place(_ position: SourcePosition) -> String {
        position.file == trace.sources.first?.file ? "\(position.line):\(position.column)" : position.description
    }

    func variable(_ variable: TraceState.Variable) -> String {
        "\(trace.text(variable.name)) = \(trace.text(variable.value))"
    }

    /// The name of a thread: "main thread" or its number and program.
    func thread(_ number: UInt16) -> String {
        if number == 0 { return "main thread" }
        let start = trace.events.first { $0.kind == .threadStarted && $0.thread == number }
        let program = start.map(trace.text(of:)) ?? ""
        return program.isEmpty ? "thread \(number)" : "thread \(number), \(program)"
    }
}
