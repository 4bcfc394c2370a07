// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup
internal import SQLStorage

/// Writes an export.
struct ExportWriter {
    private var json = JSONWriter(capacity: 1 << 16)
    private var count = 0

    /// What was written.
    var bytes: [UInt8] { json.bytes }

    /// Begins with the header; `writer` is the version of LoopLab.
    init(learner: LearnerName, writer: String) {
        json.beginObject()
        json.member("looplab", ExportFormat.mark)
        json.member("version", ExportFormat.version)
        json.member("writer", writer)
        json.member("learner", optional: learner.name)
        json.member("updated", learner.updated.text)
        end()
    }

    mutating func add(_ head: DeviceHead) {
        begin("device")
        json.member("device", head.device)
        json.member("number", head.number)
        json.member("hash", head.hash.text)
        end()
    }

    mutating func add(_ recorded: RecordedAttempt) {
        let attempt = recorded.attempt
        begin("attempt")
        json.member("device", recorded.id.device)
        json.member("number", recorded.id.number)
        json.member("recorded", recorded.recorded.text)
        json.member("course", attempt.course)
        json.member("courseVersion", attempt.courseVersion)
        json.member("exercise", attempt.exercise)
        json.member("variant", attempt.variant)
        json.member("kind", attempt.kind.rawValue)
        json.member("answer", attempt.answer)
        json.member("verdict", attempt.verdict.rawValue)
        json.member("earned", attempt.points.earned)
        json.member("possible", attempt.points.possible)
        json.key("checks")
        AttemptJSON.write(attempt.checks, to: &json)
        json.member("hints", attempt.hints)
        json.member("duration", attempt.duration)
        json.member("concepts", attempt.concepts)
        json.member("misconceptions", attempt.misconceptions)
        json.member("started", attempt.started.text)
        json.member("ended", attempt.ended.text)
        json.member("utcOffset", attempt.offset)
        json.member("appVersion", attempt.appVersion)
        json.member("previous", recorded.previous.text)
        json.member("hash", recorded.hash.text)
        end()
    }

    mutating func add(_ position: LessonPosition) {
        begin("lesson")
        json.member("course", position.course)
        json.member("lesson", position.lesson)
        json.member("courseVersion", position.courseVersion)
        json.member("block", position.block)
        json.member("state", position.state)
        json.member("finished", position.isFinished)
        json.member("updated", position.updated.text)
        end()
    }

    mutating func add(_ state: ExerciseState) {
        begin("exercise")
        json.member("course", state.course)
        json.member("exercise", state.exercise)
        json.member("started", optional: state.started?.text)
        json.member("hintLevel", state.hintLevel)
        json.member("updated", state.updated.text)
        end()
    }

    /// Ends with the count of records, by which a reader sees that nothing was cut off.
    mutating func finish() {
        let total = count
        begin("end")
        json.member("records", total)
        end()
    }

    private mutating func begin(_ kind: String) {
        count += 1
        json.beginObject()
        json.member("record", kind)
    }

    private mutating func end() {
        json.endObject()
        json.endLine()
    }
}

extension ProgressStore {
    /// Everything that is kept, as JSON Lines; two stores with the same content give the same bytes.
    ///
    /// `writer` is the version of LoopLab.
    public func exported(writer: String) throws(ProgressError) -> [UInt8] {
        try reading { (_) throws(ProgressError) in
            var export = ExportWriter(learner: try learner(), writer: writer)
            for head in try deviceHeads() where head.number > 0 { export.add(head) }
            try AttemptRow.forEachLink(in: connection) { (place, recorded) throws(ProgressError) in
                guard let recorded else {
                    throw .untrustworthy(path: path, [.unreadable(place)])
                }
                export.add(recorded)
            }
            for position in try lessonPositions() { export.add(position) }
            for state in try exerciseStates() { export.add(state) }
            export.finish()
            return export.bytes
        }
    }
}
