// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// A trace as the data of the page that plays it.
///
/// Names instead of raw numbers for what can grow; numbers as small as they can be, for most of the page are events.
struct PlayerRecord {
    private let whole: Trace
    private let excerpt: TraceExcerpt
    private var trace: Trace { excerpt.trace }

    /// How many characters of one text are shown, and of all texts together.
    private static let textLimit = 4_000
    private static let allTextsLimit = 4_000_000
    /// How many characters of source texts are shown.
    private static let sourcesLimit = 2_000_000
    /// How many lines are explained in the rules' words; the others by what caused what.
    private static let explainedLines = 400

    /// Takes what is shown of a whole trace.
    init(_ excerpt: TraceExcerpt, of whole: Trace) {
        self.excerpt = excerpt
        self.whole = whole
    }

    /// The data; its members are read by `readTrace` in trace.js.
    var data: ScriptData {
        // The whole trace knows what asked for a callback and what led to a line, also where that is left out.
        let index = TraceIndex(whole)
        let files = FileNumbers(trace)
        return .object([
            ("header", header),
            ("kinds", names(TraceEvent.Kind.allCases)),
            ("phases", names(TracePhase.allCases)),
            ("callbackKinds", names(CallbackKind.allCases)),
            ("choicePoints", names(ChoicePoint.allCases)),
            ("taskSources", names(TaskSource.allCases)),
            ("omitted", .number(excerpt.omitted)),
            ("approximate", .number(UInt64(excerpt.isApproximate ? 1 : 0))),
            ("files", files.data),
            ("places", .array(trace.places.map(files.data(of:)))),
            ("texts", texts),
            ("callbacks", callbacks(index)),
            ("reasons", reasons(Why(index))),
            ("events", events),
        ])
    }

    private var header: ScriptData {
        .object([
            ("program", .string(TerminalText.escaped(trace.header.program))),
            ("version", .string(trace.header.version)),
            ("profile", .string("\(trace.header.profile)")),
            ("clock", .string("\(trace.header.clock)")),
            ("seed", .string("\(trace.header.seed)")),
            ("level", .string("\(trace.header.level)")),
        ])
    }

    /// What explains the first lines that were printed: for each event its steps, main script first.
    private func reasons(_ why: Why) -> ScriptData {
        var shown: Set<Int> = []
        let lines = trace.outputLines().prefix(Self.explainedLines).filter { shown.insert($0.eventIndex).inserted }
        return .array(
            lines.compactMap { line in
                guard let position = whole.index(of: trace.events[line.eventIndex].sequence) else { return nil }
                let steps = why.reasons(forEventAt: position).map(data(of:))
                return steps.isEmpty ? nil : .array([.number(UInt64(line.eventIndex)), .array(steps)])
            })
    }

    // A step's event is told by its index, −1 where it is left out.
    private func data(of reason: Reason) -> ScriptData {
        let events = whole.events
        let sequence = events.indices.contains(reason.eventIndex) ? events[reason.eventIndex].sequence : 0
        return .array([
            .string(TerminalText.escaped(reason.sentence)),
            .number(Int64(trace.index(of: sequence) ?? -1)),
            .string(reason.position.map { TerminalText.escaped($0.description) } ?? ""),
            .string(reason.rule?.title ?? ""), .string(reason.rule?.lesson ?? ""),
        ])
    }

    private func callbacks(_ index: TraceIndex) -> ScriptData {
        let shown = Set(TraceIndex(trace).callbacks.map(\.callback))
        return .array(
            index.callbacks.filter { shown.contains($0.callback) }.map { record in
                .array([.number(record.callback), .string(TerminalText.escaped(index.label(of: record)))])
            })
    }

    private func names(_ cases: some Sequence<some Any>) -> ScriptData {
        .array(cases.map { .string("\($0)") })
    }

    // MARK: - Texts

    // What an excerpt does not mention is not sent; numbers stay as they are.
    private var texts: ScriptData {
        var used = Set<Int>()
        for event in trace.events {
            if event.text > 0 { used.insert(Int(event.text)) }
            if event.kind == .variable { used.insert(Int(UInt32(truncatingIfNeeded: event.value))) }
        }
        var left = Self.allTextsLimit
        return .array(
            trace.texts.enumerated().map { number, text in
                guard used.contains(number) else { return .string("") }
                let shown = Self.shortened(text, to: min(Self.textLimit, max(left, 80)))
                left -= shown.utf8.count
                return .string(TerminalText.escaped(shown))
            })
    }

    private static func shortened(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex) else {
            return text
        }
        let rest = scalars.distance(from: end, to: scalars.endIndex)
        return String(scalars[..<end]) + "… (\(rest) more characters)" + (text.hasSuffix("\n") ? "\n" : "")
    }

    // MARK: - Files and places

    /// The files that places name and those whose text is known, each with a number.
    private struct FileNumbers {
        private var numbers: [String: Int] = [:]
        private(set) var data: ScriptData = .array([])

        init(_ trace: Trace) {
            var left = PlayerRecord.sourcesLimit
            var files: [ScriptData] = []
            for source in trace.sources where numbers[source.file] == nil {
                numbers[source.file] = files.count
                let isShown = source.text.utf8.count <= left
                if isShown { left -= source.text.utf8.count }
                let text = source.text.replacing("\r\n", with: "\n")
                files.append(
                    .array(
                        [.string(TerminalText.escaped(source.file))]
                            + (isShown ? [.string(TerminalText.escaped(text))] : [])))
            }
            for place in trace.places where numbers[place.file] == nil {
                numbers[place.file] = files.count
                files.append(.array([.string(TerminalText.escaped(place.file))]))
            }
            data = .array(files)
        }

        func data(of place: SourcePosition) -> ScriptData {
            let file = numbers[place.file] ?? 0
            return .array([.number(UInt64(file)), .number(Int64(place.line)), .number(Int64(place.column))])
        }
    }

    // MARK: - Events

    // Sequence numbers and times as what is added to those before, causes as how far back; zeros at the end left out.
    private var events: ScriptData {
        var sequence: UInt64 = 0
        var time: UInt64 = 0
        return .array(
            trace.events.map { event in
                var fields: [ScriptData] = [
                    .number(event.sequence &- sequence),
                    .number(Int64(truncatingIfNeeded: event.time &- time)),
                    .number(UInt64(event.kind.rawValue)),
                    .number(UInt64(event.thread)),
                    .number(UInt64(event.phase.rawValue)),
                    .number(event.cause == 0 ? 0 : Int64(truncatingIfNeeded: event.sequence &- event.cause)),
                    .number(event.subject), .number(event.value),
                    .number(UInt64(event.text)), .number(UInt64(event.place)),
                ]
                sequence = event.sequence
                time = event.time
                while fields.last == .number(UInt64(0)) { fields.removeLast() }
                return .array(fields)
            })
    }
}
