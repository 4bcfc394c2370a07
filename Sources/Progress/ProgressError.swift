// SPDX-License-Identifier: MIT
public import Markup

/// What keeps progress from being read or written.
public enum ProgressError: Error, Equatable, Sendable {
    // MARK: The file

    /// Neither `LOOPLAB_DB`, `XDG_DATA_HOME` nor `HOME` says where it should lie.
    case noPlace
    /// A directory stands where the file should.
    case isDirectory(path: String)
    /// Something that is no regular file stands where it should: a device, a pipe, a socket.
    case notAFile(path: String)
    /// The directory of the file could not be made.
    case directoryNotMade(path: String, errno: Int32)
    /// The file could not be opened.
    case notOpened(path: String, errno: Int32)
    /// The file or its directory may not be written to.
    case readOnly(path: String)
    /// No room is left on the disk, or the person's share of it is used up.
    case diskFull(path: String)
    /// Another process held the database for longer than `milliseconds`.
    case locked(path: String, milliseconds: Int)
    /// The file is not an SQLite database.
    case notADatabase(path: String)
    /// The file is the database of another program.
    case foreign(path: String)
    /// A newer LoopLab has written the file.
    case newer(path: String, version: Int, supported: Int)
    /// Parts of the file cannot be read as what they should be.
    case damaged(path: String, detail: String)
    /// SQLite reports something else.
    case database(path: String, SQLiteFailure)

    // MARK: What is written

    /// A field of an attempt has a value that no attempt can have.
    case invalidAttempt(AttemptField)

    // MARK: Exports

    /// A line of an export cannot be read.
    case badExport(file: String, line: Int, ExportProblem)
    /// Two different attempts have the same device and number; nothing was imported.
    case conflicting([AttemptPlace])
    /// Attempts of a database that is to be merged are not as they were recorded; nothing was imported.
    case untrustworthy(path: String, [ProgressDamage])
}

/// What SQLite says about a call that failed.
public struct SQLiteFailure: Error, Equatable, Sendable {
    /// The primary result code (https://www.sqlite.org/rescode.html).
    public var code: Int32
    /// The extended result code.
    public var extendedCode: Int32
    /// SQLite's own words.
    public var message: String
    /// The statement; nil where there was none.
    public var sql: String?
    /// The system's error behind it; 0 where there is none.
    public var errno: Int32
}

/// What is wrong with a line of an export.
public enum ExportProblem: Equatable, Sendable {
    /// The first line is no header of an export.
    case noHeader
    /// A newer LoopLab has written the export.
    case newer(version: Int, supported: Int)
    /// It is not JSON, or not of the kind that is expected there; `column` counts bytes from 1.
    case json(column: Int, expected: JSONExpectation)
    /// A field is missing.
    case missingField(String)
    /// A field has a value that it cannot have.
    case badField(String)
    /// The kind of the record is unknown.
    case unknownRecord(String)
    /// The hash of an attempt is not that of its fields: somebody has edited it.
    case edited(AttemptPlace)
    /// An attempt does not follow the one before it.
    case brokenChain(AttemptPlace)
    /// The attempt with this number is missing.
    case gap(device: String, number: Int)
    /// The file ends before its last line: it was cut.
    case truncated
    /// Something stands after the last line.
    case afterEnd
}

/// An attempt by its place in the log, and the exercise that it was made at.
public struct AttemptPlace: Hashable, Sendable {
    /// Which attempt.
    public var id: AttemptID
    /// The exercise that the row names.
    public var exercise: String

    /// Makes a place.
    public init(id: AttemptID, exercise: String) {
        self.id = id
        self.exercise = exercise
    }
}
