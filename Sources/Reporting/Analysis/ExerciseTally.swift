// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Results

/// How many learners gave a wrong answer, in how many attempts.
struct WrongTally {
    private var counter = LearnerCounter()
    private(set) var attempts = 0

    var learners: Int { counter.count }

    mutating func add(learner: Int) {
        attempts += 1
        counter.add(learner)
    }
}

/// What all learners made of one check.
struct CheckTally {
    var learners = 0
    var passedFirst = 0
    var passed = 0
    var open = 0
    /// For each learner with other checks in that attempt: whether it passed, and the share of the others that did.
    var pairs: [(first: Double, second: Double)] = []
    /// By what was said; -1 where nothing was.
    var failures: [Int: WrongTally] = [:]
}

/// What all learners made of one exercise, as far as it cannot be told from where they stand.
struct ExerciseTally {
    /// By the numbers of checks.
    private(set) var checks: [Int: CheckTally] = [:]
    /// The order of checks in the attempt that was read first of those with most checks.
    private(set) var order: [Int] = []
    /// By the numbers of answers.
    private(set) var answers: [Int: WrongTally] = [:]
    private(set) var versions: Set<Int> = []
    private var lastVersion: Int?
    private(set) var attempts = 0
    private(set) var unknownAttempts = 0
    private(set) var withoutTime = 0

    /// Adds the attempts of one learner; `isExtra` says it of a check.
    mutating func add(_ attempts: ExerciseAttempts, learner: Int, isExtra: (Int) -> Bool) {
        var seen: [Int: (first: Bool, any: Bool, last: Bool)] = [:]
        self.attempts += attempts.all.count
        for attempt in attempts.all {
            if let version = attempt.version, version != lastVersion {
                versions.insert(version)
                lastVersion = version
            }
            if attempt.moment == nil { withoutTime += 1 }
            if attempt.outcome == .unknown {
                unknownAttempts += 1
                continue
            }
            if let answer = attempt.answer { answers[answer, default: WrongTally()].add(learner: learner) }
            if attempt.checks.count > order.count { order = attempt.checks.map(\.check) }
            let required = attempt.checks.filter { !isExtra($0.check) }
            let passes = required.count { $0.ending == .passed }
            for outcome in attempt.checks {
                let hasPassed = outcome.ending == .passed
                if let known = seen[outcome.check] {
                    seen[outcome.check] = (known.first, known.any || hasPassed, hasPassed)
                } else {
                    seen[outcome.check] = (hasPassed, hasPassed, hasPassed)
                    let own = isExtra(outcome.check) ? 0 : 1
                    if required.count > own {
                        let others = Double(passes - (hasPassed ? own : 0)) / Double(required.count - own)
                        checks[outcome.check, default: CheckTally()].pairs.append((hasPassed ? 1 : 0, others))
                    }
                }
                if !hasPassed, outcome.ending != .skipped {
                    checks[outcome.check, default: CheckTally()]
                        .failures[outcome.message ?? -1, default: WrongTally()].add(learner: learner)
                }
            }
        }
        for (check, outcome) in seen {
            var tally = checks[check] ?? CheckTally()
            tally.learners += 1
            tally.passedFirst += outcome.first ? 1 : 0
            tally.passed += outcome.any ? 1 : 0
            tally.open += outcome.last ? 0 : 1
            checks[check] = tally
        }
    }

    /// All checks: those of the attempt with most of them in its order, then others by their numbers.
    var checkOrder: [Int] { order + checks.keys.filter { !order.contains($0) }.sorted() }
}
