// SPDX-License-Identifier: MIT
import EngineTesting
import Grading
import Results
import Testing

/// Batches: everything is graded once, whatever comes between.
@Suite struct BatchRunTests {
    @Test func everySubmissionHasAResultInTheOrderOfItsKey() throws {
        let trial = try BatchTrial()
        let (ending, report, run) = try trial.run()
        #expect(ending == .complete && run.noticeCount == 4 && report.count == 36)
        #expect(report.map(\.key) == report.map(\.key).sorted())
        #expect(run.tally.done == 36 && run.tally.graded == 36)
        let verdicts: [Results.SubmissionVerdict: Int] = [.passed: 12, .failed: 8, .stopped: 4, .error: 4, .refused: 8]
        #expect(run.tally.verdicts == verdicts && run.tally.stops == [.synchronousLoop: 4])
        #expect(trial.grader.mostInFlight == 4)
        #expect(report.allSatisfy { $0.provenance.engine == "engine-1" && $0.provenance.exercise == "e1" })
    }

    @Test func theOrderOfGradingLeavesNoTrace() throws {
        let reports = try [1, 3, 16].map { room in
            var trial = try BatchTrial()
            trial.grader = FakeGrader(room: room)
            let shuffled = room == 3 ? Array(BatchTrial.submissions.reversed()) : BatchTrial.submissions
            return try trial.run(.anew, shuffled).report.map(\.jsonLine)
        }
        #expect(reports[0] == reports[1] && reports[1] == reports[2])
    }

    @Test func aSignalEndsARunAndTheNextOneGoesOn() throws {
        let whole = try BatchTrial().run().report
        for count in [1, 2, 3, 7, 12, 20, 26] {
            var trial = try BatchTrial()
            trial.grader.signalAfter = count
            let first = try trial.run()
            let before = trial.grader.graded
            trial.grader = FakeGrader()
            let second = try trial.run(.resume)
            #expect(second.ending == .complete && second.report == whole, "after \(count)")
            // What failed through no fault of the submission is tried again.
            let written = try JournalLines.results(trial.journal).filter { $0.verdict != .error }.map(\.key)
            #expect(Set(written).count == written.count, "graded twice, after \(count)")
            if first.ending == .complete { continue }
            // Those that were under way, and the four that the machine kept from being graded.
            #expect(trial.grader.graded.count + before.count <= 28 + 4 + 4)
        }
    }

    @Test func whatIsTornIsCutOffAtEveryByte() throws {
        let small = Array(BatchTrial.submissions.prefix(3))
        let trial = try BatchTrial()
        let whole = try trial.run(.anew, small)
        let journal = trial.journal
        for length in 0...journal.count {
            var again = trial
            again.grader = FakeGrader()
            try trial.folder.write("state/journal.jsonl", Array(journal.prefix(length)))
            let run = try again.run(.resume, small)
            #expect(run.report == whole.report, "cut at \(length)")
            // An error is tried again; all others that were written down stay as they are.
            let kept = try JournalLines.results(Array(journal.prefix(length))).filter { $0.status == .graded }
            #expect(kept.allSatisfy { again.grader.graded[$0.path] == nil }, "cut at \(length)")
        }
    }

    @Test func anythingBehindTheEndIsCutOffToo() throws {
        let trial = try BatchTrial()
        let whole = try trial.run()
        let journal = trial.journal
        for tail in ["{\"journal\":1,\"run\"", "{\"format\":\"", "\0\0\0\0\0\0", "x\n", "\n", "{}\n\0\0"] {
            try trial.folder.write("state/journal.jsonl", journal + Array(tail.utf8))
            #expect(try trial.run(.resume).report == whole.report, "\(tail)")
        }
    }

    @Test func aJournalThatIsDamagedInTheMiddleIsNotUsed() throws {
        let trial = try BatchTrial()
        try trial.run()
        var journal = trial.journal
        let second = try #require(journal.firstIndex(of: 10)) + 5
        journal[second] = 0
        try trial.folder.write("state/journal.jsonl", journal)
        let path = trial.directory + "/journal.jsonl"
        #expect(throws: BatchError.journal(path: path, .damaged(line: 2))) { try trial.run(.resume) }
        #expect(trial.journal == journal)
        // Whoever begins anew keeps it.
        try trial.run(.anew)
        #expect(trial.folder.bytes("state/journal-before.jsonl") == journal)
    }

    @Test func whatIsNoJournalIsLeftAsItIs() throws {
        let trial = try BatchTrial()
        let path = trial.directory + "/journal.jsonl"
        let foreign: [(text: String, problem: BatchError.JournalProblem)] = [
            ("notes\n", .foreign), ("notes", .foreign), ("{\"a\":1}\n", .foreign),
            ("{\"journal\":2,\"x\":1}\n", .newer(version: 2, supported: 1)),
        ]
        for (text, problem) in foreign {
            try trial.folder.write("state/journal.jsonl", text)
            #expect(throws: BatchError.journal(path: path, problem), "\(text)") { try trial.run(.resume) }
            #expect(trial.journal == Array(text.utf8))
        }
    }

    @Test func aJournalBelongsToOneCourse() throws {
        var trial = try BatchTrial()
        try trial.run()
        let path = trial.directory + "/journal.jsonl"
        #expect(throws: BatchError.journal(path: path, .otherCourse("tiny"))) {
            try GradingJournal.open(in: trial.directory, .resume, course: "other")
        }
        trial.filter.shard = Shard("1/2")
        #expect(throws: BatchError.journal(path: path, .otherShard)) { try trial.run(.resume) }
    }
}

/// What is in a journal, read line by line.
enum JournalLines {
    /// All results, older ones of a submission too; what is no whole line is left out.
    static func results(_ bytes: [UInt8]) throws -> [SubmissionResult] {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        lines.removeLast()
        return try lines.filter { !$0.starts(with: Array("{\"journal\"".utf8)) }.map { line in
            try SubmissionResult(jsonLine: Array(line), file: "journal", line: 1)
        }
    }
}
