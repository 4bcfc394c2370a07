// SPDX-License-Identifier: MIT
internal import CSQLite
public import CivilTime
internal import Glibc

/// A prepared statement of one connection, on its thread.
public final class Statement<Failure: StorageFailure> {
    /// Its text.
    public let sql: String
    private let handle: OpaquePointer
    private unowned let connection: Connection<Failure>

    init(_ sql: String, _ connection: Connection<Failure>, _ database: OpaquePointer) throws(Failure) {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw connection.failure(code, sql) }
        self.sql = sql
        handle = prepared
        self.connection = connection
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Gives the parameters their values, in their order.
    func bind(_ values: [SQLValue]) throws(Failure) {
        precondition(Int(sqlite3_bind_parameter_count(handle)) == values.count, sql)
        for (offset, value) in values.enumerated() {
            let code = bind(value, at: Int32(offset + 1))
            if code != SQLITE_OK { throw connection.failure(code, sql) }
        }
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .integer(let number): return sqlite3_bind_int64(handle, index, number)
        case .null: return sqlite3_bind_null(handle, index)
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { lls_bind_bytes(handle, index, $0.baseAddress, Int32($0.count)) }
        case .text(var text):
            return text.withUTF8 { units in
                units.withMemoryRebound(to: CChar.self) { characters in
                    // An empty text has no address, and no address would be no text.
                    guard let start = characters.baseAddress else { return lls_bind_text(handle, index, "", 0) }
                    return lls_bind_text(handle, index, start, Int32(characters.count))
                }
            }
        }
    }

    /// Goes to the next row; false after the last one.
    func step() throws(Failure) -> Bool {
        errno = 0
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else { throw connection.failure(code, sql) }
        return false
    }

    /// Ends it, so that it can be used again.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    // MARK: - Columns of the row

    /// A whole number; throws where something else is stored.
    public func integer(_ column: Int32) throws(Failure) -> Int {
        guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else { throw wrongType(column) }
        return Int(sqlite3_column_int64(handle, column))
    }

    /// A moment.
    public func time(_ column: Int32) throws(Failure) -> Timestamp {
        Timestamp(milliseconds: Int64(try integer(column)))
    }

    /// A text; throws where something else is stored, or what is not UTF-8.
    public func text(_ column: Int32) throws(Failure) -> String {
        guard sqlite3_column_type(handle, column) == SQLITE_TEXT else { throw wrongType(column) }
        guard let start = sqlite3_column_text(handle, column) else { throw wrongType(column) }
        let count = Int(sqlite3_column_bytes(handle, column))
        let text = start.withMemoryRebound(to: CChar.self, capacity: count + 1) { characters -> String? in
            // SQLite ends each text with a NUL. Up to it this is several times as fast as from a buffer.
            if strlen(characters) == count { return String(validatingCString: characters) }
            return String(validating: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        }
        guard let text else { throw wrongType(column) }
        return text
    }

    /// A text, where bytes that are not UTF-8 are replaced; for messages about what cannot be read.
    public func validText(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let units = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        return String(decoding: units, as: UTF8.self)
    }

    /// Bytes; throws where something else is stored.
    public func bytes(_ column: Int32) throws(Failure) -> [UInt8] {
        guard sqlite3_column_type(handle, column) == SQLITE_BLOB else { throw wrongType(column) }
        let count = Int(sqlite3_column_bytes(handle, column))
        guard count > 0, let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// Whether there is no value.
    public func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    /// The error for a value that cannot be what the column should hold.
    public func wrongType(_ column: Int32) -> Failure {
        let name = sqlite3_column_name(handle, column).map { String(cString: $0) } ?? "\(column)"
        return .storage(
            .damaged(path: connection.path, detail: "the column \(name) holds a value of another kind"))
    }
}

@available(*, unavailable)
extension Statement: Sendable {}
