// SPDX-License-Identifier: MIT
internal import Scheduling

/// The queues of a thread: ticks, microtasks, and the phases in the order in which they are served.
struct StepQueuePanes {
    /// One queue.
    struct Pane {
        /// Its name and how much waits.
        var title: String
        /// What runs from it and what waits, next first.
        var entries: [StepRow]
        /// How many entries are not among those.
        var rest = 0

        func rows(height: Int, _ symbols: StepSymbols) -> [StepRow] {
            if entries.isEmpty { return [StepRow("  " + symbols.nothing, .dim)] }
            if entries.count + rest <= height { return entries }
            let shown = entries.prefix(max(1, height - 1))
            let hidden = entries.count + rest - shown.count
            if height < 2 {
                return [StepRow(parts: shown[0].parts.map { ($0.text, $0.style) } + [("  +\(hidden)", .dim)])]
            }
            return shown + [StepRow("    and \(hidden) more (d shows all)", .dim)]
        }
    }

    private let model: StepModel
    private let words: StepWords
    private let symbols: StepSymbols
    private let thread: TraceState.Thread
    private let limit: Int

    /// Looks at the thread that is shown; of each queue so many entries at most.
    init(_ model: StepModel, _ words: StepWords, _ symbols: StepSymbols, limit: Int = 60) {
        self.model = model
        self.words = words
        self.symbols = symbols
        self.limit = limit
        thread = model.thread ?? TraceState.Thread(number: model.shownThread)
    }

    /// The ticks.
    var ticks: Pane { pane("ticks", thread.ticks, [.tick]) }
    /// The microtasks.
    var microtasks: Pane { pane("microtasks", thread.microtasks, [.microtask]) }

    /// The queues that hold something, each as its name and what waits, the ones served first before the others.
    var facts: [(name: String, text: String)] {
        let sections = [("ticks", thread.ticks, [.tick]), ("micro", thread.microtasks, [.microtask])] + phaseSections
        return sections.compactMap { name, waiting, kinds in
            let entries = entries(waiting, kinds).map(\.text)
            return entries.isEmpty ? nil : (name, entries.joined(separator: " \(symbols.dot) "))
        }
    }

    /// The phases' name, with the one that is served now.
    var phasesTitle: String { model.trace.header.profile == .browser ? "the page's queues" : "phases" }

    /// One row for each phase, or where there is room one for each entry.
    func phases(height: Int, width: Int) -> [StepRow] {
        let sections = phaseSections.map { name, waiting, kinds in
            (name, entries(waiting, kinds), max(0, waiting.count - limit))
        }
        let nameWidth = 1 + (sections.map { $0.0.count }.max() ?? 0)
        let isRoomy = sections.reduce(0) { $0 + max(1, $1.1.count + min(1, $1.2)) } <= height
        var rows: [StepRow] = []
        for (name, entries, rest) in sections {
            let head = "  " + name + String(repeating: " ", count: nameWidth - name.count)
            if entries.isEmpty {
                rows.append(StepRow(head + symbols.nothing, .dim))
            } else if isRoomy {
                let blank = String(repeating: " ", count: head.count)
                for (offset, entry) in entries.enumerated() {
                    rows.append(StepRow(parts: [(offset == 0 ? head : blank, .dim), (entry.text, entry.style)]))
                }
                if rest > 0 { rows.append(StepRow(blank + "and \(rest) more", .dim)) }
            } else {
                let separator = (text: " \(symbols.dot) ", style: StepStyle.dim)
                let parts = entries.map { [(text: $0.text, style: $0.style)] }.joined(separator: [separator])
                let more = rest > 0 ? [(text: " +\(rest)", style: StepStyle.dim)] : []
                rows.append(StepRow(parts: ([(text: head, style: .dim)] + parts + more).map { ($0.text, $0.style) }))
            }
        }
        return rows
    }

    // MARK: - Inside

    private typealias Section = (String, [TraceState.Waiting], [CallbackKind])

    private var phaseSections: [Section] {
        func tasks(_ kind: CallbackKind) -> [TraceState.Waiting] { thread.tasks.filter { $0.kind == kind } }
        if model.trace.header.profile == .browser {
            return [
                ("tasks", tasks(.task) + thread.poll, [.task, .poll]), ("timers", thread.timers, [.timer]),
                ("frame", tasks(.animationFrame), [.animationFrame]), ("idle", tasks(.idle), [.idle]),
                ("host", thread.pending, []),
            ]
        }
        return [
            ("timers", thread.timers, [.timer]), ("poll", thread.poll, [.poll]), ("check", thread.check, [.immediate]),
            ("close", thread.close.reversed(), [.close]), ("host", thread.pending, []),
        ]
    }

    private func pane(_ name: String, _ waiting: [TraceState.Waiting], _ kinds: [CallbackKind]) -> Pane {
        let rows = entries(waiting, kinds).map { entry in
            let indent = entry.style == .current ? "" : "  "
            return StepRow(parts: [(indent + entry.text, entry.style), (entry.snippet, .dim)])
        }
        let count = waiting.isEmpty ? "" : ": \(waiting.count) wait\(waiting.count == 1 ? "s" : "")"
        return Pane(title: name + count, entries: rows, rest: max(0, waiting.count - limit))
    }

    private func entries(
        _ waiting: [TraceState.Waiting], _ kinds: [CallbackKind]
    ) -> [(text: String, style: StepStyle, snippet: String)] {
        let running = thread.running.filter { kinds.contains($0.kind) }.map { callback in
            (
                text: "\(symbols.current) \(words.label(callback.callback)) runs", style: StepStyle.current,
                snippet: snippet(callback)
            )
        }
        return running
            + waiting.prefix(limit).map { waiting in
                let label =
                    waiting.kind == .timer ? words.timer(waiting, at: thread.time) : words.label(waiting.callback)
                return (text: label, style: .plain, snippet: snippet(waiting))
            }
    }

    // The place in the label says where; what stands there says what.
    private func snippet(_ waiting: TraceState.Waiting) -> String {
        guard let record = model.index.record(of: waiting.callback), let place = model.index.position(of: record),
            let text = model.sources.text(at: place)
        else { return "" }
        return "  " + text.prefix(100)
    }
}
