// SPDX-License-Identifier: MIT

/// Something in the input that looks like a submission and is none.
///
/// It is graded for nobody, so somebody has to be told: a batch with notices has not passed as a whole.
public enum BatchNotice: Hashable, Sendable {
    /// No exercise is called as this file is.
    case unknownExercise(path: String)
    /// A file that lies in no learner's folder.
    case noLearner(path: String)
    /// A folder in a learner's folder that is called as no track is; its files are not looked at.
    case unknownFolder(path: String)
    /// A folder that is a link; it is not followed.
    case linkedFolder(path: String)
    /// A folder that cannot be read; the system's error.
    case unreadableFolder(path: String, errno: Int32)
    /// A folder of a learner with more entries than are looked at.
    case tooManyEntries(path: String, limit: Int)
    /// An entry of an archive whose name leads out of it, or is no path.
    case unsafeName(archive: String, name: String)
    /// An entry of an archive that is a link or a device.
    case specialEntry(archive: String, name: String)
    /// A second submission of this learner and path.
    case repeated(path: String)
}
