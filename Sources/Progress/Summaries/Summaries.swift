// SPDX-License-Identifier: MIT
internal import CivilTime

/// What some attempts add up to.
public struct Summaries: Equatable, Sendable {
    /// A name within a course.
    struct Key: Hashable {
        var course: String
        var name: String
    }

    /// An exercise that trains a concept.
    struct Training: Hashable {
        var course: String
        var concept: String
        var exercise: String
    }

    var exercisesByName: [Key: ExerciseSummary] = [:]
    var conceptsByName: [Key: ConceptSummary] = [:]
    var misconceptionsByName: [Key: MisconceptionSummary] = [:]
    var daysByNumber: [Int: DayActivity] = [:]
    var trainings: Set<Training> = []

    init() {}

    /// Counts an attempt; they must come in their order.
    mutating func include(_ recorded: RecordedAttempt) {
        let attempt = recorded.attempt
        let exercise = Key(course: attempt.course, name: attempt.exercise)
        exercisesByName[exercise, default: ExerciseSummary(course: attempt.course, exercise: attempt.exercise)]
            .include(recorded)
        daysByNumber[attempt.day.number, default: DayActivity(day: attempt.day)].include(attempt)
        for concept in Set(attempt.concepts) {
            let key = Key(course: attempt.course, name: concept)
            conceptsByName[key, default: ConceptSummary(course: attempt.course, concept: concept)].include(recorded)
            trainings.insert(Training(course: attempt.course, concept: concept, exercise: attempt.exercise))
        }
        for name in Set(attempt.misconceptions) {
            let key = Key(course: attempt.course, name: name)
            misconceptionsByName[key, default: MisconceptionSummary(course: attempt.course, misconception: name)]
                .include(recorded)
        }
    }

    // MARK: - Lists

    /// Every exercise that was tried, by course and name.
    public var exercises: [ExerciseSummary] {
        exercisesByName.values.sorted { ($0.course, $0.exercise) < ($1.course, $1.exercise) }
    }

    /// Every concept, by course and name.
    public var concepts: [ConceptSummary] {
        conceptsByName.values.sorted { ($0.course, $0.concept) < ($1.course, $1.concept) }
    }

    /// Every misconception, the most frequent first.
    public var misconceptions: [MisconceptionSummary] {
        misconceptionsByName.values.sorted {
            ($1.attempts, $0.course, $0.misconception) < ($0.attempts, $1.course, $1.misconception)
        }
    }

    /// Every day on which something was done, in their order.
    public var days: [DayActivity] { daysByNumber.values.sorted { $0.day < $1.day } }
}
