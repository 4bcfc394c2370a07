// SPDX-License-Identifier: MIT
internal import Markup

/// Gradescope's `/autograder/results/results.json`.
///
/// Hidden checks have the visibility `hidden`, by which Gradescope keeps them from students. Where anything could not
/// be graded, there is neither a score nor a test: Gradescope then says that the autograder failed, and a false zero is
/// not stored. Source: gradescope/autograder_samples `docs/specs.md`.
enum GradescopeReport {
    static func document(_ results: LearnerResults) -> [UInt8] {
        var json = JSONWriter(capacity: 1 << 12)
        json.beginObject()
        if !results.hasError { json.member("score", points: results.earned) }
        json.member("output", results.overview)
        json.member("output_format", "text")
        json.member("visibility", "visible")
        json.member("stdout_visibility", "hidden")
        json.key("extra_data")
        json.beginObject()
        json.key("submissions")
        json.beginArray()
        for submission in results.submissions { write(submission.result, to: &json) }
        json.endArray()
        json.endObject()
        if !results.hasError {
            json.key("tests")
            json.beginArray()
            for (entry, _, number, name) in results.cases { write(entry, number, name, to: &json) }
            json.endArray()
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func write(_ result: SubmissionResult, to json: inout JSONWriter) {
        json.beginObject()
        json.member("exercise", result.exercise)
        json.member("verdict", result.verdict.rawValue)
        json.member("submission_sha256", result.provenance.submission)
        json.member("exercise_sha256", result.provenance.exercise)
        json.member("engine", result.provenance.engine)
        json.endObject()
    }

    private static func write(_ entry: ReportedCase, _ number: String, _ name: String, to json: inout JSONWriter) {
        json.breakLine()
        json.beginObject()
        json.member("score", points: entry.earned)
        // Points beyond the maximum are extra credit.
        json.member("max_score", points: entry.isExtra ? .zero : entry.possible)
        json.member("status", entry.kind == .passed ? "passed" : "failed")
        json.member("name", name)
        json.member("name_format", "text")
        json.member("number", number)
        json.member("output", [entry.shownBody, output(of: entry)].filter { !$0.isEmpty }.joined(separator: "\n\n"))
        json.member("output_format", "text")
        json.member("tags", [entry.isExtra ? "extra" : "", entry.type].filter { !$0.isEmpty })
        json.member("visibility", entry.isHidden ? "hidden" : "visible")
        json.endObject()
    }

    private static func output(of entry: ReportedCase) -> String {
        entry.output.isEmpty ? "" : "It printed:\n" + entry.shownOutput
    }
}
