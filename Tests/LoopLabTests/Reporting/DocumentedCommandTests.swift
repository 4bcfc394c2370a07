// SPDX-License-Identifier: MIT
import CivilTime
import EngineTesting
import Foundation
import Progress
import Testing

/// The commands of `Docs/class.md` and `Docs/report.md`, given one after the other as they stand there.
///
/// Not under a sanitizer, where no sandbox can be had to grade in.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct DocumentedCommandTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let exercise = "05-resilience/03-with-retry"

    /// The lines of all blocks of shell commands.
    private static func commands(of page: String) throws -> [String] {
        let text = try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8)
        return text.matches(of: /(?s)```sh\n(.*?)```/).flatMap { $0.1.split(separator: "\n").map(String.init) }
    }

    private let folder: ExerciseFolder

    /// What the pages take for granted: a roster, what was handed in, and learners' progress.
    init() throws {
        folder = try ExerciseFolder(isInitialized: false)
        let roster = "Student,ID,SIS User ID,SIS Login ID,Section\n\"Lovelace, Ada\",17,s1,ada,Monday\n"
        try folder.scratch.write("canvas-gradebook.csv", roster)
        let solution = Self.root.appendingPathComponent("Exercises/\(Self.exercise)/solution.js")
        let program = try String(contentsOf: solution, encoding: .utf8)
        for place in ["submissions", "handed-in"] {
            try folder.scratch.write("\(place)/ada/5.03.js", program)
        }
        try folder.scratch.write("progress/README.md", "from the learners\n")
        let store = try ProgressStore(path: folder.scratch.path + "/progress/ada.sqlite", mode: .readWrite)
        try store.setLearner(name: "ada", at: Timestamp(milliseconds: 1_767_571_200_000))
    }

    private func give(_ command: String) throws -> ProgramProcess.Result {
        try folder.shell(
            "looplab() { \"$LOOPLAB\" \"$@\"; }\n\(command)", environment: ["LOOPLAB_COURSE": Self.root.path])
    }

    @Test func theyDoWhatIsSaid() throws {
        let first = try Self.commands(of: "Docs/class.md")
        #expect(first.count == 5)
        for command in first {
            let result = try give(command)
            #expect(result.exit == .code(0), "\(command): \(result)")
        }
        #expect(folder.scratch.read("scores.csv")?.contains("\"Lovelace, Ada\",17,s1,ada,Monday,18") == true)

        let policy = try #require(folder.scratch.read("class.yaml"))
        try folder.scratch.write("class.yaml", policy + "sections:\n  monday: [ada]\n")
        let graded = try give("looplab grade handed-in/ -q --format jsonl=results.jsonl")
        #expect(graded.exit == .code(0), "\(graded)")
        let second = try Self.commands(of: "Docs/report.md")
        #expect(second.count == 3)
        for command in second {
            let result = try give(command)
            #expect(result.exit == .code(0) && result.errors.isEmpty, "\(command): \(result)")
            #expect(!result.output.isEmpty)
        }
        #expect(folder.scratch.read("monday.html")?.hasPrefix("<!DOCTYPE html>") == true)
    }
}
