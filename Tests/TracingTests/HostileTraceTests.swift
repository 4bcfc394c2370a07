// SPDX-License-Identifier: MIT
import Markup
import Scheduling
import Testing
import Tracing

/// A trace may come from elsewhere: whatever it holds, all that reads it comes to an end.
@Suite struct HostileTraceTests {
    private static let seeds = Array(0..<75 as Range<UInt64>)

    private func trace(_ seed: UInt64) -> Trace { HostileTrace.make(seed: seed, count: seed % 25 == 0 ? 400 : 120) }

    @Test(arguments: seeds)
    func whatIsWrittenIsReadBack(seed: UInt64) throws {
        // What has more than 63 bits is refused; see the table of damaged traces.
        var trace = trace(seed)
        for index in trace.events.indices {
            trace.events[index].sequence = UInt64(index + 1)
            trace.events[index].time &= UInt64(Int64.max)
            trace.events[index].cause &= UInt64(Int64.max)
            trace.events[index].subject &= UInt64(Int64.max)
            trace.events[index].value &= UInt64(Int64.max)
        }
        let bytes = TraceEncoder(trace).bytes
        let read = try TraceDecoder.decode(bytes)
        #expect(read.events.count == trace.events.count)
        #expect(TraceEncoder(read).bytes == bytes)
    }

    @Test(arguments: seeds)
    func statesFollowOneAnother(seed: UInt64) {
        let trace = trace(seed)
        var cursor = TraceCursor(trace)
        while cursor.advance() {}
        let end = cursor.state
        cursor.move(to: trace.events.count / 2)
        #expect(cursor.position == trace.events.count / 2)
        cursor.move(to: .max)
        #expect(cursor.state == end)
        #expect(trace.part(after: 0).events.count <= trace.events.count + 2)
    }

    @Test(arguments: seeds.prefix(40))
    func pagesAreDrawn(seed: UInt64) {
        let trace = trace(seed)
        for columns in [20, 40, 80] {
            let style = TerminalStyle(columns: columns, isUTF8: columns != 40)
            for isUnfolded in [false, true] {
                let page = Timeline(trace, .init(style, isUnfolded: isUnfolded)).text
                #expect(page.split(separator: "\n").allSatisfy { CharacterWidth.columns(of: $0) <= columns })
            }
            #expect(!StatisticsReport(trace, style, threshold: UInt64(columns)).text.isEmpty)
        }
        #expect(TraceListing(trace).text.split(separator: "\n").count == trace.events.count)
        #expect(TimelinePicture(trace).bytes.count < TimelinePicture.byteLimit)
        #expect(!ChromeTrace(trace).bytes.isEmpty)
        #expect(TracePlayer(trace).page.hasPrefix("<!"))
        #expect(TracePlayer(trace, eventLimit: 40).page.hasPrefix("<!"))
    }

    @Test(arguments: seeds)
    func everyLineIsExplained(seed: UInt64) {
        let trace = trace(seed)
        let why = Why(TraceIndex(trace))
        let text = ExplanationText(why, TerminalStyle(isUTF8: seed % 2 == 0))
        let lines = trace.outputLines()
        for line in lines {
            #expect(!text.why(line).isEmpty)
            #expect(!ExplanationJSON.why(line, why).isEmpty)
        }
        for index in trace.events.indices { #expect(why.reasons(forEventAt: index).allSatisfy { $0.eventIndex >= 0 }) }
        for (number, line) in lines.enumerated() {
            for later in lines[(number + 1)...] {
                let decision = why.decider.decision(between: line.eventIndex, and: later.eventIndex)
                #expect(trace.events.indices.contains(decision.eventIndex))
            }
        }
        let printed = lines.filter { !$0.isError }.map(\.text)
        for lines in [printed.reversed(), [], ["no"], Array(printed.dropFirst()), printed + ["no"]] {
            let check = PredictionCheck(lines: lines, why)
            #expect(!text.check(check).isEmpty)
            #expect(!ExplanationJSON.check(check, why).isEmpty)
        }
    }

    @Test(arguments: seeds)
    func everyTraceIsCoached(seed: UInt64) {
        let index = TraceIndex(trace(seed))
        for facts in [[], [CoachedSource.facts]] {
            let report = Coach(index, facts: facts).report
            #expect(report.findings.allSatisfy { $0.count > 0 && !$0.evidence.isEmpty })
        }
        #expect(TraceStatistics(index, threshold: 0).turns >= 0)
    }
}
