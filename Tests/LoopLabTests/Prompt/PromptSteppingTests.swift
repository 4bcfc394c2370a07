// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `.step` at the prompt.
@Suite struct PromptSteppingTests {
    @Test func theLastInputIsSteppedThroughAndTheSessionGoesOn() throws {
        let dialogue = try PromptDialogue()
        let terminal = dialogue.terminal
        try dialogue.enter("const say = text => console.log(text)")
        #expect(try dialogue.enter("Promise.resolve('job').then(say); say('now')") == "now\nundefined\njob")
        let modes = terminal.modes
        let shown = dialogue.transcript
        terminal.type(".step\r")
        try terminal.wait(forText: "? keys", timeout: .seconds(20))
        #expect(terminal.screen.text.contains("Promise.resolve('job')"), "the last input is the source that is shown")
        terminal.press(.end)
        try terminal.wait(for: "the end") { $0.text.contains("job") && $0.text.contains("the end") }
        terminal.type("q")
        try dialogue.waitForPrompt()
        #expect(dialogue.transcript == shown + " .step\n>", "nothing of the view is left on the screen")
        #expect(terminal.modes.c_lflag == modes.c_lflag && terminal.modes.c_iflag == modes.c_iflag)
        #expect(try dialogue.enter("say('still here')") == "still here\nundefined")
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func codeAndFilesAreSteppedThroughToo() throws {
        let dialogue = try PromptDialogue()
        let terminal = dialogue.terminal
        try dialogue.enter("let number = 41")
        terminal.type(".step console.log('it is', ++number)\r")
        try terminal.wait(forText: "? keys", timeout: .seconds(20))
        terminal.press(.end)
        try terminal.wait(forText: "it is 42")
        terminal.type("q")
        try dialogue.waitForPrompt()
        #expect(try dialogue.enter("number") == "41", "the session's own variable is as it was")
        _ = try dialogue.folder.write("file.js", Array("console.log('from a file')\n".utf8))
        terminal.type(".step file.js\r")
        try terminal.wait(forText: "─ file.js ─", timeout: .seconds(20))
        terminal.type("q")
        try dialogue.waitForPrompt()
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func theScreenMayChangeItsSizeMeanwhile() throws {
        let dialogue = try PromptDialogue()
        let terminal = dialogue.terminal
        terminal.type(".step setTimeout(() => 1, 5)\r")
        try terminal.wait(forText: "? keys", timeout: .seconds(20))
        terminal.resize(columns: 40, rows: 12, reflowing: false)
        terminal.press(.right)
        try terminal.wait(for: "the smaller picture") { $0.line(11).contains("? keys") }
        terminal.type("q")
        try dialogue.waitForPrompt()
        terminal.type("'" + String(repeating: "x", count: 60) + "'.length\r")
        try terminal.wait(forText: "\n60\n")
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func withoutInputsThereIsNothingToStepThrough() throws {
        let dialogue = try PromptDialogue()
        #expect(try dialogue.enter(".step").hasPrefix("Nothing was entered yet."))
        #expect(try dialogue.leave() == .code(0))
    }

    @Test func onAPipeTheStepsAreText() throws {
        let input = "const a = 1\nconsole.log(a + 1)\n.step\n"
        let result = try ProgramProcess([], input: .text(input), folder: ScratchFolder()).finish()
        #expect(result.exit == .code(0), "\(result)")
        #expect(result.output.contains("step ") && result.output.contains("output so far: 2"), "\(result)")
    }
}
