// SPDX-License-Identifier: MIT
internal import Glibc

/// One timer: an element of the doubly linked list of its duration.
struct TimerEntry: BitwiseCopyable {
    enum State: UInt8 {
        /// The slot holds no timer.
        case free
        /// The timer waits in a list.
        case armed
        /// Its callback is running; it is in no list unless the callback refreshed it.
        case firing
        /// It was cleared by its own callback, which is still running.
        case clearedWhileFiring
    }

    var callback: Callback
    /// When the wait began, in milliseconds of the loop's clock.
    var start: UInt64
    /// How long it waits, in milliseconds.
    var duration: Int32
    /// The list that the timer is in, or −1.
    var list: Int32
    /// The neighbours in that list, or −1; `next` of a free slot is the next free slot.
    var next: Int32
    var previous: Int32
    var generation: UInt32
    var state: State
    var isRepeating: Bool
    var isReferenced: Bool
}

/// The memory of all timers of one loop, given out by slot number.
///
/// Plain memory rather than an array: a million timers are linked and unlinked through it, and an array in a class
/// would check its bounds, its uniqueness and its exclusive use at each of those steps. It comes from `malloc`, whose
/// `realloc` moves the pages of a large block instead of copying them. Every slot number comes either
/// from a link inside the slab or through `slot(of:)`, which checks it. Confined to the loop's thread.
final class TimerSlab {
    private(set) var entries: UnsafeMutablePointer<TimerEntry>
    private var capacity: Int
    private var used = 0
    private var firstFree: Int32 = -1

    init() {
        capacity = 64
        entries = Self.memory(malloc(capacity * MemoryLayout<TimerEntry>.stride))
    }

    deinit {
        Glibc.free(entries)
    }

    @inline(__always)
    func allocate() -> Int {
        if firstFree >= 0 {
            let slot = Int(firstFree)
            firstFree = entries[slot].next
            return slot
        }
        if used == capacity { grow() }
        let slot = used
        used &+= 1
        (entries + slot).initialize(
            to: TimerEntry(
                callback: Callback(kind: .timer, handle: 0, id: 0), start: 0, duration: 1, list: -1, next: -1,
                previous: -1, generation: 1, state: .free, isRepeating: false, isReferenced: false))
        return slot
    }

    /// Frees a slot; names of the timer that was in it answer to nothing from now on.
    @inline(__always)
    func free(_ slot: Int) {
        entries[slot].state = .free
        guard entries[slot].generation < SlotID.maximumGeneration else { return }
        entries[slot].generation &+= 1
        entries[slot].next = firstFree
        firstFree = Int32(truncatingIfNeeded: slot)
    }

    @inline(__always)
    func id(of slot: Int) -> TimerID {
        TimerID(
            rawValue: SlotID(slot: Int32(truncatingIfNeeded: slot), generation: entries[slot].generation).rawValue)
    }

    /// The slot of a timer that is armed, firing or being cleared, or nil.
    @inline(__always)
    func slot(of id: TimerID) -> Int? {
        let name = SlotID(rawValue: id.rawValue)
        guard name.slot < used, entries[name.slot].generation == name.generation, entries[name.slot].state != .free
        else { return nil }
        return name.slot
    }

    /// The slots of all living timers.
    func livingSlots() -> [Int] {
        (0..<used).filter { entries[$0].state != .free }
    }

    @inline(never)
    private func grow() {
        precondition(capacity <= SlotID.maximumSlot, "more than \(SlotID.maximumSlot) timers wait at once")
        capacity *= 2
        entries = Self.memory(realloc(entries, capacity * MemoryLayout<TimerEntry>.stride))
    }

    private static func memory(_ block: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TimerEntry> {
        guard let block else { preconditionFailure("there is no memory left for timers") }
        return block.assumingMemoryBound(to: TimerEntry.self)
    }
}
