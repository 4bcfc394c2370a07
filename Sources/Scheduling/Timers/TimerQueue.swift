// SPDX-License-Identifier: MIT
/// The timers of one loop, after Node's own algorithm.
///
/// Timers of one duration share a list, so that arming is an append and the first of a list is always its next one. The
/// lists sit in a heap by (expiry, list id). A list that is looked at before its first timer is due is re-armed:
/// its new expiry is the greater of that timer's due time and `now + 1`, and it gets a new list id. All times are whole
/// milliseconds of the loop's clock. Source: `lib/internal/timers.js` and `lib/timers.js` of Node 20. Confined to the
/// loop's thread.
final class TimerQueue {
    let slab = TimerSlab()
    let lists = TimerListHeap()

    /// The timers that wait or are firing.
    private(set) var count = 0
    /// Those of them that keep the loop alive.
    private(set) var referencedCount = 0
    /// The first millisecond at which another timers phase may find anything due.
    ///
    /// After each phase Node starts its one libuv timer again with at least 1 ms (`Environment::RunTimers`), even if a
    /// list became due while the phase ran.
    private var earliestPhase: UInt64 = 0

    /// When the timers phase has something to do next, in milliseconds.
    var nextExpiry: UInt64? {
        lists.top.map { max(lists.lists[$0].expiry, earliestPhase) }
    }

    /// The delay of the timers which the next timers phase begins with, in milliseconds.
    var nextDuration: Int32? {
        lists.top.map { lists.lists[$0].duration }
    }

    @inline(__always)
    func isDue(at now: UInt64) -> Bool {
        nextExpiry.map { $0 <= now } ?? false
    }

    /// Forgets when the last phase was.
    func beginAnew() { earliestPhase = 0 }

    // MARK: - Arming and clearing

    /// Arms a timer; without a handle it gets its slot for one.
    func arm(
        handle: UInt32?, id: UInt64, duration: Int, start: UInt64, isRepeating: Bool, isReferenced: Bool
    ) -> TimerID {
        let slot = slab.allocate()
        let handle = handle ?? UInt32(truncatingIfNeeded: slot)
        slab.entries[slot].callback = Callback(kind: .timer, handle: handle, id: id)
        slab.entries[slot].duration = Int32(truncatingIfNeeded: duration)
        slab.entries[slot].state = .armed
        slab.entries[slot].isRepeating = isRepeating
        slab.entries[slot].isReferenced = isReferenced
        count &+= 1
        if isReferenced { referencedCount &+= 1 }
        append(slot, start: start)
        return slab.id(of: slot)
    }

    /// Takes a timer out and returns its callback if its handle is to be freed now.
    ///
    /// A timer that is cleared by its own callback is freed after the callback.
    func clear(_ id: TimerID) -> Callback? {
        guard let slot = slab.slot(of: id), slab.entries[slot].state != .clearedWhileFiring else { return nil }
        let isFiring = slab.entries[slot].state == .firing
        unlink(slot)
        // An unreferenced timer leaves its list behind even when that is empty now, as Node's `unenroll` does; the
        // list keeps its id and its expiry for the next timer of that duration.
        if slab.entries[slot].isReferenced {
            if let list = lists.find(duration: slab.entries[slot].duration), lists.lists[list].head < 0 {
                lists.remove(list)
            }
            referencedCount &-= 1
        }
        if isFiring {
            slab.entries[slot].state = .clearedWhileFiring
            return nil
        }
        return destroy(slot)
    }

    /// Starts a timer's wait again from `start` and returns its callback, which gets a new id, or nil if it is gone.
    func refresh(_ id: TimerID, start: UInt64, callbackID: UInt64) -> Callback? {
        guard let slot = slab.slot(of: id), slab.entries[slot].state != .clearedWhileFiring else { return nil }
        let callback = Callback(kind: .timer, handle: slab.entries[slot].callback.handle, id: callbackID)
        slab.entries[slot].callback = callback
        append(slot, start: start)
        return callback
    }

    func setReferenced(_ id: TimerID, _ isReferenced: Bool) {
        guard let slot = slab.slot(of: id), slab.entries[slot].isReferenced != isReferenced else { return }
        slab.entries[slot].isReferenced = isReferenced
        if slab.entries[slot].state != .clearedWhileFiring { referencedCount += isReferenced ? 1 : -1 }
    }

    func isReferenced(_ id: TimerID) -> Bool {
        slab.slot(of: id).map { slab.entries[$0].isReferenced } ?? false
    }

    /// Tells whether a timer waits or will wait again after the callback that is running.
    func isAlive(_ id: TimerID) -> Bool {
        guard let slot = slab.slot(of: id) else { return false }
        switch slab.entries[slot].state {
        case .armed: return true
        case .firing: return slab.entries[slot].isRepeating || slab.entries[slot].list >= 0
        case .free, .clearedWhileFiring: return false
        }
    }

    /// Tells whether a timer waits or is firing, and was not cleared.
    func isAliveOrFiring(_ id: TimerID) -> Bool {
        slab.slot(of: id).map { slab.entries[$0].state != .clearedWhileFiring } ?? false
    }

    /// Empties the queue and gives back what waited in it.
    func removeAll() -> [Callback] {
        let callbacks = slab.livingSlots().map { slot in
            unlink(slot)
            if slab.entries[slot].isReferenced && slab.entries[slot].state != .clearedWhileFiring {
                referencedCount -= 1
            }
            return destroy(slot)
        }
        for list in lists.living() { lists.remove(list) }
        return callbacks
    }

    // MARK: - Firing

    /// The first list whose expiry is not after `now`.
    func firstList(dueAt now: UInt64) -> TimerListReference? {
        guard let top = lists.top, lists.lists[top].expiry <= now else { return nil }
        return lists.reference(to: top)
    }

    /// The first timer of a list, if it is due; otherwise the list is re-armed.
    ///
    /// Nil as well if the list is empty or was removed.
    @inline(__always)
    func firstTimer(of list: TimerListReference, dueAt now: UInt64) -> TimerID? {
        guard lists.isCurrent(list) else { return nil }
        let head = lists.lists[list.index].head
        guard head >= 0 else { return nil }
        let slot = Int(head)
        let due = slab.entries[slot].start &+ UInt64(lists.lists[list.index].duration)
        if due > now {
            lists.rearm(list.index, expiry: max(due, now + 1))
            return nil
        }
        return slab.id(of: slot)
    }

    /// Takes a timer out of its list so that its callback may run; nil if it was cleared meanwhile.
    @inline(__always)
    func beginFiring(_ id: TimerID) -> TimerEntry? {
        guard let slot = slab.slot(of: id) else { return nil }
        unlink(slot)
        slab.entries[slot].state = .firing
        return slab.entries[slot]
    }

    /// Puts an interval back, with its wait beginning at `start`, or ends the timer's life.
    ///
    /// Returns true if the timer's life is over and its handle is to be freed.
    @inline(__always)
    func endFiring(_ id: TimerID, start: UInt64, rearmedID: UInt64) -> Bool {
        guard let slot = slab.slot(of: id) else { return false }
        if slab.entries[slot].state == .firing {
            slab.entries[slot].state = .armed
            if slab.entries[slot].isRepeating {
                let handle = slab.entries[slot].callback.handle
                slab.entries[slot].callback = Callback(kind: .timer, handle: handle, id: rearmedID)
                append(slot, start: start)
                return false
            }
            if slab.entries[slot].list >= 0 { return false }
            if slab.entries[slot].isReferenced { referencedCount &-= 1 }
        }
        _ = destroy(slot)
        return true
    }

    /// Removes a list that has become empty, unless it was removed before.
    func removeIfEmpty(_ list: TimerListReference) {
        if lists.isCurrent(list) && lists.lists[list.index].head < 0 { lists.remove(list.index) }
    }

    /// Notes that a timers phase ended at `now`.
    func endPhase(at now: UInt64) {
        earliestPhase = now + 1
    }

    // MARK: - Links

    /// Puts a timer at the end of the list of its duration, out of the list in which it may be.
    private func append(_ slot: Int, start: UInt64) {
        unlink(slot)
        let duration = slab.entries[slot].duration
        slab.entries[slot].start = start
        let list = lists.find(duration: duration) ?? lists.create(duration: duration, expiry: start + UInt64(duration))
        let tail = lists.lists[list].tail
        slab.entries[slot].list = Int32(truncatingIfNeeded: list)
        slab.entries[slot].previous = tail
        slab.entries[slot].next = -1
        if tail >= 0 {
            slab.entries[Int(tail)].next = Int32(truncatingIfNeeded: slot)
        } else {
            lists.lists[list].head = Int32(truncatingIfNeeded: slot)
        }
        lists.lists[list].tail = Int32(truncatingIfNeeded: slot)
    }

    @inline(__always)
    private func unlink(_ slot: Int) {
        let entry = slab.entries[slot]
        guard entry.list >= 0 else { return }
        let list = Int(entry.list)
        if entry.previous >= 0 {
            slab.entries[Int(entry.previous)].next = entry.next
        } else {
            lists.lists[list].head = entry.next
        }
        if entry.next >= 0 {
            slab.entries[Int(entry.next)].previous = entry.previous
        } else {
            lists.lists[list].tail = entry.previous
        }
        slab.entries[slot].list = -1
    }

    private func destroy(_ slot: Int) -> Callback {
        let callback = slab.entries[slot].callback
        count &-= 1
        slab.free(slot)
        return callback
    }
}
