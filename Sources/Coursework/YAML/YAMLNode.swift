// SPDX-License-Identifier: MIT

/// A value of a YAML text, and where it begins.
struct YAMLNode: Hashable, Sendable {
    /// What a value is.
    enum Value: Hashable, Sendable {
        /// A text; a plain one stands without quotation marks and may be meant as a number.
        case scalar(String, isPlain: Bool)
        /// A list.
        case sequence([YAMLNode])
        /// Keys with values, in the order of the text.
        case mapping([YAMLEntry])
    }

    /// What it is.
    let value: Value
    /// The line of its file.
    let line: Int
    /// The column in characters, from 1.
    let column: Int
    /// The line where its text begins: one further down than `line` for a block of lines behind `|`.
    let textLine: Int
}

/// A key and its value.
struct YAMLEntry: Hashable, Sendable {
    /// The key.
    let key: String
    /// The line of the key.
    let line: Int
    /// The column of the key.
    let column: Int
    /// The value.
    let value: YAMLNode
}
