// SPDX-License-Identifier: MIT
internal import Results
internal import SQLStorage

/// Checks that each row says what it was recorded with, and that the log tells of each.
struct RowCheck {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// All that is wrong with rows, by kind.
    func damage() throws(GradebookError) -> [GradebookDamage] {
        var damage: [GradebookDamage] = []
        let entries = try contents("SELECT content FROM entry")
        var rows: Set<ChainHash> = []
        for kind in RecordKind.allCases { damage += try unrecorded(kind, entries, &rows) }
        try connection.query("SELECT \(LogEntry.columns) FROM entry ORDER BY device, number") {
            (row) throws(GradebookError) in
            let entry = try LogEntry.read(row)
            if !rows.contains(entry.content) { damage.append(.lost(entry.place, entry.kind)) }
        }
        return damage + (try derived())
    }

    private func contents(_ sql: String) throws(GradebookError) -> Set<ChainHash> {
        var result: Set<ChainHash> = []
        try connection.query(sql) { (row) throws(GradebookError) in
            if let hash = ChainHash(bytes: try row.bytes(0)) { result.insert(hash) }
        }
        return result
    }

    /// Rows of a kind of which no entry tells as they are; what they say is added to `rows`.
    private func unrecorded(
        _ kind: RecordKind, _ entries: Set<ChainHash>, _ rows: inout Set<ChainHash>
    ) throws(GradebookError) -> [GradebookDamage] {
        var damage: [GradebookDamage] = []
        func take(_ content: ChainHash?, _ noted: [UInt8], _ learner: String, _ exercise: String) {
            if let content { rows.insert(content) }
            if let content, content.bytes == noted, entries.contains(content) { return }
            damage.append(.unrecorded(kind, learner: learner, exercise: exercise))
        }
        switch kind {
        case .handIn, .result:
            try forEachResult(kind) { (result, noted) throws(GradebookError) in
                let content = kind == .result ? CanonicalBytes.content(of: result) : CanonicalBytes.handIn(of: result)
                take(content, noted, result.learner, result.exercise)
            }
        case .decision:
            try connection.query("SELECT \(Decision.columns) FROM \(Decision.tables) ORDER BY decision.id") {
                (row) throws(GradebookError) in
                let decision = try Decision.read(row)
                take(decision.content, try row.bytes(7), decision.learner, decision.exercise)
            }
        case .enrolment:
            try connection.query("SELECT \(Enrolment.columns) FROM \(Enrolment.tables) ORDER BY enrolment.id") {
                (row) throws(GradebookError) in
                let enrolment = try Enrolment.read(row)
                take(enrolment.content, try row.bytes(7), enrolment.learner, "")
            }
        }
        return damage
    }

    private func forEachResult(
        _ kind: RecordKind, _ body: (SubmissionResult, [UInt8]) throws(GradebookError) -> Void
    ) throws(GradebookError) {
        if kind == .result {
            let reading = ResultReading(connection)
            try connection.query("SELECT id, content FROM result ORDER BY id") { (row) throws(GradebookError) in
                guard let result = try reading.result(try row.integer(0)) else { throw row.wrongType(0) }
                try body(result, try row.bytes(1))
            }
            return
        }
        try connection.query(
            "\(GradebookStore.handIns) ORDER BY hand_in.id"
        ) { (row) throws(GradebookError) in
            let result = SubmissionResult(
                learner: try row.text(0), exercise: try row.text(1), title: "", path: try row.text(3),
                submittedAt: try row.optionalInteger(4).map { Int64($0) },
                provenance: SubmissionResult.Provenance(submission: try row.text(2), exercise: "", engine: ""),
                status: .graded)
            try body(result, try row.bytes(5))
        }
    }

    // MARK: - What was worked out

    private func derived() throws(GradebookError) -> [GradebookDamage] {
        var ids = try connection.all(
            """
            SELECT submission FROM (
                SELECT * FROM (\(ResultRows.standings)) EXCEPT SELECT submission, result, recorded FROM standing
            ) UNION SELECT submission FROM (
                SELECT submission, result, recorded FROM standing EXCEPT SELECT * FROM (\(ResultRows.standings))
            )
            """
        ) { (row) throws(GradebookError) in try row.integer(0) }
        let reading = ResultReading(connection)
        try connection.query("SELECT id, submission, earned, possible, has_passed, is_known FROM result") {
            (row) throws(GradebookError) in
            guard let result = try reading.result(try row.integer(0)) else { throw row.wrongType(0) }
            let isKnown = GradedAttempt(result).outcome != .unknown
            let wanted = [
                result.earned.thousandths, result.possible.thousandths, result.hasPassed ? 1 : 0, isKnown ? 1 : 0,
            ]
            let found = [try row.integer(2), try row.integer(3), try row.integer(4), try row.integer(5)]
            if found != wanted { ids.append(try row.integer(1)) }
        }
        var damage: [GradebookDamage] = []
        for id in Set(ids).sorted() {
            try connection.query(
                """
                SELECT learner.name, exercise.name FROM submission JOIN learner ON learner.id = submission.learner
                JOIN exercise ON exercise.id = submission.exercise WHERE submission.id = ?
                """, [.integer(id)]
            ) { (row) throws(GradebookError) in
                damage.append(.derived(learner: try row.text(0), exercise: try row.text(1)))
            }
        }
        return damage
    }
}
