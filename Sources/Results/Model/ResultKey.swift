// SPDX-License-Identifier: MIT

/// What tells one graded submission from another: learner, exercise, and path of the attempt.
///
/// Keys are equal when their bytes are. Two names that look the same but are written with other characters, such as a
/// letter with its accent in one or in two, are two names: they were two directories.
public struct ResultKey: Hashable, Comparable, Sendable {
    /// Who handed it in.
    public let learner: String
    /// The exercise, as `track/name`.
    public let exercise: String
    /// The submission's path, as it was given.
    public let path: String

    /// Makes a key of its parts.
    public init(learner: String, exercise: String, path: String) {
        self.learner = learner
        self.exercise = exercise
        self.path = path
    }

    private var parts: [String] { [learner, exercise, path] }

    /// Whether both name the same submission.
    public static func == (first: ResultKey, second: ResultKey) -> Bool {
        zip(first.parts, second.parts).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    /// The order of reports: by learner, then exercise, then path, each by its bytes.
    public static func < (first: ResultKey, second: ResultKey) -> Bool {
        for (one, other) in zip(first.parts, second.parts) where !one.utf8.elementsEqual(other.utf8) {
            return one.utf8.lexicographicallyPrecedes(other.utf8)
        }
        return false
    }

    /// Feeds the bytes of the parts.
    public func hash(into hasher: inout Hasher) {
        for part in parts {
            hasher.combine(part.utf8.count)
            for byte in part.utf8 { hasher.combine(byte) }
        }
    }
}

extension SubmissionResult {
    /// What tells it from others.
    public var key: ResultKey { ResultKey(learner: learner, exercise: exercise, path: path) }
}
