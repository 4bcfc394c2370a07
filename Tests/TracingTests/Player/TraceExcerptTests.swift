// SPDX-License-Identifier: MIT
import Scheduling
import Testing

@testable import Tracing

/// What a page keeps of a trace that is too long for it.
@Suite struct TraceExcerptTests {
    /// A run of one thread made from a list of words: "+3" queues microtask 3, ">3" starts it, "<3" ends it, "t4" arms
    /// timer 4, "x4" clears it, "o" prints.
    private static func trace(_ words: [String]) -> Trace {
        let events = words.enumerated().map { index, word in
            let callback = UInt64(word.dropFirst()) ?? 0
            let kind: TraceEvent.Kind =
                switch word.first {
                case "+": .queued
                case ">": .started
                case "<": .ended
                case "t": .timerSet
                case "x": .cleared
                default: .output
                }
            let value: UInt64 = kind == .timerSet ? 10 : kind == .output ? 1 : 2
            return TraceEvent(
                sequence: UInt64(index + 1), time: UInt64(index) * 1_000_000, kind: kind, subject: callback,
                value: value)
        }
        return Trace(header: .init(version: "0", program: "p"), events: events)
    }

    private struct Queues: Equatable {
        var waiting: [[UInt64]]
        var running: [UInt64]

        init(_ trace: Trace) {
            var cursor = TraceCursor(trace)
            cursor.move(to: trace.events.count)
            let thread = cursor.state.thread(0) ?? TraceState.Thread(number: 0)
            waiting = [thread.microtasks, thread.timers].map { $0.map(\.callback) }
            running = thread.running.map(\.callback)
        }
    }

    @Test func aShortTraceStaysWhole() {
        let trace = Self.trace(["+1", ">1", "<1"])
        let excerpt = TraceExcerpt(trace, limit: 4)
        #expect(excerpt.trace == trace)
        #expect(excerpt.omitted == 0 && !excerpt.isApproximate)
    }

    // A job that queues the next one, an interval that fires now and then, a timer that is cleared in the middle.
    private static let endless: [String] = {
        var words = ["+0", "t900000", "t900001"]
        for n in 0..<500 {
            words += [">\(n)", "o", "+\(n + 1)", "<\(n)"]
            if n % 50 == 7 { words += [">900000", "<900000", "t900000"] }
            if n == 250 { words.append("x900001") }
        }
        return words
    }()

    @Test(arguments: [40, 64, 100, 400, 1_000])
    func theQueuesAfterTheGapAreRight(limit: Int) {
        let whole = Self.trace(Self.endless)
        let excerpt = TraceExcerpt(whole, limit: limit)
        #expect(excerpt.trace.events.count <= limit)
        #expect(!excerpt.isApproximate)
        #expect(Queues(excerpt.trace) == Queues(whole))
        #expect(Queues(whole).waiting.map(\.count) == [1, 1])
        let kept = excerpt.trace.events.count { $0.kind != .dropped }
        #expect(excerpt.omitted == UInt64(whole.events.count - kept))
        let sequences = excerpt.trace.events.map(\.sequence)
        #expect(sequences == Array(Set(sequences)).sorted())
        #expect(excerpt.trace.events.first == whole.events.first && excerpt.trace.events.last == whole.events.last)
    }

    @Test func queuesThatAreTooLongAreSaidToBeApproximate() {
        let excerpt = TraceExcerpt(Self.trace((0..<1_000).map { "+\($0)" }), limit: 100)
        #expect(excerpt.isApproximate)
        #expect(excerpt.trace.events.count <= 100)
        #expect(excerpt.omitted > 800)
    }

    @Test func whatTheRecorderDroppedIsCounted() {
        var trace = Self.trace(Self.endless)
        trace.events[1_000].kind = .dropped
        trace.events[1_000].value = 5_000
        let excerpt = TraceExcerpt(trace, limit: 100)
        #expect(excerpt.isApproximate)
        #expect(excerpt.omitted > 6_800 && excerpt.omitted < 7_100)
        #expect(excerpt.trace.events.count { $0.kind == .dropped } == 1)
    }
}
