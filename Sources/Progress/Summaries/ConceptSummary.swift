// SPDX-License-Identifier: MIT
public import CivilTime

/// What all attempts at exercises of one concept add up to, and when it should come back.
///
/// Concepts wait in five boxes, after Sebastian Leitner (So lernt man lernen, 1972). A concept begins in the first one.
/// It comes back 1, 3, 7, 14 or 30 days after it was put into its box:
///
/// - a wrong answer, or one that is partly right, puts it into the first box;
/// - a right answer to what was due puts it one box further, or into the same one again where hints were used;
/// - a right answer to what was not due yet changes nothing, so that ten passes of one evening count as one.
public struct ConceptSummary: Equatable, Sendable {
    /// Days after which the concepts of each box come back.
    public static let intervals = [1, 3, 7, 14, 30]

    /// The course, by its id.
    public var course: String
    /// The concept.
    public var concept: String
    /// How many attempts passed.
    public var rights = 0
    /// How many did not.
    public var wrongs = 0
    /// The box, from 1 to 5.
    public var box = 1
    /// When it was put into its box.
    public var boxed = Timestamp(milliseconds: 0)
    /// When the last attempt ended.
    public var lastEnded = Timestamp(milliseconds: 0)
    var last = AttemptOrder.beforeAll

    /// When it should come back.
    public var due: Timestamp { boxed.advanced(days: Self.intervals[box - 1]) }

    init(course: String, concept: String) {
        self.course = course
        self.concept = concept
    }

    /// Whether it should come back at this moment.
    ///
    /// A moment before it was put into its box shows that the clock was wrong then; so it is due, not hidden for years.
    public func isDue(at now: Timestamp) -> Bool {
        now >= due || now < boxed
    }

    /// Counts an attempt; they must come in their order.
    mutating func include(_ recorded: RecordedAttempt) {
        precondition(last < recorded.order, "attempts of a concept count in their order")
        let attempt = recorded.attempt
        let isFirst = rights + wrongs == 0
        if attempt.verdict == .passed {
            rights += 1
            if isFirst || isDue(at: attempt.ended) {
                if attempt.hints == 0 { box = min(box + 1, Self.intervals.count) }
                boxed = attempt.ended
            }
        } else {
            wrongs += 1
            box = 1
            boxed = attempt.ended
        }
        last = recorded.order
        lastEnded = attempt.ended
    }
}
