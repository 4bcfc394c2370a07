// SPDX-License-Identifier: MIT
internal import SQLStorage

typealias Connection = SQLStorage.Connection<GradebookError>
typealias Statement = SQLStorage.Statement<GradebookError>
typealias Migration = SQLStorage.Migration<GradebookError>
typealias Migrator = SQLStorage.Migrator<GradebookError>
typealias DatabaseFile = SQLStorage.DatabaseFile<GradebookError>
typealias DeviceTable = SQLStorage.DeviceTable<GradebookError>

extension Migrator {
    /// What the header of a gradebook says: "LLGb".
    static let gradebookID = 0x4C4C_4762

    /// The steps of a gradebook.
    static func gradebook(_ steps: [Migration] = Migration.all) -> Migrator {
        Migrator(applicationID: gradebookID, steps)
    }
}
