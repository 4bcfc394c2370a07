// SPDX-License-Identifier: MIT
/// One timer of a page.
struct PageTimer: BitwiseCopyable {
    /// Its callback; each arming has a new id.
    var callback: Callback
    /// When its task is queued, in nanoseconds of the loop's clock.
    var due: UInt64
    /// What it waits for, in milliseconds, after the clamp.
    var timeout: Int32
    /// The timer nesting level of its task.
    var nestingLevel: Int
    let isRepeating: Bool
    var isReferenced: Bool
}

/// The timers of a page, each under the positive number that `setTimeout` or `setInterval` returned.
///
/// Timers that are due form the task queue of the timer task source: in the order of their due times, and of their
/// arming where those are equal. That keeps the rule of "run steps after a timeout" (HTML 8.6, step 4.2): a timer waits
/// for those that were started before it with an equal or smaller timeout. Confined to the loop's thread.
struct PageTimers {
    /// From this nesting level on no timer waits for less than ``minimumNestedTimeout``.
    static let deepestUnclampedLevel = 5
    /// The shortest wait of a deeply nested timer, in milliseconds.
    static let minimumNestedTimeout: Int32 = 4

    private struct Entry: Comparable, BitwiseCopyable {
        let due: UInt64
        let order: UInt64
        let id: UInt32

        static func < (first: Entry, second: Entry) -> Bool {
            (first.due, first.order) < (second.due, second.order)
        }
    }

    /// Every timer that was not cleared and has not ended, the running one included.
    private var living: [UInt32: PageTimer] = [:]
    /// What was cleared stays until it comes to the top.
    private var heap = BinaryHeap<Entry>()
    private var lastID: UInt32 = 0
    private(set) var referencedCount = 0

    var count: Int { living.count }

    /// Steps 4 and 5 of the timer initialization steps.
    static func clamp(_ timeout: Int32, nestingLevel: Int) -> Int32 {
        let timeout = max(timeout, 0)
        return nestingLevel > deepestUnclampedLevel ? max(timeout, minimumNestedTimeout) : timeout
    }

    /// A number that no living timer has.
    mutating func takeID() -> UInt32 {
        // Two bits of a handle are taken by those who keep callbacks.
        repeat { lastID = lastID % 0x3fff_fffe + 1 } while living[lastID] != nil
        return lastID
    }

    mutating func insert(_ timer: PageTimer, id: UInt32) {
        if let old = living.updateValue(timer, forKey: id), old.isReferenced { referencedCount -= 1 }
        if timer.isReferenced { referencedCount += 1 }
        heap.insert(Entry(due: timer.due, order: timer.callback.id, id: id))
    }

    /// The timer under a number, waiting or running.
    subscript(id: UInt32) -> PageTimer? { living[id] }

    /// Takes a timer out for good.
    mutating func remove(_ id: UInt32) -> PageTimer? {
        guard let timer = living.removeValue(forKey: id) else { return nil }
        if timer.isReferenced { referencedCount -= 1 }
        return timer
    }

    mutating func setReferenced(_ id: UInt32, _ isReferenced: Bool) {
        guard let timer = living[id], timer.isReferenced != isReferenced else { return }
        living[id]?.isReferenced = isReferenced
        referencedCount += isReferenced ? 1 : -1
    }

    /// The timer that is due first.
    mutating func first() -> (id: UInt32, timer: PageTimer)? {
        while let top = heap.first {
            if let timer = living[top.id], timer.callback.id == top.order { return (top.id, timer) }
            _ = heap.popFirst()
        }
        return nil
    }

    /// Takes the timer that is due first out of the queue; it lives on until `remove`.
    mutating func popFirst() -> (id: UInt32, timer: PageTimer)? {
        guard let found = first() else { return nil }
        _ = heap.popFirst()
        return found
    }

    /// The waiting timers, first one first.
    func waiting() -> [(id: UInt32, timer: PageTimer)] {
        heap.elements.filter { living[$0.id]?.callback.id == $0.order }
            .sorted()
            .compactMap { entry in living[entry.id].map { (entry.id, $0) } }
    }

    mutating func removeAll() -> [Callback] {
        defer {
            living = [:]
            heap.removeAll()
            referencedCount = 0
        }
        return living.values.map(\.callback).sorted { $0.id < $1.id }
    }
}
