// SPDX-License-Identifier: MIT
internal import SQLStorage

/// A learner's progress in its database; it belongs to the thread that opened it.
///
/// Each call that writes is one transaction: when it returns, what it wrote is on the disk and stays, whatever happens
/// to the process or the power. When it throws, nothing of it was written. Several processes may use one file.
public final class ProgressStore {
    /// What a store is opened for.
    public enum Mode: Sendable {
        /// To read and write; the file and its directory are made where there are none.
        case readWrite
        /// To read; a file that is not there reads as one without attempts, and nothing has to be writable.
        case readOnly
    }

    /// The path of the database, from the root.
    public let path: String
    let connection: Connection
    var summaries: SummaryTables { SummaryTables(connection: connection) }

    /// Opens the database at a path; the default for it is `ProgressLocation.path`.
    ///
    /// Another process that writes is waited for, each time for `busyTimeout` milliseconds at most. A database that is
    /// not ours, newer than this program, or damaged is refused and stays as it is. Throws every case of
    /// `ProgressError` that is about a file.
    public convenience init(path: String, mode: Mode, busyTimeout: Int = 10_000) throws(ProgressError) {
        try self.init(path: path, mode: mode, busyTimeout: busyTimeout, steps: Migration.all)
    }

    init(path: String, mode: Mode, busyTimeout: Int, steps: [Migration]) throws(ProgressError) {
        self.path = DatabaseFile.absolute(path)
        let file = DatabaseFile(path: self.path, busyTimeout: busyTimeout, migrator: .progress(steps))
        switch mode {
        case .readWrite: connection = try file.openForWriting()
        case .readOnly: connection = try file.openForReading()
        }
    }

    /// Takes a connection that is open.
    init(path: String, _ connection: Connection) {
        self.path = DatabaseFile.absolute(path)
        self.connection = connection
    }

    /// Runs some reads so that they see one state of the database, whatever others write meanwhile.
    public func reading<Value>(
        _ body: (ProgressStore) throws(ProgressError) -> Value
    ) throws(ProgressError) -> Value {
        try connection.transaction(.reading) { () throws(ProgressError) in try body(self) }
    }
}

@available(*, unavailable)
extension ProgressStore: Sendable {}
