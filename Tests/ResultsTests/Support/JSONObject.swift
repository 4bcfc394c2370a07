// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// A JSON value that can be asked about.
enum JSONObject: Decodable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONObject])
    case object([String: JSONObject])

    init(text: String) throws {
        self = try JSONDecoder().decode(JSONObject.self, from: Data(text.utf8))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONObject].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONObject].self))
        }
    }

    private var members: [String: JSONObject] { if case .object(let members) = self { members } else { [:] } }

    subscript(_ name: String) -> JSONObject { members[name] ?? .null }

    var isMissing: Bool { if case .null = self { true } else { false } }
    var keys: Set<String> { Set(members.keys) }
    var elements: [JSONObject] { if case .array(let elements) = self { elements } else { [] } }
    var string: String? { if case .string(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }

    /// The kind of value, as tables of fields name it.
    var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .number(let number): number == number.rounded() ? "integer" : "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}

/// What one member of an object may be: kinds separated by `|`, with `?` before one that may be missing.
typealias FieldTable = [String: String]

/// Checks the members of an object, and that it has no others.
func expectFields(
    _ object: JSONObject, _ table: FieldTable, in name: String, location: SourceLocation = #_sourceLocation
) {
    for (field, rule) in table {
        let kinds = rule.drop { $0 == "?" }.split(separator: "|").map(String.init)
        let isThere = object.keys.contains(field)
        if !isThere {
            #expect(rule.hasPrefix("?"), "\(name) lacks \(field)", sourceLocation: location)
            continue
        }
        let kind = object[field].kind
        let fits = kinds.contains(kind) || kind == "integer" && kinds.contains("number")
        #expect(fits, "\(name).\(field) is \(kind)", sourceLocation: location)
    }
    let unknown = object.keys.subtracting(table.keys)
    #expect(unknown == [], "\(name) has \(unknown)", sourceLocation: location)
}
