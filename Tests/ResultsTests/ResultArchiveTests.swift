// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Markup
import Results
import Testing

/// Journals and shards: each submission once, in one order.
@Suite struct ResultArchiveTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func lines(_ results: [SubmissionResult]) -> String {
        results.map { String(decoding: $0.jsonLine, as: UTF8.self) }.joined()
    }

    private func results(_ archive: ResultArchive) throws -> [SubmissionResult] {
        var iterator = archive.makeIterator()
        var results: [SubmissionResult] = []
        while let result = try iterator.next() { results.append(result) }
        return results
    }

    @Test func shardsInAnyOrderAreTheClass() throws {
        let all = SampleBatch.results
        let first = try folder.write("1", lines([all[3], all[0], all[9]]))
        let second = try folder.write("2", try SampleBatch.report("json", of: Array(all[4...])))
        let third = try folder.write("3", lines([all[2], all[1]]))
        for files in [[first, second, third], [third, second, first]] {
            #expect(try results(try ResultArchive(files: files)) == ResultList(all).results)
        }
    }

    @Test func theLastLineOfAFileCounts() throws {
        var again = SampleBatch.results[0]
        again.checks[0].earned = .zero
        let path = try folder.write("results", lines([SampleBatch.results[0], SampleBatch.results[2], again]))
        #expect(try results(try ResultArchive(files: [path])) == [again, SampleBatch.results[2]])
    }

    @Test func filesThatDisagreeAreNamed() throws {
        var other = SampleBatch.results[2]
        other.checks[0].earned = .zero
        let first = try folder.write("1", lines([SampleBatch.results[0], SampleBatch.results[2]]))
        let second = try folder.write("2", "\n" + lines([other]))
        #expect(
            throws: ResultsError.conflicting(
                other.key, first: ResultLine(file: first, line: 2), second: ResultLine(file: second, line: 2))
        ) {
            try ResultArchive(files: [first, second])
        }
    }

    @Test func whatWasGradedCountsBeforeWhatWasNot() throws {
        let graded = SampleBatch.results[2]
        var failed = graded
        failed.status = .error("no sandbox")
        failed.checks = []
        let first = try folder.write("1", lines([failed]))
        let second = try folder.write("2", lines([graded]))
        for files in [[first, second], [second, first]] {
            #expect(try results(try ResultArchive(files: files)) == [graded])
        }
    }

    @Test func namesThatOnlyLookAlikeAreTwo() throws {
        let results = ["\u{e9}", "e\u{301}"].map { SampleBatch.result($0) }
        #expect(results[0].learner == results[1].learner)
        let path = try folder.write("results", lines(results))
        #expect(try ResultArchive(files: [path]).count == 2)
    }

    @Test func aJournalMayBeCut() throws {
        let whole = lines([SampleBatch.results[0], SampleBatch.results[2]])
        let cut = whole + lines([SampleBatch.results[3]]).dropLast(20)
        let path = try folder.write("results", cut)
        let archive = try ResultArchive(files: [path], ending: .mayBeCut)
        #expect(archive.count == 2)
        #expect(archive.wholeBytes == [whole.utf8.count])
        #expect(throws: ResultsError.badResults(file: path, line: 3, .truncated)) {
            try ResultArchive(files: [path])
        }
    }

    @Test func aCutInTheMiddleIsAlwaysAnError() throws {
        let line = lines([SampleBatch.results[0]])
        let path = try folder.write("results", String(line.dropLast(20)) + "\n" + line)
        #expect(throws: ResultsError.self) { try ResultArchive(files: [path], ending: .mayBeCut) }
    }

    @Test(arguments: [
        ("", 0), ("\n\r\n", 0), (#"{"format":"looplab/results/v1","results":[]}"#, 0),
    ])
    func emptyFilesHaveNoResults(text: String, count: Int) throws {
        #expect(try ResultArchive(files: [try folder.write("results", text)]).count == count)
    }

    @Test(arguments: [
        (#"{"results":[]}"#, 1, ResultProblem.noMark),
        ("{\n\"format\":\"looplab/results/v9\",\n\"results\":[]}", 2, .newer(version: 9, supported: 1)),
        ("{\n\"format\":\"looplab/results/v1\"}", 2, .missingField("results")),
        ("{\n\"format\":\"looplab/results/v1\",\"results\":[\n{}]}", 3, .missingField("learner")),
        ("{\"format\":\"looplab/results/v1\",\"results\":[", 1, .json(column: 43, expected: .object)),
        ("<xml/>\n", 1, .json(column: 1, expected: .object)),
    ])
    func wrongFilesAreNamedWithTheirLine(text: String, line: Int, problem: ResultProblem) throws {
        let path = try folder.write("results", text)
        #expect(throws: ResultsError.badResults(file: path, line: line, problem)) {
            try ResultArchive(files: [path])
        }
    }

    @Test func aMissingFileIsNamed() {
        #expect(throws: ResultsError.unreadable(file: "/nowhere/at/all", errno: 2)) {
            try ResultArchive(files: ["/nowhere/at/all"])
        }
    }

    @Test func aFileThatChangedIsNamed() throws {
        let path = try folder.write("results", lines(SampleBatch.results))
        let archive = try ResultArchive(files: [path])
        // In place: the archive holds the file open.
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: 100)
        #expect(throws: ResultsError.changed(file: path)) { try results(archive) }
    }
}
