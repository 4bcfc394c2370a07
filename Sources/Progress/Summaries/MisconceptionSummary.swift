// SPDX-License-Identifier: MIT
public import CivilTime

/// How often a misconception has shown itself.
public struct MisconceptionSummary: Equatable, Sendable {
    /// The course, by its id.
    public var course: String
    /// The misconception, by its id.
    public var misconception: String
    /// In how many attempts.
    public var attempts = 0
    /// When the first of them ended.
    public var firstEnded = Timestamp(milliseconds: .max)
    /// When the last of them ended.
    public var lastEnded = Timestamp(milliseconds: 0)
    /// At which exercise that was.
    public var lastExercise = ""
    var last = AttemptOrder.beforeAll

    init(course: String, misconception: String) {
        self.course = course
        self.misconception = misconception
    }

    /// Counts an attempt; in which order they come does not matter.
    mutating func include(_ recorded: RecordedAttempt) {
        attempts += 1
        firstEnded = min(firstEnded, recorded.attempt.ended)
        if last < recorded.order {
            last = recorded.order
            lastEnded = recorded.attempt.ended
            lastExercise = recorded.attempt.exercise
        }
    }
}

/// What was done on one day.
public struct DayActivity: Equatable, Sendable {
    /// The day, where the learner was.
    public var day: Day
    /// How many attempts ended on it.
    public var attempts = 0
    /// How many of them passed.
    public var passes = 0
    /// Milliseconds that they took.
    public var duration = 0

    init(day: Day) {
        self.day = day
    }

    /// Counts an attempt; in which order they come does not matter.
    mutating func include(_ attempt: Attempt) {
        attempts += 1
        passes += attempt.verdict == .passed ? 1 : 0
        duration += attempt.duration
    }
}
