// SPDX-License-Identifier: MIT
import CivilTime
import EngineTesting
import Gradebook
import Results
import Testing

@testable import Reporting

/// Figures of reports against the same figures worked out from the raw results, naively and in another way.
@Suite struct FigureTests {
    private static let results = MadeUpClass.results()

    /// Attempts that say something, of one learner at one exercise, in their order.
    private static func attempts(_ learner: String, _ exercise: String) -> [SubmissionResult] {
        results.filter { isOf(learner, exercise, $0) }
            .filter { if case .error = $0.status { false } else { true } }
            .sorted { time($0) < time($1) }
    }

    private static func isOf(_ learner: String, _ exercise: String, _ result: SubmissionResult) -> Bool {
        result.learner == learner && result.exercise == exercise
    }

    private static func time(_ result: SubmissionResult) -> Int64 { result.submittedAt ?? 0 }

    private static var learners: [String] { Array(Set(results.map(\.learner))).sorted() }

    private func report(_ change: (inout ClassReportRequest) -> Void = { _ in }) throws -> ClassReport {
        let folder = try ScratchFolder()
        var request = ClassReportRequest()
        change(&request)
        let path = try MadeUpClass.gradebook(Self.results, at: folder.file("class.sqlite"))
        return try ClassReport(of: ReportInput(.gradebook(path)), request)
    }

    @Test func standings() throws {
        let report = try report()
        #expect(report.learners.map(\.name) == Self.learners)
        for learner in report.learners {
            for (exercise, standing) in zip(report.exercises, learner.standings) {
                let raw = Self.attempts(learner.name, exercise.id)
                let pass = raw.firstIndex { $0.hasPassed }
                #expect(standing.attempts == raw.count)
                #expect(standing.attemptsToPass == pass.map { $0 + 1 })
                #expect(standing.first?.milliseconds == raw.first?.submittedAt)
                #expect(standing.last?.milliseconds == raw.last?.submittedAt)
                #expect(standing.passedAt?.milliseconds == pass.map { Self.time(raw[$0]) })
                let best = raw.map { $0.earned.thousandths }.max()
                #expect(standing.points?.thousandths == best)
                let isOpen = raw.isEmpty && Self.results.contains { Self.isOf(learner.name, exercise.id, $0) }
                let wanted: Standing.State =
                    isOpen
                    ? .open : raw.isEmpty ? .untouched : pass != nil ? .passed : raw.count >= 5 ? .stuck : .tried
                #expect(standing.state == wanted)
            }
            #expect(
                learner.attempts
                    == Self.results.count { result in
                        if case .error = result.status { return false }
                        return result.learner == learner.name
                    })
        }
    }

    @Test func exercisesAndDifficulty() throws {
        let report = try report()
        for exercise in report.exercises {
            let all = Self.learners.map { Self.attempts($0, exercise.id) }
            #expect(exercise.tried == all.count { !$0.isEmpty })
            #expect(exercise.passed == all.count { $0.contains { $0.hasPassed } })
            #expect(exercise.attempts == all.joined().count)
            let first = all.compactMap { $0.first { $0.status == .graded } }
                .map { Double($0.earned.thousandths) / Double($0.possible.thousandths) }
            let mean = first.reduce(0, +) / Double(first.count)
            #expect(abs(Double(try #require(exercise.difficulty)) / 1_000 - mean) < 0.0015)
            let tries = all.compactMap { $0.firstIndex { $0.hasPassed } }.map { $0 + 1 }.sorted()
            #expect(exercise.attemptsToPass == Self.median(tries))
        }
    }

    private static func median(_ sorted: [Int]) -> Int? {
        if sorted.isEmpty { return nil }
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        return Int((Double(low + high) / 2).rounded(.up))
    }

    @Test func discriminationIsTheCorrelationWithTheOtherExercises() throws {
        let report = try report()
        func share(_ learner: String, _ exercise: String) -> Double? {
            Self.attempts(learner, exercise).first { $0.status == .graded }
                .map { Double($0.earned.thousandths) / Double($0.possible.thousandths) }
        }
        for exercise in report.exercises {
            var (mine, rest): ([Double], [Double]) = ([], [])
            for learner in Self.learners {
                guard let own = share(learner, exercise.id) else { continue }
                let others = MadeUpClass.exercises.filter { $0 != exercise.id }.compactMap { share(learner, $0) }
                if others.isEmpty { continue }
                mine.append(own)
                rest.append(others.reduce(0, +) / Double(others.count))
            }
            #expect(mine.count >= ItemAnalysis.fewestLearners)
            // Shares are rounded to thousandths before.
            #expect(abs(Double(try #require(exercise.discrimination)) / 1_000 - Self.correlation(mine, rest)) < 0.003)
        }
    }

    /// By sums of products, where the implementation takes differences from the means.
    private static func correlation(_ first: [Double], _ second: [Double]) -> Double {
        let count = Double(first.count)
        let (one, other) = (first.reduce(0, +), second.reduce(0, +))
        let products = zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
        let (squares, others) = (first.reduce(0) { $0 + $1 * $1 }, second.reduce(0) { $0 + $1 * $1 })
        let divisor = ((count * squares - one * one) * (count * others - other * other)).squareRoot()
        return (count * products - one * other) / divisor
    }

    @Test func checksAndWrongAnswers() throws {
        let report = try report()
        for exercise in report.exercises {
            #expect(exercise.checks.map(\.name) == ["first", "second", "third"])
            for check in exercise.checks {
                func outcomes(_ learner: String) -> [CheckResult.Outcome] {
                    Self.attempts(learner, exercise.id).compactMap {
                        $0.checks.first { $0.name == check.name }?.outcome
                    }
                }
                let all = Self.learners.map(outcomes).filter { !$0.isEmpty }
                #expect(check.learners == all.count)
                #expect(check.passedFirst == all.count { $0.first == .passed })
                #expect(check.passed == all.count { $0.contains(.passed) })
                #expect(check.open == all.count { $0.last != .passed })
                var learners: [String: Set<Int>] = [:]
                var attempts: [String: Int] = [:]
                for (index, outcomes) in all.enumerated() {
                    for case .failed(let failure) in outcomes {
                        learners[failure.message, default: []].insert(index)
                        attempts[failure.message, default: 0] += 1
                    }
                }
                let most = learners.map { ($0.value.count, attempts[$0.key] ?? 0) }.max { $0 < $1 }
                #expect(check.commonFailure?.learners == most?.0)
                #expect(check.commonFailure?.attempts == most?.1)
                if let text = check.commonFailure?.text { #expect(learners[text]?.count == most?.0) }
            }
        }
    }

    @Test(arguments: [3, 5, 20]) func stuck(limit: Int) throws {
        let report = try report { $0.stuckLimit = limit }
        var wanted: Set<String> = []
        for learner in Self.learners {
            for exercise in MadeUpClass.exercises {
                let raw = Self.attempts(learner, exercise)
                if raw.count < limit || raw.contains(where: \.hasPassed) { continue }
                let check = raw.last?.checks.first { !$0.hasPassed }?.name
                wanted.insert("\(exercise) \(check ?? "-") \(learner) \(raw.count)")
            }
        }
        let found = report.stuck.flatMap { group in
            group.learners.map { "\(group.exercise) \(group.check ?? "-") \($0.name) \($0.attempts)" }
        }
        #expect(Set(found) == wanted)
        #expect(found.count == wanted.count)
    }

    @Test(arguments: [0, 90, -600]) func daysAndWeeks(offset: Int) throws {
        let report = try report { $0.policy.offset = offset }
        var days: [String: Set<String>] = [:]
        for result in Self.results {
            let local = Timestamp(milliseconds: Self.time(result) + Int64(offset) * 60_000)
            days[String(local.text.prefix(10)), default: []].insert(result.learner)
        }
        #expect(report.days.map(\.day.text) == days.keys.sorted())
        #expect(report.days.map(\.learners) == days.keys.sorted().map { days[$0]?.count ?? 0 })
        #expect(report.days.reduce(0) { $0 + $1.attempts } == Self.results.count)
        #expect(report.weeks.allSatisfy { ($0.start.number - 4) % 7 == 0 })
        #expect(report.weeks.reduce(0) { $0 + $1.attempts } == Self.results.count)
        #expect(report.weeks.reduce(0) { $0 + $1.newPasses } == report.totals.passed)
        #expect(report.weeks.reduce(0) { $0 + $1.firstAttempts } == report.totals.tried)
    }

    @Test func aGradebookAndFilesOfResultsGiveTheSameReport() throws {
        let folder = try ScratchFolder()
        let lines = Self.results.map { String(decoding: $0.jsonLine, as: UTF8.self) }.joined()
        let path = try folder.write("results.jsonl", lines)
        let other = try ClassReport(of: try ReportInput.detected([path]), ClassReportRequest())
        #expect(try report() == other)
    }
}
