// SPDX-License-Identifier: MIT

/// Writes results as one report, piece by piece, in a memory that does not grow with their number.
///
/// A writer is made for totals that were counted in a first pass, so that a report may begin with them; then it is
/// given the same results in the same order. What it returns is to be written in the order in which it was returned.
/// Nothing in it depends on a clock, a locale or chance: the same results give the same bytes.
public protocol ReportWriter {
    /// What stands before the first result.
    mutating func begin() -> [UInt8]
    /// What stands for one result; possibly nothing.
    mutating func add(_ result: SubmissionResult) -> [UInt8]
    /// What stands after the last result.
    mutating func end() -> [UInt8]
}

/// A report in the pieces in which it is written.
public struct ReportPieces<Results: ResultSequence> {
    private enum Place {
        case beginning
        case results(Results.Iterator)
        case over
    }

    private let results: Results
    private var writer: any ReportWriter
    private var place = Place.beginning

    /// Prepares to write all results.
    public init(of results: Results, by writer: any ReportWriter) {
        self.results = results
        self.writer = writer
    }

    /// The next piece, possibly without a byte, or nil after the last one.
    public mutating func next() throws(ResultsError) -> [UInt8]? {
        switch place {
        case .beginning:
            place = .results(try results.makeIterator())
            return writer.begin()
        case .results(var iterator):
            place = .over
            guard let result = try iterator.next() else { return writer.end() }
            place = .results(iterator)
            return writer.add(result)
        case .over: return nil
        }
    }

    /// All pieces at once, for what is known to be short.
    public mutating func joined() throws(ResultsError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try next() { bytes += piece }
        return bytes
    }
}
