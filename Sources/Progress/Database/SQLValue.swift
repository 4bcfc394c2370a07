// SPDX-License-Identifier: MIT

/// A value of a statement's parameter.
enum SQLValue {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case null

    /// A whole number.
    static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }

    /// A moment, as its milliseconds.
    static func time(_ value: Timestamp) -> SQLValue { .integer(value.milliseconds) }

    /// A text or nothing.
    static func optional(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
}
