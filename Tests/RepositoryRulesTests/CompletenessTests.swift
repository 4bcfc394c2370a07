// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Files that belong together are all there.
@Suite struct CompletenessTests {
    @Test func everyBuiltinIsEmbedded() throws {
        let directory = "Sources/CScriptEngine/"
        let table = try Repository.text(of: directory + "Builtins.c")
        let embedded = table.matches(of: /(?m)^#embed "(?<path>[^"]+)"/).map { directory + $0.path }
        let onDisk = Repository.files(withExtensions: ["js"], below: [directory + "builtins/"])
        #expect(embedded.sorted() == onDisk, "run Scripts/embed-builtins")
        #expect(table.matches(of: /(?m)^    \{"/).count == onDisk.count)
    }

    @Test func everyProgramIsRecorded() {
        let files = Repository.files.filter { Repository.isRecorded($0) && !$0.contains("/fixtures/") }
        func names(_ extensions: Set<String>) -> Set<String> {
            let chosen = files.filter { extensions.contains(($0 as NSString).pathExtension) }
            return Set(chosen.map { ($0 as NSString).deletingPathExtension })
        }
        let programs = names(["js", "mjs"])
        let recordings = names(["expected"])
        #expect(programs.subtracting(recordings).sorted() == [], "run Scripts/record-fixtures")
        #expect(recordings.subtracting(programs).sorted() == [])
        #expect(names(["exitcode"]).subtracting(programs).sorted() == [])
    }

    @Test func exitCodesAreNumbersOtherThanZero() throws {
        let found = try Repository.files(withExtensions: ["exitcode"]).filter { path in
            let text = try Repository.text(of: path).trimmingCharacters(in: .whitespacesAndNewlines)
            return !(1...255).contains(Int(text) ?? 0)
        }
        #expect(found == [])
    }

    @Test func theReadmeBeginsWithItsTwoCommands() throws {
        let lines = try Repository.lines(of: "README.md")
        let block = lines.drop { !$0.hasPrefix("```") }.dropFirst().prefix { !$0.hasPrefix("```") }
        let commands = block.map { $0.split(separator: "#")[0].trimmingCharacters(in: .whitespaces) }
        #expect(commands == ["make learn", "make test"])
    }

    @Test func theMakefileExplainsWhatTheReadmeNames() throws {
        let targets = try Repository.text(of: "Makefile").matches(of: /(?m)^(?<name>[a-z-]+):/).map { String($0.name) }
        for document in ["README.md", "CONTRIBUTING.md", ".ci/run"] {
            let named = try Repository.text(of: document).matches(of: /\bmake (?<name>[a-z]+(?:-[a-z]+)*)/)
            let unknown = Set(named.map { String($0.name) }).subtracting(targets)
            #expect(unknown == [], "\(document)")
        }
    }

    @Test func theArchitectureNamesFilesThatExist() throws {
        let text = try Repository.text(of: "ARCHITECTURE.md")
        let named = Set(text.matches(of: /\b[A-Z]\w+\/[\w\/+]+\.(?:swift|cpp|c|js)\b/).map { "Sources/\($0.output)" })
        #expect(named.count > 10)
        #expect(named.subtracting(Repository.files).sorted() == [])
    }
}
