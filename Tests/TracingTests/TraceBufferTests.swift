// SPDX-License-Identifier: MIT
import Testing

@testable import Tracing

/// Keeping the first and the last events.
@Suite struct TraceBufferTests {
    @Test(arguments: [(1, 10), (10, 10), (11, 10), (25, 10), (1_000, 7)])
    func theFirstAndTheLastAreKept(count: Int, limit: Int) {
        var buffer = TraceBuffer(limit: limit)
        for number in 1...count { buffer.append(TraceEvent(sequence: UInt64(number), kind: .queued)) }
        let events = buffer.events
        let kept = events.filter { $0.kind != .dropped }.map { Int($0.sequence) }
        let head = Array(1...min(count, max(limit / 2, 1)))
        let tail = Array((count - min(count - head.count, limit - limit / 2) + 1)..<(count + 1))
        #expect(kept == head + tail)
        #expect(events.map(\.sequence) == events.map(\.sequence).sorted())
        let dropped = events.filter { $0.kind == .dropped }.map(\.value)
        #expect(dropped == (count > limit ? [UInt64(count - limit)] : []))
    }

    @Test func whatWasPrintedStays() {
        var buffer = TraceBuffer(limit: 40)
        for number in 1...1_000 as ClosedRange<UInt64> {
            buffer.append(TraceEvent(sequence: number, kind: number % 300 == 0 ? .output : .queued))
        }
        let events = buffer.events
        #expect(events.filter { $0.kind == .output }.map(\.sequence) == [300, 600, 900])
        #expect(events.first { $0.kind == .dropped }?.value == 957)
        #expect(events.map(\.sequence) == events.map(\.sequence).sorted())
        for number in 1_001...2_000 as ClosedRange<UInt64> {
            buffer.append(TraceEvent(sequence: number, kind: .output))
        }
        #expect(buffer.events.count <= 46)
    }
}
