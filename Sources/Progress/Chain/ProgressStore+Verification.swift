// SPDX-License-Identifier: MIT
internal import SQLStorage

extension ProgressStore {
    /// How many findings SQLite's own check of the file lists.
    private static let longestList = 20

    /// Reads the whole database and checks it: the file, its tables, every chain, and the sums.
    ///
    /// Throws only what keeps the database from being read at all.
    public func verify() throws(ProgressError) -> Verification {
        try reading { (_) throws(ProgressError) in
            var result = Verification()
            do throws(ProgressError) {
                result.damage += try fileDamage()
                result.damage += try schemaDamage()
                var chains = ChainCheck(heads: try deviceHeads())
                try AttemptRow.forEachLink(in: connection) { (place, recorded) throws(ProgressError) in
                    chains.take(place, recorded)
                }
                chains.finish()
                result.attempts = chains.attempts
                result.devices = try deviceHeads().count { $0.number > 0 }
                result.damage += chains.damage
                if !result.damage.contains(where: \.concernsAttempts) { result.damage += try summaryDamage() }
            } catch {
                guard case .damaged(_, let detail)? = error.storageError else { throw error }
                result.damage.append(.file(detail))
            }
            return result
        }
    }

    /// Makes the sums anew from the attempts.
    public func rebuildSummaries() throws(ProgressError) {
        try connection.transaction(.writing) { () throws(ProgressError) in
            try summaries.replace(with: try summaries.computed())
        }
    }

    private func fileDamage() throws(ProgressError) -> [ProgressDamage] {
        let rows = try connection.all("PRAGMA integrity_check(\(Self.longestList))") { (row) throws(ProgressError) in
            try row.text(0)
        }
        return rows == ["ok"] ? [] : rows.map { .file($0) }
    }

    // Whoever wants to change an attempt takes away a trigger first.
    private func schemaDamage() throws(ProgressError) -> [ProgressDamage] {
        let model = try Connection(file: path, .memory, busyTimeout: 0)
        try Migrator.progress(Migration.all).migrate(model)
        let (wanted, found) = (try Self.schema(of: model), try Self.schema(of: connection))
        let names = Set(wanted.keys).union(found.keys).sorted()
        return names.filter { wanted[$0] != found[$0] }.map { .schema($0) }
    }

    private static func schema(of connection: Connection) throws(ProgressError) -> [String: String] {
        var result: [String: String] = [:]
        try connection.query("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'") {
            (row) throws(ProgressError) in
            result[try row.text(0)] = row.isNull(1) ? "" : try row.text(1)
        }
        return result
    }

    private func summaryDamage() throws(ProgressError) -> [ProgressDamage] {
        let (wanted, found) = (try summaries.computed(), try summaries.all())
        return SummaryKind.allCases.filter { kind in
            switch kind {
            case .exercises: wanted.exercisesByName != found.exercisesByName
            case .concepts: wanted.conceptsByName != found.conceptsByName || wanted.trainings != found.trainings
            case .misconceptions: wanted.misconceptionsByName != found.misconceptionsByName
            case .days: wanted.daysByNumber != found.daysByNumber
            }
        }.map { .summaries($0) }
    }
}
