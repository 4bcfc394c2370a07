// SPDX-License-Identifier: MIT
import Testing

@testable import Scheduling

/// Looking for other orders.
@Suite struct ChoiceSearchTests {
    /// A program with so many open orders of two, whose outcome the choices decide.
    private func run(
        _ count: Int, _ choices: [Int], _ seed: UInt64, _ outcome: ([Int]) -> String
    ) -> ChoiceSearch<String>.Run {
        let policy = ChoicePolicy(ChoicePlan(choices: choices, seed: seed))
        let taken = (0..<count).map { _ in policy.choose(.completionOrder, among: 2) }
        return (outcome(taken), policy.record)
    }

    @Test("A program without open orders needs one run")
    func nothingIsOpen() {
        var search = ChoiceSearch<String>(limit: 10)
        search.search { choices, seed in run(0, choices, seed) { _ in "same" } }
        #expect(search.runs == 1 && search.isComplete)
        #expect(search.findings.map(\.outcome) == ["same"])
    }

    @Test("Every combination is tried where there are few")
    func smallTreesAreTriedWhole() {
        var search = ChoiceSearch<String>(limit: 100)
        search.search { choices, seed in run(4, choices, seed) { $0.map(String.init).joined() } }
        #expect(search.runs == 16 && search.isComplete)
        #expect(Set(search.findings.map(\.outcome)).count == 16)
        #expect(search.findings.first?.outcome == "0000")
        for finding in search.findings {
            let replayed = run(4, finding.choices, 0) { $0.map(String.init).joined() }
            #expect(replayed.outcome == finding.outcome && finding.choices.last != 0)
        }
    }

    @Test("One unusual choice among many is found and told alone")
    func oneDeviationIsFoundFirst() {
        var search = ChoiceSearch<String>(limit: 200)
        search.search { choices, seed in run(40, choices, seed) { $0[23] == 1 ? "rare" : "usual" } }
        #expect(!search.isComplete && search.runs <= 200)
        #expect(search.findings.map(\.outcome) == ["usual", "rare"])
        #expect(search.findings.last?.choices == Array(repeating: 0, count: 23) + [1])
    }

    @Test("What only a seed reaches is shrunk to the choices that matter")
    func deepFindingsAreShrunk() {
        var search = ChoiceSearch<String>(limit: 120)
        search.search { choices, seed in
            run(30, choices, seed) { $0[3] == 1 && $0[11] == 1 && $0[20] == 1 ? "rare" : "usual" }
        }
        let rare = search.findings.first { $0.outcome == "rare" }
        let expected = (0...20).map { [3, 11, 20].contains($0) ? 1 : 0 }
        #expect(rare?.choices == expected)
    }
}
