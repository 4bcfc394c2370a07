// SPDX-License-Identifier: MIT
internal import CivilTime
internal import SQLStorage

/// An entry of the log: that something was recorded, by which device, and when.
struct LogEntry: Hashable {
    var place: EntryPlace
    var recorded: Timestamp
    var kind: RecordKind
    /// The hash of the row that it tells of.
    var content: ChainHash
    /// The hash of the device's entry before it; `ChainHash.zero` for the first one.
    var previous: ChainHash
    var hash: ChainHash

    static let columns = "device, number, recorded, kind, content, previous_hash, hash"

    /// The hash that its fields have.
    var computedHash: ChainHash {
        var bytes = CanonicalBytes(after: previous, form: "looplab gradebook entry 1")
        bytes.add(place.device)
        bytes.add(place.number)
        bytes.add(recorded)
        bytes.add(kind.rawValue)
        bytes.add(content)
        return bytes.hash
    }

    /// Reads the columns of a row.
    static func read(_ row: Statement) throws(GradebookError) -> LogEntry {
        guard let kind = RecordKind(rawValue: try row.integer(3)) else { throw row.wrongType(3) }
        func hash(_ column: Int32) throws(GradebookError) -> ChainHash {
            guard let hash = ChainHash(bytes: try row.bytes(column)) else { throw row.wrongType(column) }
            return hash
        }
        return LogEntry(
            place: EntryPlace(device: try row.text(0), number: try row.integer(1)), recorded: try row.time(2),
            kind: kind, content: try hash(4), previous: try hash(5), hash: try hash(6))
    }

    /// Puts it into the log as it is.
    func insert(into connection: Connection) throws(GradebookError) {
        try connection.run(
            "INSERT INTO entry (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                .text(place.device), .integer(place.number), .time(recorded), .integer(kind.rawValue),
                .bytes(content.bytes), .bytes(previous.bytes), .bytes(hash.bytes),
            ])
    }
}

/// Continues the chain of this device, inside a transaction that writes.
struct EntryLog {
    private let connection: Connection
    private var head: DeviceHead
    private var isChanged = false

    init(_ connection: Connection) throws(GradebookError) {
        self.connection = connection
        head = try DeviceTable(connection: connection).own()
    }

    /// Adds an entry, and gives the moment that it notes: later than `moment`, if there is one.
    @discardableResult
    mutating func add(
        _ kind: RecordKind, _ content: ChainHash, after moment: Timestamp? = nil
    ) throws(GradebookError) -> Timestamp {
        // Clocks go back now and then; the log does not.
        var time = max(Timestamp.now, head.recorded)
        if let moment, time <= moment { time = Timestamp(milliseconds: moment.milliseconds + 1) }
        var entry = LogEntry(
            place: EntryPlace(device: head.device, number: head.number + 1), recorded: time, kind: kind,
            content: content, previous: head.hash, hash: .zero)
        entry.hash = entry.computedHash
        try entry.insert(into: connection)
        head = DeviceHead(device: head.device, number: entry.place.number, hash: entry.hash, recorded: time)
        isChanged = true
        return time
    }

    /// Notes the end of the chain.
    func finish() throws(GradebookError) {
        if isChanged { try DeviceTable(connection: connection).save(head) }
    }
}
