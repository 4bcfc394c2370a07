// SPDX-License-Identifier: MIT
public import Markup
internal import Scheduling

/// Explanations as text for a terminal: no wider than that or 80 columns, and without colour.
public struct ExplanationText: Sendable {
    private let why: Why
    private let style: TerminalStyle
    /// The cells of a row.
    private let width: Int
    private var trace: Trace { why.trace }

    /// Makes the texts of one trace for a terminal or a pipe.
    public init(_ why: Why, _ style: TerminalStyle) {
        self.why = why
        self.style = style
        width = min(style.columns, 80)
    }

    // MARK: - Why

    /// Why a line was printed when it was.
    public func why(_ line: OutputLine) -> String { finished(rows(for: line)) }

    /// The same as rows.
    public func whyRows(_ line: OutputLine) -> [StyledText] { cut(rows(for: line)) }

    private func rows(for line: OutputLine) -> [String] {
        let reasons = why.reasons(for: line)
        var rows = paragraph("", why.headline(for: line)) + [""]
        for (number, reason) in reasons.enumerated() { rows += step(number + 1, reason) }
        let lessons = Self.unique(reasons.compactMap { $0.rule?.lesson })
        if !lessons.isEmpty {
            rows.append("")
            let words =
                "Read about it in \(lessons.count == 1 ? "lesson" : "lessons") "
                + lessons.map(Self.named).joined(separator: ", ")
            rows += paragraph("", words + ".")
        }
        return rows
    }

    // The number, the sentence, and on the right where it is and which rule: on the last row if there is room.
    private func step(_ number: Int, _ reason: Reason) -> [String] {
        let head = String(repeating: " ", count: max(0, 4 - String(number).count)) + "\(number)  "
        let indent = String(repeating: " ", count: head.count)
        var rows = wrap(reason.sentence, width - head.count - 2).enumerated().map { ($0 == 0 ? head : indent) + $1 }
        var note = reason.rule.map { "(\($0.title))" } ?? ""
        if let place = reason.position { note = "\(place)" + (note.isEmpty ? "" : " " + note) }
        if note.isEmpty { return rows }
        let noteRows = wrap(note, width - head.count).map { StyledText($0) }
        if noteRows.count == 1, let last = rows.last.map({ StyledText($0) }),
            last.columns + noteRows[0].columns + 3 <= width
        {
            rows[rows.count - 1] = (last + noteRows[0].aligned(right: width - last.columns)).text
        } else {
            rows += noteRows.map { $0.aligned(right: width).text }
        }
        return rows
    }

    // MARK: - A prediction

    /// How much of the program's output an explanation may give away.
    public enum Disclosure: Sendable {
        /// All of it: whoever asks may look it up.
        case wholeOutput
        /// The first line that is different, and those before it: the rest is still to be predicted.
        case firstDifference
    }

    /// What a prediction has right, or where it first differs, and why.
    ///
    /// `misconception` is the narrowest one under which the program would print what was predicted.
    public func check(_ check: PredictionCheck, misconception: Misconception? = nil) -> String {
        finished(rows(of: check, misconception, .wholeOutput))
    }

    /// The same as rows, which may leave the rest of the output for another try.
    public func rows(
        of check: PredictionCheck, misconception: Misconception? = nil, disclosing disclosure: Disclosure
    ) -> [StyledText] {
        cut(rows(of: check, misconception, disclosure))
    }

    private func rows(
        of check: PredictionCheck, _ misconception: Misconception?, _ disclosure: Disclosure
    ) -> [String] {
        guard let difference = check.difference else { return right(check) }
        var rows = paragraph("\(style.glyph("✗", "x")) ", beginning(difference, disclosure))
        rows += [""] + comparison(check, difference)
        if difference.actual != nil { rows += [""] + queues(at: difference, known(check, difference, disclosure)) }
        if let decision = difference.decision {
            // Where one thing stands before another in a callback, the belief tells which rule is in question.
            let rule = decision.rule == .sourceOrder ? misconception?.rule ?? decision.rule : decision.rule
            rows += [""] + paragraph("Rule: ", rule.sentence)
            rows += paragraph("      ", Self.sentence(decision.sentence))
        }
        if let misconception {
            rows += [""] + paragraph("", "This is what would print if \(misconception.condition).")
            rows += paragraph(
                "",
                "Misconception: \"\(misconception.name)\". Lesson \(Self.named(misconception.lesson)) shows it.")
        } else if let line = difference.actual, difference.decision == nil {
            let program = trace.header.program
            rows += [""] + paragraph("", "looplab why \(program) \(line.number) tells why that line came then.")
        } else if let decision = difference.decision {
            rows += [""] + paragraph("", "Lesson \(Self.named(decision.rule.lesson)) shows it.")
        }
        return rows
    }

    private func right(_ check: PredictionCheck) -> [String] {
        let count = check.actual.count
        let lines = count == 1 ? "the one line" : "all \(count) lines, in this order"
        return paragraph("\(style.glyph("✓", "ok")) ", count == 0 ? "Right: it prints nothing." : "Right: \(lines).")
    }

    private func beginning(_ difference: PredictionCheck.Difference, _ disclosure: Disclosure) -> String {
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
                case .comesLater where disclosure == .firstDifference: "Line \(number) of the output is different:"
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
        var you = check.predicted.map { StyledText(shown($0)) }
        var ran = check.actual.prefix(place + 1).map { StyledText(shown($0.text)) }
        let widths = (0..<max(you.count, ran.count)).map { column in
            max(column < you.count ? you[column].columns : 0, column < ran.count ? ran[column].columns : 1)
        }
        let margin = 11
        guard margin + widths.reduce(0, { $0 + $1 + 2 }) <= width - 8, !(you + ran).contains(where: \.isEmpty) else {
            return stacked(check, difference)
        }
        you = you.enumerated().map { $1.padded(to: widths[$0]) }
        ran = ran.enumerated().map { $1.padded(to: widths[$0]) }
        if check.actual.count > place + 1 { ran.append(StyledText(style.mark)) }
        let offset = widths.prefix(place).reduce(0) { $0 + $1 + 2 }
        return [
            "     you   " + you.map(\.text).joined(separator: "  "),
            "     ran   " + ran.map(\.text).joined(separator: "  "),
            String(repeating: " ", count: margin + offset) + style.glyph("▲", "^"),
        ]
    }

    private func stacked(_ check: PredictionCheck, _ difference: PredictionCheck.Difference) -> [String] {
        let number = difference.number
        var rows: [String] = []
        if number > 1, number - 2 < check.actual.count {
            rows += paragraph("     line \(number - 1)      ", Self.line(check.actual[number - 2].text))
        }
        rows += paragraph("     line \(number)  you ", difference.predicted.map(Self.line) ?? "(nothing)")
        let indent = String(repeating: " ", count: "     line \(number)  ".count)
        rows += paragraph(indent + "ran ", difference.actual.map { Self.line($0.text) } ?? "(nothing)")
        return rows
    }

    private static func line(_ text: String) -> String { text.isEmpty ? "(an empty line)" : text }

    // MARK: - The queues at that moment

    /// The beginnings of the lines by which callbacks may be told; nil for all.
    private func known(
        _ check: PredictionCheck, _ difference: PredictionCheck.Difference, _ disclosure: Disclosure
    ) -> Set<String>? {
        guard disclosure == .firstDifference else { return nil }
        let lines = check.actual.prefix(difference.number).map(\.text) + [difference.predicted ?? ""]
        return Set(lines.map(CallbackNames.quoted))
    }

    private func queues(at difference: PredictionCheck.Difference, _ known: Set<String>?) -> [String] {
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
        return paragraph("    ", "Before \(line) was printed, the queues were") + filled.map { row($0.0, $0.1, known) }
    }

    private func row(_ name: String, _ waiting: [TraceState.Waiting], _ known: Set<String>?) -> String {
        let arrow = style.glyph("  →  ", "  ->  ")
        var words: [String] = []
        var room = width - 20
        for (number, entry) in waiting.enumerated() {
            let word = shown(label(entry, known))
            let rest = waiting.count - number - 1
            let columns = StyledText(word).columns + (words.isEmpty ? 0 : arrow.count)
            // Room for "12 more" stays, but where this is the last one.
            let isFull = known != nil && words.count == Self.entriesBeforeTheEnd
            if isFull || !words.isEmpty && columns > room - (rest == 0 ? 0 : arrow.count + 7) {
                words.append("\(rest + 1) more")
                break
            }
            room -= columns
            words.append(word)
        }
        return StyledText("       " + name).padded(to: 20).text + words.joined(separator: arrow)
    }

    /// How many entries of a queue are named while the output is still to be predicted: the order of timers is known
    /// beforehand, and would give it away.
    private static let entriesBeforeTheEnd = 3

    private func label(_ waiting: TraceState.Waiting, _ known: Set<String>?) -> String {
        guard let record = why.index.record(of: waiting.callback) else { return "callback" }
        let link = record.started.flatMap { Lineage.Link(startedAt: $0, in: why.index) }
        let isMain = record.kind == .script && link.map { why.names.plainName(of: $0) } == why.names.entryName
        if why.names.isModuleBody(record) { return "module's body" }
        let name = isMain ? String(why.names.entryName.drop { $0 != " " }.dropFirst()) : why.index.label(of: record)
        guard let preview = link.flatMap({ why.names.preview(of: $0) }), record.kind != .script,
            known?.contains(preview) ?? true
        else { return name }
        return "\(name) (\(preview.dropFirst().dropLast()))"
    }

    // MARK: - Text

    private func paragraph(_ head: String, _ text: String) -> [String] {
        let head = " " + head
        let indent = String(repeating: " ", count: head.count)
        return wrap(text, width - 1 - head.count).enumerated().map { ($0 == 0 ? head : indent) + $1 }
    }

    /// The sentence of a reason or a decision with its capital and its full stop.
    public static func sentence(_ text: String) -> String {
        // What begins with the name of a callback keeps it as it is in the program.
        let isName = text.prefix { $0 != " " }.contains { "@.".contains($0) } || text.hasPrefix("\"")
        return (isName ? text : text.prefix(1).uppercased() + text.dropFirst()) + "."
    }

    private func wrap(_ text: String, _ width: Int) -> [String] {
        TextLayout.wrap(shown(text), to: width, mark: "")
    }

    /// Text as it can be shown on one row: our own signs have an ASCII form, what is left of others is escaped.
    private func shown(_ text: String) -> String {
        if style.isUTF8 { return style.shown(text) }
        let signs: [(String, String)] = [("→", "->"), ("…", "..."), ("·", "/"), ("“", "\""), ("”", "\"")]
        return style.shown(signs.reduce(text) { $0.replacing($1.0, with: $1.1) })
    }

    private func finished(_ rows: [String]) -> String {
        cut(rows).map { style.rendered($0) + "\n" }.joined()
    }

    private func cut(_ rows: [String]) -> [StyledText] {
        rows.map { StyledText($0).cut(to: width, mark: style.mark) }
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
