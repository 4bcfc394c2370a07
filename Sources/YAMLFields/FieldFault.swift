// SPDX-License-Identifier: MIT

/// What can be wrong with a field of a file that people write.
public enum FieldFault: Hashable, Sendable {
    /// What a field can hold.
    public enum Shape: Hashable, Sendable {
        /// A text.
        case text
        /// A whole number.
        case number
        /// `true` or `false`.
        case flag
        /// A list of texts.
        case texts
        /// A list of mappings.
        case mappings
        /// A mapping of texts.
        case mapping
    }

    /// There is no such field; the nearest one, and all that there are.
    case unknown(nearest: String?, known: [String])
    /// It has to be there.
    case missing
    /// There is nothing in it.
    case empty
    /// It holds something else.
    case notA(Shape)
    /// Its number lies outside.
    case outOfRange(Int, ClosedRange<Int>)
    /// It has too few or too many entries.
    case count(Int, ClosedRange<Int>)
    /// It is none of the words that it may be.
    case notOneOf([String], found: String, nearest: String?)
    /// It has several lines where one belongs.
    case severalLines
    /// It has more characters than it may have.
    case tooLong(Int, limit: Int)
    /// An entry is there twice.
    case repeated(String)
    /// It has no meaning for this kind of exercise, or together with that other field.
    case notWith(String)
    /// One of these fields has to be there.
    case oneOf([String])
    /// The format is newer than the newest that can be read.
    case newerFormat(Int, known: Int)
}

/// What a module says of a file that it cannot read: a problem of its own that can also be one of the two kinds here.
public protocol ReadingProblem: Error {
    /// Names a problem with a text that is to be YAML.
    init(_ place: TextPlace, _ fault: YAMLFault)
    /// Names a problem with a field.
    init(_ place: TextPlace, field: String, _ fault: FieldFault)
}
