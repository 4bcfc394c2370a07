// SPDX-License-Identifier: MIT
public import CivilTime

/// A concept that should come back, and what trains it.
public struct ReviewItem: Equatable, Sendable {
    /// The concept.
    public var concept: ConceptSummary
    /// Exercises of it that were tried: those never passed first, among equals the one longest not seen.
    public var exercises: [String]
}

extension ProgressStore {
    /// The concepts that are due at a moment: those of the first box first, in a box the ones that wait longest.
    ///
    /// `ConceptSummary` has the rule by which they come back.
    public func reviewQueue(course: String? = nil, now: Timestamp) throws(ProgressError) -> [ReviewItem] {
        try reading { (_) throws(ProgressError) in
            let due = try conceptSummaries(course: course).filter { $0.isDue(at: now) }.sorted {
                ($0.box, $0.due.milliseconds, $0.course, $0.concept)
                    < ($1.box, $1.due.milliseconds, $1.course, $1.concept)
            }
            if due.isEmpty { return [] }
            var places: [Summaries.Key: ExerciseSummary] = [:]
            for summary in try exerciseSummaries(course: course) {
                places[Summaries.Key(course: summary.course, name: summary.exercise)] = summary
            }
            let trainings = Dictionary(grouping: try summaries.trainings()) {
                Summaries.Key(course: $0.course, name: $0.concept)
            }
            return due.map { concept in
                let trained = trainings[Summaries.Key(course: concept.course, name: concept.concept)] ?? []
                let exercises = trained.compactMap { places[Summaries.Key(course: $0.course, name: $0.exercise)] }
                let sorted = exercises.sorted {
                    ($0.hasPassed ? 1 : 0, $0.lastEnded.milliseconds, $0.exercise)
                        < ($1.hasPassed ? 1 : 0, $1.lastEnded.milliseconds, $1.exercise)
                }
                return ReviewItem(concept: concept, exercises: sorted.map(\.exercise))
            }
        }
    }
}
