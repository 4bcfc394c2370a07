// SPDX-License-Identifier: MIT
public import Gradebook
public import Progress
public import Results

/// What keeps a report from being made.
public enum ReportError: Error, Equatable, Sendable {
    /// What is wrong with a gradebook.
    case gradebook(GradebookError)
    /// What is wrong with a learner's progress file.
    case progress(ProgressError)
    /// What is wrong with a file of results.
    case results(ResultsError)
    /// A file or directory cannot be read; the system's error.
    case unreadable(path: String, errno: Int32)
    /// A directory has no files that tell of attempts.
    case nothingIn(directory: String)
    /// A file is no gradebook, no progress and no results.
    case unknownKind(path: String)
    /// Sources that do not go together: `first` and `second` are of different kinds.
    case mixedKinds(first: String, second: String)
    /// There are several gradebooks; they have to be merged first.
    case severalGradebooks(first: String, second: String)
    /// None of the files could be read.
    case nothingReadable(count: Int)
    /// What the report should be about is not there; `nearest` is the known name that is most alike.
    case unknown(ReportScope, nearest: String?)
}
