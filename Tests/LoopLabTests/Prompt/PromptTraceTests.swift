// SPDX-License-Identifier: MIT
import Testing

/// `.trace`: what the last input did.
@Suite struct PromptTraceTests {
    @Test func theLastInputAndWhatItStartedIsShown() throws {
        let dialogue = try PromptDialogue("--clock", "virtual", rows: 60)
        #expect(try dialogue.enter(".trace").contains("Nothing has run yet"))
        try dialogue.enter("setTimeout(() => console.log('older'), 30)")
        try dialogue.enter("setTimeout(() => { console.log('own'); queueMicrotask(() => console.log('job')) }, 20)")
        #expect(try !dialogue.enter(".trace").contains("own"))
        try dialogue.enter(".clock 50ms")
        let lines = try dialogue.enter(".trace").split(separator: "\n").map(String.init)
        let page = lines.joined(separator: "\n")
        #expect(lines.contains { $0.contains("● the input") }, "\(page)")
        #expect(lines.contains { $0.contains("● setTimeout") && $0.hasSuffix(" own") }, "\(page)")
        #expect(lines.contains { $0.contains("└ microtask queueMicrotask") && $0.hasSuffix(" job") }, "\(page)")
        #expect(!page.contains("older"), "\(page)")
        #expect(lines.allSatisfy { $0.count <= 80 }, "\(page)")
    }

    @Test func recordingCanBeSwitchedOff() throws {
        let dialogue = try PromptDialogue(rows: 40)
        try dialogue.enter(".trace off")
        try dialogue.enter("console.log(1)")
        #expect(try dialogue.enter(".trace").contains(".trace on"))
        try dialogue.enter(".trace on")
        #expect(try dialogue.enter(".trace").contains("was not recorded"))
        try dialogue.enter("console.log(2)")
        #expect(try dialogue.enter(".trace").contains("● the input"))
        #expect(try dialogue.enter(".trace what").contains("takes all, on or off"))
    }

    @Test func aFloodIsFolded() throws {
        let dialogue = try PromptDialogue(rows: 60)
        try dialogue.enter("for (let n = 0; n < 2e5; n++) queueMicrotask(() => {})")
        let page = try dialogue.enter(".trace")
        #expect(page.contains("more like this") && page.contains("events were not kept"), "\(page)")
        #expect(page.contains("● the input"), "\(page)")
        #expect(page.split(separator: "\n").count < 30, "\(page)")
    }
}
