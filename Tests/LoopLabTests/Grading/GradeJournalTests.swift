// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab grade` that is ended before it has come to its end, goes on, or is divided among machines.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct GradeJournalTests {
    private static let learners = (0..<12).map { "learner-\($0 < 10 ? "0" : "")\($0)" }

    private static func folder(withEndless: Bool = false) throws -> ClassFolder {
        var submissions: [String: String] = [:]
        for (index, learner) in learners.enumerated() {
            submissions[learner] = (index % 3 == 0 ? ClassFolder.wrong : ClassFolder.right) + "// \(index)\n"
        }
        // So that there is time for a signal.
        if withEndless { submissions["zoe"] = ClassFolder.endless }
        return try ClassFolder(submissions)
    }

    @Test func aKillCostsNothingThatWasWritten() throws {
        let folder = try Self.folder()
        _ = try folder.grade("--state", "whole", "--format", "jsonl=whole.jsonl", "class")
        for count in [0, 1, 3, 6, 11] {
            let state = "state-\(count)"
            let process = try folder.start(["--jobs", "1", "--state", state, "class"])
            #expect(folder.wait(forResults: count, in: state))
            process.signal(SIGKILL)
            _ = try process.finish()
            let before = folder.journal(state)
            let result = try folder.grade("--resume", "--state", state, "--format", "jsonl=again.jsonl", "class")
            #expect(result.exit == .code(1), "\(result)")
            #expect(folder.scratch.read("again.jsonl") == folder.scratch.read("whole.jsonl"), "after \(count)")
            let after = folder.journal(state)
            #expect(Set(after).count == after.count && after.starts(with: before), "after \(count)")
        }
    }

    @Test func anInterruptSaysHowToGoOn() throws {
        let folder = try Self.folder(withEndless: true)
        let process = try folder.start(["--jobs", "1", "class", "--format", "jsonl=r.jsonl"])
        let states = folder.scratch.path + "/state/looplab/grade"
        var found: String?
        while found == nil {
            found = try? FileManager.default.contentsOfDirectory(atPath: states).first
            sched_yield()
        }
        let state = "state/looplab/grade/\(found ?? "")"
        #expect(folder.wait(forResults: 1, in: state))
        process.signalGroup(SIGINT)
        let result = try process.finish()
        #expect(result.exit == .code(130) && result.errors.contains("--resume"), "\(result)")
        #expect(folder.scratch.read("r.jsonl") == nil)
        // The same words find the same journal.
        let again = try folder.grade("class", "--resume", "--format", "jsonl=r.jsonl", "--only", "sleep")
        #expect(again.exit == .code(1) && folder.verdicts("r.jsonl").count == 13, "\(again)")
        let journal = folder.journal(state)
        #expect(Set(journal).count == journal.count && journal.count == 13)
    }

    @Test func onlyWhatHasChangedIsGradedAgain() throws {
        let folder = try Self.folder()
        _ = try folder.grade("--state", "s", "--format", "jsonl=1", "class")
        try folder.scratch.write("class/learner-00/sleep.js", ClassFolder.right)
        let result = try folder.grade("--state", "s", "--regrade", "changed", "--format", "jsonl=2", "class")
        #expect(result.exit == .code(1), "\(result)")
        #expect(folder.journal("s").suffix(1) == ["class/learner-00/sleep.js"] && folder.journal("s").count == 13)
        #expect(folder.verdicts("1").first == "learner-00 failed" && folder.verdicts("2").first == "learner-00 passed")
        _ = try folder.grade("--state", "s", "--regrade", "failed", "--format", "jsonl=3", "class")
        #expect(folder.journal("s").count == 16 && folder.scratch.read("3") == folder.scratch.read("2"))
    }

    @Test func thePartsOfABatchMakeTheWhole() throws {
        let folder = try Self.folder()
        _ = try folder.grade("--format", "jsonl=whole", "--format", "junit=whole.xml", "class")
        for number in 1...3 {
            let part = try folder.grade(
                "--shard", "\(number)/3", "--state", "s\(number)", "--format", "jsonl=x", "class")
            #expect(part.exit == .code(1) || part.exit == .code(0), "\(part)")
        }
        for order in [["s1", "s2", "s3"], ["s3/journal.jsonl", "s1", "s2", "s1"]] {
            let merged = try folder.start(
                ["merge"] + order + ["--format", "jsonl=merged", "--format", "junit=merged.xml"]
            ).finish()
            #expect(merged.exit == .code(1), "\(merged)")
            #expect(folder.scratch.read("merged") == folder.scratch.read("whole"))
            #expect(folder.scratch.read("merged.xml") == folder.scratch.read("whole.xml"))
        }
        let part = try folder.grade("merge", "s1", "s3")
        #expect(part.exit == .code(3) && part.errors.contains("of 3 parts these are missing: 2"), "\(part)")
    }

    @Test func oneJournalHasOneWriter() throws {
        let folder = try Self.folder(withEndless: true)
        let first = try folder.start(["--jobs", "1", "--state", "s", "class"])
        #expect(folder.wait(forResults: 1, in: "s"))
        let second = try folder.grade("--resume", "--state", "s", "class")
        #expect(second.exit == .code(3) && second.errors.contains("another looplab grade"), "\(second)")
        first.signal(SIGKILL)
        _ = try first.finish()
        #expect(try folder.grade("--resume", "--state", "s", "class").exit == .code(1))
    }
}
