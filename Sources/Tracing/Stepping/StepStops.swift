// SPDX-License-Identifier: MIT
internal import Scheduling

/// The positions of a trace at which a person wants to stop: how many events have been applied there.
///
/// With statements these are the statements, the callbacks that have none (those of native functions), errors that
/// nobody caught, and the end. Without statements every event is one.
struct StepStops: Sendable {
    /// The positions, ascending.
    let positions: [Int]
    /// Whether the trace has statements.
    let hasStatements: Bool

    init(_ trace: Trace) {
        hasStatements = trace.events.contains { $0.kind == .statement }
        guard hasStatements else {
            positions = Array(stride(from: 1, through: trace.events.count, by: 1))
            return
        }
        var found: [Int] = []
        // Of each thread the callbacks that run: where each began, and whether a statement ran in it.
        var running: [UInt16: [(start: Int, hasStatement: Bool)]] = [:]
        for (index, event) in trace.events.enumerated() {
            switch event.kind {
            case .statement:
                found.append(index + 1)
                let last = (running[event.thread]?.count ?? 0) - 1
                if last >= 0 { running[event.thread]?[last].hasStatement = true }
            case .started:
                // What runs before 'exit' without a listener is a script with nothing in it.
                let isScript = event.value == UInt64(CallbackKind.script.rawValue)
                running[event.thread, default: []].append((index, isScript))
            case .ended:
                if let ended = running[event.thread]?.popLast(), !ended.hasStatement { found.append(ended.start + 1) }
            case .uncaughtError, .rejectionUnhandled: found.append(index + 1)
            default: break
            }
        }
        if found.last != trace.events.count { found.append(trace.events.count) }
        positions = found.sorted()
    }

    /// The first stop behind a position; nil if there is none.
    func next(after position: Int) -> Int? {
        let place = firstPlace { $0 > position }
        return place < positions.count ? positions[place] : nil
    }

    /// The last stop before a position; nil if there is none.
    func previous(before position: Int) -> Int? {
        let place = firstPlace { $0 >= position }
        return place > 0 ? positions[place - 1] : nil
    }

    /// The number of the last stop at or before a position, from 1; 0 before the first one.
    func number(at position: Int) -> Int {
        firstPlace { $0 > position }
    }

    private func firstPlace(where isBehind: (Int) -> Bool) -> Int {
        var low = 0
        var high = positions.count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(positions[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
