// SPDX-License-Identifier: MIT

/// One step from an older form of the database to the next.
///
/// Steps are only ever added at the end of a module's list, and never changed once somebody has used them.
public struct Migration<Failure: StorageFailure>: Sendable {
    /// What it brings; no two have the same.
    public var name: String
    /// Makes the change, inside a transaction that also notes the name.
    public var change: @Sendable (Connection<Failure>) throws(Failure) -> Void

    /// A step of SQL alone.
    public init(_ name: String, sql: String) {
        self.name = name
        change = { (connection) throws(Failure) in try connection.execute(sql) }
    }
}
