// SPDX-License-Identifier: MIT
import EngineTesting
import Grading
import Results
import Testing

/// What a later run grades again, and what it keeps.
@Suite struct RegradeTests {
    private static let before: [(learner: String, text: String)] = [
        ("ann", "pass"), ("bo", "fail"), ("cy", "broken"), ("di", ""), ("ed", "loop"),
    ]
    // Bo has mended his, Cy's machine is the same, and Fay is new.
    private static let after: [(learner: String, text: String)] = [
        ("ann", "pass"), ("bo", "pass"), ("cy", "broken"), ("di", ""), ("ed", "loop"), ("fay", "fail"),
    ]

    /// What a run does, and whom it grades.
    static let openings: [(opening: GradingJournal.Opening, graded: [String])] = [
        (.anew, ["ann", "bo", "cy", "ed", "fay"]), (.resume, ["bo", "cy", "fay"]),
        (.regrade(.all), ["ann", "bo", "cy", "ed", "fay"]), (.regrade(.changed), ["bo", "cy", "fay"]),
        (.regrade(.failed), ["bo", "cy", "ed", "fay"]),
    ]

    @Test(arguments: openings)
    func onlyWhatIsAskedForIsGradedAgain(opening: GradingJournal.Opening, graded: [String]) throws {
        var trial = try BatchTrial()
        try trial.run(.anew, Self.before)
        trial.grader = FakeGrader()
        let run = try trial.run(opening, Self.after)
        #expect(trial.grader.graded.keys.map { String($0.prefix { $0 != "/" }) }.sorted() == graded)
        #expect(run.report.map(\.verdict) == [.passed, .passed, .error, .refused, .stopped, .failed])
        #expect(run.run.tally.done == 6)
        // What was is still there, unless somebody began anew; then it is beside it.
        let kept = try JournalLines.results(trial.journal).filter { $0.learner == "bo" }.map(\.verdict)
        #expect(kept == (opening == .anew ? [.passed] : [.failed, .passed]))
        #expect(trial.folder.bytes("state/journal-before.jsonl").isEmpty == (opening != .anew))
    }

    @Test func anotherEngineOrExerciseChangesEverything() throws {
        var trial = try BatchTrial()
        try trial.run(.anew, Self.before)
        trial.grader = FakeGrader()
        trial.judge.engine = "engine-2"
        try trial.run(.regrade(.changed), Self.before)
        #expect(trial.grader.graded.count == 4)
        trial.grader = FakeGrader()
        trial.exercise = BatchExercise(id: trial.exercise.id, title: "Sleep", hash: "e1-changed")
        try trial.run(.regrade(.changed), Self.before)
        #expect(trial.grader.graded.count == 4)
        trial.grader = FakeGrader()
        try trial.run(.regrade(.changed), Self.before)
        #expect(trial.grader.graded.keys.sorted() == ["cy/sleep.js"])
    }

    @Test func aRegradeThatWasKilledGoesOnAsItBegan() throws {
        for count in 1...5 {
            var trial = try BatchTrial()
            trial.grader = FakeGrader(room: 1)
            try trial.run(.anew, Self.before)
            let first = FakeGrader(room: 1)
            first.signalAfter = count
            trial.grader = first
            try trial.run(.regrade(.all), Self.before)
            trial.grader = FakeGrader(room: 1)
            let run = try trial.run(.resume, Self.before)
            #expect(run.ending == .complete)
            // Each was graded once in the first run and once in the second, those under way at the signal apart.
            let results = try JournalLines.results(trial.journal).filter { $0.learner == "ed" }
            #expect(results.count == 2, "after \(count)")
            let ann = try JournalLines.results(trial.journal).filter { $0.learner == "ann" }
            #expect(ann.count == 2, "after \(count)")
        }
    }

    @Test func aReportIsAboutWhatThereIsNow() throws {
        let trial = try BatchTrial()
        try trial.run(.anew, Self.before)
        let run = try trial.run(.regrade(.changed), Array(Self.before.prefix(2)))
        #expect(run.report.map(\.learner) == ["ann", "bo"])
    }

    @Test func theSameSubmissionTwiceIsOne() throws {
        let trial = try BatchTrial()
        let run = try trial.run(.anew, [("ann", "pass"), ("ann", "fail")])
        #expect(run.report.map(\.verdict) == [.passed] && run.run.notices == [.repeated(path: "ann/sleep.js")])
    }
}
