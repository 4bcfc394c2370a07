// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// What is said before the command does anything: usage, help, versions.
@Suite struct CommandLineTests {
    @Test(
        arguments: [
            (["nosuch"], "'nosuch'"), ([""], "''"), (["--nosuch"], "'--nosuch'"), (["-x"], "'-x'"),
            (["--seed"], "--seed needs"), (["--seed", "x"], "whole number"), (["--seed=-1"], "whole number"),
            (["--seed=18446744073709551616"], "whole number"), (["--clock", "sundial"], "system or virtual"),
            (["--profile", "deno"], "node or browser"), (["run", "--profile=", "a.js"], "node or browser"),
            (["--clock"], "--clock needs"), (["--color=sometimes"], "auto, always or never"),
            (["--seed", "1", "stray"], "'stray'"), (["learn", "stray"], "'stray'"),
            (["learn", "--nosuch"], "'--nosuch'"),
            (["help", "nosuch"], "'nosuch'"),
            (["run"], "'-' for standard input"), (["run", "--clock", "virtual"], "'-' for standard input"),
            (["run", "--"], "'-' for standard input"), (["run", "-e"], "-e needs"),
            (["run", "--timeout"], "--timeout needs"),
            (["run", "--nosuch", "a.js"], "'--nosuch'"), (["run", "a.js", "--seed"], "--seed needs"),
            (["run", "--timeout", "soon", "a.js"], "500ms, 2s or 1m"),
            (["run", "--timeout=", "a.js"], "500ms, 2s or 1m"),
            (["run", "--timeout=0", "a.js"], "500ms, 2s or 1m"), (["run", "--timeout=-1s", "a.js"], "500ms, 2s or 1m"),
            (["run", "--timeout=1e400s", "a.js"], "500ms, 2s or 1m"), (["run", "--max-heap", "a.js"], "64M or 2G"),
            (["run", "--max-heap=1M", "a.js"], "at least 32M"), (["run", "--max-heap=9999999G", "a.js"], "64M or 2G"),
            (["run", "--seed=1.5", "a.js"], "whole number"), (["run", "--color=x", "a.js"], "auto, always or never"),
            (["run", ""], "file"),
        ] as [([String], String)])
    func misuseIsExplainedInOneLine(words: [String], named: String) throws {
        let result = try ProgramProcess(words, folder: ScratchFolder()).finish()
        #expect(result.exit == .code(2), "\(result)")
        #expect(result.output == "")
        #expect(result.errorLines.count == 1)
        #expect(result.errors.hasPrefix("looplab: ") && result.errors.contains(named), "\(result)")
        #expect(!result.errors.hasPrefix("looplab: looplab"), "the name stands there twice: \(result)")
    }

    @Test(arguments: [["trace", "--plain"], ["stats"], ["step", "--plain"], ["share"]])
    func wordsBehindTheProgramAreItsOwn(words: [String]) throws {
        let folder = try ScratchFolder()
        try folder.write("program.js", "console.log(process.argv.slice(2).join('+'))")
        let result = try ProgramProcess(words + ["program.js", "one", "--", "--two"], folder: folder).finish()
        #expect(result.exit == .code(0) && result.errors == "", "\(result)")
        if words[1...] == ["--plain"] { #expect(result.output.contains("one+--two"), "\(result)") }
    }

    @Test(arguments: ["why", "explain", "explore", "lint", "replay"])
    func otherCommandsRefuseAnOperandTooMany(name: String) throws {
        let words = [name, "a.js"] + (name == "why" ? ["1"] : name == "explain" ? ["--predicted", "a"] : [])
        let folder = try ScratchFolder()
        try folder.write("a.js", "console.log('a')")
        let result = try ProgramProcess(words + ["b.js"], folder: folder).finish()
        #expect(result.exit == .code(2) && result.errors.contains("b.js"), "\(result)")
    }

    @Test func versionIsOneLine() throws {
        let result = try looplab("--version")
        #expect(result.exit == .code(0) && result.errors == "")
        #expect(result.output.wholeMatch(of: /looplab \d+\.\d+\.\d+\n/) != nil, "\(result)")
    }

    @Test(arguments: ["--version", "--help", "run --help", "help learn"])
    func anUnwritableAnswerIsNoSuccess(words: String) throws {
        let folder = try ScratchFolder()
        for target in [">/dev/full", ">&-"] {
            let result = try ProgramProcess(shell: "exec \"$LOOPLAB\" \(words) \(target)", folder: folder).finish()
            #expect(result.exit == .code(3), "\(target): \(result)")
            #expect(result.errors.hasPrefix("looplab: cannot write"), "\(result)")
        }
    }

    @Test(arguments: [["help", "run", "stray"], ["--version", "stray"], ["--help", "--nosuch"]])
    func wordsBehindTheQuestionAreNotSwallowedSilently(words: [String]) throws {
        // Help and version may win over the rest, but then they must be given.
        let result = try ProgramProcess(words, folder: ScratchFolder()).finish()
        #expect(result.exit == .code(2) || (result.exit == .code(0) && result.output != ""))
    }
}
