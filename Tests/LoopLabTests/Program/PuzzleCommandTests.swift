// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab puzzle` and `looplab schedule`.
@Suite struct PuzzleCommandTests {
    private func looplab(
        _ words: [String], input: ProgramProcess.Input = .none, files: [String: String] = [:]
    ) throws -> ProgramProcess.Result {
        let folder = try ScratchFolder()
        for (name, text) in files { try folder.write(name, text) }
        return try ProgramProcess(words, input: input, folder: folder).finish()
    }

    @Test func thePuzzleOfASeedIsRightWhenItsOwnRunSaysSo() throws {
        for level in [1, 5, 10] {
            let words = ["puzzle", "--level", "\(level)", "--seed", "3"]
            let program = try looplab(words + ["--program"])
            #expect(program.exit == .code(0) && program.errors.isEmpty)
            let run = try looplab(["run", "--clock", "virtual", "p.js"], files: ["p.js": program.output])
            let right = try looplab(words + ["--answer", run.output])
            #expect(right.exit == .code(0) && right.output.contains("Right: all"), "\(right)")
            let reversed = run.output.split(separator: "\n").reversed().joined(separator: " ")
            let wrong = try looplab(words, input: .text(reversed))
            #expect(wrong.exit == .code(1) && wrong.output.contains("Rule: "), "\(wrong)")
        }
    }

    @Test func otherProgramsGetThePuzzleAsJSON() throws {
        let output = try looplab(["puzzle", "--level", "4", "--seed", "12", "--json"]).output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        #expect(object["level"] as? Int == 4 && object["seed"] as? Int == 12 && object["orders"] as? Int == 1)
        #expect((object["concepts"] as? [String])?.isEmpty == false)
        #expect((object["program"] as? String)?.contains("console.log") == true)
        #expect((object["lines"] as? [[String: Any]])?.isEmpty == false)
    }

    @Test(
        arguments: [
            (["puzzle", "--level", "11"], "from 1 to 10"), (["puzzle", "--level", "x"], "from 1 to 10"),
            (["puzzle", "--seed", "-1"], "a whole number"), (["puzzle", "stray"], "'stray'"),
            (["puzzle", "--answer", "a b"], "--level and --seed"),
            (["puzzle", "--seed", "1", "--answer", "nothing like it"], "no line"),
            (["schedule"], "run what?"), (["schedule", "-"], "standard input has the numbers"),
            (["schedule", "--clock", "system", "p.js"], "--clock"), (["schedule", "missing.js"], "missing.js"),
            (["schedule", "-e", "for (;;);", "--timeout", "200ms"], "loop without an end"),
        ] as [([String], String)])
    func badInputIsRefused(words: [String], text: String) throws {
        let result = try looplab(words)
        #expect(result.exit == .code(2) && result.errorLines.count == 1, "\(result)")
        #expect(result.errors.contains(text), "\(result.errors)")
    }

    @Test func aGameIsPlayedThroughAPipe() throws {
        let files = [
            "p.js": "setTimeout(() => console.log('t'), 0)\nPromise.resolve().then(() => console.log('j'))"
        ]
        let played = try looplab(["schedule", "p.js"], input: .text("2\n1\n1\n"), files: files)
        #expect(played.exit == .code(0), "\(played)")
        #expect(played.output.contains("setTimeout@1:11 may not run yet"), "\(played.output)")
        #expect(played.output.contains("output       j   t"), "\(played.output)")
        #expect(played.output.contains("2 picks, 1 refused"), "\(played.output)")
        #expect(played.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try looplab(["schedule", "p.js"], input: .text("1\n"), files: files).exit == .code(1))
    }
}
