// SPDX-License-Identifier: MIT
internal import SQLStorage

typealias Connection = SQLStorage.Connection<ProgressError>
typealias Statement = SQLStorage.Statement<ProgressError>
typealias Migration = SQLStorage.Migration<ProgressError>
typealias Migrator = SQLStorage.Migrator<ProgressError>
typealias DatabaseFile = SQLStorage.DatabaseFile<ProgressError>
typealias DeviceTable = SQLStorage.DeviceTable<ProgressError>

extension Migrator {
    /// What the header of our databases says: "LLab".
    static let progressID = 0x4C4C_6162

    /// The steps of a database of progress.
    static func progress(_ steps: [Migration]) -> Migrator {
        Migrator(applicationID: progressID, steps)
    }
}
