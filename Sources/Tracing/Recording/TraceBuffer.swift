// SPDX-License-Identifier: MIT

/// Keeps the first events of a run and the last ones, and counts what was between them.
///
/// The beginning says where everything came from, the end what happened last; so a program that never ends needs no
/// more memory than its limit. What was printed stays as well, up to a limit of its own: people ask for lines of
/// output.
struct TraceBuffer {
    /// The end of the part before this one.
    private var older: [TraceEvent] = []
    private var head: [TraceEvent] = []
    private var ring: [TraceEvent] = []
    /// Where the oldest event of the ring is, once that is full.
    private var oldest = 0
    /// What was printed between the first events and the last.
    private var outputs: [TraceEvent] = []
    private let headLimit: Int
    private let ringLimit: Int
    private var dropped: UInt64 = 0
    private var firstDropped: TraceEvent?

    /// Makes a buffer for at most so many events, at least two.
    init(limit: Int) {
        headLimit = max(limit / 2, 1)
        ringLimit = max(limit - limit / 2, 1)
    }

    /// Keeps an event, or lets it take the place of the oldest one that is not of the beginning.
    @inline(__always)
    mutating func append(_ event: TraceEvent) {
        if head.count < headLimit {
            head.append(event)
        } else if ring.count < ringLimit {
            ring.append(event)
        } else {
            drop(ring[oldest])
            ring[oldest] = event
            oldest = oldest + 1 == ringLimit ? 0 : oldest + 1
        }
    }

    /// Begins another part, which has a beginning and an end of its own; of what was kept, the end stays.
    mutating func startPart(_ change: (inout [TraceEvent]) -> Void) {
        older = events.suffix(headLimit)
        change(&older)
        head.removeAll(keepingCapacity: true)
        ring.removeAll(keepingCapacity: true)
        outputs.removeAll()
        (oldest, dropped, firstDropped) = (0, 0, nil)
    }

    private mutating func drop(_ event: TraceEvent) {
        if event.kind == .output, outputs.count < max(ringLimit / 4, 1) {
            outputs.append(event)
            return
        }
        if firstDropped == nil { firstDropped = event }
        dropped += 1
    }

    /// What was kept, in order, with a mark where events are missing.
    var events: [TraceEvent] {
        let end = ring[oldest...] + ring[..<oldest]
        guard let first = firstDropped else { return older + head + outputs + end }
        let mark = TraceEvent(
            sequence: first.sequence, time: first.time, kind: .dropped, thread: first.thread, phase: first.phase,
            cause: first.cause, value: dropped)
        let before = outputs.prefix { $0.sequence < first.sequence }
        return older + head + before + [mark] + outputs.dropFirst(before.count) + end
    }
}
