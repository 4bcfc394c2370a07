// SPDX-License-Identifier: MIT
public import Results
public import YAMLFields

/// Something in a roster that is not as it should be, and where.
public struct RosterProblem: Error, Hashable, Sendable {
    /// Where it is.
    public var place: TextPlace
    /// What it is.
    public var fault: RosterFault

    /// Names a problem.
    public init(_ place: TextPlace, _ fault: RosterFault) {
        self.place = place
        self.fault = fault
    }
}

/// What can be wrong with a roster.
public enum RosterFault: Hashable, Sendable {
    /// It is a workbook or an archive, no text.
    case workbook
    /// It is UTF-16.
    case utf16
    /// It is no table of separated values.
    case table(CSVReader.Problem)
    /// It has more bytes than a roster has.
    case tooLarge(limit: Int)
    /// There is nothing in it.
    case empty
    /// The header names nobody; these are its columns.
    case unknownHeader([String])
    /// The header and nothing else.
    case nobody
    /// There is no column of this name; these are there.
    case missingColumn(String, among: [String])
    /// Two columns say the same; the number of the first.
    case repeatedColumn(String, first: Int)
    /// A row has more cells than the header.
    case tooManyCells(Int, expected: Int)
    /// The cell that has to name the learner is empty; the column.
    case unnamed(column: String)
    /// It has control characters, or more than 512 bytes; the column.
    case notAName(column: String)
    /// The learner stands on another line too, in another way.
    case repeatedLearner(String, firstLine: Int)
    /// Somebody else on that line has the same ID.
    case repeatedID(RosterID, firstLine: Int)
}
