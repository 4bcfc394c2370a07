// SPDX-License-Identifier: MIT
internal import Coursework
internal import Markup
internal import Progress
internal import Results

/// A result as JSON, for other programs.
enum AnswerJSON {
    static func text(_ result: AnswerResult, _ exercise: Exercise) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("exercise", "\(exercise.id)")
        writer.member("kind", exercise.kind.rawValue)
        writer.member("verdict", result.verdict.rawValue)
        writer.member("points", thousandths: UInt64(result.points.earned))
        writer.member("possible", thousandths: UInt64(result.points.possible))
        writer.member("misconceptions", result.misconceptions)
        writer.key("checks")
        writer.beginArray()
        let hidden = result.checks.filter(\.isHidden)
        for check in result.checks where !check.isHidden { write(check, to: &writer) }
        writer.endArray()
        writer.member("hiddenChecks", UInt64(hidden.count))
        writer.member("hiddenChecksPassed", UInt64(hidden.filter(\.hasPassed).count))
        writer.endObject()
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func write(_ check: CheckResult, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", check.name)
        writer.member("passed", check.hasPassed)
        writer.member("points", thousandths: UInt64(check.earned.thousandths))
        writer.member("possible", thousandths: UInt64(check.possible.thousandths))
        switch check.outcome {
        case .failed(let failure):
            writer.member("message", failure.message)
            if !failure.details.isEmpty { writer.member("details", failure.details) }
            if let token = failure.replayToken { writer.member("replay", token) }
        case .stopped(let reason):
            writer.member("stopped", reason.name)
            writer.member("message", ErrorText.words(for: reason))
        case .error(let words): writer.member("error", words)
        case .skipped(let needs): writer.member("skipped", needs)
        case .passed: break
        }
        if !check.timeline.isEmpty { writer.member("timeline", check.timeline) }
        writer.endObject()
    }
}
