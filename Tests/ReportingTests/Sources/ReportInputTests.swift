// SPDX-License-Identifier: MIT
import CivilTime
import EngineTesting
import Foundation
import Gradebook
import Progress
import Results
import SQLStorage
import Testing

@testable import Reporting

/// What reports are made of, and what is said where they cannot be.
@Suite struct ReportInputTests {
    private static let line = String(decoding: MadeUpClass.results(learners: 1)[0].jsonLine, as: UTF8.self)

    private static func progress(_ learner: String, at path: String) throws -> String {
        let store = try ProgressStore(path: path, mode: .readWrite)
        try store.setLearner(name: learner, at: Timestamp(milliseconds: MadeUpClass.monday))
        return path
    }

    /// Makes a database one that a newer LoopLab has written.
    private static func makeNewer(_ path: String) throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        // user_version: https://www.sqlite.org/fileformat.html, section 1.3, at offset 60.
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    private static let sources: [@Sendable (ScratchFolder, String) throws -> ReportInput.Source] = [
        { .gradebook(try MadeUpClass.gradebook([], at: $0.file($1))) },
        { .results([try $0.write($1, line)]) },
        { .progress([try progress("ada", at: $0.file($1))]) },
    ]

    @Test(arguments: ["class.gradebook", "anything", "class.sqlite", "notes.txt"], 0..<sources.count)
    func kindsAreKnownByTheirContent(name: String, kind: Int) throws {
        let folder = try ScratchFolder()
        let input = ReportInput(try Self.sources[kind](folder, name))
        #expect(try ReportInput.detected([folder.file(name)]) == input)
        try folder.write("README.md", "Results of the autumn")
        try folder.write("settings.json", "{\"tabs\": true}")
        try folder.write("empty", "")
        #expect(try ReportInput.detected([folder.path]) == input)
    }

    @Test func theFileOfAClassIsFoundInItsFolder() throws {
        let folder = try ScratchFolder()
        let path = try MadeUpClass.gradebook(MadeUpClass.results(learners: 2), at: folder.file("class.gradebook"))
        try folder.write("class.yaml", "format: 1\n")
        #expect(try ReportInput.detected([folder.path]) == ReportInput(.gradebook(path)))
    }

    @Test func kindsThatCannotBePutTogether() throws {
        let folder = try ScratchFolder()
        let gradebook = try MadeUpClass.gradebook([], at: folder.file("class.gradebook"))
        let ada = try Self.progress("ada", at: folder.file("learner.sqlite"))
        for paths in [[folder.path], [gradebook, ada]] {
            #expect(throws: ReportError.mixedKinds(first: gradebook, second: ada)) { try ReportInput.detected(paths) }
        }
        let other = try MadeUpClass.gradebook([], at: folder.file("other"))
        #expect(throws: ReportError.severalGradebooks(first: gradebook, second: other)) {
            try ReportInput.detected([gradebook, other])
        }
    }

    /// What is there, beside what can be read, is named whether a folder has it or somebody.
    @Test func whatCannotBeReadIsNoted() throws {
        let folder = try ScratchFolder()
        let files = [
            try folder.write("a.jsonl", "hello"), try folder.write("b.sqlite", "SQLite format 3\0 and nothing else"),
            try folder.write("c.gradebook", ""), try folder.write("d.jsonl", "{\"tabs\": true}\n"),
        ]
        let results = try folder.write("results.json", Self.line)
        let notes = try folder.write("notes.txt", "hello")
        func without(_ paths: [String]) -> ReportInput {
            ReportInput(.results([results]), without: paths.map { .init(path: $0, error: .unknownKind(path: $0)) })
        }
        #expect(try ReportInput.detected([folder.path]) == without(files))
        let settings = try folder.write("settings.json", "{\"tabs\": true}")
        #expect(try ReportInput.detected([notes, settings, results]) == without([notes, settings]))
        let report = try ClassReport(of: try .detected([folder.path]), ClassReportRequest())
        #expect(report.learners.count == 1)
        let named = report.remarks.compactMap { if case .unreadable(let file, _) = $0 { file } else { nil } }
        #expect(named == files)
    }

    @Test func whereNothingCanBeReadThatIsSaid() throws {
        let folder = try ScratchFolder()
        let text = try folder.write("a.jsonl", "hello")
        for paths in [[text], [folder.path]] {
            #expect(throws: ReportError.unknownKind(path: text)) { try ReportInput.detected(paths) }
        }
        #expect(throws: ReportError.unreadable(path: folder.file("none"), errno: ENOENT)) {
            try ReportInput.detected([text, folder.file("none")])
        }
        let other = try folder.write("b.sqlite", "hello")
        for paths in [[text, other], [folder.path]] {
            #expect(throws: ReportError.nothingReadable(count: 2)) { try ReportInput.detected(paths) }
        }
        let progress = try ScratchFolder()
        let newer = try Self.progress("ada", at: progress.file("ada.sqlite"))
        try Self.makeNewer(newer)
        try progress.write("bob.sqlite", "hello")
        let results = try ScratchFolder()
        for name in ["a.jsonl", "b.jsonl"] { try results.write(name, String(Self.line.dropLast(9))) }
        for path in [progress.path, results.path] {
            #expect(throws: ReportError.nothingReadable(count: 2)) {
                try ClassReport(of: try .detected([path]), ClassReportRequest())
            }
        }
    }

    @Test func aNewerFileOfALearnerIsNoted() throws {
        let folder = try ScratchFolder()
        let newer = try Self.progress("ada", at: folder.file("ada.sqlite"))
        try Self.makeNewer(newer)
        let bob = try Self.progress("bob", at: folder.file("bob.sqlite"))
        for paths in [[folder.path], [newer, bob]] {
            var request = ClassReportRequest()
            request.words = { if case .progress(.storage(.newer)) = $0 { "newer" } else { "\($0)" } }
            let report = try ClassReport(of: try .detected(paths), request)
            #expect(report.learners.map(\.name) == ["bob"])
            #expect(report.remarks == [.unreadable(file: newer, reason: "newer")])
        }
    }

    @Test func aFileOfResultsThatWasCutIsNoted() throws {
        let folder = try ScratchFolder()
        let cut = try folder.write("a.jsonl", String(Self.line.dropLast(9)))
        let whole = try folder.write("b.jsonl", Self.line)
        for paths in [[folder.path], [cut, whole]] {
            let report = try ClassReport(of: try .detected(paths), ClassReportRequest())
            #expect(report.learners.count == 1)
            guard case .unreadable(cut, _)? = report.remarks.first else {
                Issue.record("\(report.remarks)")
                return
            }
        }
        do {
            _ = try ClassReport(of: try .detected([cut]), ClassReportRequest())
            Issue.record("it was read")
        } catch {
            #expect(error == .results(.badResults(file: cut, line: 1, .truncated)))
        }
    }

    @Test func aFolderWithoutAnything() throws {
        let folder = try ScratchFolder()
        #expect(throws: ReportError.nothingIn(directory: folder.path)) { try ReportInput.detected([folder.path]) }
    }

    @Test(arguments: ReportFormat.allCases) func nothingWasHandedIn(format: ReportFormat) throws {
        let folder = try ScratchFolder()
        let path = try MadeUpClass.gradebook([], at: folder.file("class.sqlite"))
        var request = ClassReportRequest()
        let empty = try ClassReport(of: ReportInput(.gradebook(path)), request)
        #expect(empty.totals == ClassReport.Totals())
        request.policy.sections = [.init(name: "monday", learners: ["ada", "grace"])]
        let idle = try ClassReport(of: ReportInput(.gradebook(path)), request)
        #expect(idle.learners.map(\.name) == ["ada", "grace"])
        for report in [empty, idle] { #expect(!format.bytes(of: report).isEmpty) }
    }

    @Test func timesAreCheckedAgainstTheLog() throws {
        let folder = try ScratchFolder()
        var results = MadeUpClass.results(learners: 2)
        results[0].submittedAt = Timestamp.now.milliseconds + 900 * 86_400_000
        results[1].submittedAt = nil
        let path = try MadeUpClass.gradebook(results, at: folder.file("class.sqlite"))
        let found = try ClassReport(of: ReportInput(.gradebook(path)), ClassReportRequest()).remarks
        #expect(found.contains(.fromTheFuture(learner: "learner-0", attempts: 1)))
        #expect(found.contains(.withoutTime(attempts: 1)))
    }

    @Test func onlyAWrongAnswerShowsAMisconception() throws {
        let folder = try ScratchFolder()
        let names = [("ada", CheckResult.answerName), ("bob", "first")]
        let results = names.map { learner, check in
            let details = [CheckResult.Failure.detail(ofMisconception: "await-blocks")]
            let failed = CheckResult(
                name: check, possible: Points(thousandths: 1_000), earned: .zero,
                outcome: .failed(.init(message: "not so", details: details)))
            return SubmissionResult(
                learner: learner, exercise: "01-a/01-one", title: "One", path: "\(learner)/one.txt", submittedAt: 1,
                provenance: .init(submission: learner, exercise: "v1", engine: "e"), status: .graded, checks: [failed])
        }
        let lines = results.map { String(decoding: $0.jsonLine, as: UTF8.self) }.joined()
        let inputs = [
            ReportInput(.gradebook(try MadeUpClass.gradebook(results, at: folder.file("class.sqlite")))),
            ReportInput(.results([try folder.write("results.jsonl", lines)])),
        ]
        for input in inputs {
            for scope in [ReportScope.everyone, .exercise("01-a/01-one"), .learner("ada"), .learner("bob")] {
                var request = ClassReportRequest()
                request.scope = scope
                let found = try ClassReport(of: input, request).misconceptions
                let names = found.flatMap(\.holders).map(\.name)
                #expect(names == (scope == .learner("bob") ? [] : ["ada"]), "\(input) \(scope)")
            }
        }
    }

    @Test func aNewerGradebookIsRefused() throws {
        let folder = try ScratchFolder()
        let path = try MadeUpClass.gradebook(MadeUpClass.results(learners: 1), at: folder.file("class.sqlite"))
        try Self.makeNewer(path)
        do {
            _ = try ClassReport(of: ReportInput(.gradebook(path)), ClassReportRequest())
            Issue.record("it was read")
        } catch {
            #expect(error == .gradebook(.storage(.newer(path: path, version: 99, supported: 4))))
        }
    }
}
