// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup
internal import SQLStorage

/// Reads an export, line by line, as strictly as what people may have edited needs it.
struct ExportReader {
    /// The largest text: an answer as JSON may write it.
    private static let textLimit = 8 << 20

    /// The line that was read last, from 1.
    private(set) var line = 0
    private let bytes: [UInt8]
    private var offset = 0
    private var records = 0
    private var isOver = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next record; nil after the end of the export.
    mutating func next() throws(ExportFailure) -> ExportRecord? {
        line += 1
        guard let range = nextLine() else {
            if !isOver { throw .wrong(line == 1 ? .noHeader : .truncated) }
            return nil
        }
        if isOver { throw .wrong(.afterEnd) }
        if line == 1 { return try header(range) }
        let fields = try fields(range)
        let record = try record(fields)
        if case .end(let count) = record {
            if count != records { throw .wrong(.truncated) }
            isOver = true
        }
        records += 1
        return record
    }

    // Empty lines at the end are nobody's fault.
    private mutating func nextLine() -> Range<Int>? {
        if isOver {
            let rest = bytes[offset...].firstIndex { ![0x0A, 0x0D, 0x20].contains($0) }
            return rest.map { $0..<bytes.count }
        }
        if offset >= bytes.count { return nil }
        let start = offset
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        offset = min(end + 1, bytes.count)
        return start..<end
    }

    private func fields(_ range: Range<Int>) throws(ExportFailure) -> ExportFields {
        var json = JSONReader(bytes, in: range, textLimit: Self.textLimit)
        return try ExportFields(&json, lineStart: range.lowerBound)
    }

    private func header(_ range: Range<Int>) throws(ExportFailure) -> ExportRecord {
        let fields: ExportFields
        do throws(ExportFailure) {
            fields = try self.fields(range)
            if try fields.text("looplab") != ExportFormat.mark { throw .wrong(.noHeader) }
        } catch {
            throw .wrong(.noHeader)
        }
        let version = try fields.number("version")
        if version > ExportFormat.version {
            throw .wrong(.newer(version: version, supported: ExportFormat.version))
        }
        let name = fields.has("learner") ? try fields.text("learner") : nil
        return .header(learner: LearnerName(name: name, updated: try fields.time("updated")))
    }

    private func record(_ fields: ExportFields) throws(ExportFailure) -> ExportRecord {
        switch try fields.text("record") {
        case "device":
            return .device(
                DeviceHead(
                    device: try fields.device(), number: try fields.number("number"), hash: try fields.hash("hash"),
                    recorded: Timestamp(milliseconds: 0)))
        case "attempt": return .attempt(try attempt(fields))
        case "lesson":
            return .lesson(
                LessonPosition(
                    course: try fields.text("course"), lesson: try fields.text("lesson"),
                    courseVersion: try fields.text("courseVersion"), block: try fields.number("block"),
                    state: try fields.text("state"), isFinished: try fields.boolean("finished"),
                    updated: try fields.time("updated")))
        case "exercise":
            return .exercise(
                ExerciseState(
                    course: try fields.text("course"), exercise: try fields.text("exercise"),
                    started: fields.has("started") ? try fields.time("started") : nil,
                    hintLevel: try fields.number("hintLevel"), updated: try fields.time("updated")))
        case "end": return .end(count: try fields.number("records"))
        case let other: throw .wrong(.unknownRecord(other))
        }
    }

    private func attempt(_ fields: ExportFields) throws(ExportFailure) -> RecordedAttempt {
        guard let verdict = Verdict(rawValue: try fields.text("verdict")) else { throw .wrong(.badField("verdict")) }
        let attempt = Attempt(
            course: try fields.text("course"), courseVersion: try fields.text("courseVersion"),
            exercise: try fields.text("exercise"), variant: try fields.text("variant"),
            kind: AttemptKind(rawValue: try fields.text("kind")), answer: try fields.text("answer"), verdict: verdict,
            points: Points(earned: try fields.number("earned"), possible: try fields.number("possible")),
            checks: try fields.checks("checks"), hints: try fields.number("hints"),
            duration: try fields.number("duration"), concepts: try fields.names("concepts"),
            misconceptions: try fields.names("misconceptions"), started: try fields.time("started"),
            ended: try fields.time("ended"), offset: try fields.number("utcOffset"),
            appVersion: try fields.text("appVersion"))
        if let field = attempt.invalidField { throw .wrong(.badField(field.exportName)) }
        let number = try fields.number("number")
        if number < 1 { throw .wrong(.badField("number")) }
        return RecordedAttempt(
            id: AttemptID(device: try fields.device(), number: number), attempt: attempt,
            recorded: try fields.time("recorded"), previous: try fields.hash("previous"),
            hash: try fields.hash("hash"))
    }
}

extension AttemptField {
    fileprivate var exportName: String {
        switch self {
        case .name(let name): name.isEmpty ? "course, exercise, kind or a name" : String(name.prefix(40))
        case .size: "answer"
        case .points: "earned"
        case .count: "duration"
        case .time: "ended"
        }
    }
}
