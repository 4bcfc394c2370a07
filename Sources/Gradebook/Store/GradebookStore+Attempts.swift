// SPDX-License-Identifier: MIT
internal import Results
internal import SQLStorage

extension GradebookStore {
    /// The moment at which the log was written last, in milliseconds since 1970; nil where it is empty.
    public func lastRecorded() throws(GradebookError) -> Int64? {
        let moment = try connection.number("SELECT coalesce(max(head_recorded), 0) FROM device")
        return moment == 0 ? nil : Int64(moment)
    }

    /// Goes through all that was handed in, each with the result that counts, by learner and exercise.
    ///
    /// One attempt is in memory at a time, and of all checks nine bytes each. Where learners or an exercise are given,
    /// only theirs.
    public func forEachStoredAttempt(
        learners: [Int]? = nil, exercise: Int? = nil, _ body: (StoredAttempt) throws(GradebookError) -> Void
    ) throws(GradebookError) {
        var conditions: [String] = []
        var values: [SQLValue] = []
        if let learners {
            conditions.append("submission.learner IN (SELECT value FROM json_each(?))")
            values.append(.list(learners))
        }
        if let exercise {
            conditions.append("submission.exercise = ?")
            values.append(.integer(exercise))
        }
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        // To look for the checks of each result would take longer than all else together.
        let all = conditions.isEmpty ? try OutcomeTable(connection) : nil
        let misconceptions = try misconceptions(conditions, values)
        try connection.query(Self.stream(condition), values) { (row) throws(GradebookError) in
            var attempt = try Self.attempt(row)
            let result = try row.integer(0)
            attempt.misconceptions = misconceptions[result] ?? []
            attempt.checks = if let all { all.outcomes(of: result) } else { try outcomes(of: result) }
            try body(attempt)
        }
    }

    // What wrong answers show, by their results. In all of them an index leads to the few that left something behind;
    // of a few learners or one exercise it is shorter to look at what they handed in.
    private func misconceptions(
        _ conditions: [String], _ values: [SQLValue]
    ) throws(GradebookError) -> [Int: [String]] {
        let source =
            conditions.isEmpty
            ? "check_definition CROSS JOIN check_result ON check_result.definition = check_definition.id"
            : """
            submission CROSS JOIN standing ON standing.submission = submission.id
            CROSS JOIN check_result ON check_result.result = standing.result
            CROSS JOIN check_definition ON check_definition.id = check_result.definition
            """
        let all = conditions + ["check_definition.name = ?", "check_result.outcome = 1"]
        var found: [Int: [String]] = [:]
        try connection.query(
            """
            SELECT evidence.result, evidence.details FROM \(source)
            CROSS JOIN evidence
                ON evidence.result = check_result.result AND evidence.position = check_result.position
            WHERE \(all.joined(separator: " AND "))
            """, values + [.text(CheckResult.answerName)]
        ) { (row) throws(GradebookError) in
            let shown = CheckResult.Failure.misconceptions(in: try TextList.read(row, 1))
            if !shown.isEmpty { found[try row.integer(0)] = shown }
        }
        return found
    }

    private func outcomes(of result: Int) throws(GradebookError) -> [StoredOutcome] {
        try connection.all(
            "SELECT definition, outcome, message FROM check_result WHERE result = ? ORDER BY position",
            [.integer(result)]
        ) { (row) throws(GradebookError) in
            guard let ending = StoredOutcome.Ending(rawValue: try row.integer(1)) else { throw row.wrongType(1) }
            return StoredOutcome(check: try row.integer(0), ending: ending, message: try row.optionalInteger(2))
        }
    }

    // The tables are joined in the order in which they stand: an index gives the learners one after the other.
    private static func stream(_ condition: String) -> String {
        """
        SELECT result.id, submission.learner, submission.exercise, submission.hash,
            hand_in.path, hand_in.submitted,
            result.exercise_hash, result.status, result.earned, result.possible, result.has_passed, result.is_known
        FROM submission CROSS JOIN standing ON standing.submission = submission.id
        CROSS JOIN result ON result.id = standing.result
        CROSS JOIN hand_in ON hand_in.submission = submission.id
        \(condition) ORDER BY submission.learner, submission.exercise
        """
    }

    private static func attempt(_ row: Statement) throws(GradebookError) -> StoredAttempt {
        StoredAttempt(
            learner: try row.integer(1), exercise: try row.integer(2),
            hash: try row.text(3), path: try row.text(4), submittedAt: try row.optionalInteger(5).map { Int64($0) },
            exerciseHash: try row.text(6), outcome: try row.outcome(status: 7, isKnown: 11),
            earned: Points(thousandths: try row.integer(8)), possible: Points(thousandths: try row.integer(9)),
            hasPassed: try row.integer(10) == 1, checks: [])
    }
}
