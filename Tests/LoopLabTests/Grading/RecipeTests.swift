// SPDX-License-Identifier: MIT
import Coursework
import EngineTesting
import Foundation
import Gradebook
import Results
import Testing
import YAMLFields

@testable import looplab

/// The recipes of `Docs/ci` and the example of `Docs/class.md`: they use options that there are, and they run.
@Suite struct RecipeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let recipes = ["github-actions.yml", "gitlab-ci.yml", "Jenkinsfile", "grade.sh", "README.md"]

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Commands of looplab, with the lines that continue them.
    private static func commands(in text: String) -> [Substring] {
        let joined = text.replacing(/\\\n\s*/, with: " ").replacing(/\n\s+(?=--)/, with: " ")
        let pattern = /(?:"\$looplab"|\blooplab) (?:grade|feedback)\b[^\n`]*/
        return joined.matches(of: pattern).map(\.output)
    }

    @Test(arguments: recipes)
    func theirOptionsAndFormatsExist(_ name: String) throws {
        let text = try Self.text("Docs/ci/\(name)")
        let commands = Self.commands(in: text)
        #expect(!commands.isEmpty)
        for command in commands {
            let help = command.contains(" feedback") ? FeedbackCommand.help : GradeCommand.help
            for option in command.matches(of: /--[a-z][a-z-]*/) {
                #expect(help.contains("\(option.output) "), "\(option.output) in \(command)")
            }
            for format in command.matches(of: /--format (?<name>[a-z0-9-]+)/) {
                #expect(ResultFormat.named(String(format.name)) != nil, "\(command)")
            }
        }
    }

    @Test(arguments: recipes)
    func theirTargetsExistAndTheyHaveNoSecrets(_ name: String) throws {
        let text = try Self.text("Docs/ci/\(name)")
        let makefile = try Self.text("Makefile")
        for target in text.matches(of: /make -C looplab (?<name>[a-z-]+)/) {
            #expect(makefile.contains("\n\(target.name): "), "\(target.name)")
        }
        #expect(!text.contains("secrets.") && !text.contains("TOKEN") && !text.contains("credentialsId"))
    }

    private struct Problem: ReadingProblem {
        init(_ place: TextPlace, _ fault: YAMLFault) {}
        init(_ place: TextPlace, field: String, _ fault: FieldFault) {}
    }

    @Test(arguments: ["github-actions.yml", "gitlab-ci.yml"])
    func theYAMLOnesAreYAML(_ name: String) throws {
        let node = try YAMLReader<Problem>.read(Self.text("Docs/ci/\(name)"), file: name)
        guard case .mapping(let entries) = node.value else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.count >= 4)
    }

    @Test func theExampleOfTheClassFileIsRead() throws {
        let text = try Self.text("Docs/class.md")
        let outline = try #require(CourseOutline.load(at: Self.root.path).outline)
        let blocks = text.matches(of: /(?s)```yaml\n(?<text>.*?)```/).map { String($0.text) }
        #expect(blocks.count == 2)
        for (index, block) in blocks.enumerated() {
            let (policy, problems) = ClassFile.read(
                index == 0 ? block : "format: 1\n" + block, file: "class.yaml",
                exercises: outline.exercises.map(\.description))
            #expect(policy != nil && problems == [])
        }
    }

    @Test(arguments: [1, 3])
    func theShellRecipeGradesAClass(shards: Int) throws {
        let folder = try ExerciseFolder(isInitialized: false)
        try folder.scratch.write("class/ada/04-sleep.js", ExerciseFolder.sleep)
        try folder.scratch.write("class/bob b/04-sleep.js", ExerciseFolder.atOnce)
        try folder.scratch.write("class.yaml", "format: 1\n")
        let script = Self.root.appendingPathComponent("Docs/ci/grade.sh").path
        let variables = ["SHARDS": "\(shards)", "CLASS": "class.yaml", "GRADEBOOK": "book"]
        for _ in 1...2 {
            let result = try folder.shell("'\(script)' class out", environment: variables)
            #expect(result.exit == .code(1), "\(result)")
        }
        let output = folder.scratch.path + "/out"
        let files = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
        #expect(files == ["feedback", "junit.xml", "results.html", "results.jsonl", "results.sarif", "state"])
        let pages = try FileManager.default.contentsOfDirectory(atPath: output + "/feedback").sorted()
        #expect(pages == ["ada.html", "bob b.html"])
        let lines = try String(contentsOfFile: output + "/results.jsonl", encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(try GradebookStore(path: folder.scratch.path + "/book", mode: .readOnly).resultCount() == 2)
        // One part by itself writes no report.
        let part = try folder.shell("SHARD=1 '\(script)' class other", environment: variables)
        #expect(part.exit == .code(0), "\(part)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.scratch.path + "/other") == ["state"])
        let usage = try folder.shell("'\(script)' class")
        #expect(usage.exit == .code(2))
    }
}
