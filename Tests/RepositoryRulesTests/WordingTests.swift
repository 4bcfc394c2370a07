// SPDX-License-Identifier: MIT
import Testing

/// Words that every file has, and words that none may have.
@Suite struct WordingTests {
    @Test func everySourceNamesItsLicence() throws {
        let identifier = "SPDX-License-Identifier: " + "MIT"
        let found = try Repository.sources.filter { path in
            let lines = try Repository.lines(of: path)
            // Above it may stand only what a tool wants on the first line.
            let isTaken = lines.first.map { $0.hasPrefix("#!") || $0.hasPrefix("// swift-tools-version") } ?? false
            return lines.dropFirst(isTaken ? 1 : 0).first?.contains(identifier) != true
        }
        #expect(found == [])
    }

    @Test func nothingIsLeftForLater() throws {
        let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
        let found = try search(Repository.sources) { line in
            line.split { !($0.isLetter || $0 == "_") }.contains { marks.contains(String($0)) }
        }
        #expect(found == [])
    }

    @Test func noFileNamesAPlaceOnSomebodysMachine() throws {
        let places = ["/home", "/root", "/Users", "/tmp", "/work"].map { $0 + "/" }
        let documents = Repository.files(withExtensions: ["md"])
        let sources = Repository.sources.filter { !$0.hasPrefix("Tests/") }
        let found = try search(sources + documents) { line in places.contains { line.contains($0) } }
        #expect(found == [])
    }

    @Test func uncheckedSendabilityKeepsToItsBudget() throws {
        let paths = Repository.files(withExtensions: ["swift"], below: ["Sources/"])
        let found = try search(paths) { $0.contains(": @unchecked " + "Sendable") }
        #expect(found.count <= 3, "\(found)")
    }

    private func search(_ paths: [String], for isFound: (String) -> Bool) throws -> [String] {
        try paths.flatMap { path in
            let lines = try Repository.lines(of: path)
            return lines.indices.filter { isFound(lines[$0]) }.map { "\(path):\($0 + 1)" }
        }
    }
}
