// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import HostRuntime
import Results
import Testing

@testable import Grading

extension GraderPoolTests {
    /// Submissions that try to earn what they have not done, or to harm whoever judges them: `Attacks/*.js`.
    ///
    /// Each of them is graded twice, and an honest one behind it.
    @Suite struct AttackTests {
        @Test func everyAttackEarnsWhatItHasDone() throws {
            let attacks = try HostileSubmission.all()
            #expect(attacks.count >= 50)
            let grading = HostileClass()
            defer { grading.close() }
            let honest = try #require(try grading.results(of: [HostileSubmission.honest()]).first)
            #expect(honest.allSatisfy(\.hasPassed) && honest.count == HostileSubmission.checkCount)
            let once = grading.results(of: try attacks.flatMap { [$0.text, try HostileSubmission.honest()] })
            let again = grading.results(of: attacks.map(\.text))
            try #require(once.count == 2 * attacks.count && again.count == attacks.count)
            for (index, attack) in attacks.enumerated() {
                let results = once[2 * index]
                #expect(
                    HostileSubmission.words(results) == attack.expected,
                    "\(attack.name): \(HostileSubmission.details(results))")
                #expect(results == again[index], "\(attack.name) earns something else the second time")
                #expect(once[2 * index + 1] == honest, "\(attack.name) has changed what the next one earns")
                for told in attack.told(results) {
                    Issue.record("\(attack.name) has printed “\(told)”")
                }
            }
        }
    }
}

/// What hostile submissions are graded with.
private struct HostileClass {
    private let pool: GraderPool
    private let checks: String

    init() {
        pool = GraderPoolTests.pool(jobs: 2)
        checks = (try? HostileSubmission.text("Exercise/checks.js")) ?? ""
    }

    /// The results of submissions, in their order.
    func results(of submissions: [String]) -> [[CheckResult]] {
        let signals = SignalDescriptor([])
        var given = 0
        var results: [Int: [CheckResult]] = [:]
        while results.count < submissions.count {
            while given < submissions.count && pool.hasRoom {
                var job = GraderPoolTests.job(submissions[given], checks: checks)
                // What needs longer means harm; an honest one takes milliseconds.
                job.budgets.processorTime = 1_000_000_000
                job.budgets.memoryBytes = 64 << 20
                job.budgets.jobsPerCheckpoint = 50_000
                job.budgets.turns = 10_000
                pool.submit(job, token: given)
                given += 1
            }
            guard case .finished(let submissions) = pool.wait(signals) else { break }
            for submission in submissions {
                results[submission.token] = if case .graded(let checks) = submission.outcome { checks } else { [] }
            }
        }
        signals.close()
        return submissions.indices.map { results[$0] ?? [] }
    }

    func close() { pool.close() }
}

/// A hostile submission: a file whose first comments say what it tries and what it earns.
///
/// `// expects: passes N of M`, `fails` (nothing earned, and the first check failed) or `stopped BUDGET`. With
/// `// solution: before` the right solution stands before it in the same file, with `behind`, behind it; each of the
/// two then has names of its own.
private struct HostileSubmission {
    let name: String
    let text: String
    let expected: String

    static let checkCount = 10

    static func all() throws -> [HostileSubmission] {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory)
        let files = try names.filter { $0.hasSuffix("js") }.sorted().map(HostileSubmission.init)
        return try files + made()
    }

    /// Files that nobody could read if they lay in the repository.
    private static func made() throws -> [HostileSubmission] {
        let honest = try honest()
        return [
            HostileSubmission(name: "nothing", text: "", expected: "fails"),
            HostileSubmission(name: "a mark of the byte order", text: "\u{FEFF}\(honest)", expected: "passes 10 of 10"),
            HostileSubmission(
                name: "huge", text: honest + "\n// " + String(repeating: "x", count: 4 << 20),
                expected: "passes 10 of 10"),
            HostileSubmission(
                name: "bytes that are no text", text: String(decoding: Array(UInt8.min...UInt8.max), as: UTF8.self),
                expected: "fails"),
        ]
    }

    static func honest() throws -> String { try text("Exercise/solution.js") }

    static func text(_ name: String) throws -> String {
        try String(contentsOfFile: directory + name, encoding: .utf8)
    }

    private static let directory =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Attacks").path + "/"

    private init(name: String, text: String, expected: String) {
        (self.name, self.text, self.expected) = (name, text, expected)
    }

    private init(_ file: String) throws {
        let own = try Self.text(file)
        func field(_ name: String) -> String? {
            let lines = own.split(separator: "\n").prefix(4)
            return lines.first { $0.hasPrefix("// \(name): ") }.map { String($0.dropFirst(name.count + 5)) }
        }
        _ = try #require(field("attack"), "\(file) says what it tries")
        expected = try #require(field("expects"), "\(file) says what it earns")
        name = file
        switch field("solution") {
        case "before": text = try Self.honest() + "{\n\(own)}\n"
        case "behind": text = own + "\n" + (try Self.honest())
        default: text = own
        }
    }

    static func words(_ results: [CheckResult]) -> String {
        let passed = results.filter(\.hasPassed).count
        if passed > 0 { return "passes \(passed) of \(results.count)" }
        guard let first = results.first, first.earned == .zero else { return "nothing" }
        return switch first.outcome {
        case .stopped(.neverSettled), .failed: "fails"
        case .stopped(let reason): "stopped \(reason.name)"
        case .error(let words): "error: \(words)"
        case .passed, .skipped: "?"
        }
    }

    static func details(_ results: [CheckResult]) -> String {
        results.filter { !$0.hasPassed }.map { check in
            switch check.outcome {
            case .failed(let failure): "\(check.name): \(failure.message) \(failure.details)"
            default: "\(check.name): \(check.outcome)"
            }
        }.filter { !$0.contains("skipped") }.joined(separator: "; ")
    }

    /// What a submission has printed that it cannot know.
    func told(_ results: [CheckResult]) -> [String] {
        let secret = [
            "REACHED", "checks.js", "node:checks", "checks/", "harness", "membrane", "CheckFailure", "outpost",
        ]
        return (secret + results.map(\.name)).filter { word in
            results.contains { $0.output.contains(word) }
        }
    }
}
