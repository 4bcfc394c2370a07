// SPDX-License-Identifier: MIT
internal import Scheduling

/// The texts that cover the panes when they are asked for.
struct StepOverlayText {
    private let model: StepModel
    private let words: StepWords
    private let symbols: StepSymbols

    init(_ model: StepModel, _ words: StepWords, _ symbols: StepSymbols) {
        self.model = model
        self.words = words
        self.symbols = symbols
    }

    func title(of overlay: StepView.Overlay) -> String {
        switch overlay {
        case .help: "keys"
        case .why: "why"
        case .output: "output so far"
        case .details: "details"
        }
    }

    /// A text as rows that are at most so wide.
    func rows(of overlay: StepView.Overlay, width: Int) -> [StepRow] {
        switch overlay {
        case .help: help(width)
        case .why: why(width)
        case .output: output(width)
        case .details: details(width)
        }
    }

    private func help(_ width: Int) -> [StepRow] {
        StepKeys.help(symbols).flatMap { key, text in
            if key.isEmpty { return Self.wrapped(text, width).map { StepRow($0) } }
            let column = width >= 60 ? 13 : 9
            let head = key + String(repeating: " ", count: max(1, column - key.count))
            let rows = Self.wrapped(text, max(8, width - head.count))
            return rows.enumerated().map { number, row in
                let left = number == 0 ? head : String(repeating: " ", count: head.count)
                return StepRow(parts: [(left, .title), (row, .plain)])
            }
        }
    }

    private func why(_ width: Int) -> [StepRow] {
        guard let eventIndex = model.eventIndex else { return [] }
        let reasons = Why(model.index).reasons(forEventAt: eventIndex)
        if !reasons.isEmpty {
            return reasons.enumerated().flatMap { number, reason in
                let place = reason.position.map { "  (\(words.place($0)))" } ?? ""
                let rule = reason.rule.map { "\nRule: \($0.sentence) Lesson \($0.lesson)." } ?? ""
                return Self.numbered(number + 1, reason.sentence + place + rule, width)
            }
        }
        // What led here, as far as no rule has words for it.
        let events = model.trace.chain(from: model.trace.events[eventIndex]).reversed()
        var rows: [StepRow] = []
        for (number, event) in events.enumerated() {
            guard let index = model.trace.index(of: event.sequence) else { continue }
            var text = words.sentence(at: index)
            if let place = model.trace.position(of: event) { text += "  (\(words.place(place)))" }
            rows += Self.numbered(number + 1, text, width)
        }
        return rows
    }

    private func output(_ width: Int) -> [StepRow] {
        let console = model.console(last: .max)
        if console.lines.isEmpty { return [StepRow("Nothing was printed so far.")] }
        return console.lines.flatMap { line in
            Self.wrapped((line.isError ? "! " : "  ") + line.text, width).map {
                StepRow($0, line.isError ? .error : .plain)
            }
        }
    }

    private func details(_ width: Int) -> [StepRow] {
        guard let thread = model.thread else { return [StepRow("Nothing has begun.")] }
        var rows: [StepRow] = []
        func section(_ name: String, _ entries: [String]) {
            if entries.isEmpty { return }
            rows.append(StepRow("\(name) (\(entries.count))", .title))
            for entry in entries {
                rows += Self.wrapped(entry, max(1, width - 2)).map { StepRow("  " + $0) }
            }
        }
        if let index = model.eventIndex { section("last event", [words.sentence(at: index)]) }
        if model.state.threads.count > 1 {
            let all = model.state.threads.map { "\(words.thread($0.number)): \(StepWords.phase(of: $0, after: nil))" }
            section("threads", all)
        }
        for frame in thread.frames.reversed() {
            let place = model.trace.position(of: model.trace.events[frame.eventIndex]).map { "  " + words.place($0) }
            rows.append(StepRow(words.function(of: frame, on: thread) + (place ?? ""), .title))
            for variable in frame.variables {
                rows += Self.wrapped(words.variable(variable), max(1, width - 2)).map { StepRow("  " + $0) }
            }
        }
        section("run by the loop", thread.running.map { "\(StepWords.name($0.kind)) \(words.label($0.callback))" })
        let waiting = thread.suspended.sorted { $0.key < $1.key }.map { _, frame in
            words.function(of: frame, on: thread)
        }
        section("functions that wait", waiting)
        let labels = { (queue: [TraceState.Waiting]) in queue.map { words.label($0.callback) } }
        section("ticks", labels(thread.ticks))
        section("microtasks", labels(thread.microtasks))
        section("tasks", labels(thread.tasks))
        section("timers", thread.timers.map { words.timer($0, at: thread.time) })
        section("poll", labels(thread.poll))
        section("check", labels(thread.check))
        section("close", labels(thread.close.reversed()))
        section("host work", labels(thread.pending))
        if model.state.pendingPromises > 0 { rows.append(StepRow("promises pending: \(model.state.pendingPromises)")) }
        return rows
    }

    // MARK: - Wrapping

    static func numbered(_ number: Int, _ text: String, _ width: Int) -> [StepRow] {
        let head = String(repeating: " ", count: max(0, 3 - String(number).count)) + "\(number)  "
        let rows = wrapped(text, max(8, width - head.count))
        return rows.enumerated().map { offset, row in
            StepRow((offset == 0 ? head : String(repeating: " ", count: head.count)) + row)
        }
    }

    /// A text on rows that are at most so wide, broken at blanks where there are some.
    static func wrapped(_ text: String, _ width: Int) -> [String] {
        var rows: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var rest = line
            while rest.count > width {
                let head = rest.prefix(width + 1)
                let blank = head.lastIndex(of: " ")
                let isUsable = blank.map { rest.distance(from: rest.startIndex, to: $0) > width / 3 } ?? false
                let end = isUsable ? blank ?? rest.endIndex : rest.index(rest.startIndex, offsetBy: width)
                rows.append(String(rest[..<end]))
                rest = rest[end...]
                if isUsable { rest = rest.drop { $0 == " " } }
            }
            rows.append(String(rest))
        }
        return rows
    }
}
