// SPDX-License-Identifier: MIT
import CivilTime
import Foundation
import Gradebook
import Results
import SQLStorage
import Testing

@testable import Reporting

/// What reports are made of, and what is said where they cannot be.
@Suite struct ReportInputTests {
    @Test func kindsAreKnownByTheirContent() throws {
        let folder = TestFolder()
        let gradebook = try MadeUpClass.gradebook([], at: folder.file("anything"))
        let line = String(decoding: MadeUpClass.results(learners: 1)[0].jsonLine, as: UTF8.self)
        let results = folder.write(line, to: "results.jsonl")
        #expect(try ReportInput.detected([gradebook]) == .gradebook(gradebook))
        #expect(try ReportInput.detected([results]) == .results([results]))
        #expect(try ReportInput.detected([folder.path]) == .results([results]))
        #expect(throws: ReportError.mixedKinds(first: gradebook, second: results)) {
            try ReportInput.detected([gradebook, results])
        }
        let text = folder.write("hello", to: "notes.txt")
        #expect(throws: ReportError.unknownKind(path: text)) { try ReportInput.detected([text]) }
        let other = try MadeUpClass.gradebook([], at: folder.file("other"))
        #expect(throws: ReportError.severalGradebooks(first: gradebook, second: other)) {
            try ReportInput.detected([gradebook, other])
        }
        #expect(throws: ReportError.unreadable(path: folder.file("none"), errno: ENOENT)) {
            try ReportInput.detected([folder.file("none")])
        }
    }

    @Test func aFolderWithoutAnything() throws {
        let folder = TestFolder()
        #expect(throws: ReportError.nothingIn(directory: folder.path)) { try ReportInput.detected([folder.path]) }
    }

    @Test(arguments: ReportFormat.allCases) func nothingWasHandedIn(format: ReportFormat) throws {
        let folder = TestFolder()
        let path = try MadeUpClass.gradebook([], at: folder.file("class.sqlite"))
        var request = ClassReportRequest()
        let empty = try ClassReport(of: .gradebook(path), request)
        #expect(empty.totals == ClassReport.Totals())
        request.policy.sections = [.init(name: "monday", learners: ["ada", "grace"])]
        let idle = try ClassReport(of: .gradebook(path), request)
        #expect(idle.learners.map(\.name) == ["ada", "grace"])
        for report in [empty, idle] { #expect(!format.bytes(of: report).isEmpty) }
    }

    @Test func timesAreCheckedAgainstTheLog() throws {
        let folder = TestFolder()
        var results = MadeUpClass.results(learners: 2)
        results[0].submittedAt = Timestamp.now.milliseconds + 900 * 86_400_000
        results[1].submittedAt = nil
        let path = try MadeUpClass.gradebook(results, at: folder.file("class.sqlite"))
        let found = try ClassReport(of: .gradebook(path), ClassReportRequest()).remarks
        #expect(found.contains(.fromTheFuture(learner: "learner-0", attempts: 1)))
        #expect(found.contains(.withoutTime(attempts: 1)))
    }

    @Test func onlyAWrongAnswerShowsAMisconception() throws {
        let folder = TestFolder()
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
        let inputs: [ReportInput] = [
            .gradebook(try MadeUpClass.gradebook(results, at: folder.file("class.sqlite"))),
            .results([folder.write(lines, to: "results.jsonl")]),
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
        let folder = TestFolder()
        let path = try MadeUpClass.gradebook(MadeUpClass.results(learners: 1), at: folder.file("class.sqlite"))
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        // user_version: https://www.sqlite.org/fileformat.html, section 1.3, at offset 60.
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try bytes.write(to: URL(fileURLWithPath: path))
        do {
            _ = try ClassReport(of: .gradebook(path), ClassReportRequest())
            Issue.record("it was read")
        } catch {
            #expect(error == .gradebook(.storage(.newer(path: path, version: 99, supported: 4))))
        }
    }
}
