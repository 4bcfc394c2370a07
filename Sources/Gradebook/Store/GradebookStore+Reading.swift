// SPDX-License-Identifier: MIT
public import Results
internal import SQLStorage

extension GradebookStore {
    /// Everybody of whom something is recorded, by the bytes of their names.
    public func learners() throws(GradebookError) -> [String] {
        try connection.all("SELECT name FROM learner ORDER BY name") { (row) throws(GradebookError) in
            try row.text(0)
        }
    }

    /// The exercises of which something is recorded, by name.
    public func exercises() throws(GradebookError) -> [String] {
        try connection.all("SELECT name FROM exercise ORDER BY name") { (row) throws(GradebookError) in
            try row.text(0)
        }
    }

    /// How many results there are, the ones that a regrade has replaced included.
    public func resultCount() throws(GradebookError) -> Int {
        try connection.number("SELECT count(*) FROM result")
    }

    /// All that a learner has handed in, each with the result that counts: the one that was recorded last.
    ///
    /// They come by exercise, then by time. What was handed in several times is there several times. What was handed
    /// in under another name of the learner is there too, under the learner's own. `names` saves the time to find the
    /// names again.
    public func attempts(of learner: String, names: LearnerNames? = nil) throws(GradebookError) -> [SubmissionResult] {
        try connection.transaction(.reading) { () throws(GradebookError) in
            let names = if let names { names } else { try self.names() }
            let learner = names.learner(learner)
            let reading = ResultReading(connection)
            var results: [Int: SubmissionResult] = [:]
            var attempts: [SubmissionResult] = []
            try connection.query(
                """
                SELECT standing.result, hand_in.path, hand_in.submitted
                FROM submission JOIN exercise ON exercise.id = submission.exercise
                JOIN standing ON standing.submission = submission.id
                JOIN hand_in ON hand_in.submission = submission.id
                WHERE submission.learner IN (SELECT value FROM json_each(?))
                ORDER BY exercise.name, hand_in.submitted, hand_in.path, submission.hash
                """, [names.rowList(of: learner)]
            ) { (row) throws(GradebookError) in
                let id = try row.integer(0)
                let known = if let known = results[id] { known as SubmissionResult? } else { try reading.result(id) }
                guard var result = known else { throw row.wrongType(0) }
                results[id] = result
                result.learner = learner
                result.path = try row.text(1)
                result.submittedAt = try row.optionalInteger(2).map { Int64($0) }
                attempts.append(result)
            }
            return attempts
        }
    }

    /// Goes through all that was handed in, by learner, exercise and time, with what the policy has to know of it.
    ///
    /// One attempt is in memory at a time, and no check is read, so this is the way to go through a large class. What
    /// was handed in under several names of one learner stands together.
    public func forEachAttempt(
        _ body: (_ learner: String, _ exercise: String, GradedAttempt) throws(GradebookError) -> Void
    ) throws(GradebookError) {
        let names = try names()
        for learner in names.learners {
            try forEachAttempt(of: learner, names) { (exercise, attempt) throws(GradebookError) in
                try body(learner, exercise, attempt)
            }
        }
    }

    /// All that one learner handed in, by exercise, with what the policy has to know of it.
    func gradedAttempts(
        of learner: String, _ names: LearnerNames
    ) throws(GradebookError) -> [String: [GradedAttempt]] {
        var attempts: [String: [GradedAttempt]] = [:]
        try forEachAttempt(of: learner, names) { (exercise, attempt) throws(GradebookError) in
            attempts[exercise, default: []].append(attempt)
        }
        return attempts
    }

    /// Goes through all that one learner handed in, by exercise and time, with what the policy has to know of it.
    public func forEachAttempt(
        of learner: String, _ names: LearnerNames,
        _ body: (_ exercise: String, GradedAttempt) throws(GradebookError) -> Void
    ) throws(GradebookError) {
        try connection.query(
            """
            SELECT exercise.name, submission.hash, hand_in.path, hand_in.submitted, result.status,
                result.earned, result.possible, result.has_passed, result.is_known
            FROM submission JOIN exercise ON exercise.id = submission.exercise
            JOIN standing ON standing.submission = submission.id JOIN result ON result.id = standing.result
            JOIN hand_in ON hand_in.submission = submission.id
            WHERE submission.learner IN (SELECT value FROM json_each(?))
            ORDER BY exercise.name, hand_in.submitted, hand_in.path, submission.hash
            """, [names.rowList(of: names.learner(learner))]
        ) { (row) throws(GradebookError) in
            let attempt = GradedAttempt(
                submission: try row.text(1), path: try row.text(2),
                submittedAt: try row.optionalInteger(3).map { Int64($0) },
                outcome: try row.outcome(status: 4, isKnown: 8),
                earned: Points(thousandths: try row.integer(5)), possible: Points(thousandths: try row.integer(6)),
                hasPassed: try row.integer(7) == 1)
            try body(try row.text(0), attempt)
        }
    }
}
