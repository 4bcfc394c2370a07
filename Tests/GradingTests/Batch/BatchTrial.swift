// SPDX-License-Identifier: MIT
import EngineTesting
import Grading
import Results

/// A batch of a made class, with its journal in a folder of its own.
struct BatchTrial {
    /// A class in which everything happens.
    static let submissions: [(learner: String, text: String)] =
        (0..<40).map { index in
            let texts = ["pass", "fail", "loop", "partly", "broken", "", "known", "pass", "stray", "pass"]
            return (
                "learner-\(index * 7 % 40)",
                texts[index % 10]
                    + (index % 10 == 5 ? "" : " \(index)").filter { _ in
                        texts[index % 10] != "stray"
                    }
            )
        }

    let folder: ScratchFolder
    var grader = FakeGrader()
    var judge = FakeJudge()
    var filter = BatchFilter()
    var exercise = TinyCatalogue.sleep

    init() throws {
        folder = try ScratchFolder()
    }

    /// Where the journal is.
    var directory: String { folder.path + "/state" }
    /// The journal as it is on the disk.
    var journal: [UInt8] { folder.bytes("state/journal.jsonl") }

    /// Runs a batch, and gives its report as JSON Lines.
    @discardableResult
    func run(
        _ opening: GradingJournal.Opening = .anew, _ submissions: [(learner: String, text: String)] = submissions
    ) throws -> (ending: BatchRun.Ending, report: [SubmissionResult], run: BatchRun) {
        let journal = try GradingJournal.open(in: directory, opening, course: "tiny", shard: filter.shard)
        let run = BatchRun(FakeListing(submissions, exercise), filter, journal, judge, grader)
        let signals = SignalDescriptor([])
        let ending = try run.run(signals) { _ in }
        signals.close()
        return (ending, try journal.results(of: run.keys).all(), run)
    }
}

extension ResultSequence {
    /// All of them at once, for a test.
    func all() throws -> [SubmissionResult] {
        var iterator = try makeIterator()
        var results: [SubmissionResult] = []
        while let result = try iterator.next() { results.append(result) }
        return results
    }
}
