// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Results
internal import SQLStorage

/// Puts results into their tables, inside a transaction that writes.
struct ResultRows {
    let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// Records what was handed in and what came of it, each unless it is there already.
    func record(_ result: SubmissionResult, _ log: inout EntryLog) throws(GradebookError) {
        let submission = try submissionID(of: result)
        let handIn = CanonicalBytes.handIn(of: result)
        if try insertHandIn(result, submission, handIn) { try log.add(.handIn, handIn) }
        let content = CanonicalBytes.content(of: result)
        let standing = try standing(of: submission)
        let known = try id(of: content)
        if let known, known == standing?.result { return }
        let id = if let known { known } else { try insert(result, submission, content) }
        let recorded = try log.add(.result, content, after: standing?.recorded)
        try saveStanding(submission, result: id, recorded)
    }

    // MARK: - Which result counts

    private func standing(of submission: Int) throws(GradebookError) -> (result: Int, recorded: Timestamp)? {
        try connection.first("SELECT result, recorded FROM standing WHERE submission = ?", [.integer(submission)]) {
            (row) throws(GradebookError) in (result: try row.integer(0), recorded: try row.time(1))
        }
    }

    private func saveStanding(_ submission: Int, result: Int, _ recorded: Timestamp) throws(GradebookError) {
        try connection.run(
            """
            INSERT INTO standing VALUES (?, ?, ?) ON CONFLICT (submission) DO UPDATE
            SET result = excluded.result, recorded = excluded.recorded
            """, [.integer(submission), .integer(result), .time(recorded)])
    }

    /// Works out from the log which result of each submission counts: the one recorded last, of equal ones the one with
    /// the larger hash, so that it is the same in whatever order gradebooks were merged.
    func rebuildStandings() throws(GradebookError) {
        try connection.execute("DELETE FROM standing; INSERT INTO standing \(Self.standings)")
    }

    static let standings = """
        SELECT submission, result, recorded FROM (
            SELECT result.submission AS submission, result.id AS result, max(entry.recorded) AS recorded,
                row_number() OVER (
                    PARTITION BY result.submission ORDER BY max(entry.recorded) DESC, result.content DESC
                ) AS place
            FROM result JOIN entry ON entry.content = result.content AND entry.kind = 2
            GROUP BY result.id
        ) WHERE place = 1
        """

    // MARK: - Rows

    /// The row of a result; nil where there is none.
    func id(of content: ChainHash) throws(GradebookError) -> Int? {
        try connection.first("SELECT id FROM result WHERE content = ?", [.bytes(content.bytes)]) {
            (row) throws(GradebookError) in try row.integer(0)
        }
    }

    /// Inserts what was handed in; false where it is there already.
    func insertHandIn(
        _ result: SubmissionResult, _ submission: Int, _ content: ChainHash
    ) throws(GradebookError) -> Bool {
        try connection.run(
            "INSERT INTO hand_in (submission, path, submitted, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [
                .integer(submission), .text(result.path), .optional(result.submittedAt.map { Int($0) }),
                .bytes(content.bytes),
            ])
        return connection.hasChanged
    }

    /// The row of a submission, which is made where there is none.
    func submissionID(of result: SubmissionResult) throws(GradebookError) -> Int {
        let learner = try learnerID(result.learner)
        let exercise = try exerciseID(result.exercise)
        return try id(
            "SELECT id FROM submission WHERE learner = ? AND exercise = ? AND hash = ?",
            "INSERT INTO submission (learner, exercise, hash) VALUES (?, ?, ?)",
            [.integer(learner), .integer(exercise), .text(result.provenance.submission)])
    }

    /// The row of a learner, which is made where there is none.
    func learnerID(_ name: String) throws(GradebookError) -> Int {
        try id("SELECT id FROM learner WHERE name = ?", "INSERT INTO learner (name) VALUES (?)", [.text(name)])
    }

    /// The row of an exercise, which is made where there is none.
    func exerciseID(_ name: String) throws(GradebookError) -> Int {
        try id("SELECT id FROM exercise WHERE name = ?", "INSERT INTO exercise (name) VALUES (?)", [.text(name)])
    }

    private func id(_ search: String, _ insert: String, _ values: [SQLValue]) throws(GradebookError) -> Int {
        let found = try connection.first(search, values) { (row) throws(GradebookError) in try row.integer(0) }
        if let found { return found }
        try connection.run(insert, values)
        return try connection.number("SELECT last_insert_rowid()")
    }

    /// Inserts what came of a submission, and gives its row.
    func insert(
        _ result: SubmissionResult, _ submission: Int, _ content: ChainHash
    ) throws(GradebookError) -> Int {
        let status = StatusRow(result.status)
        let isKnown = GradedAttempt(result).outcome != .unknown
        try connection.run(
            """
            INSERT INTO result (submission, exercise_hash, engine, title, status, words, number, file, line, "column",
                earned, possible, has_passed, is_known, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(submission), .text(result.provenance.exercise), .text(result.provenance.engine),
                .text(result.title), .text(status.name), .optional(status.words), .optional(status.number),
                .optional(status.place?.file), .optional(status.place?.line ?? status.line),
                .optional(status.place?.column), .integer(result.earned.thousandths),
                .integer(result.possible.thousandths), .integer(result.hasPassed ? 1 : 0), .integer(isKnown ? 1 : 0),
                .bytes(content.bytes),
            ])
        let id = try connection.number("SELECT last_insert_rowid()")
        let exercise = try exerciseID(result.exercise)
        for (position, check) in result.checks.enumerated() {
            try insert(check, CheckPosition(result: id, position: position), exercise)
        }
        return id
    }
}

/// Where a check stands.
struct CheckPosition {
    var result: Int
    var position: Int

    var values: [SQLValue] { [.integer(result), .integer(position)] }
}

extension ResultRows {
    fileprivate func insert(
        _ check: CheckResult, _ position: CheckPosition, _ exercise: Int
    ) throws(GradebookError) {
        let row = OutcomeRow(check.outcome)
        let definition = try id(
            """
            SELECT id FROM check_definition
            WHERE exercise = ? AND name = ? AND possible = ? AND is_extra = ? AND is_hidden = ?
            """,
            "INSERT INTO check_definition (exercise, name, possible, is_extra, is_hidden) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(exercise), .text(check.name), .integer(check.possible.thousandths),
                .integer(check.isExtra ? 1 : 0), .integer(check.isHidden ? 1 : 0),
            ])
        var message: Int?
        if let text = row.message {
            message = try id(
                "SELECT id FROM message WHERE text = ?", "INSERT INTO message (text) VALUES (?)", [.text(text)])
        }
        try connection.run(
            "INSERT INTO check_result VALUES (?, ?, ?, ?, ?, ?)",
            position.values + [
                .integer(definition), .integer(row.number), .integer(check.earned.thousandths), .optional(message),
            ])
        try insertEvidence(of: check, row, position)
    }

    private func insertEvidence(
        of check: CheckResult, _ row: OutcomeRow, _ position: CheckPosition
    ) throws(GradebookError) {
        let failure: CheckResult.Failure? = if case .failed(let failure) = check.outcome { failure } else { nil }
        let isPlain = failure.map { $0 == CheckResult.Failure(message: $0.message) } ?? true
        if isPlain, row.reason == nil, check.output.isEmpty, check.timeline.isEmpty { return }
        try connection.run(
            "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            position.values + [
                .text(TextList.text(of: failure?.details ?? [])), .optional(failure?.place?.file),
                .optional(failure?.place?.line), .optional(failure?.place?.column),
                .optional(failure?.nanoseconds.map { Int(bitPattern: UInt($0)) }), .optional(failure?.replayToken),
                .optional(row.reason), .text(check.output), .text(TextList.text(of: check.timeline)),
            ])
    }
}
