// SPDX-License-Identifier: MIT
internal import Markup
internal import SQLStorage

/// The form of an attempt in its table.
enum AttemptRow {
    private static let columns = """
        device, number, recorded, course, course_version, exercise, variant, kind, answer, verdict, earned, possible,
            checks, hints, duration, concepts, misconceptions, started, ended, utc_offset, app_version,
            previous_hash, hash
        """

    /// Calls `body` with some attempts, all unless `which` says otherwise, in their order.
    static func forEach(
        in connection: Connection, _ which: String = "", _ values: [SQLValue] = [],
        _ body: (RecordedAttempt) throws(ProgressError) -> Void
    ) throws(ProgressError) {
        try connection.query("SELECT \(columns) FROM attempt \(which) ORDER BY recorded, device, number", values) {
            (row) throws(ProgressError) in try body(try read(row))
        }
    }

    /// Calls `body` with each attempt of each device in the order of their numbers, or with nil where the row of that
    /// place cannot be read.
    static func forEachLink(
        in connection: Connection,
        _ body: (AttemptPlace, RecordedAttempt?) throws(ProgressError) -> Void
    ) throws(ProgressError) {
        try connection.query("SELECT \(columns) FROM attempt ORDER BY device, number") {
            (row) throws(ProgressError) in
            let id = AttemptID(device: try row.text(0), number: try row.integer(1))
            do throws(ProgressError) {
                let recorded = try read(row)
                try body(recorded.place, recorded)
            } catch {
                guard case .damaged? = error.storageError else { throw error }
                try body(AttemptPlace(id: id, exercise: row.validText(5)), nil)
            }
        }
    }

    /// Adds an attempt to the log.
    static func insert(_ recorded: RecordedAttempt, into connection: Connection) throws(ProgressError) {
        let attempt = recorded.attempt
        let places = Array(repeating: "?", count: 23).joined(separator: ", ")
        try connection.run(
            "INSERT INTO attempt (\(columns)) VALUES (\(places))",
            [
                .text(recorded.id.device), .integer(recorded.id.number), .time(recorded.recorded),
                .text(attempt.course), .text(attempt.courseVersion), .text(attempt.exercise), .text(attempt.variant),
                .text(attempt.kind.rawValue), .text(attempt.answer), .text(attempt.verdict.rawValue),
                .integer(attempt.points.earned), .integer(attempt.points.possible), .text(checks(attempt.checks)),
                .integer(attempt.hints), .integer(attempt.duration), .text(names(attempt.concepts)),
                .text(names(attempt.misconceptions)), .time(attempt.started), .time(attempt.ended),
                .integer(attempt.offset), .text(attempt.appVersion), .bytes(recorded.previous.bytes),
                .bytes(recorded.hash.bytes),
            ])
    }

    private static func read(_ row: Statement) throws(ProgressError) -> RecordedAttempt {
        let kind = AttemptKind(rawValue: try row.text(7))
        guard let verdict = Verdict(rawValue: try row.text(9)) else { throw row.wrongType(9) }
        let attempt = Attempt(
            course: try row.text(3), courseVersion: try row.text(4), exercise: try row.text(5),
            variant: try row.text(6), kind: kind, answer: try row.text(8), verdict: verdict,
            points: Points(earned: try row.integer(10), possible: try row.integer(11)),
            checks: try list(row, 12, AttemptJSON.check), hints: try row.integer(13), duration: try row.integer(14),
            concepts: try list(row, 15, AttemptJSON.name), misconceptions: try list(row, 16, AttemptJSON.name),
            started: try row.time(17), ended: try row.time(18), offset: try row.integer(19),
            appVersion: try row.text(20))
        guard let previous = ChainHash(bytes: try row.bytes(21)) else { throw row.wrongType(21) }
        guard let hash = ChainHash(bytes: try row.bytes(22)) else { throw row.wrongType(22) }
        return RecordedAttempt(
            id: AttemptID(device: try row.text(0), number: try row.integer(1)), attempt: attempt,
            recorded: try row.time(2), previous: previous, hash: hash)
    }

    // MARK: - Lists

    private static func names(_ names: [String]) -> String {
        if names.isEmpty { return "[]" }
        var json = JSONWriter()
        json.beginArray()
        for name in names { json.string(name) }
        json.endArray()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func checks(_ checks: [CheckOutcome]) -> String {
        if checks.isEmpty { return "[]" }
        var json = JSONWriter()
        AttemptJSON.write(checks, to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func list<Element>(
        _ row: Statement, _ column: Int32,
        _ element: (inout JSONReader) throws(JSONReader.Failure) -> Element
    ) throws(ProgressError) -> [Element] {
        let text = try row.text(column)
        return text == "[]" ? [] : try list(text, row, column, element)
    }

    /// Reads the text of a list; `row` and `column` are where it stands.
    static func list<Element>(
        _ text: String, _ row: Statement, _ column: Int32,
        _ element: (inout JSONReader) throws(JSONReader.Failure) -> Element
    ) throws(ProgressError) -> [Element] {
        var json = JSONReader(Array(text.utf8))
        do throws(JSONReader.Failure) {
            let elements = try AttemptJSON.list(&json, element)
            try json.finish()
            return elements
        } catch {
            throw row.wrongType(column)
        }
    }
}

/// The lists of an attempt as JSON, in the database and in exports.
enum AttemptJSON {
    static func write(_ checks: [CheckOutcome], to json: inout JSONWriter) {
        json.beginArray()
        for check in checks {
            json.beginObject()
            json.member("name", check.name)
            json.member("passed", check.hasPassed)
            json.member("earned", check.points.earned)
            json.member("possible", check.points.possible)
            json.endObject()
        }
        json.endArray()
    }

    static func list<Element>(
        _ json: inout JSONReader, _ element: (inout JSONReader) throws(JSONReader.Failure) -> Element
    ) throws(JSONReader.Failure) -> [Element] {
        try json.beginArray()
        var elements: [Element] = []
        while try json.hasElement(isFirst: elements.isEmpty) { elements.append(try element(&json)) }
        return elements
    }

    static func name(_ json: inout JSONReader) throws(JSONReader.Failure) -> String {
        try json.string()
    }

    static func check(_ json: inout JSONReader) throws(JSONReader.Failure) -> CheckOutcome {
        var check = CheckOutcome(name: "", hasPassed: false, points: Points(earned: 0, possible: 0))
        var isFirst = true
        try json.beginObject()
        while let key = try json.nextKey(isFirst: isFirst) {
            isFirst = false
            switch key {
            case "name": check.name = try json.string()
            case "passed": check.hasPassed = try json.boolean()
            case "earned": check.points.earned = Int(try json.number(upTo: UInt64(Int32.max)))
            case "possible": check.points.possible = Int(try json.number(upTo: UInt64(Int32.max)))
            default: try json.skipValue()
            }
        }
        return check
    }
}
