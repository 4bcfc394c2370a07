// SPDX-License-Identifier: MIT
import Glibc
import HostRuntime
import Results
import Scheduling
import Testing

@testable import Grading

/// What a submission earns by what its processes say, and by how they end.
@Suite struct SubmissionRunTests {
    static let job = GradingJob(
        CheckJob(
            submission: .init(path: "/s.js", text: "let a"), checks: .init(path: "/c.js", text: "check()"), entry: nil),
        workers: 99)

    static let checks = [
        CheckDescription(name: "first", milliPoints: 10_000),
        CheckDescription(name: "second", milliPoints: 2_500, needs: "first", isHidden: true, isExtra: true),
    ]

    private static func reply(_ answer: CheckAnswer, _ ending: ServerReply.Ending = .left(code: 0)) -> ServerReply {
        ServerReply(ending: ending, answer: ([CheckAnswer.readyMark] + answer.bytes)[...])
    }

    /// From a process that never came to a submission.
    private static func told(_ answer: CheckAnswer) -> ServerReply {
        ServerReply(ending: .left(code: 0), answer: answer.bytes[...])
    }

    private static func ending(_ change: (inout CheckEnding) -> Void) -> CheckAnswer {
        var ending = CheckEnding()
        change(&ending)
        return .ending(ending)
    }

    private static func ready(_ ending: ServerReply.Ending, usedMuchMemory: Bool = false) -> ServerReply {
        ServerReply(ending: ending, usedMuchMemory: usedMuchMemory, answer: [CheckAnswer.readyMark])
    }

    private static let pass = ending { ending in
        ending.hasPassed = true
        ending.output = "hi"
    }

    private static let passed = reply(pass)

    @Test func checksAreListedAndThenRunOneByOne() {
        var run = SubmissionRun(Self.job)
        #expect(run.task?.index == nil && run.task?.job.submission.text == "" && run.task?.schedule.workers == 0)
        run.take(Self.told(.checks(Self.checks)))
        #expect(run.task?.index == 0 && run.task?.job.submission.text == "let a" && run.task?.schedule.workers == 8)
        run.take(Self.passed)
        #expect(run.task?.index == 1)
        run.take(
            Self.reply(
                Self.ending { ending in
                    ending.message = "no"
                    ending.credit = 333
                    ending.timeline = ["1 ms"]
                }))
        #expect(run.task == nil)
        let first = CheckResult(
            name: "first", possible: Points(thousandths: 10_000), earned: Points(thousandths: 10_000),
            outcome: .passed, output: "hi")
        let second = CheckResult(
            name: "second", possible: Points(thousandths: 2_500), earned: Points(thousandths: 833), isExtra: true,
            isHidden: true, outcome: .failed(.init(message: "no", nanoseconds: 0)), timeline: ["1 ms"])
        #expect(run.outcome == .graded([first, second]))
    }

    @Test func aCheckForAnyOrderIsRunInEachUntilOneFails() {
        let check = CheckDescription(name: "orders", milliPoints: 1_000, orders: 8)
        let choices = [Choice(point: .completionOrder, taken: 0, alternatives: 2)]
        var run = SubmissionRun(Self.job, [check])
        #expect(run.task?.schedule.plan == ChoicePlan(choices: [], variesDurations: true))
        run.take(
            Self.reply(
                Self.ending { ending in
                    ending.hasPassed = true
                    ending.choices = choices
                }))
        #expect(run.task?.schedule.plan == ChoicePlan(choices: [1], variesDurations: true))
        run.take(Self.reply(Self.ending { $0.message = "not in this one" }))
        guard case .graded(let results) = run.outcome else {
            Issue.record("no outcome")
            return
        }
        #expect(results.map(\.outcome) == [.failed(.init(message: "not in this one", nanoseconds: 0))])
    }

    @Test(arguments: [1, 2, 8, 33]) func aCheckIsRunAsOftenAsItAsks(orders: Int) {
        let check = CheckDescription(name: "orders", milliPoints: 1_000, orders: orders)
        let choices = (0..<40).map { _ in Choice(point: .scriptedLatency, taken: 0, alternatives: 2) }
        var run = SubmissionRun(Self.job, [check])
        var plans: Set<[Int]> = []
        while let task = run.task {
            plans.insert(task.schedule.plan.choices)
            run.take(
                Self.reply(
                    Self.ending { ending in
                        ending.hasPassed = true
                        ending.choices = choices
                    }))
        }
        #expect(plans.count == orders)
    }

    @Test func whatIsKnownIsNotListedAgain() {
        #expect(SubmissionRun(Self.job, Self.checks).task?.index == 0)
    }

    /// A row: how the process of the first check ended, and what comes of it.
    struct Row: Sendable {
        let reply: ServerReply
        let outcome: CheckResult.Outcome
    }

    @Test(arguments: [
        Row(reply: ready(.died(signal: SIGSYS)), outcome: .stopped(.forbiddenCall)),
        Row(reply: ready(.died(signal: SIGXCPU)), outcome: .stopped(.synchronousLoop)),
        Row(reply: ready(.died(signal: SIGSEGV)), outcome: .stopped(.crashed)),
        Row(reply: ready(.died(signal: SIGKILL)), outcome: .stopped(.crashed)),
        Row(reply: ready(.died(signal: SIGKILL), usedMuchMemory: true), outcome: .stopped(.allocationBomb)),
        Row(reply: ready(.died(signal: SIGSEGV), usedMuchMemory: true), outcome: .stopped(.allocationBomb)),
        Row(reply: ready(.timedOut), outcome: .stopped(.deadlock)),
        Row(reply: ready(.flooded), outcome: .stopped(.outputFlood)),
        Row(reply: ready(.left(code: 0)), outcome: .stopped(.crashed)),
        Row(reply: ready(.left(code: 23)), outcome: .stopped(.crashed)),
        // An answer counts only from a process that came to its end.
        Row(reply: reply(pass, .left(code: 1)), outcome: .stopped(.crashed)),
        Row(reply: reply(pass, .died(signal: SIGSEGV)), outcome: .stopped(.crashed)),
        Row(reply: reply(.checks(checks)), outcome: .stopped(.crashed)),
        Row(reply: reply(ending { $0.stop = .turns }), outcome: .stopped(.timerStorm)),
        // Before it was ready nobody had looked at the submission.
        Row(
            reply: ServerReply(ending: .neverBegan(errno: 11)),
            outcome: .error("no process could be started for this check (system error 11)")),
        Row(
            reply: ServerReply(ending: .left(code: 21)),
            outcome: .error("the process for this check could not be confined")),
        Row(
            reply: ServerReply(ending: .died(signal: SIGKILL)),
            outcome: .error("/c.js was stopped before the check began: crashed")),
        Row(reply: told(.badChecks("no")), outcome: .error("the checks could not be read: no")),
        Row(
            reply: ServerReply(ending: .left(code: 22)),
            outcome: .error("the engine could not be made ready for this check")),
    ])
    func everyEndHasItsOutcome(row: Row) {
        var run = SubmissionRun(Self.job, Self.checks)
        run.take(row.reply)
        guard case .graded(let results) = run.outcome else {
            Issue.record("no outcome")
            return
        }
        #expect(results.map(\.outcome) == [row.outcome, .skipped(needs: "first")])
        #expect(results.allSatisfy { $0.earned == .zero })
    }

    @Test(arguments: [
        (told(.checks([])), GradingFailure.noChecks(path: "/c.js")),
        (told(.checks(checks + checks)), .noChecks(path: "/c.js")),
        (told(.badChecks("SyntaxError")), .badChecks(path: "/c.js", message: "SyntaxError")),
        (told(pass), .checksStopped(path: "/c.js", .crashed)),
        (ServerReply(ending: .died(signal: SIGXCPU)), .checksStopped(path: "/c.js", .synchronousLoop)),
        (ServerReply(ending: .died(signal: SIGSYS)), .checksStopped(path: "/c.js", .forbiddenCall)),
        (ServerReply(ending: .neverBegan(errno: 11)), .noProcess(errno: 11)),
        (ServerReply(ending: .left(code: 21)), .notConfined),
    ])
    func aListThatCannotBeHadFails(reply: ServerReply, failure: GradingFailure) {
        var run = SubmissionRun(Self.job)
        run.take(reply)
        #expect(run.outcome == .failed(failure))
    }
}
