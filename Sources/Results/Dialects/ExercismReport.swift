// SPDX-License-Identifier: MIT
internal import Markup

/// Exercism's `results.json`, version 3.
///
/// The status is `error` where no test could be run, as the interface says: for a syntax error too. A test that the
/// submission did not survive is a failure. Extra checks that did not pass are left out, because a failed test would
/// contradict the status. Source: exercism/docs `building/tooling/test-runners/interface.md`.
enum ExercismReport {
    private static let longestOutput = 500
    private static let longestMessage = 65_535
    private static let remark = "\nOutput was truncated. Please limit to 500 chars"

    static func document(_ results: LearnerResults) -> [UInt8] {
        guard let submission = results.submissions.first else { return [] }
        let result = submission.result
        var json = JSONWriter(capacity: 1 << 12)
        json.beginObject()
        json.member("version", 3)
        switch result.verdict {
        case .passed: json.member("status", "pass")
        case .failed, .stopped: json.member("status", "fail")
        case .refused, .error: json.member("status", "error")
        }
        json.key("message")
        if result.verdict == .refused || result.verdict == .error {
            let fault = submission.cases.first { $0.kind == .error } ?? submission.cases[0]
            json.string(cut(fault.shownBody, to: longestMessage, remark: " [cut]"))
        } else {
            json.null()
        }
        json.key("tests")
        json.beginArray()
        for (entry, _, _, name) in results.cases where !result.checks.isEmpty {
            if entry.isExtra, entry.kind != .passed { continue }
            write(entry, name, to: &json)
        }
        json.endArray()
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func write(_ entry: ReportedCase, _ name: String, to json: inout JSONWriter) {
        json.breakLine()
        json.beginObject()
        json.member("name", name)
        switch entry.kind {
        case .passed: json.member("status", "pass")
        case .failed, .skipped: json.member("status", "fail")
        case .error: json.member("status", "error")
        }
        json.key("message")
        if entry.kind == .passed {
            json.null()
        } else {
            json.string(cut(entry.shownBody, to: longestMessage, remark: " [cut]"))
        }
        if !entry.output.isEmpty { json.member("output", cut(entry.shownOutput, to: longestOutput, remark: remark)) }
        json.endObject()
    }

    /// At most so many code points, which is how the limits are counted.
    private static func cut(_ text: String, to limit: Int, remark: String) -> String {
        let scalars = text.unicodeScalars
        if scalars.count <= limit { return text }
        return String(String.UnicodeScalarView(scalars.prefix(limit - remark.unicodeScalars.count))) + remark
    }
}
