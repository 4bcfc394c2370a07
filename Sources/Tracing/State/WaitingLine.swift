// SPDX-License-Identifier: MIT

/// Callbacks that wait in one queue, by due time and then as they came.
///
/// A program can have a million of them: the first one is taken, and any other found, without looking at the rest.
struct WaitingLine: Equatable, Sendable {
    private var items: [TraceState.Waiting] = []
    /// How many at the front of `items` have left.
    private var left = 0

    /// Those that wait.
    var waiting: [TraceState.Waiting] { left == 0 ? items : Array(items[left...]) }

    /// How many wait.
    var count: Int { items.count - left }

    /// Adds one that came after all others.
    mutating func insert(_ waiting: TraceState.Waiting) {
        if let last = items.last, items.count > left, last.due > waiting.due {
            items.insert(waiting, at: position { $0.due <= waiting.due })
        } else {
            items.append(waiting)
        }
    }

    /// Takes one away.
    mutating func remove(_ waiting: TraceState.Waiting) {
        let position = position { ($0.due, $0.eventIndex) < (waiting.due, waiting.eventIndex) }
        guard position < items.count, items[position] == waiting else { return }
        if position > left {
            items.remove(at: position)
            return
        }
        left += 1
        if left * 2 > items.count {
            items.removeFirst(left)
            left = 0
        }
    }

    /// Whether the same callbacks wait.
    static func == (first: WaitingLine, second: WaitingLine) -> Bool {
        first.items[first.left...] == second.items[second.left...]
    }

    // The first position for which that is no longer so.
    private func position(while isBefore: (TraceState.Waiting) -> Bool) -> Int {
        var low = left
        var high = items.count
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(items[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// All queues of one thread, and in which of them a callback waits.
struct WaitingLines: Equatable, Sendable {
    /// The queues, in the order in which a callback that waits in several is taken.
    enum Queue: Int, CaseIterable {
        case microtasks
        case ticks
        case timers
        case check
        case poll
        case pending
        case close
        case tasks
    }

    private struct Place: Equatable {
        var queue: Queue
        var waiting: TraceState.Waiting

        func isBefore(_ other: Place) -> Bool {
            (queue.rawValue, waiting.due, waiting.eventIndex)
                < (other.queue.rawValue, other.waiting.due, other.waiting.eventIndex)
        }
    }

    private var lines = Array(repeating: WaitingLine(), count: Queue.allCases.count)
    private var places: [UInt64: Place] = [:]
    /// Of callbacks that wait more than once the further places.
    private var furtherPlaces: [UInt64: [Place]] = [:]

    /// Those that wait in a queue, next one first.
    subscript(queue: Queue) -> [TraceState.Waiting] { lines[queue.rawValue].waiting }

    /// How many wait in all queues.
    var count: Int { lines.reduce(0) { $0 + $1.count } }

    /// Puts a callback at the end of a queue; a timer behind those that are due no later.
    mutating func insert(_ waiting: TraceState.Waiting, into queue: Queue) {
        lines[queue.rawValue].insert(waiting)
        let place = Place(queue: queue, waiting: waiting)
        if places[waiting.callback] == nil {
            places[waiting.callback] = place
        } else {
            furtherPlaces[waiting.callback, default: []].append(place)
        }
    }

    /// Takes a callback out of the queue in which it waits; nil if it waits in none.
    @discardableResult
    mutating func remove(_ callback: UInt64, from queue: Queue? = nil) -> TraceState.Waiting? {
        guard var found = places[callback], furtherPlaces[callback] != nil || queue == nil || found.queue == queue
        else { return nil }
        if let further = furtherPlaces[callback] {
            var rest = [found] + further
            let candidates = rest.indices.filter { queue == nil || rest[$0].queue == queue }
            guard let first = candidates.min(by: { rest[$0].isBefore(rest[$1]) }) else { return nil }
            found = rest.remove(at: first)
            places[callback] = rest.removeFirst()
            furtherPlaces[callback] = rest.isEmpty ? nil : rest
        } else {
            places[callback] = nil
        }
        lines[found.queue.rawValue].remove(found.waiting)
        return found.waiting
    }
}
