// SPDX-License-Identifier: MIT

/// What can be wrong with a text that is to be YAML.
public enum YAMLFault: Hashable, Sendable {
    /// It cannot be read; the library's words, and the line where the value began that it was reading.
    case syntax(String, begunOnLine: Int?)
    /// There is nothing in it.
    case empty
    /// There is a second document in it.
    case severalDocuments
    /// An anchor or an alias.
    case anchor
    /// A tag.
    case tag
    /// A key for the second time; the line of the first.
    case duplicateKey(String, firstLine: Int)
    /// A key that is not one word.
    case complexKey
    /// Lists and mappings lie deeper in each other than they may.
    case tooDeep(limit: Int)
    /// There are more values in it than there may be.
    case tooManyValues(limit: Int)
    /// It has to be a mapping: fields with values.
    case notAMapping
}
