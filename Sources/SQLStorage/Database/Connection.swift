// SPDX-License-Identifier: MIT
internal import CSQLite
internal import Glibc

/// A connection to one SQLite database; it belongs to the thread that opened it.
public final class Connection<Failure: StorageFailure> {
    /// How a file is opened.
    public enum Access {
        /// To read and write it; SQLite opens it for reading only where it must.
        case readWrite
        /// As a file that nobody changes, so that nothing has to be written beside it.
        case unchanging
        /// A new database in memory; nothing is opened.
        case memory
    }

    /// The path as people know it.
    public let path: String
    /// Milliseconds for which another process is waited for.
    public let busyTimeout: Int
    private let handle: OpaquePointer
    // Prepared statements that are not in use.
    private var idle: [String: Statement<Failure>] = [:]

    /// Opens a file; `path` names it in errors where that is another one.
    ///
    /// Another process that holds it is waited for, each time for `busyTimeout` milliseconds at most.
    public init(
        file: String, shownAs path: String? = nil, _ access: Access, busyTimeout: Int
    ) throws(Failure) {
        self.path = path ?? file
        self.busyTimeout = busyTimeout
        let flags: Int32
        let name: String
        switch access {
        case .readWrite: (name, flags) = (file, SQLITE_OPEN_READWRITE)
        case .unchanging: (name, flags) = (Self.unchangingName(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
        case .memory: (name, flags) = (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        }
        var opened: OpaquePointer?
        var code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        if code == SQLITE_OK, let opened { code = lls_distrust_schema(opened) }
        guard code == SQLITE_OK, let opened else {
            let failure = Self.failure(code, nil, opened)
            sqlite3_close_v2(opened)
            throw .storage(Self.error(failure, self.path, busyTimeout))
        }
        handle = opened
        sqlite3_busy_timeout(handle, Int32(busyTimeout))
    }

    deinit {
        idle = [:]
        sqlite3_close_v2(handle)
    }

    /// Whether nothing can be written through it.
    public var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") != 0 }

    // https://www.sqlite.org/uri.html
    private static func unchangingName(_ file: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._~".utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var name = Array("file:".utf8)
        for byte in file.utf8 {
            if plain.contains(byte) {
                name.append(byte)
            } else {
                name += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: name, as: UTF8.self) + "?immutable=1"
    }

    // MARK: - Statements

    /// Runs statements without parameters and results.
    public func execute(_ sql: String) throws(Failure) {
        errno = 0
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        if code != SQLITE_OK { throw failure(code, sql) }
    }

    /// Runs a statement and calls `body` with each row.
    public func query(
        _ sql: String, _ values: [SQLValue] = [],
        _ body: (Statement<Failure>) throws(Failure) -> Void
    ) throws(Failure) {
        // While it is in use it is in no one else's reach, so that `body` may run the same statement.
        let statement = try takeStatement(sql)
        defer {
            statement.reset()
            idle[sql] = statement
        }
        try statement.bind(values)
        while try statement.step() { try body(statement) }
    }

    private func takeStatement(_ sql: String) throws(Failure) -> Statement<Failure> {
        if let prepared = idle.removeValue(forKey: sql) { return prepared }
        return try Statement<Failure>(sql, self, handle)
    }

    /// Runs a statement without results.
    public func run(_ sql: String, _ values: [SQLValue] = []) throws(Failure) {
        try query(sql, values) { (_) throws(Failure) in }
    }

    /// What `body` makes of each row.
    public func all<Value>(
        _ sql: String, _ values: [SQLValue] = [],
        _ body: (Statement<Failure>) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        var result: [Value] = []
        try query(sql, values) { (row) throws(Failure) in result.append(try body(row)) }
        return result
    }

    /// What `body` makes of the first row; nil where there is none.
    public func first<Value>(
        _ sql: String, _ values: [SQLValue] = [],
        _ body: (Statement<Failure>) throws(Failure) -> Value
    ) throws(Failure) -> Value? {
        var result: Value?
        try query(sql, values) { (row) throws(Failure) in
            if result == nil { result = try body(row) }
        }
        return result
    }

    /// The one whole number that a statement gives.
    public func number(_ sql: String, _ values: [SQLValue] = []) throws(Failure) -> Int {
        try first(sql, values) { (row) throws(Failure) in try row.integer(0) } ?? 0
    }

    /// Whether a statement that has just run changed a row.
    public var hasChanged: Bool { sqlite3_changes64(handle) > 0 }

    // MARK: - Transactions

    /// How a transaction begins.
    public enum Transaction: String {
        /// It reads one state of the database.
        case reading = "BEGIN DEFERRED"
        /// It may write: nobody else does until it ends.
        case writing = "BEGIN IMMEDIATE"
    }

    /// Runs `body` in a transaction, which is undone as a whole when it throws.
    ///
    /// When this returns after writing, what was written is on the disk. Reading inside a transaction is part of it.
    public func transaction<Value>(
        _ kind: Transaction, _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        if kind == .reading, isInTransaction { return try body() }
        precondition(!isInTransaction, "a transaction inside another")
        try waitingForOthers { () throws(Failure) in try execute(kind.rawValue) }
        do throws(Failure) {
            let value = try body()
            try execute("COMMIT")
            return value
        } catch {
            // A full disk may have ended it already.
            if isInTransaction { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }

    private var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Repeats what SQLite's own waiting leaves out: it gives up at once where waiting might be for ever.
    func waitingForOthers(_ body: () throws(Failure) -> Void) throws(Failure) {
        let end = Self.uptime() + Int64(busyTimeout)
        while true {
            do throws(Failure) {
                return try body()
            } catch {
                guard case .locked? = error.storageError, Self.uptime() < end else { throw error }
                usleep(5_000)
            }
        }
    }

    private static func uptime() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    // MARK: - Copies

    /// Copies the whole database over that of another connection.
    public func copy(to other: Connection) throws(Failure) {
        guard let backup = sqlite3_backup_init(other.handle, "main", handle, "main") else {
            throw other.failure(sqlite3_errcode(other.handle), nil)
        }
        let code = sqlite3_backup_step(backup, -1)
        let end = sqlite3_backup_finish(backup)
        if code != SQLITE_DONE { throw failure(end == SQLITE_OK ? code : end, nil) }
    }

    // MARK: - Errors

    /// The error for a result code of a call to SQLite.
    func failure(_ code: Int32, _ sql: String?) -> Failure {
        .storage(Self.error(Self.failure(code, sql, handle), path, busyTimeout))
    }

    private static func failure(_ code: Int32, _ sql: String?, _ handle: OpaquePointer?) -> SQLiteFailure {
        // Of a failing COMMIT SQLite does not keep the system's error; it was reset before the call.
        let left = errno
        let known = handle.map { sqlite3_system_errno($0) } ?? 0
        let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        return SQLiteFailure(
            code: code & 0xFF, extendedCode: code, message: message, sql: sql,
            errno: known == 0 ? left : known)
    }

    private static func error(_ failure: SQLiteFailure, _ path: String, _ busyTimeout: Int) -> StorageError {
        switch failure.code {
        case SQLITE_BUSY, SQLITE_LOCKED: .locked(path: path, milliseconds: busyTimeout)
        case SQLITE_NOTADB: .notADatabase(path: path)
        case SQLITE_CORRUPT: .damaged(path: path, detail: failure.message)
        case SQLITE_FULL: .diskFull(path: path)
        case SQLITE_IOERR where [ENOSPC, EDQUOT, EFBIG].contains(failure.errno): .diskFull(path: path)
        case SQLITE_READONLY: .readOnly(path: path)
        case SQLITE_CANTOPEN where failure.errno == EISDIR: .isDirectory(path: path)
        case SQLITE_CANTOPEN: .notOpened(path: path, errno: failure.errno)
        default: .database(path: path, failure)
        }
    }
}

@available(*, unavailable)
extension Connection: Sendable {}
