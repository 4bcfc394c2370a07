// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab grade`: what it finds, what it says, and with which code it ends.
///
/// Not under a sanitizer, where no sandbox can be had: sanitizers map memory that its limits do not allow.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct GradeCommandTests {
    @Test func aClassIsGradedTheSameByOneJobAndByFour() throws {
        let folder = try ClassFolder([
            "ann": ClassFolder.right, "bo": ClassFolder.wrong, "cy": ClassFolder.endless, "di": "", "ed": "(",
            "zoe": ClassFolder.right,
        ])
        try folder.scratch.write("class/ann/01-one-thread/01-two-lines.txt", "# mine\nscript timer\n")
        try folder.scratch.write("class/ann/which-queue.txt", "b\n")
        try folder.scratch.write("class/ann/1.03.txt", "80 ms\n")
        let formats = ["json", "jsonl", "junit", "tap", "csv"]
        for jobs in ["1", "4"] {
            let reports = formats.flatMap { ["--format", "\($0)=\(jobs).\($0)"] }
            let result = try folder.start(["--jobs", jobs] + reports + ["class"]).finish(timeout: .seconds(60))
            #expect(result.exit == .code(1) && result.output.isEmpty, "\(result)")
            #expect(result.errors.contains("9 submissions · 4 pass · 3 fail · 1 stopped (1 endless loop) · 1 cannot"))
            #expect(result.errors.contains(" reports: \(jobs).json  ") && result.errors.contains("   exit 1\n"))
        }
        #expect(
            folder.verdicts("1.jsonl") == [
                "ann passed", "ann failed", "ann passed", "ann passed", "bo failed", "cy stopped", "di refused",
                "ed failed", "zoe passed",
            ])
        let possible = folder.members("possible", of: "1.jsonl")
        #expect(possible[6] == possible[4] && possible[6] != "0", "a file that is refused is worth what others are")
        for format in formats {
            let (one, four) = (folder.scratch.read("1.\(format)"), folder.scratch.read("4.\(format)"))
            #expect(one == four && one?.isEmpty == false, "\(format)")
            #expect(one?.contains(folder.scratch.path) == false, "\(format) names this machine's paths")
        }
    }

    /// Budgets are counts and processor time, so that a verdict does not depend on who else computes.
    @Test func aLoadedMachineGradesTheSame() throws {
        let submissions = [
            ClassFolder.right, ClassFolder.wrong, "exports.sleep = (ms) => new Promise(() => {})",
            "for (let n = 0; n < 1e5; n += 1);\n" + ClassFolder.right,
        ]
        let names = (0..<8).map { "learner-\(10 + $0)" }
        let folder = try ClassFolder(
            Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, submissions[$0 % submissions.count]) }))
        func report(_ name: String, jobs: Int) throws -> String? {
            _ = try folder.start(["--jobs", "\(jobs)", "--state", "\(name)-state", "--format", "json=\(name)", "class"])
                .finish(timeout: .seconds(120))
            return folder.scratch.read(name)
        }
        let quiet = try report("quiet", jobs: 2)
        let load = ProcessorLoad(threads: 2 * ProcessInfo.processInfo.activeProcessorCount)
        let loaded = try [report("one", jobs: 1), report("four", jobs: 4)]
        load.end()
        #expect(quiet?.isEmpty == false)
        for report in loaded { #expect(report == quiet) }
    }

    @Test func theCodeSaysWhetherAllHavePassed() throws {
        let folder = try ClassFolder(["ann": ClassFolder.right])
        #expect(try folder.grade("class").exit == .code(0))
        try folder.scratch.write("class/ann/slep.js", ClassFolder.right)
        let stray = try folder.grade("class")
        #expect(stray.exit == .code(1) && stray.errors.contains("left out: class/ann/slep.js"), "\(stray)")
        #expect(try folder.grade("--exit-zero", "class").exit == .code(0))
        let quiet = try folder.grade("-q", "--only", "sleep", "--format", "jsonl=r", "class")
        #expect(quiet.exit == .code(1) && !quiet.errors.contains("submission"), "\(quiet)")
        let unwritable = try folder.grade("--exit-zero", "--format", "jsonl=no/such/place", "class")
        #expect(
            unwritable.exit == .code(3) && unwritable.errors.contains("cannot write no/such/place"), "\(unwritable)")
    }

    /// Words that make no whole, and a part of what is said.
    static let misuses: [(words: [String], says: String)] = [
        ([], "grade what?"), (["merge"], "merge what?"), (["nowhere"], "cannot read nowhere"),
        (["-", "class"], "by itself"),
        (["--format", "xml", "class"], "FORMAT"), (["--format", "json=", "class"], "FORMAT"),
        (["--format", "json", "--json", "class"], "standard output"),
        (["--format", "json=a", "--format", "csv=a", "class"], "two reports would go to a"),
        (["--jobs", "0", "class"], "--jobs"), (["--jobs", "x", "class"], "--jobs"),
        (["--shard", "3/2", "class"], "2/5"),
        (["--regrade", "some", "class"], "changed, failed or all"),
        (["--resume", "--regrade", "all", "class"], "say different"),
        (["--only", "slep", "class"], "slep"), (["--exercise", "sleep", "class"], "single file"),
        (["--root", ".", "class"], "--root"), (["--speed", "class"], "no option"),
        (["empty"], "no submission in empty"),
        (["class", "--only", "1.01"], "no submission"), (["loose.js"], "which exercise"),
        (["merge", "--jobs", "2", "j"], "--jobs"), (["merge", "j"], "no journal"), (["broken.zip"], "no zip archive"),
        (["--state", "class/ann/sleep.js", "class"], "cannot write"),
    ]

    @Test func wrongUseIsSaid() throws {
        let folder = try ClassFolder(["ann": ClassFolder.right])
        try folder.scratch.write("empty/bo/notes.md", "")
        try folder.scratch.write("broken.zip", "PK")
        try folder.scratch.write("loose.js", "")
        for (words, says) in Self.misuses {
            let result = try folder.start(words).finish()
            let code: Int32 = words.first == "--state" ? 3 : 2
            #expect(result.exit == .code(code) && result.errors.contains(says), "\(words): \(result)")
            #expect(result.errorLines.allSatisfy { $0.hasPrefix("looplab: ") }, "\(words): \(result)")
        }
    }

    @Test func aFileAListAndAFolderAreGradedAlike() throws {
        let folder = try ClassFolder(["ann": ClassFolder.right, "bo": ClassFolder.wrong])
        _ = try folder.grade("--format", "jsonl=folder", "class")
        let list =
            "learner,exercise,path,submitted\r\nbo,1.04,class/bo/sleep.js,2026-03-01T09:30:00Z\r\n"
            + "ann,sleep,class/ann/sleep.js,\r\n\r\n"
        let listed = try folder.grade("--format", "jsonl=list", "-", input: .text(list))
        #expect(listed.exit == .code(1), "\(listed)")
        let file = try folder.grade("--format", "jsonl=file", "class/ann/sleep.js", "class/bo/sleep.js")
        #expect(file.exit == .code(1), "\(file)")
        #expect(folder.verdicts("folder") == ["ann passed", "bo failed"])
        #expect(folder.scratch.read("file") == folder.scratch.read("folder"))
        #expect(folder.verdicts("list") == folder.verdicts("folder"))
        #expect(folder.scratch.read("list")?.contains("\"submittedAt\":1772357400000") == true)
        let named = try folder.grade(
            "--learner", "cy", "--exercise", "1.04", "--format", "jsonl=named", "class/ann/sleep.js")
        #expect(named.exit == .code(0) && folder.verdicts("named") == ["cy passed"], "\(named)")
        let wrong = try folder.grade("-", input: .text(list + "cy,slep,class/cy/sleep.js,\n"))
        #expect(wrong.exit == .code(2) && wrong.errors.contains("line 5 of the list"), "\(wrong)")
    }

    @Test func summaryAndOutputsGoToTheFilesOfGitHub() throws {
        let folder = try ClassFolder(["ann": ClassFolder.right])
        try folder.scratch.write("summary", "# Before\n")
        let places = ["GITHUB_STEP_SUMMARY": "summary", "GITHUB_OUTPUT": "outputs"]
        let result = try folder.grade("--format", "github", "class", environment: places)
        #expect(result.exit == .code(0) && result.output.contains("::notice"), "\(result)")
        #expect(folder.scratch.read("summary")?.hasPrefix("# Before\n## LoopLab\n") == true)
        #expect(folder.scratch.read("outputs")?.hasPrefix("result=pass\nsubmissions=1\n") == true)
        let other = try folder.grade("--format", "tap=t", "class", environment: ["GITHUB_OUTPUT": "none"])
        #expect(other.exit == .code(0) && folder.scratch.read("none") == nil, "\(other)")
        let unwritable = try folder.grade("--format", "github", "class", environment: ["GITHUB_OUTPUT": "no/place"])
        #expect(unwritable.exit == .code(3) && unwritable.errors.contains("cannot write no/place"), "\(unwritable)")
    }

    @Test func aTableForExcelHasAByteOrderMark() throws {
        let folder = try ClassFolder(["ann": ClassFolder.right])
        #expect(try folder.grade("--bom", "--format", "csv=a.csv", "--format", "json=a.json", "class").exit == .code(0))
        let table = try Data(contentsOf: URL(fileURLWithPath: folder.scratch.path + "/a.csv"))
        #expect(table.starts(with: [0xEF, 0xBB, 0xBF] + Array("learner,".utf8)))
        #expect(folder.scratch.read("a.json")?.hasPrefix("{") == true)
    }

    @Test func namesCannotSpeakToTheTerminal() throws {
        let folder = try ClassFolder(["\u{1b}[31mred\n::error::x": ClassFolder.right])
        try folder.scratch.write("class/\u{1b}]0;title\u{7}/slep.js", "")
        let result = try folder.grade("class")
        #expect(result.exit == .code(1), "\(result)")
        let said = result.output + result.errors
        #expect(!said.contains("\u{1b}") && !said.contains("\u{7}") && !said.contains("\n::error::"), "\(said)")
    }
}
