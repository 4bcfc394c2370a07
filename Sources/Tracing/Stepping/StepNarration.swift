// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// The steps of a run as text, one line each: for screen readers, for pipes, for `grep`.
public struct StepNarration {
    private let model: StepModel
    private let words: StepWords

    /// Tells a run.
    public init(_ trace: Trace) {
        model = StepModel(trace)
        words = StepWords(model.index)
    }

    /// How many steps there are.
    public var count: Int { model.stopCount }

    /// The number of the first step behind so many events, from 1.
    public func firstStep(behind count: Int) -> Int {
        model.stops.number(at: count) + 1
    }

    /// Tells some steps, counted from 1, each as a line that is safe to print.
    ///
    /// A step that is not there is left out.
    public func tell(_ steps: ClosedRange<Int>, to write: (String) -> Void) {
        var cursor = TraceCursor(model.trace)
        var console = ConsoleText(keeping: Self.shownLines)
        let (first, last) = (max(1, steps.lowerBound), min(count, steps.upperBound))
        if first > last { return }
        for number in first...last {
            let target = model.stops.positions[number - 1]
            for event in model.trace.events[cursor.position..<target] { console.append(event, of: model.trace) }
            cursor.move(to: target)
            write(line(number, cursor.state, console) + "\n")
        }
    }

    private func line(_ number: Int, _ state: TraceState, _ console: ConsoleText) -> String {
        let event = model.trace.events[state.eventIndex]
        var head = "step \(number) of \(count)"
        if state.threads.count > 1 { head += ", \(words.thread(event.thread))" }
        if event.kind == .statement, let place = model.trace.position(of: event) {
            head += ", \(place.file == model.trace.sources.first?.file ? "" : place.shortFile + " ")line \(place.line)"
            head += ": \(model.sources.text(at: place).map { shortened(statement(String($0))) } ?? "")"
        } else {
            head += ": \(shortened(words.sentence(at: state.eventIndex)))"
        }
        var parts = [head]
        if let thread = state.thread(event.thread) {
            if event.time > 0 { parts[0] += "; at \(TraceListing.milliseconds(event.time))" }
            parts += stack(thread) + queues(thread)
        }
        if console.total > 0 { parts.append("output so far: " + output(console)) }
        return TerminalText.escaped(parts.joined(separator: "; ").replacing("\n", with: "\\n"))
    }

    private func stack(_ thread: TraceState.Thread) -> [String] {
        var parts: [String] = []
        if let frame = thread.frames.last {
            let names = thread.frames.reversed().map { words.function(of: $0, on: thread) }
            parts.append("in: " + list(names, separator: ", called by "))
            if !frame.variables.isEmpty {
                parts.append("variables: " + list(frame.variables.map { shortened(words.variable($0)) }))
            }
        }
        if let running = thread.running.last, running.kind != .script {
            parts.append("running: \(StepWords.name(running.kind)) \(words.label(running.callback))")
        }
        return parts
    }

    private func queues(_ thread: TraceState.Thread) -> [String] {
        func part(_ name: String, _ waiting: [TraceState.Waiting]) -> String? {
            if waiting.isEmpty { return nil }
            return "\(name): " + list(waiting.prefix(Self.shownEntries).map(label), of: waiting.count)
        }
        func label(_ waiting: TraceState.Waiting) -> String {
            waiting.kind == .timer ? words.timer(waiting, at: thread.time) : words.label(waiting.callback)
        }
        return [
            part("ticks", thread.ticks), part("microtasks", thread.microtasks), part("tasks", thread.tasks),
            part("timers", thread.timers), part("poll", thread.poll), part("check", thread.check),
            part("close", thread.close), part("host work", thread.pending),
        ].compactMap(\.self)
    }

    private func output(_ console: ConsoleText) -> String {
        let lines = console.lines.map { shortened($0.text) + ($0.isError ? " (standard error)" : "") }
        if console.total <= lines.count { return lines.joined(separator: ", ") }
        return "\(console.total) lines, the last ones: " + lines.joined(separator: ", ")
    }

    private func list(_ names: [String], separator: String = ", ", of count: Int? = nil) -> String {
        let rest = (count ?? names.count) - Self.shownEntries
        let shown = names.prefix(Self.shownEntries).joined(separator: separator)
        return rest > 0 ? "\(shown) and \(rest) more" : shown
    }

    // Parts of a step are separated by semicolons; the statement's own would stand there twice.
    private func statement(_ text: String) -> String {
        var text = text
        while text.last == ";" || text.last == " " { text.removeLast() }
        return text
    }

    private func shortened(_ text: String) -> String {
        let short = text.unicodeScalars.prefix(Self.shownScalars)
        return short.endIndex == text.unicodeScalars.endIndex ? text : String(Substring(short)) + "..."
    }

    /// How many entries of a list are named, and lines of the output.
    private static let shownEntries = 8
    private static let shownLines = 5
    private static let shownScalars = 160
}

extension Trace {
    /// Where the program did not end by itself, a sentence that says so; else empty.
    public var cutNote: String {
        guard let end = events.last(where: { $0.kind == .programEnded && $0.thread == 0 }) else { return "" }
        switch text(of: end) {
        case "": return ""
        case "event limit":
            let count = events.count
            return "The recording ends here: \(count) events. looplab step --events N sets another limit."
        case let reason: return "The recording ends here; the program was stopped: \(reason)."
        }
    }
}
