// SPDX-License-Identifier: MIT
public import Results
internal import SQLStorage

/// Something that was handed in, with numbers in place of names: for those who go through a large class.
///
/// The numbers are those of ``StoredNames`` of the same gradebook, and mean nothing elsewhere.
public struct StoredAttempt: Hashable, Sendable {
    /// The learner.
    public var learner: Int
    /// The exercise.
    public var exercise: Int
    /// The bytes that were handed in: one number for each learner, exercise and hash.
    public var submission: Int
    /// The hash of these bytes; empty where there are none.
    public var hash: String
    /// The path.
    public var path: String
    /// When it was handed in, in milliseconds since 1970; nil where nobody knows.
    public var submittedAt: Int64?
    /// The hash of the exercise by which the result that counts was graded.
    public var exerciseHash: String
    /// How far grading went.
    public var outcome: GradedAttempt.Outcome
    /// What was earned.
    public var earned: Points
    /// What could be earned without extra checks.
    public var possible: Points
    /// Whether all checks passed that have to.
    public var hasPassed: Bool
    /// What came of each check, in the order of their file.
    public var checks: [StoredOutcome]
    /// The misconceptions that a wrong answer shows.
    public var misconceptions: [String] = []
}

/// What came of one check.
public struct StoredOutcome: Hashable, Sendable {
    /// How it ended.
    public enum Ending: Int, Hashable, Sendable {
        /// As it should.
        case passed
        /// Something was not as it should be.
        case failed
        /// It was not run.
        case skipped
        /// The submission was stopped, or stopped itself.
        case stopped
        /// Nobody can say, through no fault of the submission.
        case error
    }

    /// The check.
    public var check: Int
    /// How it ended.
    public var ending: Ending
    /// The number of what was said about it; nil after a pass.
    public var message: Int?
}

/// The names that the numbers of a gradebook stand for.
public struct StoredNames: Sendable {
    /// A check as results name it.
    public struct Check: Hashable, Sendable {
        /// The exercise.
        public var exercise: Int
        /// Its name.
        public var name: String
        /// What it is worth.
        public var possible: Points
        /// Whether its points come on top.
        public var isExtra: Bool
        /// Whether learners are not told of it.
        public var isHidden: Bool
    }

    /// The learners.
    public var learners: [Int: String] = [:]
    /// The exercises.
    public var exercises: [Int: String] = [:]
    /// The checks; of one exercise there may be several versions.
    public var checks: [Int: Check] = [:]
}

extension GradebookStore {
    /// All names but those of messages, of which there may be many.
    public func storedNames() throws(GradebookError) -> StoredNames {
        var names = StoredNames()
        try connection.query("SELECT id, name FROM learner") { (row) throws(GradebookError) in
            names.learners[try row.integer(0)] = try row.text(1)
        }
        try connection.query("SELECT id, name FROM exercise") { (row) throws(GradebookError) in
            names.exercises[try row.integer(0)] = try row.text(1)
        }
        try connection.query("SELECT id, exercise, name, possible, is_extra, is_hidden FROM check_definition") {
            (row) throws(GradebookError) in
            names.checks[try row.integer(0)] = StoredNames.Check(
                exercise: try row.integer(1), name: try row.text(2), possible: Points(thousandths: try row.integer(3)),
                isExtra: try row.integer(4) == 1, isHidden: try row.integer(5) == 1)
        }
        return names
    }

    /// What was said about a check, by its number; nil where there is none.
    public func message(_ number: Int) throws(GradebookError) -> String? {
        try connection.first("SELECT text FROM message WHERE id = ?", [.integer(number)]) {
            (row) throws(GradebookError) in try row.text(0)
        }
    }

    /// What an exercise was called when it was graded; nil where nothing of it was.
    public func title(ofExercise number: Int) throws(GradebookError) -> String? {
        try connection.first(
            """
            SELECT title FROM result JOIN submission ON submission.id = result.submission
            WHERE submission.exercise = ? ORDER BY result.id DESC LIMIT 1
            """, [.integer(number)]
        ) { (row) throws(GradebookError) in try row.text(0) }
    }

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
            values.append(.text("[" + learners.map { "\($0)" }.joined(separator: ",") + "]"))
        }
        if let exercise {
            conditions.append("submission.exercise = ?")
            values.append(.integer(exercise))
        }
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        // To look for the checks of each result would take longer than all else together.
        let all = conditions.isEmpty ? try OutcomeTable(connection) : nil
        let misconceptions = try misconceptions()
        try connection.query(Self.stream(condition), values) { (row) throws(GradebookError) in
            var attempt = try Self.attempt(row)
            let result = try row.integer(0)
            attempt.misconceptions = misconceptions[result] ?? []
            attempt.checks = if let all { all.outcomes(of: result) } else { try outcomes(of: result) }
            try body(attempt)
        }
    }

    // What wrong answers show, by their results: an index leads to the few of them that left something behind.
    private func misconceptions() throws(GradebookError) -> [Int: [String]] {
        var found: [Int: [String]] = [:]
        try connection.query(
            """
            SELECT evidence.result, evidence.details
            FROM check_definition CROSS JOIN check_result
                ON check_result.definition = check_definition.id AND check_result.outcome = 1
            CROSS JOIN evidence
                ON evidence.result = check_result.result AND evidence.position = check_result.position
            WHERE check_definition.name = ?
            """, [.text(CheckResult.answerName)]
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
        SELECT result.id, submission.learner, submission.exercise, submission.id, submission.hash,
            hand_in.path, hand_in.submitted,
            result.exercise_hash, result.status, result.earned, result.possible, result.has_passed, result.is_known
        FROM submission CROSS JOIN standing ON standing.submission = submission.id
        CROSS JOIN result ON result.id = standing.result
        CROSS JOIN hand_in ON hand_in.submission = submission.id
        \(condition) ORDER BY submission.learner, submission.exercise
        """
    }

    private static func attempt(_ row: Statement) throws(GradebookError) -> StoredAttempt {
        let isGraded = try row.text(8) == "graded"
        let isKnown = try row.integer(12) == 1
        return StoredAttempt(
            learner: try row.integer(1), exercise: try row.integer(2), submission: try row.integer(3),
            hash: try row.text(4), path: try row.text(5), submittedAt: try row.optionalInteger(6).map { Int64($0) },
            exerciseHash: try row.text(7), outcome: isKnown ? isGraded ? .graded : .refused : .unknown,
            earned: Points(thousandths: try row.integer(9)), possible: Points(thousandths: try row.integer(10)),
            hasPassed: try row.integer(11) == 1, checks: [])
    }
}

/// What came of all checks of a gradebook, in nine bytes each: the table is read once, in its own order.
private struct OutcomeTable {
    /// Where the outcomes of each result begin, by its number.
    private var starts: [Int32] = []
    private var checks: [Int32] = []
    private var endings: [UInt8] = []
    /// -1 where nothing was said.
    private var messages: [Int32] = []

    init(_ connection: Connection) throws(GradebookError) {
        starts = Array(repeating: 0, count: try connection.number("SELECT coalesce(max(id), 0) FROM result") + 2)
        var last = 0
        var table = self
        try connection.query("SELECT result, definition, outcome, message FROM check_result ORDER BY result, position")
        {
            (row) throws(GradebookError) in
            let result = try row.integer(0)
            guard result < table.starts.count - 1, let check = Int32(exactly: try row.integer(1)),
                let ending = UInt8(exactly: try row.integer(2)),
                let message = Int32(exactly: try row.optionalInteger(3) ?? -1)
            else { throw row.wrongType(0) }
            while last < result {
                last += 1
                table.starts[last] = Int32(table.checks.count)
            }
            table.checks.append(check)
            table.endings.append(ending)
            table.messages.append(message)
        }
        while last < table.starts.count - 1 {
            last += 1
            table.starts[last] = Int32(table.checks.count)
        }
        self = table
    }

    func outcomes(of result: Int) -> [StoredOutcome] {
        (Int(starts[result])..<Int(starts[result + 1])).map { place in
            let message = Int(messages[place])
            return StoredOutcome(
                check: Int(checks[place]), ending: StoredOutcome.Ending(rawValue: Int(endings[place])) ?? .error,
                message: message < 0 ? nil : message)
        }
    }
}
