// SPDX-License-Identifier: MIT
internal import Markup

/// How LoopLab writes its own results; ``ResultDecoding`` reads it.
///
/// The version is that of everything which a reader must understand; what it may skip can be added to it.
enum ResultEncoding {
    static let mark = "looplab/results/v"
    static let version = 1

    static func write(_ result: SubmissionResult, to json: inout JSONWriter, marked: Bool) {
        json.beginObject()
        if marked { json.member("format", mark + "\(version)") }
        json.member("learner", result.learner)
        json.member("exercise", result.exercise)
        json.member("title", result.title)
        json.member("path", result.path)
        json.member("submittedAt", optional: result.submittedAt.map { Int($0) })
        json.key("provenance")
        json.beginObject()
        json.member("submission", result.provenance.submission)
        json.member("exercise", result.provenance.exercise)
        json.member("engine", result.provenance.engine)
        json.endObject()
        if let worth = result.worth { json.member("worth", points: worth) }
        // The next three are for other programs; a reader computes them.
        json.member("verdict", result.verdict.rawValue)
        json.member("earned", points: result.earned)
        json.member("possible", points: result.possible)
        json.key("status")
        write(result.status, to: &json)
        json.key("checks")
        json.beginArray()
        for check in result.checks { write(check, to: &json) }
        json.endArray()
        if let grade = result.grade { write(grade, to: &json) }
        json.endObject()
    }

    // Nobody reads it back: it comes of the rules and of all attempts.
    private static func write(_ grade: AttemptGrade, to json: inout JSONWriter) {
        json.key("grade")
        json.beginObject()
        json.member("state", grade.state.rawValue)
        if let points = grade.points { json.member("points", points: points) }
        if let worth = grade.worth { json.member("worth", points: worth) }
        json.member("counts", grade.counts)
        json.member("score", points: grade.score)
        json.member("deduction", points: grade.deduction)
        json.member("dueAt", optional: grade.dueAt.map { Int($0) })
        json.member("lateness", optional: grade.lateness.map { Int($0) })
        json.member("remark", grade.remark)
        json.endObject()
    }

    private static func write(_ status: SubmissionResult.Status, to json: inout JSONWriter) {
        json.beginObject()
        switch status {
        case .graded: json.member("kind", "graded")
        case .error(let reason):
            json.member("kind", "error")
            json.member("reason", reason)
        case .refused(let refusal):
            json.member("kind", "refused")
            json.member("refusal", refusal.name)
            switch refusal {
            case .missing, .empty, .notAFile, .outsideFolder, .archived: break
            case .tooLarge(let limit): json.member("limit", limit)
            case .notUTF8(let offset, let line):
                json.member("offset", offset)
                json.member("line", line)
            case .unreadable(let errno): json.member("errno", Int(errno))
            case .syntaxError(let message, let place):
                json.member("message", message)
                if let place { write(place, to: &json) }
            case .notAnAnswer(let reason): json.member("message", reason)
            }
        }
        json.endObject()
    }

    private static func write(_ check: CheckResult, to json: inout JSONWriter) {
        json.beginObject()
        json.member("name", check.name)
        json.member("possible", points: check.possible)
        json.member("earned", points: check.earned)
        if check.isExtra { json.member("extra", true) }
        if check.isHidden { json.member("hidden", true) }
        json.key("outcome")
        write(check.outcome, to: &json)
        if !check.output.isEmpty { json.member("output", check.output) }
        if !check.timeline.isEmpty { json.member("timeline", check.timeline) }
        json.endObject()
    }

    private static func write(_ outcome: CheckResult.Outcome, to json: inout JSONWriter) {
        json.beginObject()
        switch outcome {
        case .passed: json.member("kind", "passed")
        case .skipped(let needs):
            json.member("kind", "skipped")
            json.member("needs", needs)
        case .error(let reason):
            json.member("kind", "error")
            json.member("reason", reason)
        case .stopped(let reason):
            json.member("kind", "stopped")
            json.member("stop", reason.name)
            if case .exitedEarly(let code) = reason { json.member("code", Int(code)) }
            if case .neverSettled(let what) = reason { json.member("awaited", what) }
        case .failed(let failure):
            json.member("kind", "failed")
            json.member("message", failure.message)
            if !failure.details.isEmpty { json.member("details", failure.details) }
            if let place = failure.place { write(place, to: &json) }
            if let time = failure.nanoseconds { json.member("nanoseconds", time) }
            json.member("replay", optional: failure.replayToken)
        }
        json.endObject()
    }

    private static func write(_ place: CheckResult.Place, to json: inout JSONWriter) {
        json.key("place")
        json.beginObject()
        json.member("file", place.file)
        json.member("line", place.line)
        json.member("column", place.column)
        json.endObject()
    }
}

extension JSONWriter {
    /// Writes a key and points as an exact decimal.
    mutating func member(_ name: String, points: Points) {
        member(name, signedThousandths: points.thousandths)
    }
}

/// Everything as one document, with a line for each submission.
struct JSONReport: ReportWriter {
    private let totals: ReportTotals
    private let version: String
    private var isFirst = true

    init(_ totals: ReportTotals, _ context: ReportContext) {
        self.totals = totals
        version = context.version
    }

    mutating func begin() -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("format", ResultEncoding.mark + "\(ResultEncoding.version)")
        json.member("writer", "LoopLab \(version)")
        json.key("totals")
        json.beginObject()
        json.member("submissions", totals.submissions)
        for verdict in SubmissionVerdict.allCases { json.member(verdict.rawValue, totals.count(verdict)) }
        json.endObject()
        json.key("results")
        json.beginArray()
        return json.bytes
    }

    mutating func add(_ result: SubmissionResult) -> [UInt8] {
        var json = JSONWriter(capacity: 1 << 10)
        ResultEncoding.write(result, to: &json, marked: false)
        defer { isFirst = false }
        return Array((isFirst ? "\n" : ",\n").utf8) + json.bytes
    }

    func end() -> [UInt8] { Array("\n]}\n".utf8) }
}

/// Everything, with a submission on each line; lines of several such files may stand in one.
struct JSONLinesReport: ReportWriter {
    func begin() -> [UInt8] { [] }

    func add(_ result: SubmissionResult) -> [UInt8] { result.jsonLine }

    func end() -> [UInt8] { [] }
}

extension SubmissionResult {
    /// The line that stands for it in a journal, with its line feed; ``init(jsonLine:)`` reads it.
    public var jsonLine: [UInt8] {
        var json = JSONWriter(capacity: 1 << 10)
        ResultEncoding.write(self, to: &json, marked: true)
        json.endLine()
        return json.bytes
    }
}
