// SPDX-License-Identifier: MIT

/// A value of a YAML text, and where it begins.
public struct YAMLNode: Hashable, Sendable {
    /// What a value is.
    public enum Value: Hashable, Sendable {
        /// A text; a plain one stands without quotation marks and may be meant as a number.
        case scalar(String, isPlain: Bool)
        /// A list.
        case sequence([YAMLNode])
        /// Keys with values, in the order of the text.
        case mapping([YAMLEntry])
    }

    /// What it is.
    public let value: Value
    /// The line of its file.
    public let line: Int
    /// The column in characters, from 1.
    public let column: Int
    /// The line where its text begins: one further down than `line` for a block of lines behind `|`.
    public let textLine: Int
}

/// A key and its value.
public struct YAMLEntry: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The line of the key.
    public let line: Int
    /// The column of the key.
    public let column: Int
    /// The value.
    public let value: YAMLNode
}
