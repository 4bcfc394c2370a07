// SPDX-License-Identifier: MIT
public import Markup

/// A format in which a report can be written: the names that `--format` takes.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
    /// Rows for a terminal: who needs help, with what, and what to do about it.
    case text
    /// One page by itself, with charts and tables.
    case html
    /// A table, for spreadsheets.
    case csv
    /// Everything, for other programs.
    case json
    /// What the text says and the tables behind it, for documents and wikis.
    case markdown

    /// A report in this format, as the bytes of a file.
    ///
    /// `style` is for `text`, `table` for `csv`.
    public func bytes(
        of report: ClassReport, style: TerminalStyle = TerminalStyle(), table: ReportTableName = .standings,
        hasByteOrderMark: Bool = false
    ) -> [UInt8] {
        switch self {
        case .text: Array(TextReport(report, style).text.utf8)
        case .html: Array(ClassReportPage(report).text.utf8)
        case .csv: CSVTables(report).bytes(of: table, hasByteOrderMark: hasByteOrderMark)
        case .json: JSONReport(report).bytes
        case .markdown: Array(MarkdownReport(report).text.utf8)
        }
    }
}

/// A table of a report, as CSV has one in each file.
public enum ReportTableName: String, Hashable, Sendable, CaseIterable {
    /// A row for each learner and exercise.
    case standings
    /// A row for each learner.
    case learners
    /// A row for each exercise.
    case exercises
    /// A row for each check of each exercise.
    case checks
    /// A row for each learner and misconception.
    case misconceptions
    /// A row for each learner who is stuck.
    case stuck
    /// A row for each learner of each group of submissions that are alike.
    case similar
}
