// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab lint` as people and machines see it; what it finds is tested with the coach's programs.
@Suite struct LintCommandTests {
    private static let floating = """
        async function save() {
          await new Promise((resolve) => { setTimeout(resolve, 20); });
        }
        (async () => {
        \tsave();
          console.log('done');
        })();
        """

    @Test func aFindingHasItsPlaceItsLineItsEvidenceAndItsFix() throws {
        let folder = try ScratchFolder()
        let path = try folder.write("src/save.js", Self.floating)
        let result = try ProgramProcess(["lint", path], folder: folder).finish()
        #expect(result.exit == .code(1) && result.errors == "", "\(result)")
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.first == "\(path):5:2  floating promise")
        #expect(lines[1...2] == ["  5 |  save();", "       ^"])
        #expect(lines.contains { $0.hasPrefix("  Fix: ") } && lines.contains { $0.hasPrefix("  Lesson 6.1") })
        #expect(result.output.hasSuffix("\(path): 1 finding\n"))
    }

    @Test func textFitsIntoEightyColumns() throws {
        let folder = try ScratchFolder()
        let long = "const words = [" + Array(repeating: "'🙂 a long line'", count: 20).joined(separator: ", ") + "];"
        try folder.write("a.js", "\(long) Promise.reject(new Error('\(String(repeating: "no ", count: 60))'));\n")
        let result = try ProgramProcess(["lint", "a.js"], folder: folder).finish()
        #expect(result.exit == .code(1))
        for line in result.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        #expect(result.output.contains("unhandled or late-handled rejection"))
    }

    @Test func severalProgramsAreRunEachByItself() throws {
        let folder = try ScratchFolder()
        try folder.write("clean.js", "setTimeout(() => console.log('a'), 10);\n")
        try folder.write("save.js", Self.floating)
        let result = try ProgramProcess(["lint", "clean.js", "save.js"], folder: folder).finish()
        #expect(result.exit == .code(1))
        #expect(result.output.contains("clean.js: nothing found\n") && result.output.contains("save.js: 1 finding\n"))
        let clean = try ProgramProcess(["lint", "clean.js"], folder: folder).finish()
        #expect(clean.exit == .code(0) && clean.output == "clean.js: nothing found\n", "\(clean)")
    }

    @Test func aProgramThatDoesNotEndIsCut() throws {
        let folder = try ScratchFolder()
        try folder.write("beat.js", "(function beat() { setTimeout(beat, 100); })();\n")
        let result = try ProgramProcess(["lint", "--events", "500", "beat.js"], folder: folder).finish()
        #expect(result.exit == .code(0), "\(result)")
        #expect(result.output.contains("The run was cut (event limit)"))
        #expect(result.errors.contains("--events"))
    }

    @Test func whatDoesNotParseIsNotClean() throws {
        let folder = try ScratchFolder()
        try folder.write("typo.js", "const = 1;\n")
        let result = try ProgramProcess(["lint", "typo.js"], folder: folder).finish()
        #expect(result.exit == .code(1) && result.output.contains("SyntaxError"), "\(result)")
    }

    @Test func jsonNamesTheFieldsThatTheHelpPromises() throws {
        let folder = try ScratchFolder()
        try folder.write("save.js", Self.floating)
        let result = try ProgramProcess(["lint", "--json", "save.js"], folder: folder).finish()
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(object?["version"] as? Int == 1 && object?["count"] as? Int == 1)
        let program = try #require((object?["programs"] as? [[String: Any]])?.first)
        #expect(program["program"] as? String == "save.js" && program["cut"] is NSNull && program["error"] is NSNull)
        let finding = try #require((program["findings"] as? [[String: Any]])?.first)
        #expect(finding["pattern"] as? String == "floating-promise")
        #expect(finding["line"] as? Int == 5 && finding["column"] as? Int == 2 && finding["count"] as? Int == 1)
        let names = ["title", "file", "evidence", "fix", "lesson", "related"]
        #expect(names.allSatisfy { finding[$0] != nil })
        let help = try ProgramProcess(["lint", "--help"], folder: folder).finish().output
        #expect((names + Array(finding.keys) + Array(program.keys)).allSatisfy { help.contains("\"\($0)\"") })
        #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test(arguments: [
        (["lint"], "run what"), (["lint", "--nosuch", "a.js"], "--nosuch"), (["lint", "no.js"], "no.js"),
    ])
    func misuse(words: [String], named: String) throws {
        let result = try ProgramProcess(words, folder: ScratchFolder()).finish()
        #expect(result.exit == .code(2) && result.errors.contains(named), "\(result)")
    }
}
