// SPDX-License-Identifier: MIT
internal import Markup

/// The `result.json` of Classroom 50, `classroom50/result/v1`.
///
/// Its numbers are whole, so each is rounded by itself, halves up; and no score is above its maximum, so extra points
/// count only where others are missing. `datetime` is when the latest submission was handed in, whenever it is graded.
/// What could not be graded has the form of their own error results: no tests, and a maximum of 0.
/// Source: foundation50/classroom50 `schemas/result-v1.schema.json`.
struct Classroom50Report {
    /// Variables that have to be set, and the members that they become.
    static let required = [
        "CLASSROOM", "ASSIGNMENT", "USERNAME", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL", "REVIEW_URL",
    ]
    /// Variables that may be missing.
    static let optional = ["MODE", "GITHUB_ACTOR", "GITHUB_ACTOR_ID"]

    private let environment: [String: String]

    init(_ context: ReportContext) {
        environment = context.environment
    }

    /// The variable that is not there or says what the format does not allow; nil where all are right.
    static func wrongVariable(in context: ReportContext) -> String? {
        let environment = context.environment
        if let missing = required.first(where: { environment[$0, default: ""].isEmpty }) { return missing }
        if environment["SUBMISSION_TAG"]?.hasPrefix("submit/") != true { return "SUBMISSION_TAG" }
        let mode = environment["MODE", default: ""]
        return ["", "individual", "group"].contains(mode) ? nil : "MODE"
    }

    private func value(_ name: String) -> String { environment[name, default: ""] }

    func document(_ results: LearnerResults) -> [UInt8] {
        var json = JSONWriter(capacity: 1 << 12)
        json.beginObject()
        json.member("schema", "classroom50/result/v1")
        json.member("classroom", value("CLASSROOM"))
        json.member("assignment", value("ASSIGNMENT"))
        json.member("assignment_type", value("MODE").isEmpty ? "individual" : value("MODE"))
        json.member("owner", value("USERNAME"))
        json.member("submission", value("SUBMISSION_TAG"))
        json.member("commit", value("COMMIT_URL"))
        json.member("release", value("RELEASE_URL"))
        json.member("review", value("REVIEW_URL"))
        let times = results.submissions.compactMap(\.result.submittedAt)
        json.member("datetime", times.max().flatMap { ReportTime(milliseconds: $0)?.seconds } ?? "")
        let possible = results.hasError ? 0 : max(results.possible.rounded, 0)
        json.member("score", results.hasError ? 0 : min(max(results.earned.rounded, 0), possible))
        json.member("max-score", possible)
        json.key("tests")
        json.beginArray()
        if !results.hasError { for (entry, _, _, name) in results.cases { write(entry, name, to: &json) } }
        json.endArray()
        if !value("GITHUB_ACTOR").isEmpty { writeActor(to: &json) }
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func write(_ entry: ReportedCase, _ name: String, to json: inout JSONWriter) {
        let possible = max(entry.possible.rounded, 0)
        json.breakLine()
        json.beginObject()
        json.member("test-name", name)
        json.member("passed", entry.kind == .passed)
        json.member("score", min(max(entry.earned.rounded, 0), possible))
        json.member("max-score", possible)
        // Further members are kept as they are.
        if entry.kind != .passed { json.member("message", entry.shownBody) }
        if !entry.output.isEmpty { json.member("output", entry.shownOutput) }
        json.endObject()
    }

    private func writeActor(to json: inout JSONWriter) {
        json.key("submitted_by")
        json.beginObject()
        json.member("username", value("GITHUB_ACTOR"))
        json.key("id")
        if let id = UInt64(value("GITHUB_ACTOR_ID")) { json.number(id) } else { json.null() }
        json.endObject()
    }
}
