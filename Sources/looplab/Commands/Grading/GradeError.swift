// SPDX-License-Identifier: MIT
internal import Grading
internal import Results

/// What can keep a class from being graded, or its results from being reported.
enum GradeError: Error, Equatable {
    /// Nothing to grade was named.
    case missingPath
    /// `grade merge` without a journal.
    case missingJournal
    /// Nothing in what was named is a submission.
    case nothingFound([String])
    /// A file was named, and nothing says which exercise it is for.
    case unknownExercise(file: String)
    /// A file was named, and nothing says whose it is.
    case unknownLearner(file: String)
    /// A list on standard input, and something beside it.
    case listWithOthers
    /// Two options that say different things.
    case contrary(String, String)
    /// Two reports for one place.
    case samePlace(String)
    /// There is no place for the journal.
    case noStateDirectory
    /// Listing or journal.
    case batch(BatchError)
    /// A report cannot be made of the results.
    case report(ResultsError)
    /// A report cannot be written; the system's error.
    case reportNotWritten(path: String, errno: Int32)

    /// Does something with listings or journals; an error becomes the command's.
    static func catching<Value>(_ body: () throws(BatchError) -> Value) throws(CommandError) -> Value {
        do throws(BatchError) {
            return try body()
        } catch {
            throw .grading(.batch(error))
        }
    }

    /// Does something with results; an error becomes the command's.
    static func reading<Value>(_ body: () throws(ResultsError) -> Value) throws(CommandError) -> Value {
        do throws(ResultsError) {
            return try body()
        } catch {
            throw .grading(.report(error))
        }
    }
}
