// SPDX-License-Identifier: MIT
import Grading
import Results
import Testing

/// Parts of a batch, and the whole that they make.
@Suite struct ShardTests {
    /// What stands for a part, and whether it is one.
    static let texts: [(text: String, isShard: Bool)] = [
        ("1/1", true), ("2/3", true), ("1000/1000", true), ("0/3", false), ("4/3", false), ("1/1001", false),
        ("1", false), ("1/2/3", false), ("-1/2", false), ("+1/2", false), ("1/", false), ("", false), (" 1/2", false),
        ("1/99999999999999999999", false),
    ]

    @Test(arguments: texts)
    func aPartIsANumberOfSeveral(text: String, isShard: Bool) {
        #expect((Shard(text) != nil) == isShard)
    }

    @Test(arguments: [1, 2, 3, 7, 100])
    func everySubmissionIsInExactlyOnePart(count: Int) {
        let shards = (1...count).compactMap { Shard(number: $0, count: count) }
        var sizes = Array(repeating: 0, count: count)
        for learner in 0..<500 {
            let owners = shards.indices.filter {
                shards[$0].contains(learner: "learner-\(learner)", exercise: "01-one-thread/04-sleep")
            }
            #expect(owners.count == 1)
            for owner in owners { sizes[owner] += 1 }
        }
        // Nobody has more than a few times their part.
        #expect(sizes.allSatisfy { $0 <= 3 * 500 / count + 12 })
    }

    @Test func thePartsMakeTheWholeInAnyOrder() throws {
        let whole = try BatchTrial()
        let report = try whole.run().report
        let trials = try (1...3).map { number in
            var trial = try BatchTrial()
            trial.filter.shard = Shard(number: number, count: 3)
            try trial.run()
            return trial
        }
        let directories = trials.map(\.directory)
        let orders = [[0, 1, 2], [2, 1, 0], [1, 0, 2, 1, 1, 0], [0, 1, 2, 0, 1, 2]]
        for order in orders {
            let merge = try JournalMerge(order.map { directories[$0] })
            #expect(try merge.results.all() == report && merge.gaps.isEmpty && merge.notices == 4)
        }
        let part = try JournalMerge([directories[2], directories[0] + "/journal.jsonl"])
        #expect(part.gaps.missingShards == [Shard(number: 2, count: 3)].compactMap { $0 })
        #expect(throws: BatchError.journal(path: whole.directory + "/journal.jsonl", .otherShard)) {
            try JournalMerge([directories[0], whole.directory])
        }
    }

    @Test func ofTwoResultsTheLaterOneCounts() throws {
        let old = try BatchTrial()
        try old.run(.anew, [("ann", "fail"), ("bo", "pass")])
        let new = try BatchTrial()
        try new.run(.anew, [("ann", "fail")])
        try new.run(.regrade(.all), [("ann", "pass")])
        let broken = try BatchTrial()
        try broken.run(.anew, [("bo", "broken")])
        for order in [[old, new, broken], [broken, new, old], [new, old, broken, old]] {
            let merge = try JournalMerge(order.map(\.directory))
            #expect(try merge.results.all().map(\.verdict) == [.passed, .passed])
        }
    }

    @Test func aJournalWithoutItsEndIsNamed() throws {
        let trial = try BatchTrial()
        trial.grader.signalAfter = 5
        try trial.run()
        let merge = try JournalMerge([trial.directory, trial.directory])
        #expect(merge.gaps.unfinished == [trial.directory + "/journal.jsonl"])
        #expect(throws: BatchError.journal(path: "/nowhere/journal.jsonl", .missing)) {
            try JournalMerge(["/nowhere/journal.jsonl"])
        }
    }
}
