// SPDX-License-Identifier: MIT

/// What a submission comes to by the rules of a class, beside the other attempts of its learner at its exercise.
public struct AttemptGrade: Hashable, Sendable {
    /// What can be said of the learner and the exercise.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// There is a score.
        case scored
        /// The exercise does not count for the learner.
        case excused
        /// Nobody can say yet.
        case pending
    }

    /// What can be said of the learner and the exercise.
    public var state: State
    /// The learner's score in the exercise, of whatever it comes; nil unless the state is `scored`.
    public var points: Points?
    /// What the exercise is worth; nil where nobody knows.
    public var worth: Points?
    /// Whether it is this submission that counts.
    public var counts: Bool
    /// What this submission would score.
    public var score: Points
    /// What being late has cost it.
    public var deduction: Points
    /// When it was due for the learner, in milliseconds since 1970; nil where there is no deadline.
    public var dueAt: Int64?
    /// How many milliseconds later it came; nil where it came in time or nobody knows.
    public var lateness: Int64?
    /// In a few sentences how that came about, with the reason of a decision; empty where there is nothing to say.
    public var remark: String

    /// Describes a grade.
    public init(
        state: State, points: Points? = nil, worth: Points? = nil, counts: Bool, score: Points = .zero,
        deduction: Points = .zero, dueAt: Int64? = nil, lateness: Int64? = nil, remark: String = ""
    ) {
        self.state = state
        self.points = points
        self.worth = worth
        self.counts = counts
        self.score = score
        self.deduction = deduction
        self.dueAt = dueAt
        self.lateness = lateness
        self.remark = remark
    }

    /// For people: "Grade 8 of 10" and the remark, which says itself who was excused and why.
    var sentence: String {
        let head =
            switch state {
            case .excused: ""
            case .pending: "The grade is open."
            case .scored where counts:
                "Grade \((points ?? .zero).decimal)\(worth.map { " of \($0.decimal)" } ?? "")."
            case .scored: "Does not count."
            }
        return [head, remark].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
