// SPDX-License-Identifier: MIT
public import Results
internal import SQLStorage

/// What a class has handed in, what came of it, and what people decided; it belongs to the thread that opened it.
///
/// Nothing in it is ever changed or deleted: a regrade adds a result, a new decision comes after the old one. Each
/// record stands in a log with a chain of hashes for each device, so that an edited row is found (`verify`) and two
/// gradebooks can be merged. Several processes may use one file.
public final class GradebookStore {
    /// What a store is opened for.
    public enum Mode: Sendable {
        /// To read and write; the file and its directory are made where there are none.
        case readWrite
        /// To read; a file that is not there reads as an empty gradebook, and nothing has to be writable.
        case readOnly
    }

    /// How many bytes a name may have.
    static let longestName = 512
    // A batch is written when it has so many results, or texts of so many bytes.
    private static let longestBatch = 256
    private static let largestBatch = 4 << 20
    // Hashes stand all over their indexes: with SQLite's 2 MiB each look-up would read the file.
    private static let cacheKiB = 8 << 10

    /// The path of the database, from the root.
    public let path: String
    let connection: Connection
    private var waiting: [SubmissionResult] = []
    private var waitingBytes = 0

    /// Opens the gradebook at a path.
    ///
    /// Another process that writes is waited for, each time for `busyTimeout` milliseconds at most. A database that is
    /// not a gradebook, newer than this program, or damaged is refused and stays as it is. Throws `storage`.
    public convenience init(path: String, mode: Mode, busyTimeout: Int = 30_000) throws(GradebookError) {
        try self.init(path: path, mode: mode, busyTimeout: busyTimeout, steps: Migration.all)
    }

    init(path: String, mode: Mode, busyTimeout: Int, steps: [Migration]) throws(GradebookError) {
        let file = DatabaseFile(path: path, busyTimeout: busyTimeout, migrator: .gradebook(steps))
        self.path = file.path
        switch mode {
        case .readWrite: connection = try file.openForWriting()
        case .readOnly: connection = try file.openForReading()
        }
        try connection.execute("PRAGMA cache_size = -\(Self.cacheKiB)")
    }

    /// Takes a result, which is on the disk when `commit` has returned.
    ///
    /// Results are written in transactions of many; the caller ends with `commit`. A result that is there already, as
    /// it has the same learner, exercise, submission, engine and exercise hash and came to the same, adds nothing.
    /// Where this throws, what was waiting still waits. Throws `invalid` for a result whose learner or exercise has no
    /// name.
    public func record(_ result: SubmissionResult) throws(GradebookError) {
        if !Self.isName(result.learner) { throw .invalid(.learner) }
        if !Self.isName(result.exercise) { throw .invalid(.exercise) }
        waiting.append(result)
        waitingBytes += result.checks.reduce(256) { $0 + 256 + $1.output.utf8.count + 80 * $1.timeline.count }
        if waiting.count >= Self.longestBatch || waitingBytes >= Self.largestBatch { try commit() }
    }

    /// Writes what is waiting; when this returns, every result that `record` took is on the disk.
    public func commit() throws(GradebookError) {
        if waiting.isEmpty { return }
        try connection.transaction(.writing) { () throws(GradebookError) in
            var log = try EntryLog(connection)
            let rows = ResultRows(connection)
            for result in waiting { try rows.record(result, &log) }
            try log.finish()
        }
        waiting = []
        waitingBytes = 0
    }

    /// Runs some reads so that they see one state of the gradebook, whatever others write meanwhile.
    public func reading<Value>(
        _ body: (GradebookStore) throws(GradebookError) -> Value
    ) throws(GradebookError) -> Value {
        try connection.transaction(.reading) { () throws(GradebookError) in try body(self) }
    }

    static func isName(_ text: String) -> Bool { 1...longestName ~= text.utf8.count }
}

@available(*, unavailable)
extension GradebookStore: Sendable {}
