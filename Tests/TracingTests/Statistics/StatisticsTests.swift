// SPDX-License-Identifier: MIT
import Markup
import Scheduling
import Testing

@testable import Tracing

/// Numbers from records.
@Suite struct StatisticsTests {
    @Test(
        arguments: [
            ([], 50, 0), ([7], 50, 7), ([7], 99, 7), ([1, 2], 50, 1), ([1, 2], 51, 2), ([1, 2, 3, 4], 75, 3),
            (Array(1...100), 95, 95), (Array(1...100), 99, 99), (Array(1...200), 99, 198), (Array(1...3), 99, 3),
        ] as [([UInt64], Int, UInt64)])
    func percentilesAreNearestRanks(values: [UInt64], percent: Int, expected: UInt64) {
        #expect(Distribution(values.shuffled()).percentile(percent) == expected)
    }

    @Test func workInFlightIsCountedOverTime() {
        var flight = Flight()
        for (difference, time) in [(1, 0), (1, 10), (1, 10), (-1, 30), (-2, 40)] {
            flight.change(by: difference, at: UInt64(time))
        }
        #expect(flight.most == 3)
        #expect(flight.meanThousandths(until: 100) == 900)
        #expect(flight.peaks(parts: 10, until: 100) == [1, 3, 3, 2, 0, 0, 0, 0, 0, 0])
        #expect(Flight().peaks(parts: 3, until: 0) == [0, 0, 0])
    }

    private let script = UInt64(CallbackKind.script.rawValue)
    private let poll = UInt64(CallbackKind.poll.rawValue)
    private let timer = UInt64(CallbackKind.timer.rawValue)
    private let microtask = UInt64(CallbackKind.microtask.rawValue)

    /// A run with two jobs on one lane, a late timer, a long block, three microtasks and a lost rejection.
    private var trace: Trace {
        let ms: UInt64 = 1_000_000
        let rows: [(UInt64, TraceEvent.Kind, subject: UInt64, value: UInt64, text: UInt32)] = [
            (0, .threadStarted, 0, 0, 0), (0, .started, 1, script, 0), (0, .timerSet, 2, 10, 1),
            (0, .jobQueued, 3, 0, 2),
            (0, .jobQueued, 4, 0, 2), (0, .queued, 5, microtask, 0), (0, .ended, 1, 0, 0),
            (0, .started, 5, microtask, 0),
            (0, .queued, 6, microtask, 0), (0, .ended, 5, 0, 0), (0, .started, 6, microtask, 0), (60, .ended, 6, 0, 0),
            (60, .rejectionUnhandled, 9, 0, 3), (60, .turnStarted, 0, 1, 0), (60, .started, 2, timer, 0),
            (60, .ended, 2, 0, 0),
            (0, .jobStarted, 3, 0, 0), (50, .jobEnded, 3, 0, 0), (60, .queued, 3, poll, 0), (62, .started, 3, poll, 0),
            (62, .ended, 3, 0, 0), (2_000, .turnStarted, 0, 2, 0), (50, .jobStarted, 4, 0, 0),
            (2_000, .jobEnded, 4, 0, 0),
            (2_000, .queued, 4, poll, 0), (2_000, .started, 4, poll, 0), (2_000, .ended, 4, 0, 0),
        ]
        let events = rows.enumerated().map { index, row in
            TraceEvent(
                sequence: UInt64(index + 1), time: row.0 * ms, kind: row.1, cause: index == 1 ? 1 : 0,
                subject: row.subject,
                value: row.value, text: row.text)
        }
        let header = Trace.Header(version: "1", program: "a.js")
        return Trace(header: header, events: events, texts: ["", "setTimeout", "fs.read", "Error: lost"])
    }

    @Test func aRunIsCounted() {
        let statistics = TraceStatistics(TraceIndex(trace))
        let ms: UInt64 = 1_000_000
        #expect(statistics.loopLag.sorted == [0, 2 * ms, 50 * ms])
        #expect(statistics.worstLag == .init(duration: 50 * ms, start: 10 * ms, label: "setTimeout"))
        #expect(statistics.tasks.sorted == [0, 0, 0, 60 * ms])
        #expect(statistics.longestBlock == .init(duration: 60 * ms, start: 0, label: "main script"))
        #expect(statistics.completionWait.sorted == [0, 12 * ms])
        #expect(statistics.poolWait.sorted == [0, 50 * ms])
        #expect(statistics.microtasks.sorted == [0, 0, 0, 2])
        #expect(statistics.flight.most == 2)
        #expect(statistics.oldOperations == [.init(label: "fs.read", start: 0, duration: 2_000 * ms, isPending: false)])
        #expect(statistics.unhandledRejections == ["Error: lost"])
        #expect(statistics.turns == 2 && statistics.duration == 2_000 * ms)
    }

    @Test(arguments: [(80, true), (80, false), (40, true), (20, false)])
    func thePageFits(columns: Int, isUTF8: Bool) {
        let text = StatisticsReport(trace, TerminalStyle(columns: columns, isUTF8: isUTF8)).text
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows.allSatisfy { $0.count <= columns })
        #expect(isUTF8 || text.allSatisfy(\.isASCII))
        if columns == 80 { #expect(text.contains("Longest block  60 ms in main script, at 0 ms")) }
    }

    @Test func anEmptyTraceHasAPage() {
        let empty = Trace(header: .init(version: "1", program: "a.js"))
        #expect(StatisticsReport(empty, TerminalStyle()).text.contains("Loop lag       none"))
    }
}
