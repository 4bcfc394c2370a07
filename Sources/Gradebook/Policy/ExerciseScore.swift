// SPDX-License-Identifier: MIT
public import Results

/// A learner's score in one exercise, and all that it came of.
public struct ExerciseScore: Hashable, Sendable {
    /// What can be said of a learner and an exercise.
    public enum State: Hashable, Sendable {
        /// There is a score.
        case scored
        /// The exercise does not count for this learner.
        case excused
        /// Nothing was handed in.
        case missing
        /// Something was handed in, and nobody can say yet what it is worth.
        case pending
    }

    /// Whose score it is.
    public var learner: String
    /// In which exercise.
    public var exercise: String
    /// What can be said.
    public var state: State
    /// The score; nil unless the state is `scored`.
    public var points: Points?
    /// What the exercise is worth; nil where nobody knows, as nothing was graded.
    public var possible: Points?
    /// Every attempt in the order in which they were made, each with what the policy made of it.
    public var attempts: [JudgedAttempt]
    /// Which of them counts; nil where none does.
    public var counted: Int?
    /// When it was due for this learner, in milliseconds since 1970.
    public var due: Int64?
    /// When it closes for this learner, in milliseconds since 1970.
    public var closes: Int64?
    /// The extension that moved these moments; nil where none did.
    public var granted: ClassPolicy.Extension?
    /// What a person decided; nil where nobody did.
    public var override: ClassPolicy.Override?

    /// The attempt that counts.
    public var countedAttempt: JudgedAttempt? { counted.map { attempts[$0] } }
}

/// An attempt and what the policy made of it.
public struct JudgedAttempt: Hashable, Sendable {
    /// What an attempt's time means.
    public enum Punctuality: Hashable, Sendable {
        /// In time, or there is no deadline.
        case inTime
        /// Later by so many milliseconds, within the time of grace.
        case inGrace(Int64)
        /// Later by so many milliseconds; the share that costs, in thousandths, and the points.
        case late(Int64, share: Int, deduction: Points)
        /// Handed in so many milliseconds after the exercise closed.
        case closed(Int64)
        /// There is a deadline, and nobody knows when it was handed in; so it counts as in time.
        case unknown
    }

    /// Why an attempt cannot count, whatever its score.
    public enum Exclusion: Hashable, Sendable {
        /// So many attempts count, and this one came after them.
        case beyondLimit(Int)
        /// It came after the exercise closed.
        case closed
        /// It could not be run; it counts, as nothing, only where there is no other.
        case refused
        /// Nobody can say what it is worth.
        case unknown
    }

    /// What was handed in.
    public var attempt: GradedAttempt
    /// What was earned, on the scale of what the exercise is worth.
    public var raw: Points
    /// What its time means.
    public var punctuality: Punctuality
    /// Why it cannot count; nil where it can.
    public var exclusion: Exclusion?
    /// What it would score.
    public var score: Points
}
