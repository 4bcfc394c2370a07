// SPDX-License-Identifier: MIT

/// A format in which results can be reported: the names that `--format NAME=PATH` takes.
public struct ResultFormat: Sendable, CustomStringConvertible {
    /// What one file tells of.
    public enum Unit: Hashable, Sendable {
        /// A whole class.
        case batch
        /// One learner: several exercises, possibly, but each of them once.
        case learner
        /// One submission.
        case submission
    }

    /// The name.
    public let name: String
    /// What files of this format are named by, without a point.
    public let fileExtension: String
    /// One line for the help text.
    public let summary: String
    /// For whom it is made; ``ReportContext/audience`` can say otherwise.
    public let audience: Audience
    /// What one file tells of.
    public let unit: Unit
    /// The environment variables whose values go into ``ReportContext/environment``.
    public let variables: [String]
    /// Whether every submission must say when it was handed in.
    let needsTime: Bool
    /// Names the variable that keeps it from being written; nil where none does.
    private let wrongVariable: @Sendable (ReportContext) -> String?
    private let make: @Sendable (ReportTotals, ReportContext) -> any ReportWriter

    /// The name.
    public var description: String { name }

    init(
        _ name: String, _ fileExtension: String, _ summary: String, audience: Audience, unit: Unit = .batch,
        variables: [String] = [], wrongVariable: @escaping @Sendable (ReportContext) -> String? = { _ in nil },
        needsTime: Bool = false, make: @escaping @Sendable (ReportTotals, ReportContext) -> any ReportWriter
    ) {
        self.name = name
        self.fileExtension = fileExtension
        self.summary = summary
        self.audience = audience
        self.unit = unit
        self.variables = variables
        self.wrongVariable = wrongVariable
        self.needsTime = needsTime
        self.make = make
    }

    /// The format of that name, or nil.
    public static func named(_ name: String) -> ResultFormat? { all.first { $0.name == name } }

    /// A writer for results that were counted before.
    ///
    /// Throws what keeps the format from telling of them: too many learners or submissions, a variable or a time that
    /// is not there.
    public func writer(
        for totals: ReportTotals, _ context: ReportContext
    ) throws(ResultsError) -> any ReportWriter {
        if unit != .batch {
            if totals.submissions == 0 { throw .noSubmission(format: name) }
            if totals.hasSeveralLearners { throw .severalLearners(format: name) }
            let hasSeveral = unit == .submission ? totals.submissions > 1 : totals.hasSeveralAttempts
            if hasSeveral { throw .severalSubmissions(format: name) }
        }
        if let name = wrongVariable(context) { throw .missingVariable(format: self.name, name: name) }
        if needsTime, let path = totals.firstWithoutTime { throw .missingTime(format: name, path: path) }
        var context = context
        context.audience = context.audience ?? audience
        return make(totals, context)
    }

    /// A whole report in pieces: counts the results, then writes them.
    public func pieces<Results: ResultSequence>(
        of results: Results, _ context: ReportContext
    ) throws(ResultsError) -> ReportPieces<Results> {
        ReportPieces(of: results, by: try writer(for: try ReportTotals(of: results), context))
    }
}
