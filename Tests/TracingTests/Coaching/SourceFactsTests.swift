// SPDX-License-Identifier: MIT
import Testing

@testable import Tracing

/// Reading what the engine's parser says of a source.
@Suite struct SourceFactsTests {
    // save(1).then(() => {}), inside of `async function main`.
    private static let facts = SourceFacts(
        file: "a.js",
        rows: """
            function\t0\t-1\t2\t\t1\t1\t9\t1\t0\t-1\t9\t1
            function\t1\t0\t1\tmain\t1\t20\t4\t2\t0\t-1\t1\t25
            function\t2\t1\t0\t\t2\t16\t2\t24\t0\t0\t2\t22
            call\t0\t1\t2\t11\t2\t11\t2\t3\t2\t25\tdiscarded\tthen\t-1\t1\t1
            call\t1\t1\t2\t3\t2\t7\t2\t3\t2\t10\tchained\tsave\t0\t1\t0
            await\t1\t3\t3\t3\t12\t1\t-1
            sequence\tgroup\t3\t3\t5\t7
            unknown\t1\t2
            call\tbroken
            """)

    @Test func rowsBecomeFacts() {
        let facts = Self.facts
        #expect(facts.functions.map(\.name) == ["", "main", ""])
        #expect(facts.functions.map(\.kind) == [.program, .async, .plain])
        #expect(facts.functions.map(\.givenTo) == [nil, nil, 0] && facts.functions[1].bodyStart == .init(1, 25))
        #expect(facts.calls.map(\.callee) == ["then", "save"] && facts.calls.map(\.use) == [.discarded, .chained])
        #expect(facts.awaits.map(\.isInEndlessLoop) == [true] && facts.awaits[0].call == nil)
        #expect(facts.sequences == [.init(isLoop: false, awaits: [.init(3, 3), .init(5, 7)])])
    }

    @Test(arguments: [(2, 3, 1), (2, 7, 1), (2, 11, 0)] as [(Int, Int, Int)])
    func aCallIsFoundByEitherOfItsPlaces(line: Int, column: Int, number: Int) {
        #expect(Self.facts.call(at: .init(line, column)) == number)
        #expect(Self.facts.call(at: .init(line, column + 1)) == nil)
    }

    @Test func chainsAndFunctionsAreFollowed() {
        let facts = Self.facts
        #expect(facts.endOfChain(1) == facts.calls[0])
        #expect(facts.function(around: .init(2, 18)) == 2 && facts.function(around: .init(3, 1)) == 1)
        #expect(facts.function(around: .init(5, 1)) == 0)
        #expect(facts.wait(at: .init(3, 9)) == facts.awaits[0] && facts.wait(at: .init(3, 13)) == nil)
    }

    @Test(
        arguments: [
            (0, "0 ms"), (80_000_000, "80 ms"), (250_000, "0.25 ms"), (1_001_000, "1.001 ms"),
            (9_999_000_000, "9999 ms"), (12_500_000_000, "12.5 s"),
        ] as [(UInt64, String)])
    func durationsAreSaidAsPeopleDo(nanoseconds: UInt64, text: String) {
        #expect(CoachView.duration(nanoseconds) == text)
    }
}
