// SPDX-License-Identifier: MIT
internal import Markup

/// PrairieLearn's `/grade/results/results.json`.
///
/// What cannot be run is not gradable, which costs the student no attempt; so is what we could not grade. The file must
/// stay below 1 MB: where it would not, what submissions printed goes first, then the messages.
/// Source: PrairieLearn `docs/externalGrading.md`.
enum PrairieLearnReport {
    private static let limit = 1_000_000
    private static let longestMessage = 16 << 10
    private static let longestOutput = 16 << 10

    /// How much is written.
    private enum Detail: CaseIterable {
        case everything
        case withoutOutput
        case withoutMessages
        case withoutTests
    }

    static func document(_ results: LearnerResults) -> [UInt8] {
        guard let submission = results.submissions.first else { return [] }
        for detail in Detail.allCases {
            let bytes = document(submission, results, detail)
            if bytes.count < limit { return bytes }
        }
        return document(submission, results, .withoutTests)
    }

    private static func document(
        _ submission: ReportedSubmission, _ results: LearnerResults, _ detail: Detail
    ) -> [UInt8] {
        let verdict = submission.result.verdict
        let isGradable = verdict != .refused && verdict != .error
        var json = JSONWriter(capacity: 1 << 12)
        json.beginObject()
        json.member("gradable", isGradable)
        if isGradable { json.member("score", signedThousandths: score(of: submission.result)) }
        json.member("message", ReportText.cut(results.overview, to: longestMessage))
        if verdict == .refused {
            json.member(
                "format_errors", submission.cases.map { ReportText.cut($0.shownBody, to: longestMessage) })
        }
        if detail != .withoutTests {
            json.key("tests")
            json.beginArray()
            for (entry, _, _, name) in results.cases { write(entry, name, detail, to: &json) }
            json.endArray()
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func write(_ entry: ReportedCase, _ name: String, _ detail: Detail, to json: inout JSONWriter) {
        json.breakLine()
        json.beginObject()
        json.member("name", ReportText.cut(name, to: longestMessage))
        json.member("description", entry.isExtra ? "Its points come on top." : "")
        json.member("points", points: entry.earned)
        json.member("max_points", points: entry.possible)
        if detail == .everything || detail == .withoutOutput {
            json.member("message", ReportText.cut(entry.shownBody, to: longestMessage))
        }
        if detail == .everything, !entry.output.isEmpty {
            json.member("output", ReportText.cut(entry.shownOutput, to: longestOutput))
        }
        json.endObject()
    }

    /// The share that was earned in thousandths, from 0 to 1, to the nearest, halves up; 1 only where nothing is
    /// missing.
    static func score(of result: SubmissionResult) -> Int {
        let (earned, possible) = (result.earned.thousandths, result.possible.thousandths)
        if possible <= 0 { return result.hasPassed ? 1000 : 0 }
        if earned >= possible { return 1000 }
        if earned <= 0 { return 0 }
        // Both are far below the largest number that can be doubled and multiplied so.
        let product = earned.multipliedFullWidth(by: 2000)
        let doubled = possible.dividingFullWidth(product).quotient
        return min((doubled + 1) / 2, 999)
    }
}
