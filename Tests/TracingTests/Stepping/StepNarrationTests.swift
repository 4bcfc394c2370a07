// SPDX-License-Identifier: MIT
import Scheduling
import Testing

@testable import Tracing

/// The steps as text.
@Suite struct StepNarrationTests {
    private func told(_ trace: Trace, _ steps: ClosedRange<Int>) -> String {
        var text = ""
        StepNarration(trace).tell(steps) { text += $0 }
        return text
    }

    @Test func eachStepIsALineOfItsOwn() {
        let lines = told(.chains, 1...100).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 13 && lines.last == "")
        for (number, line) in lines.dropLast().enumerated() { #expect(line.hasPrefix("step \(number + 1) of 12")) }
    }

    @Test func aStepTellsWhereItIsAndWhatWaits() {
        #expect(
            told(.chains, 7...7) == """
                step 7 of 12, line 1: console.log(s); in: (anonymous); running: microtask then@2:19; \
                microtasks: then@3:19; timers: +10 ms setTimeout@4:1

                """)
        #expect(
            told(.chains, 11...12) == """
                step 11 of 12, line 6: console.log('t'); at 10.000 ms; in: late; variables: x = 1; \
                running: timer setTimeout@4:1; output so far: a, c, b
                step 12 of 12: main thread ends; at 10.000 ms; output so far: a, c, b, t

                """)
    }

    @Test func aRangeBeyondTheEndIsEmpty() {
        #expect(told(.chains, 13...20) == "")
        #expect(told(Trace(header: .init(version: "0", program: "none")), 1...5) == "")
    }

    @Test func longQueuesAndLongOutputStayShort() {
        var sketch = TraceSketch("many.js", "go()\n")
        sketch.add(.threadStarted, text: "many.js")
        sketch.run(1, .script) { sketch in
            for number in 1...500 as ClosedRange<UInt64> {
                sketch.queue(1 + number, .microtask, "queueMicrotask")
                sketch.add(.output, number, value: 1, text: "\(number)\n")
            }
            sketch.frame(1, "(main)") { $0.statement(1, 1, 1) }
        }
        let text = told(sketch.trace, 1...1)
        #expect(text.contains("and 492 more"))
        #expect(text.contains("output so far: 500 lines, the last ones: 496, 497, 498, 499, 500"))
    }
}
