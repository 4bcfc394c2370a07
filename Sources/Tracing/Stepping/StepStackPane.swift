// SPDX-License-Identifier: MIT
internal import Scheduling

/// The call stack with its variables, innermost first, and below it the callback that the loop runs.
struct StepStackPane {
    private let model: StepModel
    private let words: StepWords
    private let symbols: StepSymbols

    init(_ model: StepModel, _ words: StepWords, _ symbols: StepSymbols) {
        self.model = model
        self.words = words
        self.symbols = symbols
    }

    /// The pane's name, with the thread where there are several.
    var title: String {
        let count = model.state.threads.count
        guard count > 1 || model.pinnedThread != nil else { return "call stack" }
        let pinned = model.pinnedThread == nil ? "" : " only"
        return "call stack of \(words.thread(model.shownThread))\(pinned)"
    }

    /// The innermost functions on one row; nil where nothing runs.
    var summary: String? {
        guard let thread = model.thread else { return nil }
        if let top = thread.frames.last {
            let variables = top.variables.map(words.variable).joined(separator: ", ")
            return thread.frames.reversed().map { words.function(of: $0, on: thread) }.joined(separator: " < ")
                + (variables.isEmpty ? "" : "; " + variables)
        }
        return thread.running.last.map { "\(StepWords.name($0.kind)) \(words.label($0.callback))" }
    }

    /// The pane's rows for a height: variables of callers go first when there is no room, then outer callers.
    func rows(height: Int) -> [StepRow] {
        guard let thread = model.thread, height > 0 else { return [] }
        let bases = thread.running.reversed().map(base)
        if thread.frames.isEmpty && bases.isEmpty {
            return [StepRow(thread.hasEnded ? "  the thread has ended" : "  empty: the loop itself runs", .dim)]
        }
        let frames = Array(thread.frames.reversed())
        let full = frames.enumerated().flatMap { head($1, thread, isTop: $0 == 0) + variables($1) } + bases
        if full.count <= height { return full }
        guard let top = frames.first else { return Array(bases.prefix(height)) }
        let callers = frames.dropFirst().flatMap { head($0, thread, isTop: false) } + bases
        // The callers keep up to half of the rows.
        let reserved = min(callers.count, height / 2)
        let own = cut(head(top, thread, isTop: true) + variables(top), to: height - reserved)
        return own + cut(callers, to: height - own.count)
    }

    private func cut(_ rows: [StepRow], to height: Int) -> [StepRow] {
        if rows.count <= height || height < 1 { return Array(rows.prefix(max(0, height))) }
        return rows.prefix(height - 1) + [StepRow("    and \(rows.count - height + 1) more (d shows all)", .dim)]
    }

    private func head(_ frame: TraceState.Frame, _ thread: TraceState.Thread, isTop: Bool) -> [StepRow] {
        let place = model.trace.position(of: model.trace.events[frame.eventIndex]).map(words.place) ?? ""
        let sign = isTop ? symbols.current : " "
        let style: StepStyle = isTop ? .current : .plain
        return [StepRow(parts: [("\(sign) \(words.function(of: frame, on: thread))", style), ("  \(place)", .dim)])]
    }

    private func variables(_ frame: TraceState.Frame) -> [StepRow] {
        frame.variables.map { StepRow("    " + words.variable($0)) }
    }

    private func base(_ running: TraceState.Waiting) -> StepRow {
        StepRow("  the loop runs \(words.label(running.callback))", .dim)
    }
}
