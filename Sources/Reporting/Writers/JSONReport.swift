// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Markup
internal import Results

/// A whole report as one JSON document, `looplab/report/v1`.
///
/// Moments are ISO 8601 in UTC, lengths of time milliseconds, shares and points decimals. What nobody knows is left
/// out.
struct JSONReport {
    private let report: ClassReport

    init(_ report: ClassReport) {
        self.report = report
    }

    var bytes: [UInt8] {
        var json = JSONWriter(capacity: 1 << 16)
        json.beginObject()
        json.member("format", "looplab/report/v1")
        json.member("title", report.title)
        json.member("course", optional: report.course)
        write(report.scope, to: &json)
        json.member("anonymous", report.isAnonymous)
        json.member("utcOffset", report.offset)
        json.member("stuckFrom", report.stuckLimit)
        json.member("first", optional: report.period?.lowerBound)
        json.member("last", optional: report.period?.upperBound)
        write(report.totals, to: &json)
        json.list("exercises", report.exercises) { write($0, to: &$1) }
        json.list("learners", report.learners) { write($0, to: &$1) }
        json.list("stuck", report.stuck) { write($0, to: &$1) }
        json.list("misconceptions", report.misconceptions) { write($0, to: &$1) }
        json.list("lessons", report.lessons) { write($0, to: &$1) }
        json.list("days", report.days) { day, json in
            json.member("day", day.day.text)
            json.member("attempts", day.attempts)
            json.member("passes", day.passes)
            json.member("learners", day.learners)
        }
        json.list("weeks", report.weeks) { write($0, to: &$1) }
        json.key("scoreBands")
        json.beginArray()
        for band in report.scoreBands { json.number(band) }
        json.endArray()
        json.list("similarities", report.similarities) { write($0, to: &$1) }
        let words = ReportWords(report)
        json.member("remarks", report.remarks.map { RemarkText.sentence(for: $0, words) })
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func write(_ scope: ReportScope, to json: inout JSONWriter) {
        json.key("scope")
        json.beginObject()
        switch scope {
        case .everyone: json.member("kind", "class")
        case .section(let name): json.scope("section", name)
        case .learner(let name): json.scope("learner", name)
        case .exercise(let name): json.scope("exercise", name)
        case .lesson(let name): json.scope("lesson", name)
        }
        json.endObject()
    }

    private func write(_ totals: ClassReport.Totals, to json: inout JSONWriter) {
        json.key("totals")
        json.beginObject()
        json.member("learners", totals.learners)
        json.member("activeLearners", totals.activeLearners)
        json.member("exercises", totals.exercises)
        json.member("attempts", totals.attempts)
        json.member("tried", totals.tried)
        json.member("passed", totals.passed)
        json.member("duration", optional: totals.duration)
        json.member("hints", optional: totals.hints)
        json.endObject()
    }

    private func write(_ exercise: ExerciseReport, to json: inout JSONWriter) {
        json.member("id", exercise.id)
        json.member("number", optional: exercise.number)
        json.member("title", exercise.title)
        json.member("track", optional: exercise.track)
        json.member("kind", optional: exercise.kind)
        json.member("lesson", optional: exercise.lesson?.id)
        json.member("inCourse", exercise.isKnown)
        json.member("tried", exercise.tried)
        json.member("passed", exercise.passed)
        json.member("stuck", exercise.stuck)
        json.member("attempts", exercise.attempts)
        json.member("possible", thousandths: exercise.possible?.thousandths)
        json.member("difficulty", thousandths: exercise.difficulty)
        json.member("discrimination", thousandths: exercise.discrimination)
        json.member("attemptsToPass", optional: exercise.attemptsToPass)
        json.member("timeToPass", optional: exercise.timeToPass)
        json.member("elapsedToPass", optional: exercise.elapsedToPass)
        json.member("hinted", optional: exercise.hinted)
        json.member("hints", optional: exercise.hints)
        json.member("versions", exercise.versions)
        json.list("checks", exercise.checks) { check, json in
            json.member("name", check.name)
            json.member("possible", signedThousandths: check.possible.thousandths)
            json.member("extra", check.isExtra)
            json.member("hidden", check.isHidden)
            json.member("learners", check.learners)
            json.member("passedFirst", check.passedFirst)
            json.member("passed", check.passed)
            json.member("open", check.open)
            json.member("difficulty", thousandths: check.difficulty)
            json.member("discrimination", thousandths: check.discrimination)
            json.member("remark", optional: check.remark?.rawValue)
            guard let failure = check.commonFailure else { return }
            json.key("commonFailure")
            json.beginObject()
            write(failure, to: &json)
            json.endObject()
        }
        json.list("wrongAnswers", exercise.wrongAnswers) { write($0, to: &$1) }
    }

    private func write(_ wrong: WrongAnswer, to json: inout JSONWriter) {
        json.member("text", wrong.text)
        json.member("check", optional: wrong.check)
        json.member("learners", wrong.learners)
        json.member("attempts", wrong.attempts)
    }

    private func write(_ learner: LearnerReport, to json: inout JSONWriter) {
        json.member("name", learner.name)
        json.member("fullName", optional: learner.fullName)
        json.member("sections", learner.sections)
        json.member("attempts", learner.attempts)
        json.member("tried", learner.tried)
        json.member("passed", learner.passed)
        json.member("stuck", learner.stuck)
        json.member("earned", signedThousandths: learner.earned.thousandths)
        json.member("possible", signedThousandths: learner.possible.thousandths)
        json.member("share", thousandths: learner.share)
        json.member("duration", optional: learner.duration)
        json.member("hints", optional: learner.hints)
        json.member("first", optional: learner.first)
        json.member("last", optional: learner.last)
        json.member("misconceptions", learner.misconceptions)
        json.list("standings", zip(report.exercises, learner.standings).filter { $1 != Standing() }) { pair, json in
            write(pair.1, of: pair.0, to: &json)
        }
    }

    private func write(_ standing: Standing, of exercise: ExerciseReport, to json: inout JSONWriter) {
        json.member("exercise", exercise.id)
        json.member("state", standing.state.rawValue)
        json.member("attempts", standing.attempts)
        json.member("attemptsToPass", optional: standing.attemptsToPass)
        json.member("firstShare", thousandths: standing.firstShare)
        json.member("points", thousandths: standing.points?.thousandths)
        json.member("possible", thousandths: standing.possible?.thousandths)
        json.member("share", thousandths: standing.share)
        json.member("decided", standing.isDecided)
        json.member("late", standing.isLate)
        json.member("duration", optional: standing.duration)
        json.member("hints", optional: standing.hints)
        json.member("first", optional: standing.first)
        json.member("last", optional: standing.last)
        json.member("passedAt", optional: standing.passedAt)
    }

    private func write(_ group: StuckGroup, to json: inout JSONWriter) {
        json.member("exercise", group.exercise)
        json.member("check", optional: group.check)
        json.list("learners", group.learners) { learner, json in
            json.member("name", learner.name)
            json.member("attempts", learner.attempts)
            json.member("hints", optional: learner.hints)
            json.member("last", optional: learner.last)
        }
    }

    private func write(_ belief: MisconceptionReport, to json: inout JSONWriter) {
        json.member("id", belief.id)
        json.member("name", belief.name)
        json.member("lesson", optional: belief.lesson?.id)
        json.member("attempts", belief.attempts)
        json.member("exercises", belief.exercises)
        json.list("learners", belief.holders) { holder, json in
            json.member("name", holder.name)
            json.member("attempts", holder.attempts)
            json.member("last", optional: holder.last)
            json.member("open", holder.isOpen)
        }
    }

    private func write(_ lesson: LessonReport, to json: inout JSONWriter) {
        json.member("id", lesson.lesson.id)
        json.member("title", lesson.lesson.title)
        json.member("begun", optional: lesson.begun)
        json.member("finished", optional: lesson.finished)
        json.member("answered", lesson.answered)
        json.member("attempts", lesson.attempts)
        json.member("passes", lesson.passes)
        json.member("tried", lesson.tried)
        json.member("passed", lesson.passed)
    }

    private func write(_ week: WeekReport, to json: inout JSONWriter) {
        json.member("start", week.start.text)
        json.member("attempts", week.attempts)
        json.member("learners", week.learners)
        json.member("newPasses", week.newPasses)
        json.member("firstAttempts", week.firstAttempts)
        json.member("firstPasses", week.firstPasses)
        json.member("misconceptions", week.misconceptions)
    }

    private func write(_ hint: SimilarityHint, to json: inout JSONWriter) {
        json.member("exercise", hint.exercise)
        switch hint.kind {
        case .sameFile: json.member("kind", "sameFile")
        case .similar(let share):
            json.member("kind", "similar")
            json.member("share", signedThousandths: share)
        }
        json.list("learners", zip(hint.learners, hint.moments)) { learner, json in
            json.member("name", learner.0)
            json.member("submittedAt", optional: learner.1)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, optional moment: Timestamp?) {
        if let moment, Timestamp.writable.contains(moment) { member(name, moment.text) }
    }

    fileprivate mutating func member(_ name: String, thousandths value: Int?) {
        if let value { member(name, signedThousandths: value) }
    }

    fileprivate mutating func scope(_ kind: String, _ name: String) {
        member("kind", kind)
        member("name", name)
    }
}
