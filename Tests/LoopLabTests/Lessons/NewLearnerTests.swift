// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// The first hour of somebody who has never been here, at a terminal; the pictures are what they see.
@Suite struct NewLearnerTests {
    @Test func theFirstLessonIsFinishedAndTheSecondResumed() throws {
        let folder = try ScratchFolder()
        try finishTheFirstLesson(folder)
        try leaveInTheMiddleOfTheSecond(folder)
        try solveAPuzzle(folder)
        let progress = try looplab("progress", environment: ["NO_COLOR": "1"], in: folder)
        #expect(progress.exit == .code(0) && progress.errors == "", "\(progress)")
        for text in ["1/37 exercises", "1/6 lessons", "8, 4 passed", "02-the-loop/04-two-chains"] {
            #expect(progress.output.contains(text), "\(text): \(progress)")
        }
        #expect(progress.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(progress)")
    }

    private func finishTheFirstLesson(_ folder: ScratchFolder) throws {
        let first = try PromptDialogue("learn", rows: 40, folder: folder)
        try expectPicture(first.transcript, named: "welcome")
        try first.expectPicture(of: ".next", named: "program")
        try stepThrough(first)
        try first.expectPicture(of: "", ".next", named: "prediction")
        try first.expectPicture(of: "F C E A D B", named: "prediction-wrong")
        try first.expectPicture(of: "light the oven, knead: begin, knead: end, D, A, B", named: "prediction-right")
        try first.expectPicture(of: "", "", "", named: "table")
        try first.expectPicture(of: "", named: "goal")
        try first.expectPicture(
            of: "setTimeout(() => console.log('bell'), 0); console.log('dough'); console.log('oven')",
            named: "goal-not-reached")
        try first.expectPicture(
            of: "for (const what of ['bell', 'oven']) setTimeout(console.log, 0, what); console.log('dough')",
            named: "goal-reached")
        try first.expectPicture(of: ".next", ".next", named: "question")
        try first.expectPicture(of: "b", named: "question-wrong")
        try first.expectPicture(of: "D.", named: "question-right")
        try first.expectPicture(of: "", "", named: "end")
        #expect(try first.leave() == .code(0))
    }

    private func stepThrough(_ dialogue: PromptDialogue) throws {
        dialogue.terminal.type(".step\r")
        try dialogue.terminal.wait(forText: "? keys", timeout: .seconds(20))
        dialogue.terminal.press(.right)
        // The last row that changes: above it the picture is whole.
        try dialogue.terminal.wait(forText: "runs next: 11:3  console.log('light the oven')")
        try expectPicture(dialogue.terminal.screen.text, named: "step-view")
        dialogue.terminal.type("q")
        try dialogue.waitForPrompt()
    }

    private func leaveInTheMiddleOfTheSecond(_ folder: ScratchFolder) throws {
        let second = try PromptDialogue("learn", rows: 40, folder: folder)
        #expect(second.transcript.contains("1.2 A long loop   step 1 of"), "\(second.transcript)")
        #expect(try second.enter(".next").contains("In which order?"))
        try second.enter("B C")
        #expect(try second.leave() == .code(0))

        let banner = try PromptDialogue(rows: 40, folder: folder)
        try expectPicture(banner.transcript, named: "banner")
        #expect(try banner.leave() == .code(0))

        let third = try PromptDialogue("learn", rows: 40, folder: folder)
        try expectPicture(third.transcript, named: "resumed")
        #expect(try third.leave() == .code(0))
    }

    private func solveAPuzzle(_ folder: ScratchFolder) throws {
        let terminal = try PseudoTerminal(columns: 80, rows: 60)
        let environment = ProgramProcess.environment(["NO_COLOR": "1"], home: folder.path)
        try terminal.start(
            ProgramProcess.executable, ["start", "2.04"], environment: environment, directory: folder.path)
        let isAsked = { (screen: TerminalScreen) in screen.textBeforeCursor.hasPrefix(" Your order") }
        try terminal.wait(for: "the question", timeout: .seconds(20), until: isAsked)
        terminal.type("port dips, port pulls, port rests, starboard dips, starboard pulls, cox shouts\r")
        try terminal.wait(for: "the verdict", timeout: .seconds(20)) { $0.text.contains("Try again") && isAsked($0) }
        terminal.type("port dips, starboard dips, cox shouts, port pulls, starboard pulls, port rests\r")
        #expect(try terminal.waitForExit(timeout: .seconds(20)) == .code(0))
        try expectPicture(terminal.screen.text, named: "puzzle")
    }
}
