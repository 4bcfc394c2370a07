// SPDX-License-Identifier: MIT

/// A trace that is short enough for a page: all of it, or its beginning and its end.
///
/// Of the middle there stays what it did to the queues and to the console where that fits, so that the states after the
/// gap are right.
struct TraceExcerpt {
    /// The trace with the events that are shown.
    let trace: Trace
    /// How many events of the run are not in it, those that were never kept included.
    let omitted: UInt64
    /// Whether queues after a gap may show what ran or was cleared in the gap.
    let isApproximate: Bool

    /// Takes at most so many events of a trace, at least four.
    init(_ whole: Trace, limit: Int) {
        guard whole.events.count > limit else {
            trace = whole
            omitted = whole.droppedCount
            isApproximate = omitted > 0
            return
        }
        let head = limit / 2
        let room = limit / 4
        // One place is for the mark.
        let gap = head..<(whole.events.count - (limit - head - room - 1))
        let effects = GapEffects(of: gap, in: whole.events)
        let isExact = effects.onState.count <= room
        var kept = isExact ? effects.onState : []
        if kept.count + effects.outputs.count <= room { kept.formUnion(effects.outputs) }
        trace = Self.without(gap, but: kept, whole)
        omitted = trace.droppedCount
        isApproximate = !isExact || whole.droppedCount > 0
    }

    /// The trace with a mark in place of a gap's events that are not kept; it has the number of the first of them.
    private static func without(_ gap: Range<Int>, but kept: Set<Int>, _ whole: Trace) -> Trace {
        var made = whole
        made.events = Array(whole.events[..<gap.lowerBound])
        // A mark of the recorder that falls into the gap is counted with it.
        let lost = gap.filter { !kept.contains($0) }
        let count = lost.reduce(into: UInt64(0)) { sum, index in
            sum = sum.advanced(byUpTo: whole.events[index].kind == .dropped ? whole.events[index].value : 1)
        }
        for index in gap {
            let event = whole.events[index]
            if index == lost.first {
                made.events.append(
                    TraceEvent(
                        sequence: event.sequence, time: event.time, kind: .dropped, thread: event.thread,
                        phase: event.phase, cause: event.cause, value: count))
            } else if kept.contains(index) {
                made.events.append(event)
            }
        }
        made.events += whole.events[gap.upperBound...]
        return made
    }
}
