// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Results
internal import SQLStorage

/// What a merge has brought.
public struct GradebookMerge: Equatable, Sendable {
    /// Entries of the log that were not there before.
    public var added = 0
    /// Entries that were there already.
    public var known = 0
}

extension GradebookStore {
    private static let longestList = 20

    /// Adds what another gradebook has, in one transaction: the union of both.
    ///
    /// In whatever order gradebooks are merged, and however often, the same comes of it. Throws `untrustworthy` for one
    /// that was edited and `conflicting` where two have different entries under one number; then nothing was merged.
    public func merge(_ other: GradebookStore) throws(GradebookError) -> GradebookMerge {
        try merge([other]).first ?? GradebookMerge()
    }

    /// Adds what several others have, all or nothing; tells what each has brought.
    ///
    /// All are verified before anything is written. It needs no more memory for larger ones.
    public func merge(_ others: [GradebookStore]) throws(GradebookError) -> [GradebookMerge] {
        try Self.reading(others[...]) { () throws(GradebookError) in
            for other in others {
                let damage = try other.verify().damage
                if !damage.isEmpty { throw .untrustworthy(path: other.path, damage) }
            }
            return try connection.transaction(.writing) { () throws(GradebookError) in
                var merges: [GradebookMerge] = []
                for other in others { merges.append(try take(other)) }
                if merges.contains(where: { $0.added > 0 }) { try ResultRows(connection).rebuildStandings() }
                return merges
            }
        }
    }

    /// Runs something so that each store shows one state meanwhile.
    private static func reading<Value>(
        _ stores: ArraySlice<GradebookStore>, _ body: () throws(GradebookError) -> Value
    ) throws(GradebookError) -> Value {
        guard let first = stores.first else { return try body() }
        return try first.reading { (_) throws(GradebookError) in try reading(stores.dropFirst(), body) }
    }

    private func take(_ other: GradebookStore) throws(GradebookError) -> GradebookMerge {
        var merge = GradebookMerge()
        var conflicts: [EntryPlace] = []
        let devices = DeviceTable(connection: connection)
        for head in try DeviceTable(connection: other.connection).heads() {
            let known = try devices.head(of: head.device)
            if known == nil || head.number > known?.number ?? 0 { try devices.save(head) }
        }
        try other.connection.query("SELECT \(LogEntry.columns) FROM entry ORDER BY device, number") {
            (row) throws(GradebookError) in
            let entry = try LogEntry.read(row)
            switch try hash(at: entry.place) {
            case entry.hash?: merge.known += 1
            case .some:
                if conflicts.count < Self.longestList { conflicts.append(entry.place) }
            case nil:
                try copy(entry, from: other.connection)
                try entry.insert(into: connection)
                merge.added += 1
            }
        }
        if !conflicts.isEmpty { throw .conflicting(conflicts) }
        return merge
    }

    private func hash(at place: EntryPlace) throws(GradebookError) -> ChainHash? {
        let found = try connection.first(
            "SELECT hash FROM entry WHERE device = ? AND number = ?", [.text(place.device), .integer(place.number)]
        ) { (row) throws(GradebookError) in ChainHash(bytes: try row.bytes(0)) }
        return found ?? nil
    }

    /// Copies the row that an entry tells of, unless it is here already.
    private func copy(_ entry: LogEntry, from other: Connection) throws(GradebookError) {
        let values: [SQLValue] = [.bytes(entry.content.bytes)]
        let rows = ResultRows(connection)
        switch entry.kind {
        case .result:
            if try rows.id(of: entry.content) != nil { return }
            guard let id = try ResultRows(other).id(of: entry.content),
                let result = try ResultReading(other).result(id)
            else { return }
            _ = try rows.insert(result, try rows.submissionID(of: result), entry.content)
        case .handIn:
            try other.query("\(Self.handIns) WHERE hand_in.content = ?", values) { (row) throws(GradebookError) in
                let result = SubmissionResult(
                    learner: try row.text(0), exercise: try row.text(1), title: "", path: try row.text(3),
                    submittedAt: try row.optionalInteger(4).map { Int64($0) },
                    provenance: SubmissionResult.Provenance(submission: try row.text(2), exercise: "", engine: ""),
                    status: .graded)
                _ = try rows.insertHandIn(result, try rows.submissionID(of: result), entry.content)
            }
        case .decision:
            try other.query("SELECT \(Decision.columns) FROM \(Decision.tables) WHERE decision.content = ?", values) {
                (row) throws(GradebookError) in _ = try Decision.read(row).insert(into: connection)
            }
        case .enrolment:
            try other.query(
                "SELECT \(Enrolment.columns) FROM \(Enrolment.tables) WHERE enrolment.content = ?", values
            ) { (row) throws(GradebookError) in _ = try Enrolment.read(row).insert(into: connection) }
        }
    }

    static let handIns = """
        SELECT learner.name, exercise.name, submission.hash, path, submitted, content
        FROM hand_in JOIN submission ON submission.id = hand_in.submission
        JOIN learner ON learner.id = submission.learner JOIN exercise ON exercise.id = submission.exercise
        """
}
