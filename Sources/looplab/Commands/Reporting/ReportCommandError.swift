// SPDX-License-Identifier: MIT
internal import Reporting

/// What can keep a report from being written.
enum ReportCommandError: Error, Equatable {
    /// Nothing was named.
    case missingSource
    /// What is wrong with what was named.
    case source(ReportError)
}
