// SPDX-License-Identifier: MIT
internal import Results
internal import SQLStorage

/// Checks that each row says what it was recorded with, and that the log tells of each.
///
/// It goes through the tables row by row and leaves what belongs together to their indexes, so that it needs no more
/// memory for ten times as many rows.
struct RowCheck {
    private(set) var damage: DamageList
    private let connection: Connection
    private let reading: ResultReading
    // What is noted of rows that do not say it; as many as are told about.
    private var changed: Set<ChainHash> = []
    private static let changedLimit = 10_000

    init(_ connection: Connection, _ damage: DamageList) {
        self.connection = connection
        self.damage = damage
        reading = ResultReading(connection)
    }

    /// Looks at all rows, by kind, then at what was worked out from them.
    mutating func run() throws(GradebookError) {
        try checkHandIns()
        try checkResults()
        try connection.query("SELECT \(Decision.columns) FROM \(Decision.tables) ORDER BY decision.id") {
            (row) throws(GradebookError) in
            let decision = try Decision.read(row)
            try check(.decision, decision.content, try row.bytes(7), decision.learner, decision.exercise)
        }
        try connection.query("SELECT \(Enrolment.columns) FROM \(Enrolment.tables) ORDER BY enrolment.id") {
            (row) throws(GradebookError) in
            let enrolment = try Enrolment.read(row)
            try check(.enrolment, enrolment.content, try row.bytes(7), enrolment.learner, "")
        }
        for kind in RecordKind.allCases { try checkEntries(kind) }
        try checkStandings()
    }

    // MARK: - Rows

    /// Compares what a row says with what is noted of it, and that with the log.
    private mutating func check(
        _ kind: RecordKind, _ content: ChainHash, _ noted: [UInt8], _ learner: String, _ exercise: String
    ) throws(GradebookError) {
        if content.bytes == noted {
            let entry = try connection.first(
                "SELECT 1 FROM entry WHERE content = ? AND kind = ?", [.bytes(noted), .integer(kind.rawValue)]
            ) { (row) throws(GradebookError) in try row.integer(0) }
            if entry != nil { return }
        } else if let noted = ChainHash(bytes: noted), changed.count < Self.changedLimit {
            changed.insert(noted)
        }
        damage.add(.unrecorded(kind, learner: learner, exercise: exercise))
    }

    private mutating func checkHandIns() throws(GradebookError) {
        try connection.query("\(GradebookStore.handIns) ORDER BY hand_in.id") { (row) throws(GradebookError) in
            let result = SubmissionResult(
                learner: try row.text(0), exercise: try row.text(1), title: "", path: try row.text(3),
                submittedAt: try row.optionalInteger(4).map { Int64($0) },
                provenance: SubmissionResult.Provenance(submission: try row.text(2), exercise: "", engine: ""),
                status: .graded)
            let content = CanonicalBytes.handIn(of: result)
            try check(.handIn, content, try row.bytes(5), result.learner, result.exercise)
        }
    }

    private mutating func checkResults() throws(GradebookError) {
        try connection.query(
            "SELECT id, content, earned, possible, has_passed, is_known FROM result ORDER BY id"
        ) { (row) throws(GradebookError) in
            guard let result = try reading.result(try row.integer(0)) else { throw row.wrongType(0) }
            let content = CanonicalBytes.content(of: result)
            try check(.result, content, try row.bytes(1), result.learner, result.exercise)
            let wanted = [
                result.earned.thousandths, result.possible.thousandths, result.hasPassed ? 1 : 0,
                GradedAttempt(result).outcome != .unknown ? 1 : 0,
            ]
            let found = [try row.integer(2), try row.integer(3), try row.integer(4), try row.integer(5)]
            if found != wanted { damage.add(.derived(learner: result.learner, exercise: result.exercise)) }
        }
    }

    // MARK: - The log

    /// Finds entries that tell of a row which is gone, or which says something else now.
    private mutating func checkEntries(_ kind: RecordKind) throws(GradebookError) {
        let table =
            switch kind {
            case .handIn: "hand_in"
            case .result: "result"
            case .decision: "decision"
            case .enrolment: "enrolment"
            }
        try connection.query(
            """
            SELECT \(LogEntry.columns) FROM entry
            WHERE kind = ? AND NOT EXISTS (SELECT 1 FROM \(table) WHERE \(table).content = entry.content)
            ORDER BY device, number
            """, [.integer(kind.rawValue)]
        ) { (row) throws(GradebookError) in
            let entry = try LogEntry.read(row)
            damage.add(.lost(entry.place, entry.kind))
        }
        for content in changed.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
            try connection.query(
                "SELECT \(LogEntry.columns) FROM entry WHERE content = ? AND kind = ? ORDER BY device, number",
                [.bytes(content.bytes), .integer(kind.rawValue)]
            ) { (row) throws(GradebookError) in
                let entry = try LogEntry.read(row)
                damage.add(.lost(entry.place, entry.kind))
            }
        }
    }

    // MARK: - What was worked out

    /// Compares which result counts with what the log says about it.
    private mutating func checkStandings() throws(GradebookError) {
        try connection.query(
            """
            SELECT learner.name, exercise.name FROM (
                SELECT submission FROM (
                    SELECT * FROM (\(ResultRows.standings)) EXCEPT SELECT submission, result, recorded FROM standing
                ) UNION SELECT submission FROM (
                    SELECT submission, result, recorded FROM standing EXCEPT SELECT * FROM (\(ResultRows.standings))
                )
            ) AS different JOIN submission ON submission.id = different.submission
            JOIN learner ON learner.id = submission.learner JOIN exercise ON exercise.id = submission.exercise
            ORDER BY submission.id
            """
        ) { (row) throws(GradebookError) in
            damage.add(.derived(learner: try row.text(0), exercise: try row.text(1)))
        }
    }
}
