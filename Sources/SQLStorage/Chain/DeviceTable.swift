// SPDX-License-Identifier: MIT
public import CivilTime
internal import Glibc

/// The end of a device's chain.
public struct DeviceHead: Equatable, Sendable {
    /// The device.
    public var device: String
    /// The number of its last record; 0 before the first.
    public var number: Int
    /// The hash of its last record.
    public var hash: ChainHash
    /// When that was recorded.
    public var recorded: Timestamp

    /// Puts a head together.
    public init(device: String, number: Int, hash: ChainHash, recorded: Timestamp) {
        self.device = device
        self.number = number
        self.hash = hash
        self.recorded = recorded
    }

    /// The head of a device that has recorded nothing.
    static func new(_ device: String) -> DeviceHead {
        DeviceHead(device: device, number: 0, hash: .zero, recorded: Timestamp(milliseconds: 0))
    }
}

/// The devices that have recorded something in a database, and which of them this one is.
///
/// It needs two tables: `device`, with `head_number`, `head_hash` and `head_recorded`, and `owner` with one row that
/// has `device` and `home`.
public struct DeviceTable<Failure: StorageFailure> {
    private let connection: Connection<Failure>

    /// The table of a database.
    public init(connection: Connection<Failure>) {
        self.connection = connection
    }

    /// All heads, by device.
    public func heads() throws(Failure) -> [DeviceHead] {
        try connection.all(
            "SELECT device, head_number, head_hash, head_recorded FROM device ORDER BY device", [], Self.head)
    }

    /// The head of a device; nil where nothing of it is known.
    public func head(of device: String) throws(Failure) -> DeviceHead? {
        try connection.first(
            "SELECT device, head_number, head_hash, head_recorded FROM device WHERE device = ?", [.text(device)],
            Self.head)
    }

    /// Notes the new end of a chain.
    public func save(_ head: DeviceHead) throws(Failure) {
        // Not REPLACE: that would delete a row to which others refer.
        try connection.run(
            """
            INSERT INTO device VALUES (?, ?, ?, ?) ON CONFLICT (device) DO UPDATE
            SET head_number = excluded.head_number, head_hash = excluded.head_hash,
                head_recorded = excluded.head_recorded
            """,
            [.text(head.device), .integer(head.number), .bytes(head.hash.bytes), .time(head.recorded)])
    }

    /// The head of this device, which is made up where the database has none or came from elsewhere.
    ///
    /// Two copies of a database that both went on as one device could never be put together again. So a copy, which
    /// lies on another machine or has another inode, begins a chain of its own.
    public func own() throws(Failure) -> DeviceHead {
        let home = Self.home(of: connection.path)
        let (device, known) = try owner()
        if let device, known == home, let head = try head(of: device) { return head }
        let head = DeviceHead.new(Self.random())
        try save(head)
        try connection.run("UPDATE owner SET device = ?, home = ?", [.text(head.device), .text(home)])
        return head
    }

    private func owner() throws(Failure) -> (device: String?, home: String) {
        let found = try connection.first("SELECT device, home FROM owner") { (row) throws(Failure) in
            (row.isNull(0) ? nil : try row.text(0), try row.text(1)) as (String?, String)
        }
        guard let found else { throw .storage(.damaged(path: connection.path, detail: "the table owner is empty")) }
        return found
    }

    private static func head(_ row: Statement<Failure>) throws(Failure) -> DeviceHead {
        guard let hash = ChainHash(bytes: try row.bytes(2)) else { throw row.wrongType(2) }
        return DeviceHead(
            device: try row.text(0), number: try row.integer(1), hash: hash, recorded: try row.time(3))
    }

    private static func random() -> String {
        let digits = String(UInt64.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    // The machine's id itself is nobody's business (man 5 machine-id).
    private static func home(of path: String) -> String {
        var status = stat()
        let inode = stat(path, &status) == 0 ? UInt64(status.st_ino) : 0
        return ChainHash.of(Array("looplab home \(inode) ".utf8) + machine()).text
    }

    private static func machine() -> [UInt8] {
        let descriptor = open("/etc/machine-id", O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return [] }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 64)
        return Array(bytes.prefix(max(0, read(descriptor, &bytes, bytes.count))))
    }
}
