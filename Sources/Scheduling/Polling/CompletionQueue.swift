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
/// Confined to the loop's thread.
struct CompletionQueue {
    private(set) var heap: [ScheduledCompletion] = []
    private(set) var referencedCount = 0

    var isEmpty: Bool { heap.isEmpty }

    /// When the next completion is due, in nanoseconds.
    var nextTime: UInt64? { heap.first?.time }

    mutating func insert(_ completion: ScheduledCompletion) {
        if completion.isReferenced { referencedCount += 1 }
        heap.append(completion)
        var position = heap.count - 1
        while position > 0, precedes(position, (position - 1) / 2) {
            heap.swapAt(position, (position - 1) / 2)
            position = (position - 1) / 2
        }
    }

    /// Takes out the completion that is due first, if it is due at `now`.
    mutating func popFirst(dueAt now: UInt64) -> ScheduledCompletion? {
        guard let first = heap.first, first.time <= now else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        siftDown()
        if first.isReferenced { referencedCount -= 1 }
        return first
    }

    /// Takes out the completion whose callback has that id; slow, for cancelling is rare.
    mutating func remove(id: UInt64) -> Callback? {
        guard let found = heap.first(where: { $0.callback.id == id }) else { return nil }
        let others = heap.filter { $0.callback.id != id }
        self = CompletionQueue()
        for completion in others { insert(completion) }
        return found.callback
    }

    private mutating func siftDown() {
        var position = 0
        while true {
            var least = position
            for child in [2 * position + 1, 2 * position + 2] where child < heap.count && precedes(child, least) {
                least = child
            }
            guard least != position else { return }
            heap.swapAt(position, least)
            position = least
        }
    }

    private func precedes(_ first: Int, _ second: Int) -> Bool {
        (heap[first].time, heap[first].callback.id) < (heap[second].time, heap[second].callback.id)
    }
}
