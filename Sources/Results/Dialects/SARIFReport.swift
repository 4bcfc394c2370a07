// SPDX-License-Identifier: MIT
internal import Markup

/// SARIF 2.1.0: a rule for each check of each exercise, a result for each check that did not pass.
///
/// What happened before a check failed is its code flow. What could not be graded is no result but a notification of
/// the run. Sources: OASIS sarif-schema-2.1.0; GitHub, "SARIF support for code scanning" and its limits.
struct SARIFReport: ReportWriter {
    /// GitHub refuses a run with more.
    private static let mostResults = 25_000
    /// GitHub shows no more of a flow.
    private static let longestFlow = 1_000
    private static let mostNotifications = 100

    private let totals: ReportTotals
    private let version: String
    private let audience: Audience
    private var rules = SARIFRules()
    private var count = 0
    private var leftOut = 0
    private var errors = 0
    private var notifications: [(text: String, uri: String)] = []

    init(_ totals: ReportTotals, _ context: ReportContext) {
        self.totals = totals
        version = context.version
        audience = context.audience ?? .learner
        rules = SARIFRules(totals, audience)
    }

    func begin() -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        json.member("version", "2.1.0")
        json.key("runs")
        json.beginArray()
        json.beginObject()
        json.key("tool")
        json.beginObject()
        json.key("driver")
        json.beginObject()
        json.member("name", "LoopLab")
        json.member("version", version)
        json.key("rules")
        rules.write(to: &json)
        json.endObject()
        json.endObject()
        // The engine counts columns so.
        json.member("columnKind", "utf16CodeUnits")
        json.key("results")
        json.beginArray()
        return json.bytes
    }

    mutating func add(_ result: SubmissionResult) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in ReportedSubmission(result, for: audience).cases {
            switch entry.kind {
            case .passed, .skipped: continue
            case .error:
                errors += 1
                if notifications.count < Self.mostNotifications {
                    notifications.append((text(of: entry, in: result), ReportPlace(of: nil, in: result).uri))
                }
            case .failed where count >= Self.mostResults: leftOut += 1
            case .failed:
                var json = JSONWriter(capacity: 1 << 10)
                write(entry, of: result, to: &json)
                bytes += Array((count == 0 ? "\n" : ",\n").utf8) + json.bytes
                count += 1
            }
        }
        return bytes
    }

    func end() -> [UInt8] {
        var json = JSONWriter()
        json.beginArray()
        json.beginObject()
        json.member("executionSuccessful", errors == 0)
        json.key("toolExecutionNotifications")
        json.beginArray()
        for (text, uri) in notifications { writeNotification(text, "error", uri, to: &json) }
        if errors > notifications.count {
            writeNotification("\(errors - notifications.count) more could not be graded", "error", nil, to: &json)
        }
        if leftOut > 0 {
            writeNotification("\(leftOut) results are left out: a run may have \(count)", "warning", nil, to: &json)
        }
        json.endArray()
        json.endObject()
        json.endArray()
        return Array("\n],\n\"invocations\":".utf8) + json.bytes + Array("}]}\n".utf8)
    }

    // MARK: - Results

    private func text(of entry: ReportedCase, in result: SubmissionResult) -> String {
        ReportText.rows(
            ([result.learner + ", " + entry.name + ": " + entry.message] + entry.details).joined(separator: "\n"))
    }

    private func write(_ entry: ReportedCase, of result: SubmissionResult, to json: inout JSONWriter) {
        let id = SARIFRules.id(of: entry, in: result)
        json.beginObject()
        json.member("ruleId", id)
        json.member("ruleIndex", optional: rules.index(of: id))
        json.member("level", entry.isExtra ? "note" : "error")
        json.key("message")
        writeText(text(of: entry, in: result), to: &json)
        json.key("locations")
        json.beginArray()
        writeLocation(ReportPlace(of: entry.place, in: result), to: &json)
        json.endArray()
        json.key("partialFingerprints")
        json.beginObject()
        let identity = [result.learner, result.exercise, result.path, entry.name].joined(separator: "\0")
        json.member("looplabCheck/v1", Fingerprint.text(of: identity))
        json.endObject()
        if !entry.timeline.isEmpty { writeFlow(entry, of: result, to: &json) }
        json.key("properties")
        json.beginObject()
        json.member("learner", ReportText.row(result.learner))
        json.member("type", entry.type)
        json.member("earned", points: entry.earned)
        json.member("possible", points: entry.possible)
        json.endObject()
        json.endObject()
    }

    private func writeFlow(_ entry: ReportedCase, of result: SubmissionResult, to json: inout JSONWriter) {
        let lines = entry.timeline.prefix(Self.longestFlow)
        json.key("codeFlows")
        json.beginArray()
        json.beginObject()
        json.key("threadFlows")
        json.beginArray()
        json.beginObject()
        json.key("locations")
        json.beginArray()
        for (index, line) in lines.enumerated() {
            json.beginObject()
            json.key("location")
            writeLocation(
                ReportPlace(of: entry.place, in: result), message: line.isEmpty ? " " : ReportText.row(line), to: &json)
            json.member("executionOrder", index + 1)
            json.member("nestingLevel", 0)
            // The last is what the check did not like.
            json.member("importance", index == lines.count - 1 ? "essential" : "important")
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endArray()
        json.endObject()
        json.endArray()
    }

    private func writeLocation(_ place: ReportPlace, message: String? = nil, to json: inout JSONWriter) {
        json.beginObject()
        json.key("physicalLocation")
        json.beginObject()
        json.key("artifactLocation")
        json.beginObject()
        json.member("uri", place.uri)
        if !place.path.hasPrefix("/") { json.member("uriBaseId", "%SRCROOT%") }
        json.endObject()
        json.key("region")
        json.beginObject()
        // GitHub wants a line.
        json.member("startLine", place.line ?? 1)
        json.member("startColumn", optional: place.column)
        json.endObject()
        json.endObject()
        if let message {
            json.key("message")
            writeText(message, to: &json)
        }
        json.endObject()
    }

    private func writeNotification(_ text: String, _ level: String, _ uri: String?, to json: inout JSONWriter) {
        json.beginObject()
        json.member("level", level)
        json.key("message")
        writeText(text, to: &json)
        if let uri {
            json.key("locations")
            json.beginArray()
            json.beginObject()
            json.key("physicalLocation")
            json.beginObject()
            json.key("artifactLocation")
            json.beginObject()
            json.member("uri", uri)
            json.endObject()
            json.endObject()
            json.endObject()
            json.endArray()
        }
        json.endObject()
    }
}

private func writeText(_ text: String, to json: inout JSONWriter) {
    json.beginObject()
    json.member("text", text)
    json.endObject()
}

/// The rules of a run: known before the first result, and the same for the same exercises.
private struct SARIFRules {
    private var rules: [(id: String, text: String, exercise: String, isExtra: Bool)] = []
    private var places: [String: Int] = [:]

    init() {}

    init(_ totals: ReportTotals, _ audience: Audience) {
        for exercise in totals.exercises {
            let of = "\(exercise.title) (\(exercise.name))"
            for check in exercise.checks where !check.isHidden || audience == .instructor {
                add("\(exercise.name)/\(check.name)", check.name, of, isExtra: check.isExtra)
            }
            for isExtra in [false, true] where audience == .learner {
                let name = ReportedCase.hiddenName(isExtra: isExtra)
                if exercise.checks.contains(where: { $0.isHidden && $0.isExtra == isExtra }) {
                    add("\(exercise.name)/\(name)", name, of, isExtra: isExtra)
                }
            }
        }
        for type in SubmissionResult.Refusal.names + [ReportedCase.withoutChecks.type] {
            add("looplab/\(type)", "The submission can be run and has checks: \(type)", "LoopLab", isExtra: false)
        }
    }

    private mutating func add(_ id: String, _ text: String, _ exercise: String, isExtra: Bool) {
        let id = ReportText.row(id)
        if places[id] != nil { return }
        places[id] = rules.count
        rules.append((id, ReportText.row(text), ReportText.row(exercise), isExtra))
    }

    static func id(of entry: ReportedCase, in result: SubmissionResult) -> String {
        ReportText.row("\(result.checks.isEmpty ? "looplab/\(entry.type)" : "\(result.exercise)/\(entry.name)")")
    }

    func index(of id: String) -> Int? { places[id] }

    func write(to json: inout JSONWriter) {
        json.beginArray()
        for rule in rules {
            json.breakLine()
            json.beginObject()
            json.member("id", rule.id)
            json.key("shortDescription")
            writeText(rule.text, to: &json)
            json.key("help")
            writeText("Belongs to \(rule.exercise). Its prompt says what is expected.", to: &json)
            json.key("defaultConfiguration")
            json.beginObject()
            json.member("level", rule.isExtra ? "note" : "error")
            json.endObject()
            json.endObject()
        }
        json.endArray()
    }
}

/// A number by which a text is known again in another run: FNV-1a with 64 bits.
enum Fingerprint {
    static func text(of text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
