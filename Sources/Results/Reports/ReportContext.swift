// SPDX-License-Identifier: MIT
public import Markup

/// What a report says that is in no result, and how it is to look.
public struct ReportContext: Sendable {
    /// The version of LoopLab, such as "0.1.0".
    public var version: String
    /// What the text report may show; a file has no colours.
    public var style: TerminalStyle
    /// Values of environment variables that a format asks for by ``ResultFormat/variables``.
    public var environment: [String: String]
    /// For whom a report is; nil for whom its format is made.
    public var audience: Audience?
    /// Whether CSV begins with a byte order mark, by which Excel knows UTF-8.
    public var hasByteOrderMark: Bool
    /// Whether results have grades by the rules of a class, for which CSV has columns.
    public var hasGrades: Bool

    /// Describes a report.
    public init(
        version: String, style: TerminalStyle = TerminalStyle(), environment: [String: String] = [:],
        audience: Audience? = nil, hasByteOrderMark: Bool = false, hasGrades: Bool = false
    ) {
        self.version = version
        self.style = style
        self.environment = environment
        self.audience = audience
        self.hasByteOrderMark = hasByteOrderMark
        self.hasGrades = hasGrades
    }
}

/// For whom a report is.
public enum Audience: Hashable, Sendable, CaseIterable {
    /// A learner may see it: of hidden checks it says only how many there are and how many of them did not pass.
    case learner
    /// Only instructors see it: it tells everything.
    case instructor
}
