// SPDX-License-Identifier: MIT

/// A stretch of one line of JavaScript that belongs together.
public struct JavaScriptToken: Equatable, Sendable {
    /// What a stretch is.
    public enum Kind: Sendable, CaseIterable {
        /// Spaces and tabs.
        case space
        /// A comment, or this line's part of one.
        case comment
        /// A word of the language in a place where it acts as one.
        case keyword
        /// `true`, `false`, `null`, `undefined`, `NaN`, `Infinity`.
        case literal
        /// Any other word, a property's or a private name too.
        case name
        /// A number in any of its notations.
        case number
        /// A string, or this line's part of one that a backslash continues.
        case string
        /// The characters of a template, its backticks too; what stands in `${…}` is tokens of its own.
        case template
        /// A regular expression with its flags.
        case regularExpression
        /// Operators, brackets and whatever is nothing else.
        case punctuation
    }

    /// What it is.
    public let kind: Kind
    /// Where it stands, in bytes of the line's UTF-8.
    public let bytes: Range<Int>

    /// How it looks where colour is used.
    public var style: TextStyle {
        switch kind {
        case .space, .name, .punctuation: .plain
        case .comment: .faint
        case .keyword: TextStyle(.magenta)
        case .literal, .number: TextStyle(.yellow)
        case .string, .template: TextStyle(.green)
        case .regularExpression: TextStyle(.cyan)
        }
    }
}
