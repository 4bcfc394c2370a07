// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// Explanations as text for a terminal: at most 80 columns wide, and without colour.
public struct ExplanationText: Sendable {
    private let why: Why
    private let isUTF8: Bool
    private var trace: Trace { why.trace }

    /// Makes the texts of one trace; `isUTF8` says whether more than ASCII may be used.
    public init(_ why: Why, isUTF8: Bool) {
        self.why = why
        self.isUTF8 = isUTF8
    }

    // MARK: - Why

    /// Why a line was printed when it was.
    public func why(_ line: OutputLine) -> String {
        let reasons = why.reasons(forEventAt: line.eventIndex)
        var rows = wrap(why.headline(for: line), 78).map { " " + $0 } + [""]
        for (number, reason) in reasons.enumerated() { rows += step(number + 1, reason) }
        let lessons = Self.unique(reasons.compactMap { $0.rule?.lesson })
        if !lessons.isEmpty {
            rows.append("")
            let words =
                "Read about it in \(lessons.count == 1 ? "lesson" : "lessons") "
                + lessons.map(Self.named).joined(separator: ", ")
            rows += wrap(words, 78).map { " " + $0 }
        }
        return finished(rows)
    }

    // The number, the sentence, and on the right where it is and which rule: on the last row if there is room.
    private func step(_ number: Int, _ reason: Reason) -> [String] {
        let head = String(repeating: " ", count: max(0, 4 - String(number).count)) + "\(number)  "
        let sentence = wrap(reason.sentence, 72)
        var rows = sentence.enumerated().map { ($0 == 0 ? head : String(repeating: " ", count: head.count)) + $1 }
        var note = reason.rule.map { "(\($0.title))" } ?? ""
        if let place = reason.position { note = "\(place)" + (note.isEmpty ? "" : " " + note) }
        if note.isEmpty { return rows }
        note = TerminalText.escaped(note)
        if let last = rows.last, last.count + note.count + 3 <= 80 {
            rows[rows.count - 1] = last + String(repeating: " ", count: 80 - last.count - note.count) + note
        } else {
            rows.append(String(repeating: " ", count: max(0, 80 - note.count)) + note)
        }
        return rows
    }

    // MARK: - A prediction

    /// What a prediction has right, or where it first differs, and why.
    ///
    /// `misconception` says what would have to be so for the prediction to be right.
    public func check(_ check: PredictionCheck, misconception: [String] = []) -> String {
        guard let difference = check.difference else { return right(check) }
        var rows = [" \(isUTF8 ? "✗" : "x") " + beginning(difference)]
        rows += [""] + comparison(check, difference)
        if difference.actual != nil { rows += [""] + queues(at: difference) }
        if let decision = difference.decision {
            rows += [""] + paragraph("Rule: ", decision.rule.sentence)
            rows += paragraph("      ", sentence(decision.sentence))
            rows += [""] + paragraph("", "Lesson \(Self.named(decision.rule.lesson)) shows it.")
        }
        if !misconception.isEmpty { rows += [""] + misconception.flatMap { paragraph("", $0) } }
        return finished(rows)
    }

    private func right(_ check: PredictionCheck) -> String {
        let count = check.actual.count
        let lines = count == 1 ? "the one line" : "all \(count) lines, in this order"
        return finished([
            count == 0
                ? " \(isUTF8 ? "✓" : "ok") Right: it prints nothing."
                : " \(isUTF8 ? "✓" : "ok") Right: \(lines)."
        ])
    }

    private func beginning(_ difference: PredictionCheck.Difference) -> String {
        let before = difference.number - 1
        let praise =
            switch before {
            case 0: ""
            case 1: "The first one is right. "
            default: "The first \(before) are right. "
            }
        let expected = CallbackNames.quoted(difference.predicted ?? "")
        let number = difference.number
        return praise
            + {
                switch difference.form {
                case .comesLater(let line): "Line \(number) of the output is different: \(expected) is line \(line)."
                case .cameBefore: "Line \(number) is different: \(expected) is not printed again."
                case .neverPrinted: "Line \(number) is different: the program never prints \(expected)."
                case .predictionEnds: "The program prints more: line \(number) is missing."
                case .outputEnds: "The program prints \(before == 0 ? "nothing" : "nothing more"): it has ended."
                }
            }()
    }

    // MARK: - Both orders

    private func comparison(_ check: PredictionCheck, _ difference: PredictionCheck.Difference) -> [String] {
        let place = difference.number - 1
        let printed = check.actual.map(\.text)
        let shown = place + 1
        let ran = Array(printed.prefix(shown))
        let widths = (0..<max(check.predicted.count, ran.count)).map { column in
            max(
                column < check.predicted.count ? check.predicted[column].count : 0,
                column < ran.count ? ran[column].count : 1)
        }
        if widths.reduce(0, { $0 + $1 + 2 }) > 60 || printed.contains(where: \.isEmpty) {
            return stacked(check, difference)
        }
        let mark = isUTF8 ? "▲" : "^"
        let you = check.predicted.enumerated().map { padded($1, widths[$0]) }
        var run = ran.enumerated().map { padded($1, widths[$0]) }
        if printed.count > shown { run.append(isUTF8 ? "…" : "...") }
        let offset = widths.prefix(place).reduce(0) { $0 + $1 + 2 }
        return [
            "     you   " + you.joined(separator: "  "), "     ran   " + run.joined(separator: "  "),
            String(repeating: " ", count: 11 + offset) + mark,
        ]
    }

    private func stacked(_ check: PredictionCheck, _ difference: PredictionCheck.Difference) -> [String] {
        let number = difference.number
        var rows: [String] = []
        if number > 1, number - 2 < check.actual.count {
            rows += paragraph("     line \(number - 1)      ", check.actual[number - 2].text)
        }
        rows += paragraph("     line \(number)  you ", difference.predicted ?? "(nothing)")
        let indent = String(repeating: " ", count: "     line \(number)  ".count)
        rows += paragraph(indent + "ran ", difference.actual?.text ?? "(nothing)")
        return rows
    }

    // MARK: - The queues at that moment

    private func queues(at difference: PredictionCheck.Difference) -> [String] {
        var cursor = TraceCursor(trace)
        cursor.move(to: difference.moment)
        let thread = difference.actual.map { trace.events[$0.eventIndex].thread } ?? 0
        guard let state = cursor.state.thread(thread) else { return [] }
        let line = CallbackNames.quoted(difference.actual?.text ?? "")
        let queues: [(String, [TraceState.Waiting])] = [
            ("running", state.running), ("ticks", state.ticks), ("microtasks", state.microtasks),
            ("timers", state.timers), ("poll", state.poll), ("check", state.check), ("close", state.close.reversed()),
            ("tasks", state.tasks), ("host works", state.pending),
        ]
        let filled = queues.filter { !$0.1.isEmpty }
        if filled.isEmpty { return paragraph("    ", "Before \(line) was printed, the queues were empty.") }
        return paragraph("    ", "Before \(line) was printed, the queues were") + filled.map { row($0.0, $0.1) }
    }

    private func row(_ name: String, _ waiting: [TraceState.Waiting]) -> String {
        let arrow = isUTF8 ? "  →  " : "  ->  "
        var words: [String] = []
        var room = 80 - 22
        for (number, entry) in waiting.enumerated() {
            let word = TerminalText.escaped(label(entry))
            room -= word.count + arrow.count
            if room < 10, number + 1 < waiting.count {
                words.append("\(waiting.count - number) more")
                break
            }
            words.append(word)
        }
        let head = "       " + padded(name, 13)
        return String((head + words.joined(separator: arrow)).prefix(80))
    }

    private func label(_ waiting: TraceState.Waiting) -> String {
        guard let record = why.index.record(of: waiting.callback) else { return "callback" }
        let link = record.started.flatMap { Lineage.Link(startedAt: $0, in: why.index) }
        let isMain = record.kind == .script && link.map { why.names.plainName(of: $0) } == "the main script"
        let name = isMain ? "main script" : why.index.label(of: record)
        guard let preview = link.flatMap({ why.names.preview(of: $0) }), record.kind != .script else { return name }
        return "\(name) (\(preview.dropFirst().dropLast()))"
    }

    // MARK: - Text

    private func paragraph(_ head: String, _ text: String) -> [String] {
        let indent = String(repeating: " ", count: head.count)
        return wrap(text, 78 - head.count).enumerated().map { " " + ($0 == 0 ? head : indent) + $1 }
    }

    private func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func wrap(_ text: String, _ width: Int) -> [String] {
        TextLayout.wrap(TerminalText.escapedRow(text), to: width, mark: "")
    }

    private func finished(_ rows: [String]) -> String {
        let text = rows.map { $0 + "\n" }.joined()
        if isUTF8 { return text }
        let plain: [(String, String)] = [("→", "->"), ("…", "..."), ("·", "/"), ("“", "\""), ("”", "\"")]
        return plain.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    // "2.3 Chains" as "2.3 (Chains)".
    private static func named(_ lesson: String) -> String {
        let parts = lesson.split(separator: " ", maxSplits: 1)
        return parts.count == 2 ? "\(parts[0]) (\(parts[1]))" : lesson
    }

    private static func unique(_ texts: [String]) -> [String] {
        texts.enumerated().filter { place, text in !texts[..<place].contains(text) }.map(\.element)
    }
}
