// SPDX-License-Identifier: MIT
import Scheduling
import Tracing

/// Traces made by hand that hold every kind of event, each several times with other numbers and texts.
enum EveryKindTrace {
    /// Texts that are hard to write and to read back.
    static let texts = [
        "", "setTimeout", "line\n\ttab\r\u{8}\u{c}", "\"quoted\" \\ back / slash", "\u{2028}\u{2029}\u{85}\u{7f}\u{0}",
        "ünïcode 🙂 \u{202e}", "</script><!--", "{\"seq\":1}", "\u{1b}[31mred",
    ]

    /// Values of interest: the words of each kind, and what has none.
    static let values: [UInt64] = [
        0, 1, 2, 3, 9, 200, 1 << 32, 1 << 32 | 7, 1 << 33, UInt64(UInt32.max), UInt64(Int64.max),
    ]

    /// The trace.
    static func make(level: TraceLevel = .steps) -> Trace {
        var builder = TraceBuilder(
            header: .init(
                version: "0.1.0 \"x\"", program: "pro\ngram.js", profile: .browser, clock: .system, seed: .max,
                level: level))
        builder.trace.sources = [.init(file: "a.js", text: "let x\r\n\u{2028}"), .init(file: "", text: "")]
        var count: UInt64 = 0
        for kind in TraceEvent.Kind.allCases {
            for (index, value) in values.enumerated() {
                count += 1
                builder.add(
                    kind, time: count * 1_000_003, thread: UInt16(index % 3) * 16_383,
                    phase: TracePhase.allCases[index % TracePhase.allCases.count],
                    cause: index % 2 == 0 ? 0 : count - 1,
                    subject: index == 10
                        ? UInt64(Int64.max) : value == 0 ? 0 : UInt64(index % 3) * 16_383 << 48 | UInt64(index),
                    value: kind == .variable ? 0 : value, text: texts[index % texts.count],
                    valueText: kind == .variable ? texts[(index + 3) % texts.count] : nil,
                    at: index % 4 == 1 ? SourcePosition(file: "dir/a:b.js", line: index, column: -1) : nil)
            }
        }
        return builder.trace
    }
}

/// Makes a trace as a recorder does: texts and places are numbered in the order of events.
struct TraceBuilder {
    var trace: Trace

    init(header: Trace.Header = .init(version: "1", program: "program.js")) {
        trace = Trace(header: header)
    }

    @discardableResult
    mutating func add(
        _ kind: TraceEvent.Kind, time: UInt64 = 0, thread: UInt16 = 0, phase: TracePhase = .script,
        cause: UInt64 = 0, subject: UInt64 = 0, value: UInt64 = 0, text: String = "", valueText: String? = nil,
        at position: SourcePosition? = nil
    ) -> UInt64 {
        let sequence = (trace.events.last?.sequence ?? 0) + 1
        let text = number(of: text)
        let place = position.map { number(of: $0) } ?? 0
        trace.events.append(
            TraceEvent(
                sequence: sequence, time: time, kind: kind, thread: thread, phase: phase, cause: cause,
                subject: subject, value: valueText.map { UInt64(number(of: $0)) } ?? value, text: text, place: place))
        return sequence
    }

    private mutating func number(of text: String) -> UInt32 {
        if let known = trace.texts.firstIndex(of: text) { return UInt32(known) }
        trace.texts.append(text)
        return UInt32(trace.texts.count - 1)
    }

    private mutating func number(of place: SourcePosition) -> UInt32 {
        if let known = trace.places.firstIndex(of: place) { return UInt32(known + 1) }
        trace.places.append(place)
        return UInt32(trace.places.count)
    }
}
