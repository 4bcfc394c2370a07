// SPDX-License-Identifier: MIT
internal import CivilTime

/// Who showed which wrong belief, where, and whether it has shown there since.
struct MisconceptionTally {
    /// What a belief showed in: an exercise, or a question or puzzle.
    private struct Subject: Hashable {
        var isQuestion: Bool
        var number: Int
    }

    private struct Holding {
        var attempts = 0
        var last: Int64?
        var subject: Subject
        var isOpen: Bool
    }

    /// By the belief's number: the learners who showed it, in the order in which they came.
    private(set) var holders: [Int: [(learner: Int, holder: MisconceptionHolder)]] = [:]
    /// By the belief's number and the name of what it showed in: how many learners.
    private(set) var places: [Int: [String: Int]] = [:]

    /// Adds all attempts of one learner; `place` names what an attempt was at.
    mutating func add(
        _ attempts: [SourceAttempt], questions: [SourceAttempt], learner: Int, name: String,
        place: (_ attempt: SourceAttempt, _ isQuestion: Bool) -> String
    ) {
        if !attempts.contains(where: { !$0.misconceptions.isEmpty }),
            !questions.contains(where: { !$0.misconceptions.isEmpty })
        {
            return
        }
        var found: [Int: Holding] = [:]
        var seen: [Int: Set<String>] = [:]
        let all = attempts.map { (attempt: $0, isQuestion: false) } + questions.map { (attempt: $0, isQuestion: true) }
        for (attempt, isQuestion) in all.sorted(by: { Self.isBefore($0.attempt, $1.attempt) }) {
            let subject = Subject(isQuestion: isQuestion, number: attempt.exercise)
            if attempt.hasPassed {
                for key in found.keys where found[key]?.subject == subject { found[key]?.isOpen = false }
            }
            for belief in attempt.misconceptions {
                var holding = found[belief] ?? Holding(subject: subject, isOpen: true)
                holding.attempts += 1
                holding.last = attempt.moment
                holding.subject = subject
                holding.isOpen = !attempt.hasPassed
                found[belief] = holding
                seen[belief, default: []].insert(place(attempt, isQuestion))
            }
        }
        for (belief, holding) in found {
            let holder = MisconceptionHolder(
                name: name, attempts: holding.attempts, last: ExerciseAttempts.time(holding.last),
                isOpen: holding.isOpen)
            holders[belief, default: []].append((learner, holder))
            for place in seen[belief] ?? [] { places[belief, default: [:]][place, default: 0] += 1 }
        }
    }

    private static func isBefore(_ first: SourceAttempt, _ second: SourceAttempt) -> Bool {
        let (one, other) = (first.recorded ?? .min, second.recorded ?? .min)
        return one == other ? ByteName(first.path) < ByteName(second.path) : one < other
    }
}
