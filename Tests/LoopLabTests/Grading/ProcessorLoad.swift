// SPDX-License-Identifier: MIT
import Foundation
import Synchronization

/// Threads that compute until they are told to end, so that others get a part of the processor only.
final class ProcessorLoad: Sendable {
    private let isOver = Atomic(false)
    private let running = DispatchGroup()

    /// Starts so many threads.
    init(threads: Int) {
        for _ in 0..<threads {
            running.enter()
            Thread.detachNewThread { [self] in
                var number: UInt64 = 1
                while !isOver.load(ordering: .relaxed) { number = number &* 6_364_136_223_846_793_005 &+ 1 }
                running.leave()
            }
        }
    }

    /// Ends them and waits for their end.
    func end() {
        isOver.store(true, ordering: .relaxed)
        running.wait()
    }
}
