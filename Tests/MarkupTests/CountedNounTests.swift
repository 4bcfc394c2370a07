// SPDX-License-Identifier: MIT
import Markup
import Testing

@Suite struct CountedNounTests {
    @Test func onlyOneIsNoPlural() {
        #expect([0, 1, 2, -1].map { CountedNoun.text($0, "task") } == ["0 tasks", "1 task", "2 tasks", "-1 tasks"])
        #expect(CountedNoun.text(2, "place or state", plural: "places and states") == "2 places and states")
    }
}
