// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup
internal import Results

/// Scores as LTI Advantage takes them (Assignment and Grade Services 2.0, score service), by line item.
///
/// It is a file: each element of `scores` is what would be sent, by itself, to the line item's score endpoint. An
/// excused exercise has no score there, nor has one that nobody handed in unless that counts as 0.
struct LTIExport: GradeWriter {
    private let columns: [GradeTable.Column]
    private let options: GradeExport.Options
    // The elements of each line item, as learners come one after another.
    private var parts: [[UInt8]]

    init(_ columns: [GradeTable.Column], _ options: GradeExport.Options) {
        self.columns = columns
        self.options = options
        parts = columns.map { _ in [] }
    }

    func identifies(_ member: ClassMember) -> Bool { member.id(.lti) != nil || member.id(.canvas) != nil }

    mutating func add(_ member: ClassMember, _ scores: [ExerciseScore]) {
        let user = member.id(.lti) ?? member.id(.canvas) ?? member.learner
        for (index, score) in scores.enumerated() {
            guard score.state != .excused, score.state != .missing || options.countsMissing,
                let possible = columns[index].possible, possible > .zero
            else { continue }
            if !parts[index].isEmpty { parts[index] += Array(",\n".utf8) }
            parts[index] += element(user, score, possible)
        }
    }

    private func element(_ user: String, _ score: ExerciseScore, _ possible: Points) -> [UInt8] {
        let isPending = score.state == .pending
        let isDone = score.override != nil || score.countedAttempt?.attempt.hasPassed == true
        var json = JSONWriter()
        json.beginObject()
        json.member("userId", user)
        if !isPending {
            json.member("scoreGiven", signedThousandths: (score.points ?? .zero).thousandths)
            json.member("scoreMaximum", signedThousandths: possible.thousandths)
        }
        if !score.remark.isEmpty { json.member("comment", score.remark) }
        json.member("timestamp", options.moment.text)
        json.member(
            "activityProgress", score.state == .missing ? "Initialized" : isDone ? "Completed" : "Submitted")
        json.member("gradingProgress", isPending ? "Pending" : "FullyGraded")
        if let time = score.submittedAt, Timestamp.writable.contains(Timestamp(milliseconds: time)) {
            json.key("submission")
            json.beginObject()
            json.member("submittedAt", Timestamp(milliseconds: time).text)
            json.endObject()
        }
        json.endObject()
        return json.bytes
    }

    func finish() -> [UInt8] {
        var bytes = Array("{\"version\":1,\"mediaType\":\"application/vnd.ims.lis.v1.score+json\",\"lineItems\":[".utf8)
        for (index, column) in columns.enumerated() {
            bytes += Array((index == 0 ? "\n" : ",\n").utf8) + Self.head(of: column)
            bytes += parts[index].isEmpty ? Array("]}".utf8) : Array("\n".utf8) + parts[index] + Array("\n]}".utf8)
        }
        return bytes + Array("\n]}\n".utf8)
    }

    /// The beginning of a line item, up to its scores.
    private static func head(of column: GradeTable.Column) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("resourceId", column.exercise)
        json.member("label", column.title)
        if let possible = column.possible, possible > .zero {
            json.member("scoreMaximum", signedThousandths: possible.thousandths)
        }
        json.key("scores")
        json.beginArray()
        return json.bytes
    }
}
