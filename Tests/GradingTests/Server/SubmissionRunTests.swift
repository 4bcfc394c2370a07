// SPDX-License-Identifier: MIT
import Glibc
import HostRuntime
import Results
import Testing

@testable import Grading

/// What a submission earns by what its processes say, and by how they end.
@Suite struct SubmissionRunTests {
    static let job = GradingJob(
        CheckJob(
            submission: .init(path: "/s.js", text: "let a"), checks: .init(path: "/c.js", text: "check()"), entry: nil),
        workers: 99)

    static let checks = [
        ListedCheck(name: "first", milliPoints: 10_000),
        ListedCheck(name: "second", milliPoints: 2_500, needs: "first", isExtra: true, isHidden: true),
    ]

    private static func reply(_ answer: CheckAnswer, _ ending: ServerReply.Ending = .left(code: 0)) -> ServerReply {
        ServerReply(ending: ending, answer: ([CheckAnswer.readyMark] + answer.bytes)[...])
    }

    private static func ready(_ ending: ServerReply.Ending, usedMuchMemory: Bool = false) -> ServerReply {
        ServerReply(ending: ending, usedMuchMemory: usedMuchMemory, answer: [CheckAnswer.readyMark])
    }

    private static let passed = reply(.report(CheckReport(outcome: .passed, share: 1000, output: "hi")))

    @Test func checksAreListedAndThenRunOneByOne() {
        var run = SubmissionRun(Self.job)
        #expect(run.task?.index == nil && run.task?.job.submission.text == "" && run.task?.workers == 0)
        run.take(Self.reply(.checks(Self.checks)))
        #expect(run.task?.index == 0 && run.task?.job.submission.text == "let a" && run.task?.workers == 8)
        run.take(Self.passed)
        #expect(run.task?.index == 1)
        let share = CheckReport(outcome: .failed(.init(message: "no")), share: 333, timeline: ["1 ms"])
        run.take(Self.reply(.report(share)))
        #expect(run.task == nil)
        let first = CheckResult(
            name: "first", possible: Points(thousandths: 10_000), earned: Points(thousandths: 10_000),
            outcome: .passed, output: "hi")
        let second = CheckResult(
            name: "second", possible: Points(thousandths: 2_500), earned: Points(thousandths: 833), isExtra: true,
            isHidden: true, outcome: .failed(.init(message: "no")), timeline: ["1 ms"])
        #expect(run.outcome == .graded([first, second]))
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
        // A report counts only from a process that came to its end.
        Row(
            reply: reply(.report(CheckReport(outcome: .passed, share: 1000)), .left(code: 1)),
            outcome: .stopped(.crashed)),
        Row(
            reply: reply(.report(CheckReport(outcome: .passed, share: 1000)), .died(signal: SIGSEGV)),
            outcome: .stopped(.crashed)),
        Row(reply: reply(.checks(checks)), outcome: .stopped(.crashed)),
        Row(
            reply: reply(.report(CheckReport(outcome: .stopped(.timerStorm), share: 1000))),
            outcome: .stopped(.timerStorm)),
        // Before it was ready nobody had looked at the submission.
        Row(
            reply: ServerReply(ending: .neverBegan(errno: 11)),
            outcome: .error("no process could be started for this check (system error 11)")),
        Row(
            reply: ServerReply(ending: .died(signal: SIGKILL)),
            outcome: .error("the process for this check could not be confined")),
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
        (reply(.checks([])), GradingFailure.noChecks(path: "/c.js")),
        (reply(.badChecks("SyntaxError")), .badChecks(path: "/c.js", message: "SyntaxError")),
        (reply(.stopped(.synchronousLoop)), .checksStopped(path: "/c.js", .synchronousLoop)),
        (ready(.died(signal: SIGSYS)), .checksStopped(path: "/c.js", .forbiddenCall)),
        (ServerReply(ending: .neverBegan(errno: 11)), .noProcess(errno: 11)),
        (ServerReply(ending: .left(code: 21)), .notConfined),
    ])
    func aListThatCannotBeHadFails(reply: ServerReply, failure: GradingFailure) {
        var run = SubmissionRun(Self.job)
        run.take(reply)
        #expect(run.outcome == .failed(failure))
    }
}
