// SPDX-License-Identifier: MIT
internal import Scheduling

/// What a timeline shows, one column for each callback in the order in which they ran, condensed to a limit.
struct TimelinePictureColumns {
    /// One callback, or several alike that followed one another.
    struct Column: Equatable {
        /// The callback, as events name it.
        var callback: UInt64
        var thread: UInt16
        var kind: CallbackKind
        /// When the first of them began.
        var time: UInt64
        var phase: TracePhase
        /// How many callbacks it stands for.
        var count = 1
        /// How many columns before this one were left out.
        var leftOut = 0
        /// The events that printed something in it.
        var outputs: [Int] = []

        /// Whether it runs in the checkpoint of a task.
        var isNested: Bool { kind == .microtask || kind == .tick }
    }

    private(set) var columns: [Column] = []
    /// How many callbacks are not shown.
    private(set) var leftOutCount = 0

    /// Collects the callbacks of a trace, at most `limit` columns: the first and the last ones.
    init(_ index: TraceIndex, limit: Int) {
        var open: [UInt16: [Int]] = [:]
        var all: [Column] = []
        for (position, event) in index.trace.events.enumerated() {
            switch event.kind {
            case .started:
                let kind = CallbackKind(rawValue: UInt8(truncatingIfNeeded: event.value)) ?? .task
                all.append(
                    Column(
                        callback: event.subject, thread: event.thread, kind: kind, time: event.time,
                        phase: event.phase))
                open[event.thread, default: []].append(all.count - 1)
            case .ended: _ = open[event.thread]?.popLast()
            case .output:
                if let column = open[event.thread]?.last { all[column].outputs.append(position) }
            default: break
            }
        }
        cut(Self.merged(all, index), to: limit)
    }

    // Neighbours that have the same label and print nothing become one column.
    private static func merged(_ all: [Column], _ index: TraceIndex) -> [Column] {
        var result: [Column] = []
        var previous: String?
        for column in all {
            let isQuiet = column.outputs.isEmpty
            let label = isQuiet ? index.record(of: column.callback).map(index.label) : nil
            if let last = result.last, let label, label == previous, last.outputs.isEmpty,
                last.thread == column.thread, last.kind == column.kind
            {
                result[result.count - 1].count += 1
            } else {
                result.append(column)
            }
            previous = label
        }
        return result
    }

    private mutating func cut(_ all: [Column], to limit: Int) {
        guard all.count > limit else {
            columns = all
            return
        }
        let head = limit / 2
        let tail = limit - head
        leftOutCount = all[head..<(all.count - tail)].reduce(0) { $0 + $1.count }
        columns = Array(all[..<head] + all[(all.count - tail)...])
        if head < columns.count { columns[head].leftOut = leftOutCount }
    }
}
