// SPDX-License-Identifier: MIT
import Testing

@testable import Scheduling

@Suite("Queues")
struct RingQueueTests {
    @Test("First in, first out, through growth and wrap-around", arguments: [1, 2, 3, 64, 1_000])
    func order(step: Int) {
        let queue = RingQueue<Int>(minimumCapacity: 2)
        var next = 0
        var expected = 0
        for round in 0..<200 {
            for _ in 0..<(round % (step + 1)) {
                queue.append(next)
                next += 1
            }
            for _ in 0..<(round % 3) where !queue.isEmpty {
                #expect(queue.first == expected)
                #expect(queue.popFirst() == expected)
                expected += 1
            }
            #expect(queue.count == next - expected)
        }
        #expect(queue.elements() == Array(expected..<next))
        #expect(queue.elements(limit: 1).count == min(1, next - expected))
        while let value = queue.popFirst() {
            #expect(value == expected)
            expected += 1
        }
        #expect(expected == next)
        #expect(queue.first == nil)
    }

    @Test("A slot's name keeps slot and generation apart", arguments: [(0, 1), (67_108_863, 134_217_727), (5, 9)])
    func slotNames(slot: Int, generation: Int) {
        let name = SlotID(slot: Int32(slot), generation: UInt32(generation))
        #expect(name.slot == slot)
        #expect(Int(name.generation) == generation)
        #expect(name.rawValue < 1 << 53)
    }

    @Test("Cleared completions cost no search and leave the others in order")
    func clearedCompletions() {
        var queue = CompletionQueue()
        let count: UInt64 = 50_000
        for id in 1...count {
            let callback = Callback(kind: .poll, handle: 0, id: id)
            queue.insert(ScheduledCompletion(callback: callback, time: 100_000 - id, isReferenced: true))
        }
        for id in 1...count where id % 100 != 0 { #expect(queue.remove(id: id) != nil) }
        #expect(queue.count == 500)
        #expect(queue.referencedCount == 500)
        #expect(queue.inOrder().first?.callback.id == count)
        var id = count
        while let completion = queue.popFirst(dueAt: .max) {
            #expect(completion.callback.id == id)
            id -= 100
        }
        #expect(id == 0)
        #expect(queue.isEmpty && queue.nextTime == nil)
    }

    @Test("Scheduled completions come out by time and then by id")
    func completions() {
        var queue = CompletionQueue()
        var generator = SplitMix64(seed: 3)
        for id in 1...500 {
            let callback = Callback(kind: .poll, handle: 0, id: UInt64(id))
            queue.insert(
                ScheduledCompletion(
                    callback: callback, time: UInt64(generator.number(below: 50)), isReferenced: id % 2 == 0))
        }
        #expect(queue.referencedCount == 250)
        #expect(queue.remove(id: 250)?.id == 250)
        #expect(queue.remove(id: 250) == nil)
        #expect(queue.popFirst(dueAt: 0)?.time == 0)
        var last: (UInt64, UInt64) = (0, 0)
        var count = 0
        while let completion = queue.popFirst(dueAt: .max) {
            #expect((completion.time, completion.callback.id) > last)
            last = (completion.time, completion.callback.id)
            count += 1
        }
        #expect(count == 498)
        #expect(queue.referencedCount == 0)
    }
}
