// SPDX-License-Identifier: MIT

/// A submission and the checks that judge it.
public struct CheckJob: Hashable, Sendable {
    /// A file's text, with the path that errors name.
    public struct File: Hashable, Sendable {
        /// Where it is, or would be.
        public let path: String
        /// What it says.
        public let text: String

        /// Names a file.
        public init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// What a learner has written.
    public let submission: File
    /// What judges it.
    public let checks: File
    /// What the submission has to define or export: an identifier; nil where its exports are taken as they are.
    public let entry: String?

    /// Puts a job together.
    public init(submission: File, checks: File, entry: String?) {
        self.submission = submission
        self.checks = checks
        self.entry = entry
    }
}

/// What a check says about itself.
public struct CheckDescription: Hashable, Sendable {
    /// Its name; there is no other of that name in its file.
    public let name: String
    /// What it is worth, in thousandths of a point.
    public let milliPoints: Int
    /// The check without which it is not run.
    public let needs: String?
}

/// What came of one check.
public struct CheckEnding: Hashable, Sendable {
    /// Whether everything was as it should be.
    public let hasPassed: Bool
    /// What was wrong, in a line.
    public let message: String
    /// What stands below it: expected and got, a place.
    public let details: String
    /// Whether the check itself came to its end; otherwise the program was stopped, or nothing was left to run.
    public let isComplete: Bool
    /// What the submission printed.
    public let output: String
}

/// Why an exercise's checks could not be read.
public struct CheckFileError: Error, Hashable, Sendable {
    /// The engine's words.
    public let message: String
}
