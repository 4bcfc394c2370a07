// SPDX-License-Identifier: MIT
import Testing

@testable import Scheduling

/// The queue and the heap that other parts are made of, against plain arrays.
@Suite struct QueueTests {
    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func aFifoQueueGivesWhatAnArrayGives(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var queue = FifoQueue<Int>()
        var model: [Int] = []
        for step in 0..<5_000 {
            switch random.number(below: 8) {
            case 0...3:
                queue.append(step)
                model.append(step)
            case 4:
                let wanted = random.number(below: 5_000)
                let expected = model.firstIndex(of: wanted).map { model.remove(at: $0) }
                #expect(queue.remove { $0 == wanted } == expected)
            default:
                #expect(queue.popFirst() == (model.isEmpty ? nil : model.removeFirst()))
            }
            guard queue.count == model.count, queue.first == model.first, queue.last == model.last else {
                Issue.record("after step \(step): \(queue.all) instead of \(model)")
                return
            }
        }
        #expect(queue.all == model)
        while queue.popFirst() != nil {}
        #expect(queue.isEmpty && queue.first == nil && queue.all.isEmpty)
    }

    @Test func takingFromALongQueueDoesNotMoveItEachTime() {
        var queue = FifoQueue<Int>()
        for number in 0..<300_000 { queue.append(number) }
        var sum = 0
        while let number = queue.popFirst() { sum += number }
        #expect(sum == 300_000 * 299_999 / 2)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func aHeapGivesTheLeast(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var heap = BinaryHeap<Int>()
        var model: [Int] = []
        for _ in 0..<2_000 {
            if random.number(below: 5) < 3 {
                let number = random.number(below: 500)
                heap.insert(number)
                model.append(number)
            } else if random.number(below: 50) == 0 {
                heap.keep { $0 % 3 != 0 }
                model.removeAll { $0 % 3 == 0 }
            } else {
                let least = model.min()
                if let least, let index = model.firstIndex(of: least) { model.remove(at: index) }
                #expect(heap.popFirst() == least)
            }
            #expect(heap.first == model.min() && heap.count == model.count)
        }
    }
}
