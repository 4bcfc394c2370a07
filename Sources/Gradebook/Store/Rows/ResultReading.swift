// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Results
internal import SQLStorage

/// Reads results from their tables.
struct ResultReading {
    let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// A result without where the submission lay and when it was handed in; `id` is its row.
    ///
    /// Throws `damaged` where the rows are none of a result.
    func result(_ id: Int) throws(GradebookError) -> SubmissionResult? {
        try connection.first(
            """
            SELECT learner.name, exercise.name, submission.hash, exercise_hash, engine, title, status, words, number,
                file, line, "column"
            FROM result JOIN submission ON submission.id = result.submission
            JOIN learner ON learner.id = submission.learner JOIN exercise ON exercise.id = submission.exercise
            WHERE result.id = ?
            """, [.integer(id)]
        ) { (row) throws(GradebookError) in
            var status = StatusRow(
                name: try row.text(6), words: try row.optionalText(7), number: try row.optionalInteger(8),
                place: try row.place(9))
            if status.place == nil { status.line = try row.optionalInteger(10) }
            guard let status = status.status else { throw row.wrongType(6) }
            return SubmissionResult(
                learner: try row.text(0), exercise: try row.text(1), title: try row.text(5), path: "",
                provenance: SubmissionResult.Provenance(
                    submission: try row.text(2), exercise: try row.text(3), engine: try row.text(4)),
                status: status, checks: try checks(of: id))
        }
    }

    private func checks(of result: Int) throws(GradebookError) -> [CheckResult] {
        try connection.all(
            """
            SELECT name, possible, check_result.earned, is_extra, is_hidden, outcome, message.text,
                details, file, line, "column", nanoseconds, token, reason, output, timeline
            FROM check_result JOIN check_definition ON check_definition.id = check_result.definition
            LEFT JOIN message ON message.id = check_result.message
            LEFT JOIN evidence ON evidence.result = check_result.result AND evidence.position = check_result.position
            WHERE check_result.result = ? ORDER BY check_result.position
            """, [.integer(result)], Self.check)
    }

    private static func check(_ row: Statement) throws(GradebookError) -> CheckResult {
        let hasEvidence = !row.isNull(7)
        var failure: CheckResult.Failure?
        if hasEvidence {
            failure = CheckResult.Failure(
                message: "", details: try TextList.read(row, 7), place: try row.place(8),
                nanoseconds: try row.optionalInteger(11).map { UInt64(UInt(bitPattern: $0)) },
                replayToken: try row.optionalText(12))
        }
        let columns = OutcomeRow(
            number: try row.integer(5), message: try row.optionalText(6), reason: try row.optionalText(13))
        guard let outcome = columns.outcome(failure) else { throw row.wrongType(5) }
        return CheckResult(
            name: try row.text(0), possible: Points(thousandths: try row.integer(1)),
            earned: Points(thousandths: try row.integer(2)), isExtra: try row.integer(3) == 1,
            isHidden: try row.integer(4) == 1, outcome: outcome, output: hasEvidence ? try row.text(14) : "",
            timeline: hasEvidence ? try TextList.read(row, 15) : [])
    }
}

extension Statement {
    /// A text or nothing.
    func optionalText(_ column: Int32) throws(GradebookError) -> String? {
        isNull(column) ? nil : try text(column)
    }

    /// A whole number or nothing.
    func optionalInteger(_ column: Int32) throws(GradebookError) -> Int? {
        isNull(column) ? nil : try integer(column)
    }

    /// A place in three columns, the first of which is the file; nil where that is nothing.
    func place(_ column: Int32) throws(GradebookError) -> CheckResult.Place? {
        guard let file = try optionalText(column) else { return nil }
        return CheckResult.Place(file: file, line: try integer(column + 1), column: try integer(column + 2))
    }
}
