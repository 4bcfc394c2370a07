// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// What `looplab trace` shows of the programs in Timelines/, each with the page beside it.
@Suite struct TimelineCommandTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Timelines")

    private static let programs: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".js") }.map { String($0.dropLast(3)) }.sorted()
    }()

    @Test func thereArePrograms() { #expect(Self.programs.count >= 6) }

    // A page that is missing is written and fails the test once, so that somebody reads it.
    @Test(arguments: programs)
    func aProgramHasItsPage(_ name: String) throws {
        let program = Self.folder.appendingPathComponent(name + ".js")
        let page = Self.folder.appendingPathComponent(name + ".timeline")
        let first = try String(contentsOf: program, encoding: .utf8).prefix { $0 != "\n" }
        let words = first.split(separator: " ").dropFirst().filter { $0.hasPrefix("--") || $0.hasPrefix("=") }
        let arguments = ["trace", "--level", "queues"] + words.map(String.init) + [program.path]
        let result = try ProgramProcess(arguments, folder: ScratchFolder()).finish()
        if !FileManager.default.fileExists(atPath: page.path) {
            try result.output.write(to: page, atomically: true, encoding: .utf8)
            Issue.record("\(page.path) was written: read it, then run again")
        }
        #expect(try result.output == String(contentsOf: page, encoding: .utf8))
    }
}
