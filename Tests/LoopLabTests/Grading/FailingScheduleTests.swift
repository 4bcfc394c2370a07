// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// A check for any order tells of a failure by a token, which opens the schedule that brought it about.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct FailingScheduleTests {
    /// The first permit is given twice where it is handed over while somebody else takes one.
    private static let exercise = "05-resilience/04-semaphore"
    private static let wrong = "grows-with-each-handover.js"

    @Test func theTokenOpensTheStepView() throws {
        let folder = try ScratchFolder()
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..").path
        let text = try String(contentsOfFile: "\(root)/Exercises/\(Self.exercise)/wrong/\(Self.wrong)", encoding: .utf8)
        try folder.write("class/ada/\(Self.exercise).js", text)
        let graded = try looplab(["grade", "class", "--quiet", "--format", "json", "--state", "state"], in: folder)
        #expect(graded.exit == .code(1), "\(graded)")
        let token = try #require(graded.output.firstMatch(of: /"replay":"([A-Za-z0-9_-]+)"/)?.output.1)
        let steps = try looplab(["replay", String(token), "--step", "--plain"], in: folder)
        #expect(steps.exit == .code(0) && steps.output.hasPrefix("step 1 of "), "\(steps)")
        #expect(steps.output.contains("in: semaphore"))
        #expect(steps.errors.contains("04-semaphore.js"))
    }

    private func looplab(_ words: [String], in folder: ScratchFolder) throws -> ProgramProcess.Result {
        try ProgramProcess(words, folder: folder).finish(timeout: .seconds(60))
    }
}
