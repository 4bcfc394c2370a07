// SPDX-License-Identifier: MIT

/// What the console shows after some events: the last lines, of both streams as they came.
public struct ConsoleText: Sendable {
    /// One line; the last one of a stream may still grow.
    public struct Line: Equatable, Sendable {
        /// What it says, without the line feed.
        public var text: String
        /// Whether it went to standard error.
        public var isError: Bool
    }

    private let limit: Int
    private var kept: [Line] = []
    /// How many lines were dropped before the first one that is kept.
    private var dropped = 0
    /// The number of the line that each stream has begun and not ended.
    private var open: [UInt64: Int] = [:]

    /// An empty console that keeps the last lines, so many of them.
    public init(keeping limit: Int = .max) {
        self.limit = limit
    }

    /// The last lines.
    public var lines: [Line] { Array(kept.suffix(limit)) }

    /// How many lines there were in all.
    public var total: Int { dropped + kept.count }

    /// Shows what an event printed; another kind of event changes nothing.
    public mutating func append(_ event: TraceEvent, of trace: Trace) {
        guard event.kind == .output else { return }
        var rest = trace.text(of: event)[...].unicodeScalars
        while !rest.isEmpty {
            let end = rest.firstIndex(of: "\n")
            let part = String(Substring(rest[..<(end ?? rest.endIndex)]))
            if let begun = open[event.value] {
                // One that was dropped by now is out of sight.
                if begun >= dropped { kept[begun - dropped].text += part }
            } else {
                open[event.value] = total
                kept.append(Line(text: part, isError: event.value == 2))
            }
            guard let end else { break }
            open[event.value] = nil
            rest = rest[rest.index(after: end)...]
        }
        // Now and then, so that it costs little.
        if limit < .max / 4, kept.count > 2 * limit + 64 {
            dropped += kept.count - limit
            kept.removeFirst(kept.count - limit)
        }
    }
}
