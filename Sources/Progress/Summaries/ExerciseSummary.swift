// SPDX-License-Identifier: MIT
public import CivilTime

/// What all attempts at one exercise add up to.
public struct ExerciseSummary: Equatable, Sendable {
    /// The course, by its id.
    public var course: String
    /// The exercise, by its id in the course.
    public var exercise: String
    /// How many attempts there are.
    public var attempts = 0
    /// How many of them passed.
    public var passes = 0
    /// When the first of these ended; nil where none passed.
    public var firstPassed: Timestamp?
    /// The best points.
    public var best = Points(earned: 0, possible: 0)
    /// The most hints that were seen in one attempt.
    public var hints = 0
    /// Milliseconds that all attempts took.
    public var duration = 0
    /// How the last attempt ended.
    public var lastVerdict = Verdict.failed
    /// When it ended.
    public var lastEnded = Timestamp(milliseconds: 0)
    var last = AttemptOrder.beforeAll

    /// Whether any attempt passed.
    public var hasPassed: Bool { passes > 0 }

    init(course: String, exercise: String) {
        self.course = course
        self.exercise = exercise
    }

    /// Counts an attempt; in which order they come does not matter.
    mutating func include(_ recorded: RecordedAttempt) {
        let attempt = recorded.attempt
        attempts += 1
        if attempt.verdict == .passed {
            passes += 1
            firstPassed = min(firstPassed ?? attempt.ended, attempt.ended)
        }
        if attempt.points.isBetter(than: best) { best = attempt.points }
        hints = max(hints, attempt.hints)
        duration += attempt.duration
        if last < recorded.order {
            last = recorded.order
            lastVerdict = attempt.verdict
            lastEnded = attempt.ended
        }
    }
}

extension AttemptOrder {
    /// Before every attempt.
    static let beforeAll = AttemptOrder(
        recorded: Timestamp(milliseconds: .min), id: AttemptID(device: "", number: 0))
}

extension Points {
    /// Whether it is a larger part of what was possible; of equal parts, the one of more points.
    fileprivate func isBetter(than other: Points) -> Bool {
        let (mine, others) = (earned * max(other.possible, 1), other.earned * max(possible, 1))
        return mine == others ? possible > other.possible : mine > others
    }
}
