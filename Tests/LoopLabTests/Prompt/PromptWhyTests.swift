// SPDX-License-Identifier: MIT
import Testing

/// `.why`: what led to a line that the last input printed.
@Suite struct PromptWhyTests {
    private static let input = """
        setTimeout(() => console.log('timer'), 5); process.nextTick(() => console.log('tick')); console.log('script')
        """

    @Test func theLastLineIsExplainedWhereNothingIsGiven() throws {
        let dialogue = try PromptDialogue("--clock", "virtual", rows: 60)
        #expect(try dialogue.enter(".why").contains("Nothing has run yet"))
        try dialogue.enter(Self.input)
        var page = try dialogue.enter(".why")
        #expect(page.contains(" Line 2 of the output is \"tick\", printed by the process.nextTick callback"), "\(page)")
        try dialogue.enter(".clock 10ms")
        page = try dialogue.enter(".why")
        #expect(page.contains(" Line 3 of the output is \"timer\""), "\(page)")
        #expect(page.contains("1  the input ran to its end"), "\(page)")
        #expect(page.contains("the input called setTimeout with 5 ms: due at"), "\(page)")
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(page)")
    }

    @Test func aLineIsGivenByItsNumberOrItsText() throws {
        let dialogue = try PromptDialogue("--clock", "virtual", rows: 60)
        try dialogue.enter("console.log('older')")
        try dialogue.enter(Self.input)
        #expect(try dialogue.enter(".why 1").contains("is \"script\", printed by the input"))
        #expect(try dialogue.enter(".why tick").contains(" Line 2 of the output is \"tick\""))
        #expect(try dialogue.enter(".why older").contains("there is no line 'older'"))
        #expect(try dialogue.enter(".why 9").contains("the program printed 2 lines"))
        #expect(try dialogue.enter(".why i").contains("'i' occurs in 2 lines"))
    }

    /// What the prompt itself shows of a result is no line of the program.
    @Test func aResultIsNoLine() throws {
        let dialogue = try PromptDialogue(rows: 40)
        try dialogue.enter("1 + 1")
        #expect(try dialogue.enter(".why").contains("has printed nothing so far"))
        try dialogue.enter("console.log('seen')")
        #expect(try dialogue.enter(".why").contains(" Line 1 of the output is \"seen\""))
    }

    @Test func aNarrowTerminalIsEnough() throws {
        let dialogue = try PromptDialogue(columns: 40, rows: 60)
        try dialogue.enter("queueMicrotask(() => console.log('x'.repeat(60)))")
        let page = try dialogue.enter(".why")
        #expect(page.contains("(drain before tasks)"), "\(page)")
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 40 }, "\(page)")
    }

    @Test func aPipeIsEnough() throws {
        let result = try looplab(input: .text("queueMicrotask(() => console.log('job'))\n.why job\n"))
        #expect(result.output.contains("the input called queueMicrotask: the job was queued at once"), "\(result)")
    }
}
