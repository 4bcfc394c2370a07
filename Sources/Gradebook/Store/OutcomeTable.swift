// SPDX-License-Identifier: MIT
internal import SQLStorage

/// What came of all checks of a gradebook, in nine bytes each: the table is read once, in its own order.
struct OutcomeTable {
    /// Where the outcomes of each result begin, by its number.
    private var starts: [Int32] = []
    private var checks: [Int32] = []
    private var endings: [UInt8] = []
    /// -1 where nothing was said.
    private var messages: [Int32] = []

    init(_ connection: Connection) throws(GradebookError) {
        starts = Array(repeating: 0, count: try connection.number("SELECT coalesce(max(id), 0) FROM result") + 2)
        var last = 0
        var table = self
        try connection.query("SELECT result, definition, outcome, message FROM check_result ORDER BY result, position")
        {
            (row) throws(GradebookError) in
            let result = try row.integer(0)
            guard result < table.starts.count - 1, let check = Int32(exactly: try row.integer(1)),
                let ending = UInt8(exactly: try row.integer(2)),
                let message = Int32(exactly: try row.optionalInteger(3) ?? -1)
            else { throw row.wrongType(0) }
            while last < result {
                last += 1
                table.starts[last] = Int32(table.checks.count)
            }
            table.checks.append(check)
            table.endings.append(ending)
            table.messages.append(message)
        }
        while last < table.starts.count - 1 {
            last += 1
            table.starts[last] = Int32(table.checks.count)
        }
        self = table
    }

    func outcomes(of result: Int) -> [StoredOutcome] {
        (Int(starts[result])..<Int(starts[result + 1])).map { place in
            let message = Int(messages[place])
            return StoredOutcome(
                check: Int(checks[place]), ending: StoredOutcome.Ending(rawValue: Int(endings[place])) ?? .error,
                message: message < 0 ? nil : message)
        }
    }
}
