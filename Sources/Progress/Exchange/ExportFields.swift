// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup
internal import SQLStorage

/// The fields of one line of an export, by their names.
struct ExportFields {
    private enum Value {
        case text(String)
        case number(Int)
        case boolean(Bool)
        case names([String])
        case checks([CheckOutcome])
    }

    private static let numbers: Set<String> = [
        "number", "earned", "possible", "hints", "duration", "block", "hintLevel", "records", "version",
    ]
    private static let texts: Set<String> = [
        "looplab", "writer", "learner", "updated", "record", "device", "hash", "previous", "recorded", "course",
        "courseVersion", "exercise", "variant", "kind", "answer", "verdict", "started", "ended", "appVersion", "lesson",
        "state",
    ]

    private var values: [String: Value] = [:]

    /// Reads a line.
    init(_ json: inout JSONReader, lineStart: Int) throws(ExportFailure) {
        do throws(JSONReader.Failure) {
            try json.beginObject()
            var isFirst = true
            while let key = try json.nextKey(isFirst: isFirst) {
                isFirst = false
                if let value = try Self.value(of: key, &json) { values[key] = value }
            }
            try json.finish()
        } catch {
            throw .wrong(.json(column: error.offset - lineStart + 1, expected: error.expected))
        }
    }

    // A field of that name with a value of another kind is no JSON that we know; other fields are skipped.
    private static func value(of key: String, _ json: inout JSONReader) throws(JSONReader.Failure) -> Value? {
        if texts.contains(key) { return .text(try json.string()) }
        if numbers.contains(key) { return .number(Int(try json.number(upTo: UInt64(Int32.max)))) }
        switch key {
        case "utcOffset": return .number(Int(try json.signedNumber()))
        case "finished": return .boolean(try json.boolean())
        case "concepts", "misconceptions": return .names(try AttemptJSON.list(&json, AttemptJSON.name))
        case "checks": return .checks(try AttemptJSON.list(&json, AttemptJSON.check))
        default:
            try json.skipValue()
            return nil
        }
    }

    // MARK: - Values

    /// Whether there is a field of that name.
    func has(_ key: String) -> Bool { values[key] != nil }

    func text(_ key: String) throws(ExportFailure) -> String {
        guard case .text(let text)? = values[key] else { throw .wrong(.missingField(key)) }
        return text
    }

    func number(_ key: String) throws(ExportFailure) -> Int {
        guard case .number(let number)? = values[key] else { throw .wrong(.missingField(key)) }
        return number
    }

    func boolean(_ key: String) throws(ExportFailure) -> Bool {
        guard case .boolean(let value)? = values[key] else { throw .wrong(.missingField(key)) }
        return value
    }

    func names(_ key: String) throws(ExportFailure) -> [String] {
        guard case .names(let names)? = values[key] else { throw .wrong(.missingField(key)) }
        return names
    }

    func checks(_ key: String) throws(ExportFailure) -> [CheckOutcome] {
        guard case .checks(let checks)? = values[key] else { throw .wrong(.missingField(key)) }
        return checks
    }

    func time(_ key: String) throws(ExportFailure) -> Timestamp {
        guard let time = Timestamp(try text(key)), Timestamp.writable.contains(time) else {
            throw .wrong(.badField(key))
        }
        return time
    }

    func hash(_ key: String) throws(ExportFailure) -> ChainHash {
        guard let hash = ChainHash(try text(key)) else { throw .wrong(.badField(key)) }
        return hash
    }

    func device() throws(ExportFailure) -> String {
        let device = try text("device")
        if !AttemptID.isDevice(device) { throw .wrong(.badField("device")) }
        return device
    }
}

/// What ends the reading of an export: a line that is wrong, or the database.
enum ExportFailure: Error {
    case wrong(ExportProblem)
    case store(ProgressError)
}
