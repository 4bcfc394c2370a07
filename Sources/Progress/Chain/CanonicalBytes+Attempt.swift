// SPDX-License-Identifier: MIT
internal import CivilTime
internal import SQLStorage

extension CanonicalBytes {
    /// The hash of an attempt that follows the one with the hash `previous`.
    static func hash(
        of attempt: Attempt, id: AttemptID, recorded: Timestamp, after previous: ChainHash
    ) -> ChainHash {
        var bytes = CanonicalBytes(after: previous, form: "looplab attempt 1")
        bytes.add(id.device)
        bytes.add(id.number)
        bytes.add(recorded)
        bytes.add(attempt)
        return bytes.hash
    }

    private mutating func add(_ attempt: Attempt) {
        add(attempt.course)
        add(attempt.courseVersion)
        add(attempt.exercise)
        add(attempt.variant)
        add(attempt.kind.rawValue)
        add(attempt.answer)
        add(attempt.verdict.rawValue)
        add(attempt.points)
        add(count: attempt.checks.count)
        for check in attempt.checks {
            add(check.name)
            add(check.hasPassed ? 1 : 0)
            add(check.points)
        }
        add(attempt.hints)
        add(attempt.duration)
        add(attempt.concepts)
        add(attempt.misconceptions)
        add(attempt.started)
        add(attempt.ended)
        add(attempt.offset)
        add(attempt.appVersion)
    }

    private mutating func add(_ points: Points) {
        add(points.earned)
        add(points.possible)
    }
}

extension RecordedAttempt {
    /// The hash that its fields have.
    var computedHash: ChainHash {
        CanonicalBytes.hash(of: attempt, id: id, recorded: recorded, after: previous)
    }
}
