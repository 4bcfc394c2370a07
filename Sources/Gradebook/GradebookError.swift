// SPDX-License-Identifier: MIT
public import SQLStorage

/// What keeps a gradebook from being read or written.
public enum GradebookError: StorageFailure, Equatable, Sendable {
    /// What is wrong with the database.
    case storage(StorageError)
    /// What is recorded of a learner or an exercise has a value that it cannot have.
    case invalid(GradebookField)
    /// Two gradebooks have different records under one number; nothing was merged.
    case conflicting([EntryPlace])
    /// A gradebook that is to be merged is not as it was recorded; nothing was merged.
    case untrustworthy(path: String, [GradebookDamage])

    /// What is wrong with the database; nil where it is something else.
    public var storageError: StorageError? {
        if case .storage(let error) = self { error } else { nil }
    }
}

/// A field that has a value which it cannot have.
public enum GradebookField: String, Hashable, Sendable {
    /// The learner's name: empty, or longer than 512 bytes.
    case learner
    /// The exercise's name: empty, or longer than 512 bytes.
    case exercise
    /// The reason of a decision: empty, or longer than 4096 bytes.
    case reason
    /// Who decided: empty, or longer than 512 bytes.
    case author
    /// The points of a decision: negative.
    case points
}

/// A record by its place in the log: the device that made it and its number there.
public struct EntryPlace: Hashable, Comparable, Sendable {
    /// The device.
    public var device: String
    /// The number, from 1.
    public var number: Int

    /// Names a place.
    public init(device: String, number: Int) {
        self.device = device
        self.number = number
    }

    /// The order of the log.
    public static func < (first: EntryPlace, second: EntryPlace) -> Bool {
        (first.device, first.number) < (second.device, second.number)
    }
}

/// Something in a gradebook that is not as it was recorded.
public enum GradebookDamage: Hashable, Sendable {
    /// SQLite finds the file itself inconsistent.
    case file(String)
    /// A table, index or trigger is missing, changed or not ours.
    case schema(String)
    /// The fields of an entry of the log do not have its hash: somebody has edited it.
    case edited(EntryPlace)
    /// The next entry, or the end of the chain, follows another one than this.
    case replaced(EntryPlace)
    /// Entries with these numbers are missing.
    case missing(device: String, numbers: ClosedRange<Int>)
    /// There are entries beyond the end of the chain that was noted.
    case beyondHead(EntryPlace)
    /// The row that an entry tells of is missing, or its fields do not have its hash.
    case lost(EntryPlace, RecordKind)
    /// A row was edited or put in: no entry tells of what it says.
    case unrecorded(RecordKind, learner: String, exercise: String)
    /// What was worked out from the rows is not what they come to.
    case derived(learner: String, exercise: String)
}

/// What an entry of the log tells of.
public enum RecordKind: Int, Hashable, Sendable, CaseIterable {
    /// A file that was handed in.
    case handIn = 1
    /// What came of it.
    case result = 2
    /// What a person decided.
    case decision = 3
    /// Who a learner is and where they belong.
    case enrolment = 4
}
