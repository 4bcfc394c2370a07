// SPDX-License-Identifier: MIT

/// JSON that may stand inside a `script` element.
///
/// Beyond what ``JSONText`` escapes, `<`, `>` and `&` are written as escapes: so no text can end the element or begin a
/// comment in it.
public struct ScriptData: Equatable, Sendable {
    /// The JSON text.
    public let source: String

    private init(source: String) {
        self.source = source
    }

    /// A text.
    public static func string(_ text: String) -> ScriptData {
        let source = JSONText.quoted(text).replacingScalars { scalar in
            switch scalar {
            case "<": "\\u003c"
            case ">": "\\u003e"
            case "&": "\\u0026"
            default: nil
            }
        }
        return ScriptData(source: source)
    }

    /// A whole number; one that a JavaScript number cannot hold exactly becomes a text of digits.
    public static func number(_ value: UInt64) -> ScriptData {
        ScriptData(source: value <= largestNumber ? "\(value)" : "\"\(value)\"")
    }

    /// A whole number; one that a JavaScript number cannot hold exactly becomes a text of digits.
    public static func number(_ value: Int64) -> ScriptData {
        ScriptData(source: value.magnitude <= largestNumber ? "\(value)" : "\"\(value)\"")
    }

    /// Values in order.
    public static func array(_ values: some Sequence<ScriptData>) -> ScriptData {
        ScriptData(source: "[" + values.map(\.source).joined(separator: ",") + "]")
    }

    /// Named values in order, one to a line.
    public static func object(_ members: [(name: String, value: ScriptData)]) -> ScriptData {
        let lines = members.map { string($0.name).source + ":" + $0.value.source }
        return ScriptData(source: "{\n" + lines.joined(separator: ",\n") + "\n}")
    }

    /// `Number.MAX_SAFE_INTEGER` of ECMA-262.
    private static let largestNumber: UInt64 = 1 << 53 - 1
}
