// SPDX-License-Identifier: MIT
/// The immediates of the check phase: a queue with a batch marked off at its front.
///
/// Node takes the whole list when the phase begins, so that immediates queued meanwhile wait for the next turn, and
/// keeps what is left of it as *outstanding* when a callback throws (`processImmediate` in `lib/internal/timers.js`).
/// Here the batch is the first `outstanding` entries of one ring. A cleared immediate keeps its place in the ring until
/// it is reached, but its slot holds nothing. Confined to the loop's thread.
final class ImmediateQueue {
    private struct Entry: BitwiseCopyable {
        var callback: Callback
        var generation: UInt32
        var nextFree: Int32
        var isWaiting: Bool
        var isReferenced: Bool
    }

    private let ring = RingQueue<Int32>()
    private var entries: UnsafeMutablePointer<Entry>
    private var capacity: Int
    private var used = 0
    private var firstFree: Int32 = -1

    /// The entries at the front of the ring which belong to the batch that is being run.
    private var outstanding = 0
    /// The immediates that wait, cleared ones not counted.
    private(set) var count = 0
    /// The waiting immediates that keep the loop alive.
    private(set) var referencedCount = 0

    init() {
        capacity = 64
        entries = .allocate(capacity: capacity)
    }

    deinit {
        entries.deallocate()
    }

    func append(_ callback: Callback, isReferenced: Bool) -> ImmediateID {
        let slot = allocateSlot()
        entries[slot].callback = callback
        entries[slot].isWaiting = true
        entries[slot].isReferenced = isReferenced
        count &+= 1
        if isReferenced { referencedCount &+= 1 }
        ring.append(Int32(truncatingIfNeeded: slot))
        let name = SlotID(slot: Int32(truncatingIfNeeded: slot), generation: entries[slot].generation)
        return ImmediateID(rawValue: name.rawValue)
    }

    /// Queues a referenced immediate that runs nothing.
    ///
    /// Node does so after every exception that the process survived, so that another turn drains the ticks left over.
    func appendEmpty(id: UInt64) {
        _ = append(Callback(kind: .idle, handle: 0, id: id), isReferenced: true)
    }

    /// Tells whether a callback taken from the queue is the empty one.
    @inline(__always)
    func isEmptyCallback(_ callback: Callback) -> Bool { callback.kind == .idle }

    /// Takes an immediate out of the queue and gives its callback back, or nil if it ran or was cleared before.
    func clear(_ id: ImmediateID) -> Callback? {
        guard let slot = waitingSlot(of: id) else { return nil }
        let callback = entries[slot].callback
        release(slot)
        return callback
    }

    /// Tells whether a waiting immediate keeps the loop alive; false for one that does not wait.
    func isReferenced(_ id: ImmediateID) -> Bool {
        waitingSlot(of: id).map { entries[$0].isReferenced } ?? false
    }

    func callback(of id: ImmediateID) -> Callback? {
        waitingSlot(of: id).map { entries[$0].callback }
    }

    func setReferenced(_ id: ImmediateID, _ isReferenced: Bool) {
        guard let slot = waitingSlot(of: id), entries[slot].isReferenced != isReferenced else { return }
        entries[slot].isReferenced = isReferenced
        referencedCount += isReferenced ? 1 : -1
    }

    /// Makes everything queued so far the batch, unless a batch is still outstanding.
    func beginBatch() {
        if !batchHasNext() { outstanding = ring.count }
    }

    /// Tells whether the batch has an immediate left, passing over those which were cleared.
    func batchHasNext() -> Bool {
        while outstanding > 0, let slot = ring.first {
            if entries[Int(slot)].isWaiting { return true }
            dropFirst(Int(slot))
        }
        return false
    }

    /// Takes the next immediate of the batch.
    func takeNext() -> Callback? {
        guard batchHasNext(), let slot = ring.first else { return nil }
        let callback = entries[Int(slot)].callback
        release(Int(slot))
        dropFirst(Int(slot))
        return callback
    }

    /// The waiting callbacks in the order in which they will run.
    func callbacks(limit: Int = .max) -> [Callback] {
        var result: [Callback] = []
        for offset in 0..<ring.count where result.count < limit {
            let entry = entries[Int(ring[offset])]
            if entry.isWaiting && !isEmptyCallback(entry.callback) { result.append(entry.callback) }
        }
        return result
    }

    /// Empties the queue and gives back what waited in it.
    func removeAll() -> [Callback] {
        let waiting = callbacks()
        while let slot = ring.first {
            if entries[Int(slot)].isWaiting { release(Int(slot)) }
            dropFirst(Int(slot))
        }
        return waiting
    }

    /// Ends the wait of a slot; the slot itself is free for others only when its place in the ring is gone.
    private func release(_ slot: Int) {
        entries[slot].isWaiting = false
        count &-= 1
        if entries[slot].isReferenced { referencedCount &-= 1 }
    }

    private func dropFirst(_ slot: Int) {
        _ = ring.popFirst()
        if outstanding > 0 { outstanding &-= 1 }
        guard entries[slot].generation < SlotID.maximumGeneration else { return }
        entries[slot].generation &+= 1
        entries[slot].nextFree = firstFree
        firstFree = Int32(truncatingIfNeeded: slot)
    }

    private func waitingSlot(of id: ImmediateID) -> Int? {
        let name = SlotID(rawValue: id.rawValue)
        guard name.slot < used, entries[name.slot].generation == name.generation, entries[name.slot].isWaiting else {
            return nil
        }
        return name.slot
    }

    @inline(__always)
    private func allocateSlot() -> Int {
        if firstFree >= 0 {
            let slot = Int(firstFree)
            firstFree = entries[slot].nextFree
            return slot
        }
        if used == capacity { grow() }
        let slot = used
        used += 1
        let placeholder = Callback(kind: .immediate, handle: 0, id: 0)
        (entries + slot).initialize(
            to: Entry(callback: placeholder, generation: 1, nextFree: -1, isWaiting: false, isReferenced: false))
        return slot
    }

    @inline(never)
    private func grow() {
        precondition(capacity <= SlotID.maximumSlot, "more than \(SlotID.maximumSlot) immediates wait at once")
        let larger = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: entries, count: used)
        entries.deallocate()
        entries = larger
        capacity *= 2
    }
}
