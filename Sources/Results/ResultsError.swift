// SPDX-License-Identifier: MIT
public import Markup

/// What keeps results from being read or written.
public enum ResultsError: Error, Equatable, Sendable {
    /// A file that holds no results that we can read; the line counts from 1.
    case badResults(file: String, line: Int, ResultProblem)
    /// A file that cannot be read; the system's error.
    case unreadable(file: String, errno: Int32)
    /// Two files disagree about one submission; each is named with its line.
    case conflicting(ResultKey, first: ResultLine, second: ResultLine)
    /// A file that is to be gone through again is no longer what it was.
    case changed(file: String)
    /// A format that has room for one learner was given several.
    case severalLearners(format: String)
    /// A format that has room for one submission was given several.
    case severalSubmissions(format: String)
    /// A format that tells of a submission was given none.
    case noSubmission(format: String)
    /// A format needs a value that stands in an environment variable, and there is none or a wrong one.
    case missingVariable(format: String, name: String)
    /// A format needs to know when the submission of this path was handed in.
    case missingTime(format: String, path: String)
}

/// What is wrong with a line of results.
public enum ResultProblem: Equatable, Sendable {
    /// It is no JSON; the column counts bytes from 1.
    case json(column: Int, expected: JSONExpectation)
    /// It does not say that it holds results.
    case noMark
    /// It was written by a newer LoopLab.
    case newer(version: Int, supported: Int)
    /// A field is not there.
    case missingField(String)
    /// A field has a value that it cannot have.
    case badField(String)
    /// It is longer than any line that is written.
    case tooLong(limit: Int)
    /// It ends before it should, as after a crash.
    case truncated
}

/// A line of a file.
public struct ResultLine: Hashable, Sendable {
    /// The file's path.
    public var file: String
    /// The line, from 1.
    public var line: Int

    /// Names a line.
    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}
