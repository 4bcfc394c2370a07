// SPDX-License-Identifier: MIT
public import CivilTime

/// A value of a statement's parameter.
public enum SQLValue: Sendable {
    /// A whole number.
    case integer(Int64)
    /// A text.
    case text(String)
    /// Bytes.
    case bytes([UInt8])
    /// Nothing.
    case null

    /// A whole number.
    public static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }

    /// A moment, as its milliseconds.
    public static func time(_ value: Timestamp) -> SQLValue { .integer(value.milliseconds) }

    /// Whole numbers as a JSON array, for `json_each`.
    public static func list(_ values: [Int]) -> SQLValue {
        .text("[" + values.map { "\($0)" }.joined(separator: ",") + "]")
    }

    /// A text or nothing.
    public static func optional(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }

    /// A whole number or nothing.
    public static func optional(_ value: Int?) -> SQLValue { value.map { .integer($0) } ?? .null }
}
