// SPDX-License-Identifier: MIT
internal import Results
internal import SQLStorage

/// What a check of a whole gradebook found.
public struct GradebookVerification: Equatable, Sendable {
    /// How many devices have recorded something.
    public var devices = 0
    /// How many entries the log has.
    public var entries = 0
    /// How many results there are.
    public var results = 0
    /// What is wrong, in the order in which it was found; of very much only the first.
    public var damage: [GradebookDamage] = []
    /// How many findings there are beyond these.
    public var furtherDamage = 0

    /// Puts together what was found.
    public init(
        devices: Int = 0, entries: Int = 0, results: Int = 0, damage: [GradebookDamage] = [], furtherDamage: Int = 0
    ) {
        self.devices = devices
        self.entries = entries
        self.results = results
        self.damage = damage
        self.furtherDamage = furtherDamage
    }
}

/// Findings, as many of them as somebody may want to read.
struct DamageList {
    private static let limit = 1_000

    private(set) var findings: [GradebookDamage] = []
    private(set) var further = 0
    private var known: Set<GradebookDamage> = []

    /// Adds a finding, unless it is there already.
    mutating func add(_ damage: GradebookDamage) {
        if findings.count == Self.limit {
            if !known.contains(damage) { further += 1 }
        } else if known.insert(damage).inserted {
            findings.append(damage)
        }
    }
}

extension GradebookStore {
    private static let longestList = 20

    /// Reads the whole gradebook and checks it: the file, its tables, every chain, every row.
    ///
    /// One row is in memory at a time, whatever the size of the class. Throws only what keeps the database from being
    /// read at all.
    public func verify() throws(GradebookError) -> GradebookVerification {
        try reading { (_) throws(GradebookError) in
            var result = GradebookVerification()
            var damage = DamageList()
            // It comes last: rows that were edited say more than triggers that were taken away for it.
            var schema: [GradebookDamage] = []
            do throws(GradebookError) {
                for finding in try fileDamage() { damage.add(finding) }
                schema = try schemaDamage()
                let heads = try DeviceTable(connection: connection).heads()
                var chains = EntryChainCheck(heads: heads, damage: damage)
                try connection.query("SELECT \(LogEntry.columns) FROM entry ORDER BY device, number") {
                    (row) throws(GradebookError) in chains.take(try LogEntry.read(row))
                }
                chains.finish()
                damage = chains.damage
                result.devices = heads.count { $0.number > 0 }
                result.entries = chains.entries
                result.results = try resultCount()
                var rows = RowCheck(connection, damage)
                defer { damage = rows.damage }
                try rows.run()
            } catch {
                guard case .damaged(_, let detail)? = error.storageError else { throw error }
                damage.add(.file(detail))
            }
            for finding in schema { damage.add(finding) }
            (result.damage, result.furtherDamage) = (damage.findings, damage.further)
            return result
        }
    }

    private func fileDamage() throws(GradebookError) -> [GradebookDamage] {
        let rows = try connection.all("PRAGMA integrity_check(\(Self.longestList))") { (row) throws(GradebookError) in
            try row.text(0)
        }
        return rows == ["ok"] ? [] : rows.map { .file($0) }
    }

    // Whoever wants to change a record takes away a trigger first.
    private func schemaDamage() throws(GradebookError) -> [GradebookDamage] {
        let model = try Connection(file: path, .memory, busyTimeout: 0)
        try Migrator.gradebook().migrate(model)
        let (wanted, found) = (try Self.schema(of: model), try Self.schema(of: connection))
        return Set(wanted.keys).union(found.keys).sorted().filter { wanted[$0] != found[$0] }.map { .schema($0) }
    }

    private static func schema(of connection: Connection) throws(GradebookError) -> [String: String] {
        var result: [String: String] = [:]
        try connection.query("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'") {
            (row) throws(GradebookError) in
            result[try row.text(0)] = row.isNull(1) ? "" : try row.text(1)
        }
        return result
    }
}

/// Follows the chain of each device from its first entry to its head.
struct EntryChainCheck {
    private(set) var damage: DamageList
    private(set) var entries = 0
    private var heads: [String: DeviceHead]
    private var last: LogEntry?

    init(heads: [DeviceHead], damage: DamageList) {
        self.damage = damage
        self.heads = Dictionary(uniqueKeysWithValues: heads.map { ($0.device, $0) })
    }

    /// Takes the next entry by device and number.
    mutating func take(_ entry: LogEntry) {
        entries += 1
        if let last, last.place.device != entry.place.device { endDevice() }
        let expected = (last?.place.number ?? 0) + 1
        if entry.place.number > expected {
            damage.add(.missing(device: entry.place.device, numbers: expected...entry.place.number - 1))
        }
        if entry.computedHash != entry.hash {
            damage.add(.edited(entry.place))
        } else if entry.place.number == expected, entry.previous != last?.hash ?? .zero {
            damage.add(last.map { .replaced($0.place) } ?? .edited(entry.place))
        }
        last = entry
    }

    private mutating func endDevice() {
        guard let entry = last else { return }
        last = nil
        guard let head = heads.removeValue(forKey: entry.place.device), head.number >= entry.place.number else {
            damage.add(.beyondHead(entry.place))
            return
        }
        if head.number > entry.place.number {
            damage.add(.missing(device: head.device, numbers: entry.place.number + 1...head.number))
        } else if head.hash != entry.hash {
            damage.add(.replaced(entry.place))
        }
    }

    /// Ends the check; devices of which nothing was left are named too.
    mutating func finish() {
        endDevice()
        for head in heads.values.sorted(by: { $0.device < $1.device }) where head.number > 0 {
            damage.add(.missing(device: head.device, numbers: 1...head.number))
        }
    }
}
