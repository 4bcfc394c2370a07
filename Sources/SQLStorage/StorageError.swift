// SPDX-License-Identifier: MIT

/// What keeps a database from being read or written.
public enum StorageError: Error, Equatable, Sendable {
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
    /// The file is the database of another program, or one of ours of another kind.
    case foreign(path: String)
    /// A newer LoopLab has written the file.
    case newer(path: String, version: Int, supported: Int)
    /// Parts of the file cannot be read as what they should be.
    case damaged(path: String, detail: String)
    /// SQLite reports something else.
    case database(path: String, SQLiteFailure)
}

/// An error of a module that keeps a database; one of its cases carries what is wrong with the database itself.
///
/// So a module's functions throw one type, whatever fails in them.
public protocol StorageFailure: Error {
    /// Wraps what is wrong with a database.
    static func storage(_ error: StorageError) -> Self
    /// What is wrong with a database; nil where it is something else.
    var storageError: StorageError? { get }
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
