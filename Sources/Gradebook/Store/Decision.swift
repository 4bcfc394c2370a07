// SPDX-License-Identifier: MIT
public import CivilTime
public import Results
internal import SQLStorage

/// What a person decided about one learner and one exercise, as a gradebook keeps it.
public struct Decision: Hashable, Sendable {
    /// What can be decided.
    public enum Kind: Hashable, Sendable {
        /// The score.
        case points(Points)
        /// That the exercise does not count.
        case excused
        /// That what was decided before no longer counts.
        case withdrawn
    }

    /// About whom.
    public var learner: String
    /// About which exercise.
    public var exercise: String
    /// What.
    public var kind: Kind
    /// Why.
    public var reason: String
    /// Who decided it.
    public var author: String
    /// When.
    public var decided: Timestamp

    /// Notes a decision.
    public init(
        learner: String, exercise: String, kind: Kind, reason: String, author: String, decided: Timestamp
    ) {
        self.learner = learner
        self.exercise = exercise
        self.kind = kind
        self.reason = reason
        self.author = author
        self.decided = decided
    }

    /// The override that it is for a policy; nil where it was withdrawn.
    public var override: ClassPolicy.Override? {
        let decision: ClassPolicy.Override.Decision
        switch kind {
        case .points(let points): decision = .points(points)
        case .excused: decision = .excused
        case .withdrawn: return nil
        }
        return ClassPolicy.Override(
            learner: learner, exercise: exercise, decision: decision, reason: reason, author: author)
    }

    var invalidField: GradebookField? {
        if !GradebookStore.isName(learner) { return .learner }
        if !GradebookStore.isName(exercise) { return .exercise }
        if !(1...4_096).contains(reason.utf8.count) { return .reason }
        if !GradebookStore.isName(author) { return .author }
        if case .points(let points) = kind, points < .zero { return .points }
        return nil
    }

    // MARK: - Row

    static let columns = "learner.name, exercise.name, kind, points, reason, author, decided, decision.content"
    static let tables = """
        decision JOIN learner ON learner.id = decision.learner JOIN exercise ON exercise.id = decision.exercise
        """

    /// The hash by which it is known.
    var content: ChainHash {
        var bytes = CanonicalBytes(form: "looplab gradebook decision 1")
        bytes.add(learner)
        bytes.add(exercise)
        bytes.add(kindName)
        bytes.add(optional: points)
        bytes.add(reason)
        bytes.add(author)
        bytes.add(decided)
        return bytes.hash
    }

    private var kindName: String {
        switch kind {
        case .points: "points"
        case .excused: "excused"
        case .withdrawn: "withdrawn"
        }
    }

    private var points: Int? {
        if case .points(let points) = kind { points.thousandths } else { nil }
    }

    static func read(_ row: Statement) throws(GradebookError) -> Decision {
        let kind: Kind
        switch (try row.text(2), try row.optionalInteger(3)) {
        case ("points", let points?): kind = .points(Points(thousandths: points))
        case ("excused", nil): kind = .excused
        case ("withdrawn", nil): kind = .withdrawn
        default: throw row.wrongType(2)
        }
        return Decision(
            learner: try row.text(0), exercise: try row.text(1), kind: kind, reason: try row.text(4),
            author: try row.text(5), decided: try row.time(6))
    }

    /// Inserts it; false where it is there already.
    func insert(into connection: Connection) throws(GradebookError) -> Bool {
        let rows = ResultRows(connection)
        try connection.run(
            """
            INSERT INTO decision (learner, exercise, kind, points, reason, author, decided, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                .integer(try rows.learnerID(learner)), .integer(try rows.exerciseID(exercise)), .text(kindName),
                .optional(points), .text(reason), .text(author), .time(decided), .bytes(content.bytes),
            ])
        return connection.hasChanged
    }
}

extension GradebookStore {
    /// Records a decision; when this returns, it is on the disk.
    ///
    /// Throws `invalid` for what no decision can be.
    public func record(_ decision: Decision) throws(GradebookError) {
        if let field = decision.invalidField { throw .invalid(field) }
        try connection.transaction(.writing) { () throws(GradebookError) in
            if try !decision.insert(into: connection) { return }
            var log = try EntryLog(connection)
            try log.add(.decision, decision.content)
            try log.finish()
        }
    }

    /// Records a decision that counts from now on; gives it as it was recorded.
    ///
    /// Where the clock went back since the last one about this learner and exercise, it is dated right after that.
    /// Throws `invalid` for what no decision can be.
    public func decide(_ decision: Decision) throws(GradebookError) -> Decision {
        if let field = decision.invalidField { throw .invalid(field) }
        var decision = decision
        try connection.transaction(.writing) { () throws(GradebookError) in
            let names = try names()
            decision.learner = names.learner(decision.learner)
            let last = try connection.first(
                """
                SELECT decided FROM \(Decision.tables)
                WHERE decision.learner IN (SELECT value FROM json_each(?)) AND exercise.name = ?
                ORDER BY decided DESC LIMIT 1
                """, [names.rowList(of: decision.learner), .text(decision.exercise)]
            ) { (row) throws(GradebookError) in try row.time(0) }
            if let last, decision.decided <= last {
                decision.decided = Timestamp(milliseconds: last.milliseconds + 1)
            }
            _ = try decision.insert(into: connection)
            var log = try EntryLog(connection)
            try log.add(.decision, decision.content)
            try log.finish()
        }
        return decision
    }

    /// Every decision in the order in which they were made, the ones that no longer count included.
    public func decisions() throws(GradebookError) -> [Decision] {
        try connection.all(
            "SELECT \(Decision.columns) FROM \(Decision.tables) ORDER BY decided, decision.content", [], Decision.read)
    }

    /// The override that counts for a learner and an exercise: the one that was decided last.
    public func override(learner: String, exercise: String) throws(GradebookError) -> ClassPolicy.Override? {
        try overrides(names())[OverrideSubject(learner: learner, exercise: exercise)]
    }

    /// The overrides that count, by learner and exercise.
    ///
    /// What was decided under another name of a learner is about that learner.
    public func overrides(_ names: LearnerNames) throws(GradebookError) -> [OverrideSubject: ClassPolicy.Override] {
        var overrides: [OverrideSubject: ClassPolicy.Override] = [:]
        for decision in try decisions() {
            let learner = names.learner(decision.learner)
            var override = decision.override
            override?.learner = learner
            overrides[OverrideSubject(learner: learner, exercise: decision.exercise)] = override
        }
        return overrides
    }
}

/// What an override is about.
public struct OverrideSubject: Hashable, Sendable {
    /// The learner.
    public var learner: String
    /// The exercise.
    public var exercise: String

    /// Names a learner and an exercise.
    public init(learner: String, exercise: String) {
        self.learner = learner
        self.exercise = exercise
    }
}
