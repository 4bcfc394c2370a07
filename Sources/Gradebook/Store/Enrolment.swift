// SPDX-License-Identifier: MIT
public import CivilTime
internal import SQLStorage

/// Who a learner is and where they belong, as a roster says it.
public struct Enrolment: Hashable, Sendable {
    /// The name by which results know the learner.
    public var learner: String
    /// The section; nil where the class has none.
    public var section: String?
    /// The name that people use.
    public var fullName: String?
    /// Where to write to.
    public var email: String?
    /// What other systems call the learner, as `canvas=1234`; in an order of its own.
    public var rosterIDs: [String]
    /// Whether the learner still belongs to the class.
    public var isActive: Bool
    /// When this was said; of several the last counts.
    public var decided: Timestamp

    /// Enrols somebody.
    public init(
        learner: String, section: String? = nil, fullName: String? = nil, email: String? = nil,
        rosterIDs: [String] = [], isActive: Bool = true, decided: Timestamp
    ) {
        self.learner = learner
        self.section = section
        self.fullName = fullName
        self.email = email
        self.rosterIDs = rosterIDs
        self.isActive = isActive
        self.decided = decided
    }

    // MARK: - Row

    static let columns = """
        learner.name, section, full_name, email, roster_ids, is_active, decided, enrolment.content
        """
    static let tables = "enrolment JOIN learner ON learner.id = enrolment.learner"

    /// The hash by which it is known.
    var content: ChainHash {
        var bytes = CanonicalBytes(form: "looplab gradebook enrolment 1")
        bytes.add(learner)
        bytes.add(optional: section)
        bytes.add(optional: fullName)
        bytes.add(optional: email)
        bytes.add(rosterIDs)
        bytes.add(isActive ? 1 : 0)
        bytes.add(decided)
        return bytes.hash
    }

    static func read(_ row: Statement) throws(GradebookError) -> Enrolment {
        Enrolment(
            learner: try row.text(0), section: try row.optionalText(1), fullName: try row.optionalText(2),
            email: try row.optionalText(3), rosterIDs: try TextList.read(row, 4), isActive: try row.integer(5) == 1,
            decided: try row.time(6))
    }

    /// Inserts it; false where it is there already.
    func insert(into connection: Connection) throws(GradebookError) -> Bool {
        try connection.run(
            """
            INSERT INTO enrolment (learner, section, full_name, email, roster_ids, is_active, decided, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                .integer(try ResultRows(connection).learnerID(learner)), .optional(section), .optional(fullName),
                .optional(email), .text(TextList.text(of: rosterIDs)), .integer(isActive ? 1 : 0), .time(decided),
                .bytes(content.bytes),
            ])
        return connection.hasChanged
    }
}

extension GradebookStore {
    /// Records enrolments in one transaction; when this returns, they are on the disk.
    ///
    /// Throws `invalid` where a learner has no name.
    public func record(_ enrolments: [Enrolment]) throws(GradebookError) {
        if enrolments.contains(where: { !Self.isName($0.learner) }) { throw .invalid(.learner) }
        try connection.transaction(.writing) { () throws(GradebookError) in try record(inTransaction: enrolments) }
    }

    /// Records enrolments inside a transaction that writes.
    func record(inTransaction enrolments: [Enrolment]) throws(GradebookError) {
        var log = try EntryLog(connection)
        for enrolment in enrolments where try enrolment.insert(into: connection) {
            try log.add(.enrolment, enrolment.content)
        }
        try log.finish()
    }

    /// What counts of each learner who was ever enrolled: what was said last; by the bytes of their names.
    public func enrolments() throws(GradebookError) -> [Enrolment] {
        var last: [Enrolment] = []
        try connection.query(
            """
            SELECT \(Enrolment.columns) FROM \(Enrolment.tables)
            ORDER BY learner.name, decided DESC, enrolment.content DESC
            """
        ) { (row) throws(GradebookError) in
            let enrolment = try Enrolment.read(row)
            let isKnown = last.last?.learner.utf8.elementsEqual(enrolment.learner.utf8) ?? false
            if !isKnown { last.append(enrolment) }
        }
        return last
    }
}
