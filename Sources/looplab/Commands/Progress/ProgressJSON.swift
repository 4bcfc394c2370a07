// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup
internal import Progress

/// A learner's progress as one JSON object; `looplab progress --help` names its fields.
struct ProgressJSON {
    private let report: ProgressReport

    init(_ report: ProgressReport) {
        self.report = report
    }

    /// The object, and a line feed.
    var text: String {
        var json = JSONWriter()
        json.beginObject()
        json.member("version", 1)
        Self.member("learner", report.learner, &json)
        Self.member("since", report.since?.text, &json)
        json.member("today", report.today.text)
        json.member("attempts", report.attempts)
        json.member("passes", report.passes)
        json.member("durationMs", report.duration)
        json.key("streak")
        json.beginObject()
        json.member("current", report.streak.current)
        json.member("longest", report.streak.longest)
        json.endObject()
        json.list("courses", report.courses, Self.write)
        json.list("activity", report.activity, Self.write)
        json.list("weakConcepts", report.weakConcepts, Self.write)
        json.list("misconceptions", report.misconceptions, Self.write)
        json.member("due", report.due)
        json.endObject()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func member(_ name: String, _ text: String?, _ json: inout JSONWriter) {
        json.key(name)
        if let text { json.string(text) } else { json.null() }
    }

    private static func write(_ course: ProgressReport.Course, _ json: inout JSONWriter) {
        json.member("course", course.course)
        json.member("title", course.title)
        json.list("tracks", course.tracks) { track, json in
            json.member("track", track.id)
            json.member("title", track.title)
            write(track.lessons, "lessonsFinished", "lessons", &json)
            write(track.exercises, "exercisesPassed", "exercises", &json)
            json.member("exercisesOpen", track.open)
        }
    }

    // How many there are is null where the course is not at hand.
    private static func write(
        _ share: ProgressReport.Share, _ done: String, _ total: String, _ json: inout JSONWriter
    ) {
        json.member(done, share.done)
        json.key(total)
        if let total = share.total { json.number(total) } else { json.null() }
    }

    private static func write(_ activity: DayActivity, _ json: inout JSONWriter) {
        json.member("day", activity.day.text)
        json.member("attempts", activity.attempts)
        json.member("passes", activity.passes)
        json.member("durationMs", activity.duration)
    }

    private static func write(_ concept: ProgressReport.Concept, _ json: inout JSONWriter) {
        json.member("course", concept.summary.course)
        json.member("concept", concept.summary.concept)
        json.member("right", concept.rights)
        json.member("wrong", concept.wrongs)
        json.member("box", concept.summary.box)
        json.member("due", concept.summary.due.text)
    }

    private static func write(_ summary: MisconceptionSummary, _ json: inout JSONWriter) {
        json.member("course", summary.course)
        json.member("misconception", summary.misconception)
        json.member("attempts", summary.attempts)
        json.member("first", summary.firstEnded.text)
        json.member("last", summary.lastEnded.text)
        json.member("exercise", summary.lastExercise)
    }
}
