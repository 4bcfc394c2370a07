// SPDX-License-Identifier: MIT

/// A format in which a report can be written: the names that `--format` takes.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
    /// Rows for a terminal: who needs help, with what, and what to do about it.
    case text
    /// One page by itself, with charts and tables.
    case html
    /// A table of learners and exercises, a row for each pair, for spreadsheets.
    case csv
    /// Everything, for other programs.
    case json
    /// What the text says and the tables behind it, for documents and wikis.
    case markdown
}
