// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Gradebook
import Progress
import Testing

@testable import Reporting

/// `Scripts/make-gradebook`: its chains are made by other code than ours, and ours finds them whole.
///
/// Where there is no Python the script cannot be used, so nobody is misled by it.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"))) struct GeneratorTests {
    @Test func whatItWritesIsValidAndAlwaysTheSame() throws {
        let folder = try ScratchFolder()
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
        for name in ["one", "two"] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
            let words = "--learners 5 --exercises 6 --attempts 4 --seed 3 --both".split(separator: " ").map(String.init)
            process.arguments = ["\(root)/Scripts/make-gradebook", folder.file(name)] + words
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        let store = try GradebookStore(path: folder.file("one/class.sqlite"), mode: .readOnly)
        let verification = try store.verify()
        #expect(verification.damage == [])
        #expect(verification.results > 100)
        let progress = try ProgressStore(path: folder.file("one/progress/learner-0002.sqlite"), mode: .readOnly)
        #expect(try progress.verify().damage.filter(\.concernsAttempts) == [])
        #expect(try progress.attemptCount() == 24)

        let reports = try ["one", "two"].map { name in
            try ClassReport(of: try .detected([folder.file("\(name)/class.sqlite")]), ClassReportRequest())
        }
        #expect(reports[0] == reports[1])
        #expect(reports[0].totals.learners == 5)
        let files = try ClassReport(of: try .detected([folder.file("one/progress")]), ClassReportRequest())
        // The same attempts: what they earned is the same in both.
        #expect(files.learners.map(\.passed) == reports[0].learners.map(\.passed))
        #expect(files.days == reports[0].days)
        #expect(files.totals.attempts == reports[0].totals.attempts)
    }
}
