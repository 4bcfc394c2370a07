// SPDX-License-Identifier: MIT
public import Markup
internal import Scheduling

/// A run's numbers as a page for people.
public struct StatisticsReport {
    private let statistics: TraceStatistics
    private let trace: Trace
    private let style: TerminalStyle
    private let threshold: UInt64

    /// Prepares the page for a trace; operations longer than `threshold` nanoseconds are listed.
    public init(_ trace: Trace, _ style: TerminalStyle, threshold: UInt64 = 1_000_000_000) {
        self.trace = trace
        self.style = style
        self.threshold = threshold
        statistics = TraceStatistics(TraceIndex(trace), threshold: threshold)
    }

    /// The page, none of its rows wider than the terminal.
    public var text: String {
        rows.map { style.rendered($0.cut(to: style.columns, mark: style.mark)) + "\n" }.joined()
    }

    private var rows: [StyledText] {
        var rows = [heading, StyledText()]
        rows.append(spread("Loop lag", statistics.loopLag))
        rows.append(spread("Tasks", statistics.tasks))
        rows.append(spread("Completions", statistics.completionWait))
        rows.append(spread("Pool queue", statistics.poolWait))
        rows += microtaskRows + flightRows + blockRows + operationRows + rejectionRows
        if statistics.dropped > 0 {
            rows.append(
                StyledText(" \(statistics.dropped) events were not kept; what they told is missing here.", .bold))
        }
        return rows
    }

    // MARK: - Parts

    private var heading: StyledText {
        let turns = "\(CountedNoun.text(statistics.turns, "turn"))"
        let dot = style.glyph(" · ", ", ")
        let clock = trace.header.clock == .virtual ? "virtual clock" : "system clock"
        return StyledText(" \(trace.header.program)", .bold)
            + StyledText("\(dot)\(clock)\(dot)\(time(statistics.duration)) in \(turns)")
    }

    private func spread(_ name: String, _ values: Distribution) -> StyledText {
        let row = StyledText(" " + name.filled(to: 15), .bold)
        guard values.count > 0 else { return row + StyledText("none") }
        let times = [values.percentile(50), values.percentile(95), values.percentile(99)].map(time)
        let spread = zip(["p50", "p95", "p99"], times).map { "\($0) \($1)".filled(to: 14) }.joined()
        return row + StyledText("\(values.count)\(style.glyph("×", "x"))".filled(to: 8), .faint)
            + StyledText(spread + "most \(time(values.max))")
    }

    private var blockRows: [StyledText] {
        var rows: [StyledText] = []
        if let block = statistics.longestBlock, block.duration > 0 {
            rows.append(detail("Longest block", "\(time(block.duration)) in \(block.label), at \(time(block.start))"))
        }
        if let lag = statistics.worstLag, lag.duration > 0 {
            rows.append(detail("Worst lag", "\(time(lag.duration)): \(lag.label) was ready at \(time(lag.start))"))
        }
        return rows
    }

    private var microtaskRows: [StyledText] {
        let values = statistics.microtasks
        guard values.max > 0, let most = statistics.mostMicrotasks else { return [] }
        let text = "p50 \(values.percentile(50)) for a task, most \(most.duration) after \(most.label)"
        return [detail("Microtasks", text)]
    }

    private var flightRows: [StyledText] {
        let flight = statistics.flight
        guard flight.most > 0 else { return [] }
        let mean = flight.meanThousandths(until: statistics.duration)
        let tenths = (mean + 50) / 100
        let title = detail("In flight", "most \(flight.most), mean \(tenths / 10).\(tenths % 10)")
        let width = max(10, min(60, style.columns - 20))
        let chart = BarChart(flight.peaks(parts: width, until: statistics.duration), style).text
        return [title, StyledText(String(repeating: " ", count: 16)) + StyledText(chart, .init(.cyan))]
    }

    private var operationRows: [StyledText] {
        let operations = statistics.oldOperations
        guard !operations.isEmpty else { return [] }
        var rows = [detail("Over \(time(threshold))", "\(operations.count)")]
        for operation in operations.prefix(5) {
            let state = operation.isPending ? ", still under way at the end" : ""
            rows.append(StyledText("   \(time(operation.duration).filled(to: 13))\(operation.label)\(state)"))
        }
        if operations.count > 5 { rows.append(StyledText("   and \(operations.count - 5) more")) }
        return rows
    }

    private var rejectionRows: [StyledText] {
        let reasons = statistics.unhandledRejections
        guard !reasons.isEmpty else { return [] }
        return [detail("Rejections", "\(reasons.count) that nobody handled: \(reasons[0])", .init(.red))]
    }

    private func detail(_ name: String, _ text: String, _ textStyle: TextStyle = .plain) -> StyledText {
        StyledText(" " + name.filled(to: 15), .bold) + StyledText(text, textStyle)
    }

    /// Nanoseconds as milliseconds, or seconds from ten of them on; as many places as tell something.
    private func time(_ nanoseconds: UInt64) -> String {
        if nanoseconds >= 10_000_000_000 {
            let tenths = nanoseconds.advanced(byUpTo: 50_000_000) / 100_000_000
            return "\(tenths / 10).\(tenths % 10) s"
        }
        let places = nanoseconds >= 100_000_000 ? 0 : nanoseconds >= 1_000_000 ? 1 : 3
        let unit: UInt64 = [1_000_000, 100_000, 10_000, 1_000][places]
        let scaled = (nanoseconds + unit / 2) / unit
        let power: UInt64 = [1, 10, 100, 1_000][places]
        if scaled % power == 0 { return "\(scaled / power) ms" }
        let fraction = String(scaled % power)
        return "\(scaled / power)." + String(repeating: "0", count: places - fraction.count) + fraction + " ms"
    }
}

extension String {
    fileprivate func filled(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
