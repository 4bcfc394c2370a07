// SPDX-License-Identifier: MIT
public import Results

/// How far a batch is, and how its submissions fared.
public struct BatchTally: Hashable, Sendable {
    /// How many submissions have each verdict, those of earlier runs that are still good among them.
    public private(set) var verdicts: [Results.SubmissionVerdict: Int] = [:]
    /// Of those that were stopped, how many for which reason.
    public private(set) var stops: [StopReason.Kind: Int] = [:]
    /// How many have a result.
    public private(set) var done = 0
    /// How many of them were graded now.
    public private(set) var graded = 0

    /// Counts nothing yet.
    public init() {}

    /// How many have this verdict.
    public func count(_ verdict: Results.SubmissionVerdict) -> Int { verdicts[verdict] ?? 0 }

    mutating func add(_ outcome: ResultClass, isNew: Bool) {
        verdicts[outcome.verdict, default: 0] += 1
        if let stop = outcome.stop { stops[stop, default: 0] += 1 }
        done += 1
        if isNew { graded += 1 }
    }
}
