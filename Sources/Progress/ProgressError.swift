// SPDX-License-Identifier: MIT
public import Markup
public import SQLStorage

/// What keeps progress from being read or written.
public enum ProgressError: StorageFailure, Equatable, Sendable {
    // MARK: The file

    /// Neither `LOOPLAB_DB`, `XDG_DATA_HOME` nor `HOME` says where it should lie.
    case noPlace
    /// What is wrong with the database.
    case storage(StorageError)

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

extension ProgressError {
    /// What is wrong with the database; nil where it is something else.
    public var storageError: StorageError? {
        if case .storage(let error) = self { error } else { nil }
    }
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
