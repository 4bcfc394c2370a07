// SPDX-License-Identifier: MIT

/// What tells one submission of a batch from another: learner, exercise and path, in this order.
///
/// Compared byte by byte, which is the order of reports: Swift's own texts count two spellings of an accented letter
/// as one name, and file systems do not.
public struct SubmissionKey: Hashable, Comparable, Sendable {
    // Joined by NUL, which no name and no path has, and which comes before every other byte.
    private let bytes: [UInt8]

    /// Makes a key; none of the three has a NUL in it.
    public init(learner: String, exercise: String, path: String) {
        bytes = Array("\(learner)\0\(exercise)\0\(path)".utf8)
    }

    /// The order of reports.
    public static func < (first: SubmissionKey, second: SubmissionKey) -> Bool {
        first.bytes.lexicographicallyPrecedes(second.bytes)
    }
}
