// SPDX-License-Identifier: MIT
import Grading
import Testing

@testable import looplab

/// The row that shows how far a batch is.
@Suite struct GradeProgressBarTests {
    /// What there is to show, and the row.
    static let rows: [(total: Int?, jobs: Int, isUTF8: Bool, columns: Int, row: String)] = [
        (10, 2, true, 80, " grading  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0 / 10   2 jobs"),
        (10, 1, false, 80, " grading  ..................................  0 / 10   1 job"),
        (1_000, 4, false, 50, " grading  ....................  0 / 1000   4 jobs"),
        (1_000, 4, false, 38, " grading  0 / 1000   4 jobs"), (1_000, 4, false, 20, " grading  0 / 1000"),
        (1_000, 4, false, 9, "0 / 1000"), (1_000, 4, false, 5, "0 / "), (1_000, 4, false, 1, ""),
        (nil, 2, true, 80, " grading  0 done   2 jobs"),
        (0, 2, false, 80, " grading  ##################################  0 / 0   2 jobs"),
    ]

    @Test(arguments: rows)
    func theRowFitsTheTerminal(total: Int?, jobs: Int, isUTF8: Bool, columns: Int, row: String) {
        let bar = GradeProgressBar(total: total, jobs: jobs, isUTF8: isUTF8)
        let found = bar.row(BatchTally(), nanoseconds: 0, columns: columns)
        #expect(found == row)
        #expect(found.count < max(columns, 1))
    }
}
