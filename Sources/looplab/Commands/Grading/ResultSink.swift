// SPDX-License-Identifier: MIT
internal import Grading

/// Takes the results of a batch when all of them are there, in the order of reports.
protocol ResultSink {
    /// What the person is told that was written; nil where they see it.
    var written: String? { get }

    /// Takes all results.
    func take(_ results: JournalResults) throws(CommandError)
}
