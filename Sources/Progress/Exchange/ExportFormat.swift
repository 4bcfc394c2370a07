// SPDX-License-Identifier: MIT
internal import SQLStorage

/// Progress as text that can be carried to another device: JSON Lines, one record on each.
///
/// A header comes first; then the heads of all devices, the attempts by device and number, the positions in lessons,
/// the states of exercises, and an end that counts what stands between. Fields that a reader does not know it skips; a
/// kind of record that it must not skip makes a new version.
enum ExportFormat {
    /// The version that is written, and the newest that can be read.
    static let version = 1
    /// What the header says the file is.
    static let mark = "progress"
    /// How many records of one kind a reader names when they conflict.
    static let longestList = 100
}

/// One record of an export.
enum ExportRecord: Equatable {
    case header(learner: LearnerName)
    case device(DeviceHead)
    case attempt(RecordedAttempt)
    case lesson(LessonPosition)
    case exercise(ExerciseState)
    case end(count: Int)
}
