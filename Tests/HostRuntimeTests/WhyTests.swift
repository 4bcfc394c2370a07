// SPDX-License-Identifier: MIT
import Scheduling
import Testing
import Tracing

/// Every line that a program prints can be explained, back to the main script, and every wrong order has a rule.
@Suite struct WhyTests {
    @Test func thereAreProgramsOfBothProfiles() {
        #expect(ExplainedProgram.all.filter { $0.profile == .node }.count > 700)
        #expect(ExplainedProgram.all.filter { $0.profile == .browser }.count >= 80)
    }

    @Test(arguments: ExplainedProgram.all)
    func everyLineLeadsBackToTheMainScript(_ program: ExplainedProgram) async throws {
        try check(await program.record(level: .full))
    }

    @Test(arguments: ExplainedProgram.all.filter { $0.testDescription.hasPrefix("order/") })
    func withoutPlacesToo(_ program: ExplainedProgram) async throws {
        try check(await program.record(level: .queues))
    }

    private func check(_ trace: Trace) throws {
        let why = Why(TraceIndex(trace))
        let lines = trace.outputLines()
        for line in lines {
            let reasons = why.reasons(forEventAt: line.eventIndex)
            #expect(reasons.first?.sentence.hasPrefix("the main script") == true, "\(line): \(reasons)")
            #expect(reasons.last?.sentence.contains("printed") == true, "\(line): \(reasons)")
            #expect(reasons.contains { $0.rule != nil }, "\(line): \(reasons)")
        }
        let printed = trace.outputLines(includingErrors: false).map(\.text)
        for place in printed.indices.dropLast() where printed[place] != printed[place + 1] {
            var swapped = printed
            swapped.swapAt(place, place + 1)
            let check = PredictionCheck(lines: swapped, why)
            // Lines that differ in nothing but spaces and quotes are the same to a prediction.
            guard let difference = check.difference else { continue }
            #expect(difference.number == place + 1)
            #expect(difference.decision?.sentence.isEmpty == false, "\(swapped)")
        }
    }
}
