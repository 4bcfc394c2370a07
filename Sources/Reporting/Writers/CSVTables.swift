// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Results

/// Tables of a report as comma-separated values (RFC 4180), with a header.
///
/// Moments are ISO 8601 in UTC, lengths of time whole seconds, shares decimals, 1 for all. What nobody knows is empty.
struct CSVTables {
    private typealias Cell = CSVWriter.Cell
    private let report: ClassReport

    init(_ report: ClassReport) {
        self.report = report
    }

    func bytes(of table: ReportTableName, hasByteOrderMark: Bool) -> [UInt8] {
        var writer = CSVWriter()
        writer.addRow(Self.header(of: table).map { .text($0) })
        switch table {
        case .standings: addStandings(to: &writer)
        case .learners: for learner in report.learners { writer.addRow(cells(learner)) }
        case .exercises: for exercise in report.exercises { writer.addRow(cells(exercise)) }
        case .checks: addChecks(to: &writer)
        case .misconceptions: addMisconceptions(to: &writer)
        case .stuck: addStuck(to: &writer)
        case .similar: addSimilarities(to: &writer)
        }
        return (hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + writer.bytes
    }

    private static func header(of table: ReportTableName) -> [String] {
        switch table {
        case .standings:
            [
                "learner", "section", "exercise", "title", "state", "attempts", "attempts_to_pass", "first_share",
                "points", "possible", "share", "late", "decided", "seconds", "hints", "first_attempt", "last_attempt",
                "passed_at",
            ]
        case .learners:
            [
                "learner", "full_name", "section", "tried", "passed", "stuck", "attempts", "points", "possible",
                "share",
                "seconds", "hints", "first_attempt", "last_attempt", "misconceptions",
            ]
        case .exercises:
            [
                "exercise", "number", "title", "tried", "passed", "stuck", "attempts", "possible", "difficulty",
                "discrimination", "attempts_to_pass", "seconds_to_pass", "elapsed_to_pass", "hinted", "hints",
                "versions", "wrong_answer", "wrong_answer_learners",
            ]
        case .checks:
            [
                "exercise", "check", "possible", "extra", "hidden", "learners", "passed_first", "passed", "open",
                "difficulty", "discrimination", "remark", "common_failure", "common_failure_learners",
            ]
        case .misconceptions:
            ["misconception", "name", "lesson", "learner", "attempts", "last_attempt", "open"]
        case .stuck: ["exercise", "check", "learner", "attempts", "hints", "last_attempt"]
        case .similar: ["group", "exercise", "learner", "kind", "share", "submitted_at"]
        }
    }

    // MARK: - Rows

    private func addStandings(to writer: inout CSVWriter) {
        for learner in report.learners {
            let start: [Cell] = [.text(learner.name), .text(learner.sections.joined(separator: "; "))]
            for (exercise, standing) in zip(report.exercises, learner.standings) {
                writer.addRow(
                    start + [
                        .text(exercise.id), .text(exercise.title), .text(standing.state.rawValue),
                        .count(standing.attempts), count(standing.attemptsToPass), share(standing.firstShare),
                        points(standing.points), points(standing.possible ?? exercise.possible), share(standing.share),
                        flag(standing.isLate), flag(standing.isDecided), seconds(standing.duration),
                        count(standing.hints), time(standing.first), time(standing.last), time(standing.passedAt),
                    ])
            }
        }
    }

    private func cells(_ learner: LearnerReport) -> [Cell] {
        [
            .text(learner.name), .text(learner.fullName ?? ""), .text(learner.sections.joined(separator: "; ")),
            .count(learner.tried), .count(learner.passed), .count(learner.stuck), .count(learner.attempts),
            .number(learner.earned), .number(learner.possible), share(learner.share), seconds(learner.duration),
            count(learner.hints), time(learner.first), time(learner.last),
            .text(learner.misconceptions.joined(separator: "; ")),
        ]
    }

    private func cells(_ exercise: ExerciseReport) -> [Cell] {
        let wrong = exercise.wrongAnswers.first
        return [
            .text(exercise.id), .text(exercise.number ?? ""), .text(exercise.title), .count(exercise.tried),
            .count(exercise.passed), .count(exercise.stuck), .count(exercise.attempts), points(exercise.possible),
            share(exercise.difficulty), share(exercise.discrimination), count(exercise.attemptsToPass),
            seconds(exercise.timeToPass), seconds(exercise.elapsedToPass), count(exercise.hinted),
            count(exercise.hints), .count(exercise.versions), .text(wrong?.text ?? ""), count(wrong?.learners),
        ]
    }

    private func addChecks(to writer: inout CSVWriter) {
        for exercise in report.exercises {
            for check in exercise.checks {
                writer.addRow([
                    .text(exercise.id), .text(check.name), .number(check.possible), flag(check.isExtra),
                    flag(check.isHidden), .count(check.learners), .count(check.passedFirst), .count(check.passed),
                    .count(check.open), share(check.difficulty), share(check.discrimination),
                    .text(check.remark?.rawValue ?? ""), .text(check.commonFailure?.text ?? ""),
                    count(check.commonFailure?.learners),
                ])
            }
        }
    }

    private func addMisconceptions(to writer: inout CSVWriter) {
        for belief in report.misconceptions {
            for holder in belief.holders {
                writer.addRow([
                    .text(belief.id), .text(belief.name), .text(belief.lesson?.id ?? ""), .text(holder.name),
                    .count(holder.attempts), time(holder.last), flag(holder.isOpen),
                ])
            }
        }
    }

    private func addStuck(to writer: inout CSVWriter) {
        for group in report.stuck {
            for learner in group.learners {
                writer.addRow([
                    .text(group.exercise), .text(group.check ?? ""), .text(learner.name), .count(learner.attempts),
                    count(learner.hints), time(learner.last),
                ])
            }
        }
    }

    private func addSimilarities(to writer: inout CSVWriter) {
        for (index, hint) in report.similarities.enumerated() {
            let kind: [Cell] =
                switch hint.kind {
                case .sameFile: [.text("same file"), share(1_000)]
                case .similar(let part): [.text("similar"), share(part)]
                }
            for (learner, moment) in zip(hint.learners, hint.moments) {
                writer.addRow(
                    [.count(index + 1), .text(hint.exercise), .text(learner)] + kind + [time(moment)])
            }
        }
    }

    // MARK: - Cells

    private func count(_ count: Int?) -> Cell { count.map { .count($0) } ?? .text("") }

    private func share(_ share: Int?) -> Cell { share.map { .number(Points(thousandths: $0)) } ?? .text("") }

    private func points(_ points: Points?) -> Cell { points.map { .number($0) } ?? .text("") }

    private func seconds(_ milliseconds: Int?) -> Cell { milliseconds.map { .count(($0 + 500) / 1_000) } ?? .text("") }

    private func flag(_ flag: Bool) -> Cell { .count(flag ? 1 : 0) }

    private func time(_ moment: Timestamp?) -> Cell {
        guard let moment, Timestamp.writable.contains(moment) else { return .text("") }
        return .text(moment.text)
    }
}
