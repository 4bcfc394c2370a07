// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab explore`: the other orders a program can have.
@Suite struct ExploreCommandTests {
    private static let programs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Exploring")

    private func explore(_ program: String, _ options: String...) throws -> ProgramProcess.Result {
        let folder = try ScratchFolder()
        let text = try String(contentsOf: Self.programs.appending(path: program), encoding: .utf8)
        try folder.write(program, text)
        return try ProgramProcess(["explore"] + options + [program], folder: folder).finish()
    }

    @Test(
        arguments: [
            ("timeout-or-immediate.js", ["timeout, immediate", "immediate, timeout"]),
            (
                "search-box.js",
                [#"show results for "te", show results for "tea""#, #"show results for "tea", show results for "te""#]
            ),
            ("search-box-cancelled.js", [#"show results for "tea""#]),
            ("inside-io.js", ["immediate, timeout"]),
            ("inside-immediate.js", ["immediate, timeout", "timeout, immediate"]),
            ("chains.js", ["tick, a, c, b, d, timer"]),
            ("two-files.js", ["first, second", "second, first"]),
        ] as [(String, [String])])
    func everyOutputIsFound(program: String, outputs: [String]) throws {
        let result = try explore(program, "--json")
        #expect(result.errors == "")
        #expect(result.exit == .code(outputs.count > 1 ? 1 : 0))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let found = try #require(object["outputs"] as? [[String: Any]])
        #expect(found.compactMap { ($0["lines"] as? [String])?.joined(separator: ", ") } == outputs)
        #expect(object["isComplete"] as? Bool == true)
    }

    @Test func theReportSaysHowToHaveAnOrderAgainAndWhatIsGuaranteed() throws {
        let result = try explore("timeout-or-immediate.js")
        for words in [
            "2 different outputs (2 runs, every open order was tried)", "trace --choices 1 timeout-or-immediate.js",
            #"Luck        "timeout" before "immediate", or after it."#,
        ] {
            #expect(result.output.contains(words), "\(words)")
        }
        #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    // A search that drew random numbers from its own seed took them for other orders, which nobody could have again.
    @Test func randomNumbersAreNoOrder() throws {
        let folder = try ScratchFolder()
        try folder.write(
            "random.js",
            """
            const fs = require('fs')
            for (let i = 0; i < 12; i += 1) fs.stat(__filename, () => {})
            console.log(Math.random())
            """)
        let result = try ProgramProcess(["explore", "--runs", "20", "random.js"], folder: folder).finish()
        #expect(result.exit == .code(0) && result.output.contains("the same output every time"), "\(result)")
    }

    @Test func anOrderIsHadAgainWithTheOptionsItWasFoundWith() throws {
        let folder = try ScratchFolder()
        let code = "setTimeout(() => console.log('t', Math.random()), 0); setImmediate(() => console.log('i'))"
        let result = try ProgramProcess(["explore", "--seed", "7", "-e", code], folder: folder).finish()
        let words = try #require(result.output.split(separator: "\n").first { $0.contains("again:") })
        let expected = #"looplab trace --choices 1 --seed 7 -e 'setTimeout(() => console.log('\''t'\''"#
        #expect(words.contains(expected), "\(words)")
    }

    @Test func aChosenOrderCanBeHadAgain() throws {
        let folder = try ScratchFolder()
        try folder.write("program.js", "setTimeout(() => console.log('t'), 0); setImmediate(() => console.log('i'))")
        for (choices, order) in [("0", "t i"), ("1", "i t")] {
            let words = ["trace", "--plain", "--choices", choices, "program.js"]
            let output = try ProgramProcess(words, folder: folder).finish().output
            let printed = output.split(separator: "\n").compactMap { $0.firstMatch(of: /output .*"(\w)\\n"/)?.output.1 }
            #expect(printed.joined(separator: " ") == order)
        }
    }

    @Test(
        arguments: [
            (["explore"], "for standard input"), (["explore", "--runs", "0", "a.js"], "--runs"),
            (["explore", "--clock", "system", "a.js"], "real time cannot be chosen"),
            (["explore", "--choices", "1,x", "a.js"], "--choices"),
            (["explore", "missing.js"], "cannot read missing.js"),
            (["explore", "a.js", "b.js"], "b.js"),
        ] as [([String], String)])
    func badInputIsRefused(words: [String], text: String) throws {
        let folder = try ScratchFolder()
        try folder.write("a.js", "1")
        let result = try ProgramProcess(words, folder: folder).finish()
        #expect(result.exit == .code(2) && result.output.isEmpty)
        #expect(result.errors.contains(text), "\(result.errors)")
    }
}
