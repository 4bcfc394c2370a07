// SPDX-License-Identifier: MIT
public import CivilTime
internal import SQLStorage

/// What is known of an exercise apart from attempts at it.
public struct ExerciseState: Hashable, Sendable {
    /// The course, by its id.
    public var course: String
    /// The exercise, by its id in the course.
    public var exercise: String
    /// When the learner started it; nil before that.
    public var started: Timestamp?
    /// How many levels of hints were shown since it was started or reset.
    public var hintLevel: Int
    /// When this was so.
    public var updated: Timestamp
}

extension ProgressStore {
    private static let columns = "course, exercise, started, hint_level, updated"

    /// The state of an exercise; nil before the learner touched it.
    public func exerciseState(of exercise: String, course: String) throws(ProgressError) -> ExerciseState? {
        try states("WHERE course = ? AND exercise = ?", [.text(course), .text(exercise)]).first
    }

    /// The states of all exercises of a course, by exercise.
    public func exerciseStates(course: String) throws(ProgressError) -> [ExerciseState] {
        try states("WHERE course = ? ORDER BY exercise", [.text(course)])
    }

    /// The states of all exercises, by course and exercise.
    public func exerciseStates() throws(ProgressError) -> [ExerciseState] {
        try states("ORDER BY course, exercise", [])
    }

    /// How many levels of hints the learner has seen.
    public func hintLevel(of exercise: String, course: String) throws(ProgressError) -> Int {
        try exerciseState(of: exercise, course: course)?.hintLevel ?? 0
    }

    /// Notes that the learner has seen the hints up to a level; it never sinks by this.
    public func noteHint(_ level: Int, of exercise: String, course: String, at now: Timestamp) throws(ProgressError) {
        try change(exercise, course, now) { $0.hintLevel = max($0.hintLevel, level) }
    }

    /// Notes that the learner began an exercise; the first time counts.
    public func noteStart(of exercise: String, course: String, at now: Timestamp) throws(ProgressError) {
        try change(exercise, course, now) { $0.started = $0.started ?? now }
    }

    /// Forgets start and hints, as when the learner begins anew; attempts stay.
    public func resetState(of exercise: String, course: String, at now: Timestamp) throws(ProgressError) {
        try change(exercise, course, now) {
            $0.started = nil
            $0.hintLevel = 0
        }
    }

    private func change(
        _ exercise: String, _ course: String, _ now: Timestamp, _ body: (inout ExerciseState) -> Void
    ) throws(ProgressError) {
        try connection.transaction(.writing) { () throws(ProgressError) in
            let known = try exerciseState(of: exercise, course: course)
            var state =
                known ?? ExerciseState(course: course, exercise: exercise, started: nil, hintLevel: 0, updated: now)
            body(&state)
            if state == known { return }
            state.updated = now
            try save(state)
        }
    }

    /// Writes a row as it is.
    func save(_ state: ExerciseState) throws(ProgressError) {
        try connection.run(
            "INSERT OR REPLACE INTO exercise_state (\(Self.columns)) VALUES (?, ?, ?, ?, ?)",
            [
                .text(state.course), .text(state.exercise), state.started.map { .time($0) } ?? .null,
                .integer(state.hintLevel), .time(state.updated),
            ])
    }

    private func states(_ which: String, _ values: [SQLValue]) throws(ProgressError) -> [ExerciseState] {
        try connection.all("SELECT \(Self.columns) FROM exercise_state \(which)", values) {
            (row) throws(ProgressError) in
            ExerciseState(
                course: try row.text(0), exercise: try row.text(1), started: row.isNull(2) ? nil : try row.time(2),
                hintLevel: try row.integer(3), updated: try row.time(4))
        }
    }
}
