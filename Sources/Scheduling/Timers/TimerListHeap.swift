// SPDX-License-Identifier: MIT
/// All timers of one duration, in the order in which they were armed.
struct TimerList: BitwiseCopyable {
    /// The first and the last timer, as slots of the slab, or −1.
    var head: Int32
    var tail: Int32
    /// What the timers have in common, in milliseconds.
    var duration: Int32
    var heapIndex: Int32
    /// When the list is looked at next, in milliseconds of the loop's clock.
    var expiry: UInt64
    /// The list id, which decides between equal expiries: given at creation, renewed each time that the list is
    /// re-armed.
    var order: UInt64
    /// The first list id, which tells the list from a later one in the same memory.
    var identity: UInt64
}

/// A list as it was when someone took hold of it; it may have been removed since.
struct TimerListReference {
    let index: Int
    let identity: UInt64
}

/// The timer lists, found by duration and ordered by (expiry, list id) in a binary heap.
///
/// Confined to the loop's thread.
final class TimerListHeap {
    private(set) var lists: UnsafeMutablePointer<TimerList>
    private var heap: UnsafeMutablePointer<Int32>
    private var capacity: Int
    private(set) var count = 0
    private var used = 0
    private var freeLists: [Int32] = []
    private var indexOfDuration: [Int32: Int32] = [:]
    /// The lists found last, each under the low bits of its duration: hashing costs more than all the rest of arming.
    private let recent: UnsafeMutablePointer<(duration: Int32, index: Int32)>
    private static let recentCount = 256
    private var nextOrder: UInt64 = 0

    init() {
        capacity = 16
        lists = .allocate(capacity: capacity)
        heap = .allocate(capacity: capacity)
        recent = .allocate(capacity: Self.recentCount)
        recent.initialize(repeating: (-1, -1), count: Self.recentCount)
    }

    deinit {
        recent.deallocate()
        lists.deallocate()
        heap.deallocate()
    }

    /// The list with the least (expiry, list id).
    var top: Int? { count == 0 ? nil : Int(heap[0]) }

    /// The list of one duration, if there is one.
    @inline(__always)
    func find(duration: Int32) -> Int? {
        let place = recent + (Int(duration) & (Self.recentCount - 1))
        if place.pointee.duration == duration { return Int(place.pointee.index) }
        guard let index = indexOfDuration[duration] else { return nil }
        place.pointee = (duration, index)
        return Int(index)
    }

    func create(duration: Int32, expiry: UInt64) -> Int {
        if used == capacity && freeLists.isEmpty { grow() }
        let index: Int
        if let free = freeLists.popLast() {
            index = Int(free)
        } else {
            index = used
            used += 1
        }
        let order = takeOrder()
        (lists + index).initialize(
            to: TimerList(
                head: -1, tail: -1, duration: duration, heapIndex: Int32(count), expiry: expiry, order: order,
                identity: order))
        indexOfDuration[duration] = Int32(index)
        heap[count] = Int32(index)
        count += 1
        siftUp(count - 1)
        return index
    }

    func remove(_ index: Int) {
        let position = Int(lists[index].heapIndex)
        count -= 1
        if position < count {
            heap[position] = heap[count]
            lists[Int(heap[position])].heapIndex = Int32(position)
            siftUp(position)
            siftDown(position)
        }
        let duration = lists[index].duration
        indexOfDuration[duration] = nil
        let place = recent + (Int(duration) & (Self.recentCount - 1))
        if place.pointee.duration == duration { place.pointee = (-1, -1) }
        lists[index].identity = .max
        freeLists.append(Int32(index))
    }

    /// Gives a list a later expiry and a new list id.
    func rearm(_ index: Int, expiry: UInt64) {
        lists[index].expiry = expiry
        lists[index].order = takeOrder()
        siftDown(Int(lists[index].heapIndex))
    }

    func reference(to index: Int) -> TimerListReference {
        TimerListReference(index: index, identity: lists[index].identity)
    }

    @inline(__always)
    func isCurrent(_ list: TimerListReference) -> Bool {
        lists[list.index].identity == list.identity
    }

    /// The living lists in no order.
    func living() -> [Int] {
        (0..<count).map { Int(heap[$0]) }
    }

    private func takeOrder() -> UInt64 {
        defer { nextOrder += 1 }
        return nextOrder
    }

    private func precedes(_ first: Int32, _ second: Int32) -> Bool {
        let (left, right) = (lists[Int(first)], lists[Int(second)])
        return left.expiry != right.expiry ? left.expiry < right.expiry : left.order < right.order
    }

    private func siftUp(_ start: Int) {
        var position = start
        while position > 0 {
            let parent = (position - 1) / 2
            guard precedes(heap[position], heap[parent]) else { return }
            swap(position, parent)
            position = parent
        }
    }

    private func siftDown(_ start: Int) {
        var position = start
        while true {
            var least = position
            for child in [2 * position + 1, 2 * position + 2] where child < count {
                if precedes(heap[child], heap[least]) { least = child }
            }
            guard least != position else { return }
            swap(position, least)
            position = least
        }
    }

    private func swap(_ first: Int, _ second: Int) {
        (heap[first], heap[second]) = (heap[second], heap[first])
        lists[Int(heap[first])].heapIndex = Int32(first)
        lists[Int(heap[second])].heapIndex = Int32(second)
    }

    private func grow() {
        let largerLists = UnsafeMutablePointer<TimerList>.allocate(capacity: capacity * 2)
        largerLists.moveInitialize(from: lists, count: used)
        lists.deallocate()
        lists = largerLists
        let largerHeap = UnsafeMutablePointer<Int32>.allocate(capacity: capacity * 2)
        largerHeap.moveInitialize(from: heap, count: count)
        heap.deallocate()
        heap = largerHeap
        capacity *= 2
    }
}
