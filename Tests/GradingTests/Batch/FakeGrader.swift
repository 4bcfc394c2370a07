// SPDX-License-Identifier: MIT
import Grading
import HostRuntime
import Results

/// Grades without a process: what a submission earns stands in its text.
///
/// `pass`, `fail`, `loop` (stopped), and `broken` (no fault of the submission); anything else passes one check of two.
final class FakeGrader: SubmissionGrading {
    /// How many submissions were handed over, by their path.
    private(set) var graded: [String: Int] = [:]
    /// The most that were under way at a time.
    private(set) var mostInFlight = 0
    /// After so many submissions the interrupt signal comes.
    var signalAfter = Int.max

    private let room: Int
    private var waiting: [GradedSubmission] = []
    private var isClosed = false

    init(room: Int = 4) {
        self.room = room
    }

    var hasRoom: Bool { waiting.count < room }

    func submit(_ job: GradingJob, token: Int) {
        precondition(hasRoom && !isClosed)
        if !job.isOnlyAppraised { graded[job.checks.submission.path, default: 0] += 1 }
        let outcome = job.isOnlyAppraised ? .appraised(Self.worth) : Self.outcome(of: job.checks.submission.text)
        waiting.append(GradedSubmission(token: token, outcome: outcome))
        mostInFlight = max(mostInFlight, waiting.count)
    }

    func wait(_ signals: borrowing SignalDescriptor) -> GradingEvent {
        if graded.values.reduce(0, +) >= signalAfter {
            signalAfter = .max
            waiting = []
            return .signal(2)
        }
        if waiting.isEmpty { return .idle }
        // Not all at once, so that some are under way when others are handed over.
        let count = (waiting.count + 1) / 2
        defer { waiting.removeFirst(count) }
        return .finished(Array(waiting.prefix(count)))
    }

    func close() { isClosed = true }

    /// What two checks are worth.
    static let worth = Points(thousandths: 20_000)

    private static func outcome(of text: String) -> GradingOutcome {
        let ten = Points(thousandths: 10_000)
        func check(_ name: String, _ outcome: CheckResult.Outcome) -> CheckResult {
            CheckResult(
                name: name, possible: ten, earned: outcome == .passed ? ten : .zero, outcome: outcome,
                output: "printed\n\u{1b}[31m::error::", timeline: outcome == .passed ? [] : ["0 ms  it began"])
        }
        let failed = CheckResult.Outcome.failed(.init(message: "expected 1, got 2", details: ["\"quoted\"\n"]))
        return switch text.split(separator: " ").first {
        case "pass": .graded([check("one", .passed), check("two", .passed)])
        case "fail": .graded([check("one", failed), check("two", .skipped(needs: "one"))])
        case "loop": .graded([check("one", .stopped(.synchronousLoop)), check("two", .passed)])
        case "broken": .failed(.serverDied)
        default: .graded([check("one", .passed), check("two", failed)])
        }
    }
}

/// Hands every text to the grader; a text that begins with `known` has its result at once.
struct FakeJudge: BatchJudge {
    var engine = "engine-1"

    func work(for submission: ListedSubmission, text: String) throws(BatchError) -> BatchWork {
        if text.hasPrefix("known") { return .done(.refused(.notAnAnswer("no number")), []) }
        let checks = CheckJob.File(path: "checks.js", text: "")
        return .job(
            GradingJob(CheckJob(submission: .init(path: submission.path, text: text), checks: checks, entry: nil)))
    }

    func worth(of submission: ListedSubmission) throws(BatchError) -> BatchWorth {
        .checks(
            CheckJob(submission: .init(path: submission.path, text: ""), checks: .init(path: "", text: ""), entry: nil))
    }

    func words(for failure: GradingFailure) -> String { "\(failure)" }
}

/// A class whose submissions are all alike but for what they earn.
final class FakeListing: SubmissionListing {
    private var rest: ArraySlice<(learner: String, text: String)>
    private let exercise: BatchExercise

    init(_ submissions: [(learner: String, text: String)], _ exercise: BatchExercise = TinyCatalogue.sleep) {
        rest = submissions[...]
        self.exercise = exercise
    }

    func next() throws(BatchError) -> ListedItem? {
        guard let (learner, text) = rest.popFirst() else { return nil }
        if text == "stray" { return .notice(.unknownExercise(path: learner)) }
        return .submission(
            ListedSubmission(learner: learner, exercise: exercise, path: "\(learner)/sleep.js") {
                SubmissionContent(Array(text.utf8))
            })
    }
}
