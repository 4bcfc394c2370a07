// SPDX-License-Identifier: MIT
import EngineTesting
import Grading
import Testing

/// Lists of submissions.
@Suite struct TableListingTests {
    private func listing(_ rows: [[String]], in folder: ScratchFolder) throws(BatchError) -> TableListing {
        var rest = rows.enumerated().map { TableListing.Row($1, line: $0 + 1) }[...]
        return try TableListing(folder: folder.path, root: folder.path, TinyCatalogue()) { rest.popFirst() }
    }

    @Test func rowsBecomeSubmissions() throws {
        let folder = try ScratchFolder()
        try folder.write("in/a.js", "1")
        let listing = try listing(
            [
                ["\u{FEFF}Learner", "score", " exercise ", "path", "submitted"],
                ["ann", "7", "1.04", "in/a.js", "2026-03-01T10:30:00+01:00"],
                ["../bo", "", "chains", folder.path + "/in/a.js", ""], ["cy", "", "sleep", "gone.js", ""],
                ["di", "", "sleep", "../../../etc/passwd", ""], ["ed", "", "sleep", "/etc/passwd", ""],
            ], in: folder)
        guard case .submission(let first) = try listing.next() else {
            Issue.record("no first row")
            return
        }
        #expect(first.submittedAt == 1_772_357_400_000 && first.path == "in/a.js")
        #expect(
            try listing.words() == [
                "../bo|01-chains|in/a.js|1", "cy|04-sleep|gone.js|missing",
                "di|04-sleep|../../../etc/passwd|outsideFolder", "ed|04-sleep|/etc/passwd|outsideFolder",
            ])
    }

    /// Tables that are wrong, and where.
    static let wrong: [(rows: [[String]], line: Int, problem: BatchError.ListProblem)] = [
        ([], 1, .empty), ([["learner", "path"]], 1, .missingColumn("exercise")),
        ([["learner", "path", "exercise", "path"]], 1, .repeatedColumn("path")),
        ([["learner", "exercise", "path"], ["a", "sleep"]], 2, .wrongFieldCount(2, expected: 3)),
        ([["learner", "exercise", "path"], ["a", "sleep", "p", "q"]], 2, .wrongFieldCount(4, expected: 3)),
        ([["learner", "exercise", "path"], ["", "sleep", "p"]], 2, .badField(column: "learner")),
        ([["learner", "exercise", "path"], ["a\0b", "sleep", "p"]], 2, .badField(column: "learner")),
        ([["learner", "exercise", "path"], ["a", "slep", "p"]], 2, .unknownExercise("slep")),
        ([["learner", "exercise", "path", "submitted"], ["a", "sleep", "p", "now"]], 2, .badTime("now")),
    ]

    @Test(arguments: wrong)
    func aTableThatIsWrongIsNotHalfGraded(
        rows: [[String]], line: Int, problem: BatchError.ListProblem
    ) throws {
        let folder = try ScratchFolder()
        #expect(throws: BatchError.list(line: line, problem)) {
            try listing(rows, in: folder).next()
        }
    }

    /// Times as people and programs write them; nil where they are none.
    static let times: [(text: String, milliseconds: Int64?)] = [
        ("1970-01-01T00:00:00Z", 0), ("2026-03-01 09:30:00Z", 1_772_357_400_000),
        ("2024-02-29T23:59:59.5Z", 1_709_251_199_500), ("2024-02-29T23:59:59.123456789Z", 1_709_251_199_123),
        ("2026-03-01T09:30:00-05:30", 1_772_377_200_000), ("2026-03-01T09:30:00", nil), ("2026-02-29T00:00:00Z", nil),
        ("2026-13-01T00:00:00Z", nil), ("2026-03-01T24:00:00Z", nil), ("2026-3-1T00:00:00Z", nil),
        ("1969-12-31T23:59:59Z", nil), ("2026-03-01T00:00:00+15:00", nil),
        ("9999-12-31T23:59:59Z", 253_402_300_799_000),
        ("٢٠٢٦-٠٣-٠١T00:00:00Z", nil), ("2100-02-29T00:00:00Z", nil),
    ]

    @Test(arguments: times)
    func timesAreThoseOfISO8601(text: String, milliseconds: Int64?) throws {
        let folder = try ScratchFolder()
        let rows = [["learner", "exercise", "path", "submitted"], ["a", "sleep", "p", text]]
        let listing = try listing(rows, in: folder)
        guard let milliseconds else {
            #expect(throws: BatchError.list(line: 2, .badTime(text))) { try listing.next() }
            return
        }
        guard case .submission(let submission) = try listing.next() else {
            Issue.record("no row for \(text)")
            return
        }
        #expect(submission.submittedAt == milliseconds)
    }
}
