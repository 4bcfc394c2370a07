// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Results
import SQLStorage

@testable import Gradebook

/// A gradebook in a directory of its own, which goes with it.
final class TestGradebook {
    private let folder: ScratchFolder
    /// Where the database lies, once it was made.
    let path: String

    init(_ results: [SubmissionResult] = []) throws {
        folder = try ScratchFolder()
        path = folder.file("class.gradebook")
        if !results.isEmpty { try record(results) }
    }

    /// The directory that it is in.
    var directory: String { folder.path }

    func store(_ mode: GradebookStore.Mode = .readWrite, busyTimeout: Int = 2_000) throws -> GradebookStore {
        try GradebookStore(path: path, mode: mode, busyTimeout: busyTimeout)
    }

    func record(_ results: [SubmissionResult]) throws {
        let store = try store()
        for result in results { try store.record(result) }
        try store.commit()
    }

    /// Changes the file behind everyone's back, past the triggers.
    func tamper(_ sql: String) throws {
        let connection = try Connection(file: path, .readWrite, busyTimeout: 1_000)
        try connection.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
        let triggers = try connection.all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") {
            (row) throws(GradebookError) in (try row.text(0), try row.text(1))
        }
        for (name, _) in triggers { try connection.execute("DROP TRIGGER \(name)") }
        try connection.execute(sql)
        for (_, text) in triggers { try connection.execute(text) }
    }

    /// Everything in it but numbers of rows, in an order that does not depend on how it came in.
    func content() throws -> [String] {
        let store = try store(.readOnly)
        let attempts = try store.learners().flatMap { try store.attempts(of: $0) }.map { "\($0)" }
        let entries = try store.connection.all("SELECT hex(hash) FROM entry ORDER BY device, number") {
            (row) throws(GradebookError) in try row.text(0)
        }
        return attempts + entries + (try store.decisions().map { "\($0)" }) + (try store.enrolments().map { "\($0)" })
    }

    var bytes: [UInt8] {
        get throws { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
    }

    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
}

extension SubmissionResult {
    /// A result with checks that ended as the letters say: `p`assed, `f`ailed, `s`kipped, `t`opped, `e`rror.
    static func sample(
        _ learner: String = "ada", _ exercise: String = "04-promises/01-delay", checks: String = "pf",
        submission: String = "a1", at time: Int64? = 1_000, path: String = "ada/delay.js", version: String = "e1"
    ) -> SubmissionResult {
        SubmissionResult(
            learner: learner, exercise: exercise, title: "A delay", path: path, submittedAt: time,
            provenance: Provenance(submission: submission, exercise: version, engine: "mozjs-102"), status: .graded,
            checks: checks.enumerated().map { CheckResult.sample($1, $0) })
    }

    /// Every status and every outcome, with everything that they can tell.
    static let everything: [SubmissionResult] = {
        let place = CheckResult.Place(file: "a\u{301} b.js", line: 3, column: 7)
        let refusals: [Refusal] = [
            .missing, .empty, .tooLarge(limit: 9), .notUTF8(offset: 4, line: 2), .notAFile, .outsideFolder,
            .unreadable(errno: 13), .syntaxError(message: "missing )", place: place),
            .syntaxError(message: "no place", place: nil), .notAnAnswer("it is no order"),
        ]
        let archived = ArchiveFault.allCases.map { Refusal.archived($0) }
        let stops: [StopReason] = [
            .synchronousLoop, .microtaskStarvation, .timerStorm, .allocationBomb, .outputFlood, .runawayRecursion,
            .forbiddenCall, .exitedEarly(code: -1), .neverSettled("the promise"), .deadlock, .crashed,
        ]
        let failures: [CheckResult.Failure] = [
            .init(message: "m"), .init(message: "", details: ["expected \"1\"", "got\n2"], place: place),
            .init(message: "m", nanoseconds: .max, replayToken: "TEwabc"),
        ]
        let outcomes: [CheckResult.Outcome] =
            stops.map { .stopped($0) } + failures.map { .failed($0) }
            + [.passed, .skipped(needs: "first"), .error("no process")]
        let checks = outcomes.enumerated().map { index, outcome in
            CheckResult(
                name: "check \(index)", possible: Points(thousandths: 1_500), earned: Points(thousandths: index),
                isExtra: index % 2 == 0, isHidden: index % 3 == 0, outcome: outcome,
                output: index % 2 == 0 ? "" : "out\u{0}put", timeline: index % 4 == 0 ? ["0 ms  a", "1 ms  b"] : [])
        }
        var all = (refusals + archived).enumerated().map { index, refusal in
            var result = SubmissionResult.sample(submission: "r\(index)", at: Int64(index))
            (result.status, result.checks) = (.refused(refusal), [])
            return result
        }
        var error = SubmissionResult.sample(submission: "x", at: nil)
        (error.status, error.checks) = (.error("no room"), [])
        var whole = SubmissionResult.sample(submission: "w", at: 50)
        whole.checks = checks
        all += [error, whole]
        return all
    }()
}

extension CheckResult {
    static func sample(_ letter: Character, _ index: Int) -> CheckResult {
        let outcome: Outcome =
            switch letter {
            case "p": .passed
            case "f": .failed(Failure(message: "expected \(index)", details: ["expected 1", "got 2"]))
            case "s": .skipped(needs: "check 0")
            case "t": .stopped(.synchronousLoop)
            default: .error("no process")
            }
        return CheckResult(
            name: "check \(index)", possible: Points(thousandths: 5_000),
            earned: outcome == .passed ? Points(thousandths: 5_000) : .zero, outcome: outcome)
    }
}
