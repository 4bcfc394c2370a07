// SPDX-License-Identifier: MIT
import Testing

@testable import Scheduling

/// Wake-ups that were sent and not heard.
@Suite struct WakeUpTests {
    @Test("What a loop that was told to leave has not heard wakes it in its next run")
    func aWakeUpOutlivesAStop() throws {
        let loop = try EventLoop(clock: SystemClock())
        let program = ClosureRunner(loop: loop)
        var heard: [String] = []
        let first = loop.addAsyncHandle(isReferenced: true) {
            heard.append("first")
            return heard.count == 1 ? .stop : .completed
        }
        let second = loop.addAsyncHandle(isReferenced: true) {
            heard.append("second")
            return .completed
        }
        first.send()
        second.send()
        #expect(loop.run(until: { heard.count == 2 }) == .stopped)
        #expect(heard == ["first"])
        // A wake-up that was lost would leave the loop waiting here for the timer.
        program.timer(after: 5_000) { heard.append("too late") }
        #expect(loop.run(until: { heard.count == 2 }) == .satisfied)
        #expect(heard == ["first", "second"])
        loop.discardAll()
    }
}
