// SPDX-License-Identifier: MIT
internal import CivilTime

/// Brings a database to the newest form.
public struct Migrator<Failure: StorageFailure>: Sendable {
    /// What the header of such a database says (https://www.sqlite.org/fileformat2.html#application_id).
    public let applicationID: Int

    /// What kind of database a file holds.
    public enum Identity: Equatable {
        /// Nothing yet.
        case empty
        /// Ours, with so many steps done.
        case ours(version: Int)
        /// Another program's.
        case foreign
    }

    /// All steps, in their order.
    public let steps: [Migration<Failure>]

    /// Knows a kind of database by its number and its steps.
    public init(applicationID: Int, _ steps: [Migration<Failure>]) {
        precondition(Set(steps.map(\.name)).count == steps.count, "two migrations have the same name")
        self.applicationID = applicationID
        self.steps = steps
    }

    /// Looks at what is there, in one state of the database.
    public func identity(of connection: Connection<Failure>) throws(Failure) -> Identity {
        try connection.transaction(.reading) { () throws(Failure) in
            let application = try connection.number("PRAGMA application_id")
            let version = try connection.number("PRAGMA user_version")
            if application == applicationID { return version > 0 ? .ours(version: version) : .foreign }
            let tables = try connection.number("SELECT count(*) FROM sqlite_schema")
            return application == 0 && version == 0 && tables == 0 ? .empty : .foreign
        }
    }

    /// Does the steps that are missing, each in a transaction of its own.
    ///
    /// Several processes may do this at once: each looks again once nobody else can write.
    public func migrate(_ connection: Connection<Failure>) throws(Failure) {
        // A step may make a table anew; what refers to it is checked at the end of the step instead
        // (https://www.sqlite.org/lang_altertable.html#otheralter).
        try connection.execute("PRAGMA foreign_keys = OFF")
        while try !isDone(connection) {
            try connection.transaction(.writing) { () throws(Failure) in try doNextStep(connection) }
        }
        try connection.execute("PRAGMA foreign_keys = ON")
    }

    /// Whether all steps are done; throws where a newer LoopLab has done more.
    public func isDone(_ connection: Connection<Failure>) throws(Failure) -> Bool {
        switch try identity(of: connection) {
        case .empty: return steps.isEmpty
        case .foreign: throw .storage(.foreign(path: connection.path))
        case .ours(let version) where version > steps.count:
            throw .storage(.newer(path: connection.path, version: version, supported: steps.count))
        case .ours(let version): return version == steps.count
        }
    }

    private func doNextStep(_ connection: Connection<Failure>) throws(Failure) {
        let version = try connection.number("PRAGMA user_version")
        // Another process was faster, perhaps a newer LoopLab; `isDone` tells which.
        guard version < steps.count else { return }
        if version == 0 {
            try connection.execute("PRAGMA application_id = \(applicationID)")
            try connection.execute(
                """
                CREATE TABLE migration (
                    number INTEGER PRIMARY KEY,
                    name TEXT NOT NULL UNIQUE,
                    applied TEXT NOT NULL
                ) STRICT
                """)
        }
        try steps[version].change(connection)
        try connection.query("PRAGMA foreign_key_check") { (row) throws(Failure) in
            let detail = "a row of \(try row.text(0)) refers to one that is missing"
            throw .storage(.damaged(path: connection.path, detail: detail))
        }
        try connection.run(
            "INSERT INTO migration VALUES (?, ?, ?)",
            [.integer(version + 1), .text(steps[version].name), .text(Timestamp.now.text)])
        try connection.execute("PRAGMA user_version = \(version + 1)")
    }
}
