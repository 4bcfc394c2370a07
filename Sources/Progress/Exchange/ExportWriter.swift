// SPDX-License-Identifier: MIT
internal import Markup

/// Writes an export.
struct ExportWriter {
    private var json = JSONWriter(capacity: 1 << 16)
    private var count = 0

    /// What was written.
    var bytes: [UInt8] { json.bytes }

    /// Begins with the header; `writer` is the version of LoopLab.
    init(learner: LearnerName, writer: String) {
        json.beginObject()
        text("looplab", ExportFormat.mark)
        number("version", ExportFormat.version)
        text("writer", writer)
        if let name = learner.name { text("learner", name) }
        text("updated", learner.updated.text)
        end()
    }

    mutating func add(_ head: DeviceHead) {
        begin("device")
        text("device", head.device)
        number("number", head.number)
        text("hash", head.hash.text)
        end()
    }

    mutating func add(_ recorded: RecordedAttempt) {
        let attempt = recorded.attempt
        begin("attempt")
        text("device", recorded.id.device)
        number("number", recorded.id.number)
        text("recorded", recorded.recorded.text)
        text("course", attempt.course)
        text("courseVersion", attempt.courseVersion)
        text("exercise", attempt.exercise)
        text("variant", attempt.variant)
        text("kind", attempt.kind.rawValue)
        text("answer", attempt.answer)
        text("verdict", attempt.verdict.rawValue)
        number("earned", attempt.points.earned)
        number("possible", attempt.points.possible)
        json.key("checks")
        AttemptJSON.write(attempt.checks, to: &json)
        number("hints", attempt.hints)
        number("duration", attempt.duration)
        json.key("concepts")
        AttemptJSON.write(attempt.concepts, to: &json)
        json.key("misconceptions")
        AttemptJSON.write(attempt.misconceptions, to: &json)
        text("started", attempt.started.text)
        text("ended", attempt.ended.text)
        number("utcOffset", attempt.offset)
        text("appVersion", attempt.appVersion)
        text("previous", recorded.previous.text)
        text("hash", recorded.hash.text)
        end()
    }

    mutating func add(_ position: LessonPosition) {
        begin("lesson")
        text("course", position.course)
        text("lesson", position.lesson)
        text("courseVersion", position.courseVersion)
        number("block", position.block)
        text("state", position.state)
        json.key("finished")
        json.boolean(position.isFinished)
        text("updated", position.updated.text)
        end()
    }

    mutating func add(_ state: ExerciseState) {
        begin("exercise")
        text("course", state.course)
        text("exercise", state.exercise)
        if let started = state.started { text("started", started.text) }
        number("hintLevel", state.hintLevel)
        text("updated", state.updated.text)
        end()
    }

    /// Ends with the count of records, by which a reader sees that nothing was cut off.
    mutating func finish() {
        let total = count
        begin("end")
        number("records", total)
        end()
    }

    private mutating func begin(_ kind: String) {
        count += 1
        json.beginObject()
        text("record", kind)
    }

    private mutating func end() {
        json.endObject()
        json.endLine()
    }

    private mutating func text(_ key: String, _ value: String) {
        json.key(key)
        json.string(value)
    }

    private mutating func number(_ key: String, _ value: Int) {
        json.key(key)
        json.number(value)
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
