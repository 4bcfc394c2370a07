// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Results

/// How hard exercises are and how well they tell the strong from the weak.
///
/// First attempts are compared, as later ones know what the first one was told. Discrimination is the item-rest
/// correlation: of the share in an exercise with the mean of the shares in all others.
struct ItemAnalysis {
    /// With fewer learners a correlation says nothing.
    static let fewestLearners = 10

    /// For each learner the sum and the number of the first shares.
    private let sums: [(sum: Int, count: Int)]

    /// `rows` has the standings of each learner, by exercise.
    init(rows: [[Standing]]) {
        sums = rows.map { row in
            let shares = row.compactMap(\.firstShare)
            return (shares.reduce(0, +), shares.count)
        }
    }

    /// The index for an exercise in which the learners stand so.
    func discrimination(_ standings: [Standing]) -> Int? {
        var pairs: [(first: Double, second: Double)] = []
        for (standing, (sum, count)) in zip(standings, sums) {
            guard let share = standing.firstShare, count > 1 else { continue }
            pairs.append((Double(share), Double(sum - share) / Double(count - 1)))
        }
        return pairs.count < Self.fewestLearners ? nil : Statistics.correlation(pairs)
    }
}

extension ReportAssembly {
    private static let longestList = 3

    /// What the class made of one exercise.
    func exercise(
        _ column: Int, _ standings: [Standing], _ analysis: ItemAnalysis, _ worth: Points?,
        _ text: (Int) throws(ReportError) -> String
    ) throws(ReportError) -> ExerciseReport {
        let (number, id) = columns[column]
        var report = ExerciseReport(id: id)
        describe(&report, number)
        report.possible = worth
        for standing in standings {
            report.tried += standing.attempts > 0 ? 1 : 0
            report.passed += standing.state == .passed ? 1 : 0
            report.stuck += standing.state == .stuck ? 1 : 0
            report.attempts += standing.attempts
            if let hints = standing.hints {
                report.hinted = (report.hinted ?? 0) + (hints > 0 ? 1 : 0)
                report.hints = (report.hints ?? 0) + hints
            }
        }
        report.difficulty = Statistics.mean(standings.compactMap(\.firstShare))
        report.discrimination = analysis.discrimination(standings)
        let passed = standings.filter { $0.attemptsToPass != nil }
        report.attemptsToPass = Statistics.median(passed.compactMap(\.attemptsToPass))
        report.timeToPass = Statistics.median(passed.compactMap(\.duration))
        report.elapsedToPass = Statistics.median(
            passed.compactMap { standing in
                guard let first = standing.first, let end = standing.passedAt else { return nil }
                // Clocks that went back would make it negative.
                return max(0, Int(end.milliseconds - first.milliseconds))
            })
        guard let number, let tally = builder.exercises[number] else { return report }
        report.versions = tally.versions.count
        report.checks = try tally.checkOrder.map { (check) throws(ReportError) in
            try self.check(check, tally.checks[check] ?? CheckTally(), text)
        }
        report.wrongAnswers = try wrongAnswers(tally, text)
        return report
    }

    private func describe(_ report: inout ExerciseReport, _ number: Int?) {
        if let known = request.course?.exercises.first(where: { ByteName($0.id) == ByteName(report.id) }) {
            report.title = known.title
            report.number = known.number
            report.track = known.track
            report.kind = known.kind
            report.lesson = known.lesson.flatMap { request.course?.lesson($0) }
        } else {
            if let title = number.flatMap({ names.titles[$0] }), !title.isEmpty { report.title = title }
            report.isKnown = request.course == nil
        }
    }

    private func check(
        _ number: Int, _ tally: CheckTally, _ text: (Int) throws(ReportError) -> String
    ) throws(ReportError) -> CheckReport {
        let check = names.checks[number]
        var report = CheckReport(name: check.name)
        report.possible = check.possible
        report.isExtra = check.isExtra
        report.isHidden = check.isHidden
        report.learners = tally.learners
        report.passedFirst = tally.passedFirst
        report.passed = tally.passed
        report.open = tally.open
        if tally.learners >= ItemAnalysis.fewestLearners {
            if tally.pairs.count >= ItemAnalysis.fewestLearners {
                report.discrimination = Statistics.correlation(tally.pairs)
            }
            if tally.passed == 0 { report.remark = .nobodyPasses }
            if tally.passedFirst == tally.learners { report.remark = .everyonePasses }
        }
        let failures = tally.failures.filter { $0.key >= 0 }.map {
            (check: number as Int?, text: $0.key, tally: $0.value)
        }
        if let most = Self.ranked(failures).first { report.commonFailure = try wrongAnswer(most, text) }
        return report
    }

    private typealias Wrong = (check: Int?, text: Int, tally: WrongTally)

    /// The answers and the messages of checks that most learners gave or got.
    private func wrongAnswers(
        _ tally: ExerciseTally, _ text: (Int) throws(ReportError) -> String
    ) throws(ReportError) -> [WrongAnswer] {
        var all: [Wrong] = tally.answers.map { (nil, $0.key, $0.value) }
        // Where there are answers, that a check did not pass says less than they do.
        if all.isEmpty {
            for (check, failures) in tally.checks.mapValues(\.failures) {
                all += failures.map { (check, $0.key, $0.value) }
            }
        }
        return try Self.ranked(all).prefix(Self.longestList).map { (wrong) throws(ReportError) in
            try wrongAnswer(wrong, text)
        }
    }

    private static func ranked(_ all: [Wrong]) -> [Wrong] {
        all.sorted { first, second in
            if first.tally.learners != second.tally.learners { return first.tally.learners > second.tally.learners }
            if first.tally.attempts != second.tally.attempts { return first.tally.attempts > second.tally.attempts }
            return (first.check ?? -1, first.text) < (second.check ?? -1, second.text)
        }
    }

    private func wrongAnswer(
        _ wrong: Wrong, _ text: (Int) throws(ReportError) -> String
    ) throws(ReportError) -> WrongAnswer {
        // Progress files tell that a check did not pass and not what it said.
        let check = wrong.check.map { names.checks[$0].name }
        return WrongAnswer(
            text: wrong.text < 0 ? check ?? "" : try text(wrong.text), check: check, learners: wrong.tally.learners,
            attempts: wrong.tally.attempts)
    }
}
