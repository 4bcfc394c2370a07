// SPDX-License-Identifier: MIT
internal import Markup

/// The JSON of check50.
///
/// A check that was not run, for a reason of its own or of ours, has `passed: null`; a submission that could not be
/// graded has `error` in place of `results`. Source: cs50/check50 `docs/source/json_specification.rst`.
struct Check50Report {
    private let version: String

    init(_ context: ReportContext) {
        version = context.version
    }

    func document(_ results: LearnerResults) -> [UInt8] {
        guard let submission = results.submissions.first else { return [] }
        var json = JSONWriter(capacity: 1 << 12)
        json.beginObject()
        json.member("slug", submission.result.exercise)
        if case .error = submission.result.status {
            json.key("error")
            writeError(submission.cases[0], to: &json)
        } else {
            json.key("results")
            json.beginArray()
            for (entry, _, _, name) in results.cases { write(entry, name, to: &json) }
            json.endArray()
        }
        json.member("version", version)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func write(_ entry: ReportedCase, _ name: String, to json: inout JSONWriter) {
        json.breakLine()
        json.beginObject()
        json.member("name", name)
        json.member("description", name)
        json.key("passed")
        switch entry.kind {
        case .passed: json.boolean(true)
        case .failed: json.boolean(false)
        case .skipped, .error: json.null()
        }
        json.member("log", (entry.timeline + Self.lines(entry.output)).map(ReportText.row))
        json.key("cause")
        writeCause(entry, to: &json)
        json.key("data")
        json.beginObject()
        json.member("earned", points: entry.earned)
        json.member("possible", points: entry.possible)
        json.member("extra", entry.isExtra)
        json.endObject()
        json.key("dependency")
        if let needs = entry.needs { json.string(ReportText.row(needs)) } else { json.null() }
        json.endObject()
    }

    private func writeCause(_ entry: ReportedCase, to json: inout JSONWriter) {
        if entry.kind == .passed {
            json.null()
            return
        }
        json.beginObject()
        json.member("rationale", ReportText.row(entry.message))
        json.key("help")
        var help = entry.details
        if let place = entry.place { help.append("at \(place.file):\(place.line):\(place.column)") }
        if let token = entry.replayToken { help.append("looplab replay \(token)") }
        if help.isEmpty { json.null() } else { json.string(ReportText.rows(help.joined(separator: "\n"))) }
        if entry.kind == .error {
            json.key("error")
            writeError(entry, to: &json)
        }
        json.endObject()
    }

    private func writeError(_ entry: ReportedCase, to json: inout JSONWriter) {
        json.beginObject()
        json.member("type", entry.type)
        json.member("value", ReportText.row(entry.message))
        json.member("traceback", [String]())
        json.key("data")
        json.beginObject()
        json.endObject()
        json.endObject()
    }

    private static func lines(_ text: String) -> [String] {
        if text.isEmpty { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.last == "" ? lines.dropLast() : lines
    }
}
