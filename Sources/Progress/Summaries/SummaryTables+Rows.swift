// SPDX-License-Identifier: MIT
internal import CivilTime
internal import SQLStorage

// One function to read and one to write for each table.
extension SummaryTables {
    // MARK: - Exercises

    func exercises(_ which: String = "", _ values: [SQLValue] = []) throws(ProgressError) -> [ExerciseSummary] {
        let sql = """
            SELECT course, exercise, attempts, passes, first_passed, best_earned, best_possible, hints, duration,
                last_verdict, last_ended, last_recorded, last_device, last_number
            FROM exercise_summary \(which) ORDER BY course, exercise
            """
        return try connection.all(sql, values) { (row) throws(ProgressError) in
            var summary = ExerciseSummary(course: try row.text(0), exercise: try row.text(1))
            summary.attempts = try row.integer(2)
            summary.passes = try row.integer(3)
            summary.firstPassed = row.isNull(4) ? nil : try row.time(4)
            summary.best = Points(earned: try row.integer(5), possible: try row.integer(6))
            summary.hints = try row.integer(7)
            summary.duration = try row.integer(8)
            guard let verdict = Verdict(rawValue: try row.text(9)) else { throw row.wrongType(9) }
            summary.lastVerdict = verdict
            summary.lastEnded = try row.time(10)
            summary.last = try Self.order(row, at: 11)
            return summary
        }
    }

    func save(_ summary: ExerciseSummary) throws(ProgressError) {
        try connection.run(
            "INSERT OR REPLACE INTO exercise_summary VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .text(summary.course), .text(summary.exercise), .integer(summary.attempts), .integer(summary.passes),
                summary.firstPassed.map { .time($0) } ?? .null, .integer(summary.best.earned),
                .integer(summary.best.possible), .integer(summary.hints), .integer(summary.duration),
                .text(summary.lastVerdict.rawValue), .time(summary.lastEnded),
            ] + Self.values(of: summary.last))
    }

    // MARK: - Concepts

    func concepts(_ which: String = "", _ values: [SQLValue] = []) throws(ProgressError) -> [ConceptSummary] {
        let sql = """
            SELECT course, concept, rights, wrongs, box, boxed, last_ended, last_recorded, last_device, last_number
            FROM concept_summary \(which) ORDER BY course, concept
            """
        return try connection.all(sql, values) { (row) throws(ProgressError) in
            var summary = ConceptSummary(course: try row.text(0), concept: try row.text(1))
            summary.rights = try row.integer(2)
            summary.wrongs = try row.integer(3)
            summary.box = try row.integer(4)
            guard (1...ConceptSummary.intervals.count).contains(summary.box) else { throw row.wrongType(4) }
            summary.boxed = try row.time(5)
            summary.lastEnded = try row.time(6)
            summary.last = try Self.order(row, at: 7)
            return summary
        }
    }

    func save(_ summary: ConceptSummary) throws(ProgressError) {
        try connection.run(
            "INSERT OR REPLACE INTO concept_summary VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .text(summary.course), .text(summary.concept), .integer(summary.rights), .integer(summary.wrongs),
                .integer(summary.box), .time(summary.boxed), .time(summary.lastEnded),
            ] + Self.values(of: summary.last))
    }

    func trainings(_ which: String = "", _ values: [SQLValue] = []) throws(ProgressError) -> [Summaries.Training] {
        try connection.all("SELECT course, concept, exercise FROM exercise_concept \(which)", values) {
            (row) throws(ProgressError) in
            Summaries.Training(course: try row.text(0), concept: try row.text(1), exercise: try row.text(2))
        }
    }

    func save(_ training: Summaries.Training) throws(ProgressError) {
        try connection.run(
            "INSERT OR IGNORE INTO exercise_concept (course, concept, exercise) VALUES (?, ?, ?)",
            [.text(training.course), .text(training.concept), .text(training.exercise)])
    }

    // MARK: - Misconceptions

    func misconceptions(
        _ which: String = "", _ values: [SQLValue] = []
    ) throws(ProgressError) -> [MisconceptionSummary] {
        let sql = """
            SELECT course, misconception, attempts, first_ended, last_ended, last_exercise,
                last_recorded, last_device, last_number
            FROM misconception_summary \(which) ORDER BY attempts DESC, course, misconception
            """
        return try connection.all(sql, values) { (row) throws(ProgressError) in
            var summary = MisconceptionSummary(course: try row.text(0), misconception: try row.text(1))
            summary.attempts = try row.integer(2)
            summary.firstEnded = try row.time(3)
            summary.lastEnded = try row.time(4)
            summary.lastExercise = try row.text(5)
            summary.last = try Self.order(row, at: 6)
            return summary
        }
    }

    func save(_ summary: MisconceptionSummary) throws(ProgressError) {
        try connection.run(
            "INSERT OR REPLACE INTO misconception_summary VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .text(summary.course), .text(summary.misconception), .integer(summary.attempts),
                .time(summary.firstEnded), .time(summary.lastEnded), .text(summary.lastExercise),
            ] + Self.values(of: summary.last))
    }

    // MARK: - Days

    func days(_ which: String = "", _ values: [SQLValue] = []) throws(ProgressError) -> [DayActivity] {
        let sql = "SELECT day, attempts, passes, duration FROM day_summary \(which) ORDER BY day"
        return try connection.all(sql, values) { (row) throws(ProgressError) in
            var activity = DayActivity(day: Day(number: try row.integer(0)))
            activity.attempts = try row.integer(1)
            activity.passes = try row.integer(2)
            activity.duration = try row.integer(3)
            return activity
        }
    }

    func save(_ activity: DayActivity) throws(ProgressError) {
        try connection.run(
            "INSERT OR REPLACE INTO day_summary VALUES (?, ?, ?, ?)",
            [
                .integer(activity.day.number), .integer(activity.attempts), .integer(activity.passes),
                .integer(activity.duration),
            ])
    }

    // MARK: - Places in the order

    private static func order(_ row: Statement, at column: Int32) throws(ProgressError) -> AttemptOrder {
        let id = AttemptID(device: try row.text(column + 1), number: try row.integer(column + 2))
        return AttemptOrder(recorded: try row.time(column), id: id)
    }

    private static func values(of order: AttemptOrder) -> [SQLValue] {
        [.time(order.recorded), .text(order.id.device), .integer(order.id.number)]
    }
}
