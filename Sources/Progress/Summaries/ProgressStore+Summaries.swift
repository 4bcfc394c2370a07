// SPDX-License-Identifier: MIT
public import CivilTime
internal import SQLStorage

extension ProgressStore {
    /// The exercises that were tried, of one course or all, by course and exercise.
    public func exerciseSummaries(course: String? = nil) throws(ProgressError) -> [ExerciseSummary] {
        guard let course else { return try summaries.exercises() }
        return try summaries.exercises("WHERE course = ?", [.text(course)])
    }

    /// What the attempts at one exercise add up to; nil before the first.
    public func summary(of exercise: String, course: String) throws(ProgressError) -> ExerciseSummary? {
        try summaries.exercises("WHERE course = ? AND exercise = ?", [.text(course), .text(exercise)]).first
    }

    /// The concepts that were trained, of one course or all, by course and concept.
    public func conceptSummaries(course: String? = nil) throws(ProgressError) -> [ConceptSummary] {
        guard let course else { return try summaries.concepts() }
        return try summaries.concepts("WHERE course = ?", [.text(course)])
    }

    /// The misconceptions that showed themselves, of one course or all, the most frequent first.
    public func misconceptions(course: String? = nil) throws(ProgressError) -> [MisconceptionSummary] {
        guard let course else { return try summaries.misconceptions() }
        return try summaries.misconceptions("WHERE course = ?", [.text(course)])
    }

    /// The days on which something was done, in their order, from a day on where one is given.
    public func activity(since day: Day? = nil) throws(ProgressError) -> [DayActivity] {
        guard let day else { return try summaries.days() }
        return try summaries.days("WHERE day >= ?", [.integer(day.number)])
    }

    /// What the attempts since a moment add up to, from the attempts themselves.
    public func summaries(since moment: Timestamp) throws(ProgressError) -> Summaries {
        var result = Summaries()
        try forEachAttempt(since: moment) { (recorded) throws(ProgressError) in
            if recorded.attempt.ended >= moment { result.include(recorded) }
        }
        return result
    }
}
