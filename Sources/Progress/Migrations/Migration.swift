// SPDX-License-Identifier: MIT

/// One step from an older form of the database to the next.
///
/// Steps are only ever added at the end of `Migration.all`, and never changed once somebody has used them.
struct Migration {
    /// What it brings; no two have the same.
    var name: String
    /// Makes the change, inside a transaction that also notes the name.
    var change: (Connection) throws(ProgressError) -> Void

    /// A step of SQL alone.
    init(_ name: String, sql: String) {
        self.name = name
        change = { (connection) throws(ProgressError) in try connection.execute(sql) }
    }
}

/// Brings a database to the newest form.
struct Migrator {
    /// What the header of our databases says (https://www.sqlite.org/fileformat2.html#application_id): "LLab".
    static let applicationID = 0x4C4C_6162

    /// What kind of database a file holds.
    enum Identity: Equatable {
        /// Nothing yet.
        case empty
        /// Ours, with so many steps done.
        case ours(version: Int)
        /// Another program's.
        case foreign
    }

    let steps: [Migration]

    init(_ steps: [Migration]) {
        precondition(Set(steps.map(\.name)).count == steps.count, "two migrations have the same name")
        self.steps = steps
    }

    /// Looks at what is there, in one state of the database.
    static func identity(of connection: Connection) throws(ProgressError) -> Identity {
        try connection.transaction(.reading) { () throws(ProgressError) in
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
    func migrate(_ connection: Connection) throws(ProgressError) {
        // A step may make a table anew; what refers to it is checked at the end of the step instead
        // (https://www.sqlite.org/lang_altertable.html#otheralter).
        try connection.execute("PRAGMA foreign_keys = OFF")
        while try !isDone(connection) {
            try connection.transaction(.writing) { () throws(ProgressError) in try doNextStep(connection) }
        }
        try connection.execute("PRAGMA foreign_keys = ON")
    }

    /// Whether all steps are done; throws where a newer LoopLab has done more.
    func isDone(_ connection: Connection) throws(ProgressError) -> Bool {
        switch try Self.identity(of: connection) {
        case .empty: return steps.isEmpty
        case .foreign: throw .foreign(path: connection.path)
        case .ours(let version) where version > steps.count:
            throw .newer(path: connection.path, version: version, supported: steps.count)
        case .ours(let version): return version == steps.count
        }
    }

    private func doNextStep(_ connection: Connection) throws(ProgressError) {
        let version = try connection.number("PRAGMA user_version")
        // Another process was faster, perhaps a newer LoopLab; `isDone` tells which.
        guard version < steps.count else { return }
        if version == 0 {
            try connection.execute("PRAGMA application_id = \(Self.applicationID)")
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
        try connection.query("PRAGMA foreign_key_check") { (row) throws(ProgressError) in
            throw .damaged(path: connection.path, detail: "a row of \(try row.text(0)) refers to one that is missing")
        }
        try connection.run(
            "INSERT INTO migration VALUES (?, ?, ?)",
            [.integer(version + 1), .text(steps[version].name), .text(Timestamp.now.text)])
        try connection.execute("PRAGMA user_version = \(version + 1)")
    }
}
