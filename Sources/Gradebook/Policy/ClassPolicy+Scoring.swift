// SPDX-License-Identifier: MIT
internal import Results

extension ClassPolicy {
    /// The score that a learner's attempts at an exercise come to.
    ///
    /// It depends on nothing but its arguments, and not on the order of the attempts. Points are exact to the
    /// thousandth; each time one is scaled it is rounded to the nearest, halves up. The rules:
    ///
    /// * Attempts are ordered by time. Of several with the same bytes right after each other only the first is one.
    /// * An attempt that could not be run or graded uses up none of the attempts that count.
    /// * After the exercise closed nothing counts. A time that nobody knows counts as in time.
    /// * An override decides whatever was handed in; `override` is one that stands elsewhere, and one of the class file
    ///   comes before it.
    public func score(
        learner: String, exercise id: String, attempts: [GradedAttempt], override: Override? = nil
    ) -> ExerciseScore {
        let policy = exercise(id)
        let granted = grant(learner, id)
        let (due, closes) = Self.deadlines(of: policy, granted)
        let possible = policy.points ?? attempts.filter { $0.outcome == .graded }.map(\.possible).max()
        let judge = AttemptJudge(policy: policy, due: due, closes: closes, possible: possible)
        let judged = judge.judged(Self.merged(attempts))
        let decided = overrides.first { $0.learner == learner && $0.exercise == id } ?? override
        var score = ExerciseScore(
            learner: learner, exercise: id, state: .missing, points: nil, possible: possible, attempts: judged,
            counted: judge.counted(of: judged), due: due, closes: closes, granted: granted, override: decided)
        switch decided?.decision {
        case .excused?: score.state = .excused
        case .points(let points)?: (score.state, score.points) = (.scored, points)
        case nil:
            if let counted = score.countedAttempt {
                (score.state, score.points) = (.scored, counted.score)
            } else if judged.contains(where: { $0.exclusion == .unknown }) {
                score.state = .pending
            } else if !judged.isEmpty {
                (score.state, score.points) = (.scored, .zero)
            }
        }
        return score
    }

    // The one that names the exercise comes before the one for all of them.
    private func grant(_ learner: String, _ exercise: String) -> Extension? {
        let own = extensions.filter { $0.learner == learner }
        return own.first { $0.exercise == exercise } ?? own.first { $0.exercise == nil }
    }

    private static func deadlines(of policy: ExercisePolicy, _ granted: Extension?) -> (due: Int64?, closes: Int64?) {
        guard let granted else { return (policy.due, policy.closes) }
        switch granted.length {
        case .by(let time): return (policy.due.map { $0 + time }, policy.closes.map { $0 + time })
        // Nobody's time is made shorter by an extension.
        case .until(let end): return (policy.due.map { max($0, end) }, policy.closes.map { max($0, end) })
        }
    }

    /// Attempts in their order, without those that only repeat the bytes of the one before.
    private static func merged(_ attempts: [GradedAttempt]) -> [GradedAttempt] {
        var result: [GradedAttempt] = []
        for attempt in attempts.sorted(by: GradedAttempt.isBefore) {
            if let last = result.last, !attempt.submission.isEmpty, last.submission == attempt.submission { continue }
            result.append(attempt)
        }
        return result
    }
}

/// Applies the rules of one exercise to one learner's attempts.
private struct AttemptJudge {
    let policy: ExercisePolicy
    let due: Int64?
    let closes: Int64?
    let possible: Points?

    func judged(_ attempts: [GradedAttempt]) -> [JudgedAttempt] {
        var used = 0
        return attempts.map { attempt in
            let raw = raw(attempt)
            let punctuality = punctuality(attempt, raw)
            var exclusion: JudgedAttempt.Exclusion?
            if case .closed = punctuality {
                exclusion = .closed
            } else if attempt.outcome == .unknown {
                exclusion = .unknown
            } else if attempt.outcome == .refused {
                exclusion = .refused
            } else {
                used += 1
                if let limit = policy.rules.attemptLimit, used > limit { exclusion = .beyondLimit(limit) }
            }
            var score = exclusion == nil ? raw : .zero
            if case .late(_, _, let deduction) = punctuality, exclusion == nil { score = score - deduction }
            return JudgedAttempt(
                attempt: attempt, raw: raw, punctuality: punctuality, exclusion: exclusion, score: score)
        }
    }

    /// Which attempt counts; of those that could not be run the last, where there is no other.
    func counted(of attempts: [JudgedAttempt]) -> Int? {
        let able = attempts.indices.filter { attempts[$0].exclusion == nil }
        switch policy.rules.choice {
        case .last: if let last = able.last { return last }
        case .best:
            let best = able.map { attempts[$0].score }.max()
            if let first = able.first(where: { attempts[$0].score == best }) { return first }
        }
        // What nobody could grade may be worth more than what could not be run.
        if attempts.contains(where: { $0.exclusion == .unknown }) { return nil }
        return attempts.lastIndex { $0.exclusion == .refused }
    }

    private func raw(_ attempt: GradedAttempt) -> Points {
        guard attempt.outcome == .graded else { return .zero }
        guard let worth = policy.points else { return attempt.earned }
        if attempt.possible <= .zero { return .zero }
        return attempt.earned.scaled(worth, outOf: attempt.possible)
    }

    private func punctuality(_ attempt: GradedAttempt, _ raw: Points) -> JudgedAttempt.Punctuality {
        guard due != nil || closes != nil else { return .inTime }
        guard let time = attempt.submittedAt else { return .unknown }
        if let closes, time > closes { return .closed(time - closes) }
        guard let due, time > due else { return .inTime }
        let lateness = time - due
        guard let late = policy.rules.late else { return .late(lateness, share: 0, deduction: .zero) }
        if lateness <= late.grace { return .inGrace(lateness) }
        let deduction = late.deduction(of: lateness, earned: raw, possible: possible ?? .zero)
        return .late(lateness, share: late.share(of: lateness), deduction: deduction)
    }
}

extension Points {
    /// What they are worth where `possible` of them are worth `worth`: to the nearest thousandth, halves up.
    func scaled(_ worth: Points, outOf possible: Points) -> Points {
        let product = Int128(thousandths) * Int128(worth.thousandths) * 2 + Int128(possible.thousandths)
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: Int128(possible.thousandths) * 2)
        return Points(thousandths: Int(clamping: remainder < 0 ? quotient - 1 : quotient))
    }
}
