// SPDX-License-Identifier: MIT
/// A completion of the poll phase that is due at an instant of the loop's clock, as a simulated request is.
struct ScheduledCompletion {
    let callback: Callback
    /// When it is due, in nanoseconds.
    let time: UInt64
    let isReferenced: Bool
}

/// Scheduled completions, ordered by (time, id) in a binary heap.
///
/// What is cleared leaves its place in the heap behind, which is passed over later: deadlines that nearly always are
/// cleared cost no search. Confined to the loop's thread.
struct CompletionQueue {
    private struct Place: Comparable {
        let time: UInt64
        let id: UInt64

        static func < (first: Place, second: Place) -> Bool {
            (first.time, first.id) < (second.time, second.id)
        }
    }

    private var heap = BinaryHeap<Place>()
    private var waiting: [UInt64: ScheduledCompletion] = [:]
    private(set) var referencedCount = 0

    var isEmpty: Bool { waiting.isEmpty }

    /// How many wait.
    var count: Int { waiting.count }

    /// When the next completion is due, in nanoseconds.
    var nextTime: UInt64? { heap.first?.time }

    /// The completions that wait, next one first.
    func inOrder() -> [ScheduledCompletion] {
        waiting.values.sorted { ($0.time, $0.callback.id) < ($1.time, $1.callback.id) }
    }

    mutating func insert(_ completion: ScheduledCompletion) {
        if completion.isReferenced { referencedCount += 1 }
        waiting[completion.callback.id] = completion
        heap.insert(Place(time: completion.time, id: completion.callback.id))
    }

    /// Takes out the completion that is due first, if it is due at `now`.
    mutating func popFirst(dueAt now: UInt64) -> ScheduledCompletion? {
        guard let first = heap.first, first.time <= now, let completion = waiting.removeValue(forKey: first.id) else {
            return nil
        }
        if completion.isReferenced { referencedCount -= 1 }
        _ = heap.popFirst()
        dropClearedFirst()
        return completion
    }

    /// Takes out the completion whose callback has that id.
    mutating func remove(id: UInt64) -> Callback? {
        guard let completion = waiting.removeValue(forKey: id) else { return nil }
        if completion.isReferenced { referencedCount -= 1 }
        if heap.count > 2 * waiting.count + 16 { heap.keep { waiting[$0.id] != nil } }
        dropClearedFirst()
        return completion.callback
    }

    // The first place must always be that of one which waits, for `nextTime` reads it.
    private mutating func dropClearedFirst() {
        while let first = heap.first, waiting[first.id] == nil { _ = heap.popFirst() }
    }
}
