// SPDX-License-Identifier: MIT
internal import Markup

/// A trace as lines of text, one event each: the form for screen readers, for `grep` and for tests.
public struct TraceListing {
    private let trace: Trace

    /// Lists a trace.
    public init(_ trace: Trace) {
        self.trace = trace
    }

    /// All lines, safe to print on a terminal.
    public var text: String {
        trace.events.indices.map { line(at: $0) + "\n" }.joined()
    }

    /// The line of one event: number, time, thread where there are several, what happened, about what, why and where.
    public func line(at index: Int) -> String {
        let event = trace.events[index]
        var words = ["\(event.sequence)", Self.milliseconds(event.time), "thread \(event.thread)", "\(event.phase)"]
        words.append("\(event.kind)")
        if event.subject > 0 { words.append("#\(event.subject & 0xFFFF_FFFF_FFFF)") }
        if event.value > 0 { words.append("=\(event.value)") }
        if event.text > 0 { words.append(Self.quoted(trace.text(of: event))) }
        if event.cause > 0 { words.append("because of \(event.cause)") }
        if let position = trace.position(of: event) { words.append("at \(position)") }
        return words.joined(separator: " ")
    }

    /// Nanoseconds as milliseconds with three places: "1000.250 ms".
    public static func milliseconds(_ nanoseconds: UInt64) -> String {
        let microseconds = nanoseconds / 1_000
        let fraction = String(microseconds % 1_000)
        return "\(microseconds / 1_000)." + String(repeating: "0", count: 3 - fraction.count) + fraction + " ms"
    }

    private static func quoted(_ text: String) -> String {
        "\"" + TerminalText.escaped(text).replacing("\n", with: "\\n") + "\""
    }
}
