// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Gradebook
internal import Results

/// One learner's attempts at one exercise, in their order, and where the learner stands in it.
struct ExerciseAttempts {
    /// The exercise, by its number.
    let exercise: Int
    /// All attempts but those that only repeat the bytes of the one before; what nobody could grade is there too.
    let all: [SourceAttempt]
    /// What the policy makes of them.
    let score: ExerciseScore

    /// Puts attempts at one exercise in order and applies the policy.
    init(
        _ attempts: [SourceAttempt], learner: String, id: String, _ policy: ClassPolicy,
        override: ClassPolicy.Override?
    ) {
        exercise = attempts.first?.exercise ?? 0
        var kept: [SourceAttempt] = []
        // Attempts are large: their places are sorted in their stead.
        for place in attempts.indices.sorted(by: { Self.isBefore(attempts[$0], attempts[$1]) }) {
            let attempt = attempts[place]
            if let last = kept.last, !attempt.hash.isEmpty, last.hash == attempt.hash { continue }
            kept.append(attempt)
        }
        all = kept
        let graded = kept.map { attempt in
            GradedAttempt(
                submission: attempt.hash, path: attempt.path, submittedAt: attempt.recorded,
                outcome: attempt.outcome, earned: attempt.earned, possible: attempt.possible,
                hasPassed: attempt.hasPassed)
        }
        score = policy.score(learner: learner, exercise: id, attempts: graded, override: override)
    }

    // The order of the policy (Docs/class.md, rule 1).
    private static func isBefore(_ first: SourceAttempt, _ second: SourceAttempt) -> Bool {
        let (one, other) = (first.recorded ?? .min, second.recorded ?? .min)
        if one != other { return one < other }
        if ByteName(first.path) != ByteName(second.path) { return ByteName(first.path) < ByteName(second.path) }
        return first.hash < second.hash
    }

    /// The attempts that say something about the learner.
    var counted: [SourceAttempt] { all.filter { $0.outcome != .unknown } }

    /// Where the learner stands.
    func standing(stuckLimit: Int) -> Standing {
        var standing = Standing()
        let counted = counted
        let pass = counted.firstIndex { $0.hasPassed }
        let until = counted[...(pass ?? counted.count - 1)]
        standing.attempts = counted.count
        standing.attemptsToPass = pass.map { $0 + 1 }
        standing.firstShare = counted.first { $0.outcome == .graded }.map { Self.share(of: $0) }
        standing.points = score.points
        standing.possible = score.possible
        if let points = score.points, let possible = score.possible { standing.share = points.share(of: possible) }
        standing.isDecided = score.override != nil
        if case .late? = score.countedAttempt?.punctuality { standing.isLate = true }
        let durations = until.compactMap(\.duration)
        if !durations.isEmpty { standing.duration = durations.reduce(0, +) }
        standing.hints = until.compactMap(\.hints).max()
        standing.first = Self.time(counted.first?.moment)
        standing.last = Self.time(counted.last?.moment)
        standing.passedAt = pass.flatMap { Self.time(counted[$0].moment) }
        standing.state = state(counted, hasPassed: pass != nil, stuckLimit: stuckLimit)
        return standing
    }

    private func state(_ counted: [SourceAttempt], hasPassed: Bool, stuckLimit: Int) -> Standing.State {
        if score.state == .excused { return .excused }
        if hasPassed { return .passed }
        if counted.isEmpty { return all.isEmpty ? .untouched : .open }
        return counted.count >= stuckLimit ? .stuck : .tried
    }

    /// The share of the points that an attempt earned, in thousandths, 1000 at most.
    static func share(of attempt: SourceAttempt) -> Int {
        min(max(attempt.earned.share(of: attempt.possible), 0), 1_000)
    }

    static func time(_ milliseconds: Int64?) -> Timestamp? { milliseconds.map { Timestamp(milliseconds: $0) } }

    /// The attempt that is compared with those of others: the first that passed, else the last that earned something.
    var compared: SourceAttempt? {
        counted.first { $0.hasPassed } ?? counted.last { $0.outcome == .graded && $0.earned > .zero }
    }
}
