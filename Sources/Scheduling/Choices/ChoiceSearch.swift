// SPDX-License-Identifier: MIT

/// Looks for the different outcomes that a program can have when orders that are left open are chosen differently.
///
/// A run is repeated with other choices: first with one that differs from the run without any, then with two, and so
/// on, so that what is found needs as few unusual choices as possible. When the runs that are allowed are used up by
/// half, the rest take seeds, which reach what lies deep; what they find is then shrunk.
public struct ChoiceSearch<Outcome: Hashable> {
    /// One run: what came of it and which choices it took.
    public typealias Run = (outcome: Outcome, choices: [Choice])

    /// An outcome and the way to it.
    public struct Finding {
        /// What came of the run.
        public let outcome: Outcome
        /// The choices to take, from the first; what follows them takes order 0.
        public let choices: [Int]
        /// The choices as the run took them.
        public let taken: [Choice]
        /// How many of the runs ended like this.
        public internal(set) var count: Int
    }

    /// The outcomes, in the order in which they were found; the first is that of the run in which every order is 0.
    public private(set) var findings: [Finding] = []
    /// How many runs were made.
    public private(set) var runs = 0
    /// Whether every combination of choices was tried.
    public private(set) var isComplete = false

    private let limit: Int
    private var positions: [Outcome: Int] = [:]

    /// Makes a search of at most so many runs, shrinking not counted.
    public init(limit: Int) {
        self.limit = max(limit, 1)
    }

    /// Searches; `run` takes the choices to replay and the seed for those that follow, and may throw to end it.
    public mutating func search<Failure: Error>(
        _ run: (_ choices: [Int], _ seed: UInt64) throws(Failure) -> Run
    ) throws(Failure) {
        try searchByDeviations(run)
        guard !isComplete else { return }
        for seed in 1...UInt64(max(limit - runs, 1)) where runs < limit {
            let result = try run([], seed)
            runs += 1
            if positions[result.outcome] != nil {
                note(result, choices: [])
            } else {
                try shrink(result, run)
            }
        }
    }

    // Breadth first: a list of prefixes, each of which ends with a choice that is not 0.
    private mutating func searchByDeviations<Failure: Error>(
        _ run: (_ choices: [Int], _ seed: UInt64) throws(Failure) -> Run
    ) throws(Failure) {
        var waiting = FifoQueue<[Int]>()
        waiting.append([])
        while let prefix = waiting.popFirst() {
            let result = try run(prefix, 0)
            runs += 1
            note(result, choices: prefix)
            for position in prefix.count..<max(prefix.count, result.choices.count)
            where result.choices[position].alternatives > 1 && waiting.count < limit {
                let before = result.choices[..<position].map(\.taken)
                for other in 1..<result.choices[position].alternatives { waiting.append(before + [other]) }
            }
            if waiting.isEmpty {
                isComplete = true
                return
            }
            if runs > limit / 2 { return }
        }
    }

    /// Takes back one unusual choice after the other as long as the outcome stays the same.
    private mutating func shrink<Failure: Error>(
        _ found: Run, _ run: (_ choices: [Int], _ seed: UInt64) throws(Failure) -> Run
    ) throws(Failure) {
        var best = found
        var position = 0
        while position < best.choices.count {
            if best.choices[position].taken != 0 {
                var choices = best.choices.map(\.taken)
                choices[position] = 0
                let tried = try run(choices, 0)
                if tried.outcome == best.outcome { best = tried }
            }
            position += 1
        }
        note(best, choices: best.choices.map(\.taken))
    }

    private mutating func note(_ result: Run, choices: [Int]) {
        if let position = positions[result.outcome] {
            findings[position].count += 1
            return
        }
        positions[result.outcome] = findings.count
        var needed = choices
        while needed.last == 0 { needed.removeLast() }
        findings.append(Finding(outcome: result.outcome, choices: needed, taken: result.choices, count: 1))
    }
}
