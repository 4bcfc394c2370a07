// SPDX-License-Identifier: MIT
internal import CivilTime
internal import SQLStorage

/// The tables that keep what the log adds up to.
struct SummaryTables {
    let connection: Connection

    // MARK: - Adding one attempt

    /// Counts an attempt that was just recorded, in the transaction that records it.
    func include(_ recorded: RecordedAttempt) throws(ProgressError) {
        let attempt = recorded.attempt
        var exercise =
            try exercises("WHERE course = ? AND exercise = ?", [.text(attempt.course), .text(attempt.exercise)]).first
            ?? ExerciseSummary(course: attempt.course, exercise: attempt.exercise)
        exercise.include(recorded)
        try save(exercise)
        var day =
            try days("WHERE day = ?", [.integer(attempt.day.number)]).first ?? DayActivity(day: attempt.day)
        day.include(attempt)
        try save(day)
        for name in Set(attempt.concepts) {
            try save(try concept(name, including: recorded))
            try save(Summaries.Training(course: attempt.course, concept: name, exercise: attempt.exercise))
        }
        for name in Set(attempt.misconceptions) {
            var misconception =
                try misconceptions("WHERE course = ? AND misconception = ?", [.text(attempt.course), .text(name)]).first
                ?? MisconceptionSummary(course: attempt.course, misconception: name)
            misconception.include(recorded)
            try save(misconception)
        }
    }

    private func concept(
        _ name: String, including recorded: RecordedAttempt
    ) throws(ProgressError) -> ConceptSummary {
        let course = recorded.attempt.course
        var summary =
            try concepts("WHERE course = ? AND concept = ?", [.text(course), .text(name)]).first
            ?? ConceptSummary(course: course, concept: name)
        if summary.last < recorded.order {
            summary.include(recorded)
            return summary
        }
        // Another device, whose clock was ahead, has later attempts. The log has this one already.
        summary = ConceptSummary(course: course, concept: name)
        try AttemptRow.forEach(
            in: connection, "WHERE course = ? AND instr(concepts, ?) > 0", [.text(course), .text(name)]
        ) { (other) throws(ProgressError) in
            if other.attempt.concepts.contains(name) { summary.include(other) }
        }
        return summary
    }

    // MARK: - All of them

    /// What the tables say.
    func all() throws(ProgressError) -> Summaries {
        var result = Summaries()
        for summary in try exercises() {
            result.exercisesByName[.init(course: summary.course, name: summary.exercise)] = summary
        }
        for summary in try concepts() {
            result.conceptsByName[.init(course: summary.course, name: summary.concept)] = summary
        }
        for summary in try misconceptions() {
            result.misconceptionsByName[.init(course: summary.course, name: summary.misconception)] = summary
        }
        for activity in try days() { result.daysByNumber[activity.day.number] = activity }
        result.trainings = Set(try trainings())
        return result
    }

    /// Makes the tables anew.
    func replace(with summaries: Summaries) throws(ProgressError) {
        try connection.execute(
            """
            DELETE FROM exercise_summary; DELETE FROM exercise_concept; DELETE FROM concept_summary;
            DELETE FROM misconception_summary; DELETE FROM day_summary
            """)
        for summary in summaries.exercises { try save(summary) }
        for summary in summaries.concepts { try save(summary) }
        for summary in summaries.misconceptions { try save(summary) }
        for activity in summaries.days { try save(activity) }
        for training in summaries.trainings { try save(training) }
    }

    /// What the log adds up to.
    func computed() throws(ProgressError) -> Summaries {
        var result = Summaries()
        try AttemptRow.forEach(in: connection) { (recorded) throws(ProgressError) in result.include(recorded) }
        return result
    }
}
