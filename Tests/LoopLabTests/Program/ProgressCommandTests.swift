// SPDX-License-Identifier: MIT
import CivilTime
import EngineTesting
import Foundation
import Progress
import Testing

/// `looplab progress`: what it shows, carries elsewhere and refuses.
@Suite struct ProgressCommandTests {
    private let folder: ScratchFolder
    private let database: String

    init() throws {
        folder = try ScratchFolder()
        database = folder.path + "/data/progress.sqlite"
    }

    private func progress(
        _ words: String..., at database: String? = nil, input: ProgramProcess.Input = .none
    ) throws -> ProgramProcess.Result {
        try ProgramProcess(
            ["progress"] + words, input: input,
            environment: ["LOOPLAB_DB": database ?? self.database, "LOOPLAB_COURSE": folder.path], folder: folder
        ).finish()
    }

    private func fill(_ path: String? = nil, count: Int = 3, name: String = "Ada") throws {
        let store = try ProgressStore(path: path ?? database, mode: .readWrite)
        try store.setLearner(name: name, at: Timestamp(milliseconds: 1_772_357_400_000))
        for index in 0..<count {
            let time = Timestamp(milliseconds: 1_772_357_400_000 + Int64(index) * 60_000)
            try store.append(
                Attempt(
                    course: "async", exercise: "02-the-loop/04-two-chains", kind: .predict, answer: "\u{1b}[31m",
                    verdict: index % 2 == 0 ? .failed : .passed, duration: 60_000, concepts: ["then"],
                    misconceptions: index % 2 == 0 ? ["one-job"] : [], started: time, ended: time, offset: 0,
                    appVersion: "0.1.0"))
        }
    }

    @Test func aNewLearnerIsToldHowItBegins() throws {
        let result = try progress()
        #expect(result.exit == .code(0) && result.errors == "")
        #expect(result.output.contains("Nothing is recorded yet"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/data"))
    }

    @Test func whatWasDoneIsShown() throws {
        try fill()
        let result = try progress()
        #expect(
            result.output == """
                 Progress of Ada

                   02-the-loop            1 exercise passed

                   Days in a row          0 (most: 1)
                   Attempts               3, 1 passed · 3 min

                 Weak concepts
                   then                   ████░░░░░░░░  1 of 3 right · due now

                 Misconceptions that showed
                   one-job                2 times, last 2026-03-01 at 02-the-loop/04-two-chains

                 1 concept is due: looplab review

                """, "\(result)")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(progress("--json").output.utf8)) as? [String: Any])
        #expect(json["attempts"] as? Int == 3)
        #expect(json["learner"] as? String == "Ada")
    }

    @Test func aCourseAtHandGivesTotals() throws {
        try fill()
        try folder.write(
            "course/Lessons/course.yaml",
            "format: 1\nid: async\ntitle: Asynchronous\ntracks:\n  02-the-loop: The loop\n")
        for name in ["04-two-chains", "05-other"] {
            try folder.write("course/Exercises/02-the-loop/\(name)/exercise.yaml", "format: 1\n")
        }
        try folder.write("course/Lessons/02-the-loop/01-tasks.md", "---\ntitle: Tasks\n---\n")
        let result = try progress("--course", "course")
        let row = "   The loop               ██████░░░░░░  1/2 exercises · 0/1 lesson\n"
        #expect(result.output.contains(row), "\(result)")
        #expect(try progress("--course", "nowhere").exit == .code(2))
    }

    @Test func anExportGoesToAnotherDevice() throws {
        try fill()
        let other = folder.path + "/other/progress.sqlite"
        try fill(other, count: 2)
        let export = try progress("export", "out.jsonl")
        #expect(export.exit == .code(0) && export.errors.contains("3 attempts"), "\(export)")
        let first = try progress("import", "out.jsonl", at: other)
        #expect(first.output == "out.jsonl: 3 new attempts, 0 known already; 1 new device\n", "\(first)")
        let again = try progress("merge", "-", at: other, input: .text(progress("export").output))
        #expect(again.output == "standard input: 0 new attempts, 3 known already\n", "\(again)")
        let back = try progress("import", other)
        #expect(back.output == "\(other): 2 new attempts, 3 known already; 1 new device\n", "\(back)")
        #expect(try progress("export").output == progress("export", at: other).output)
        let verified = try progress("verify")
        #expect(verified.exit == .code(0))
        #expect(verified.output == "5 attempts of 2 devices: every chain is whole, every sum is right\n")
    }

    @Test func anEditedExportIsRefusedByName() throws {
        try fill()
        let text = try progress("export").output
        try folder.write("edited.jsonl", text.replacingOccurrences(of: "\"failed\"", with: "\"passed\""))
        let result = try progress("import", "edited.jsonl", at: folder.path + "/new.sqlite")
        #expect(result.exit == .code(2))
        #expect(result.errors.hasPrefix("looplab: edited.jsonl:3: attempt 1 of device "), "\(result)")
        #expect(result.errors.contains("at 02-the-loop/04-two-chains: was edited"))
    }

    @Test(
        arguments: [
            (["dance"], 2, "progress cannot 'dance': it takes show, export"), (["import"], 2, "import what?"),
            (["export", "a", "b"], 2, "'b'"), (["--since", "yesterday"], 2, "2026-03-01, or 7d"),
            (["verify", "--since", "7d"], 2, "--since belongs to looplab progress"),
            (["export", "--json"], 2, "--json belongs"), (["--rebuild"], 2, "progress verify"),
            (["import", "nowhere.jsonl"], 2, "nowhere.jsonl"), (["import", "."], 2, "directory"),
            (["export", "no/such/place"], 3, "no/such/place"),
        ] as [([String], Int32, String)])
    func misuseIsExplained(words: [String], code: Int32, named: String) throws {
        let result = try ProgramProcess(
            ["progress"] + words, environment: ["LOOPLAB_DB": database], folder: folder
        ).finish()
        #expect(result.exit == .code(code), "\(result)")
        #expect(result.output == "" && result.errorLines.count == 1 && result.errors.contains(named), "\(result)")
    }

    @Test func whatIsNoDatabaseIsLeftAsItIs() throws {
        let path = try folder.write("notes.txt", "my notes, which nobody may overwrite")
        for words in [[], ["verify"], ["export"], ["name", "Ada"]] as [[String]] {
            let result = try ProgramProcess(
                ["progress"] + words, environment: ["LOOPLAB_DB": path], folder: folder
            ).finish()
            #expect(result.exit == .code(3) && result.errors.contains("is no SQLite database"), "\(result)")
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "my notes, which nobody may overwrite")
    }

    @Test func theNameIsSetAndTakenAway() throws {
        #expect(try progress("name").output == "")
        #expect(try progress("name", " Ada  L\u{1b}").exit == .code(0))
        #expect(try progress("name").output == "Ada L\\u{1b}\n")
        #expect(try progress("name", "").exit == .code(0))
        #expect(try progress("name").output == "")
    }
}
