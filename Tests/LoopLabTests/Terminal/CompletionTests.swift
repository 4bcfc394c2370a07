// SPDX-License-Identifier: MIT
import Testing

@testable import looplab

@Suite struct CompletionTests {
    @Test(arguments: [
        ([], ""), (["one"], "one"), (["setTimeout", "setInterval"], "set"), (["a", "b"], ""), (["日本", "日曜"], "日"),
    ])
    func findsTheCommonPrefix(candidates: [String], prefix: String) {
        #expect(Completion(candidates: candidates, replacing: 0..<0).commonPrefix == prefix)
    }

    @Test func listsInColumnsReadDownwards() {
        let completion = Completion(candidates: ["a", "bb", "ccc", "d", "e"], replacing: 0..<0)
        #expect(completion.listing(columns: 10, maximumRows: 9) == "a    d\nbb   e\nccc\n")
        #expect(completion.listing(columns: 4, maximumRows: 9) == "a\nbb\nccc\nd\ne\n")
    }

    @Test func saysHowManyAreLeftOut() {
        let candidates = (10..<40).map(String.init)
        let listing = Completion(candidates: candidates, replacing: 0..<0).listing(columns: 12, maximumRows: 3)
        #expect(listing == "10  12  14\n11  13  15\n... and 24 more\n")
    }
}
