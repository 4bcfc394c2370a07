// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import Results

/// One submission on its way through its checks: which task is next, and what the replies say.
///
/// It does nothing itself.
struct SubmissionRun {
    private enum Step {
        case list
        case check(Int)
        case end(GradingOutcome)
    }

    private let job: GradingJob
    /// The checks of the job; nil until they are known.
    private(set) var checks: [ListedCheck]?
    private var results: [CheckResult] = []
    private var passed: Set<String> = []
    private var step = Step.list

    /// Begins with a job; where its checks are known already they need not be listed.
    init(_ job: GradingJob, _ checks: [ListedCheck]? = nil) {
        self.job = job
        if let checks { begin(checks) }
    }

    /// What is to be done next; nil at the end.
    var task: CheckTask? {
        var task = CheckTask(job: job.checks, budgets: job.budgets)
        switch step {
        case .list:
            // Nothing of the submission is needed to name the checks.
            task.job = CheckJob(
                submission: .init(path: job.checks.submission.path, text: ""), checks: job.checks.checks,
                entry: job.checks.entry)
        case .check(let index):
            task.index = index
            task.workers = min(max(0, job.workers), GradingJob.workerLimit)
        case .end: return nil
        }
        return task
    }

    /// What came of the submission; nil before the end.
    var outcome: GradingOutcome? {
        if case .end(let outcome) = step { outcome } else { nil }
    }

    /// Takes the reply to the task.
    mutating func take(_ reply: ServerReply) {
        switch step {
        case .list: takeList(reply)
        case .check(let index): takeCheck(index, reply)
        case .end: break
        }
    }

    /// Gives up: no server does the task.
    mutating func fail(_ failure: GradingFailure) {
        step = .end(.failed(failure))
    }

    // MARK: The list

    private mutating func takeList(_ reply: ServerReply) {
        let path = job.checks.checks.path
        if let failure = Self.failure(reply) { return fail(failure) }
        switch Self.answer(reply) {
        case .checks(let checks)?:
            checks.isEmpty || Self.repeatsName(checks) ? fail(.noChecks(path: path)) : begin(checks)
        case .badChecks(let message)?: fail(.badChecks(path: path, message: message))
        case .stopped(let reason)?: fail(.checksStopped(path: path, reason))
        case .report?, nil: fail(.checksStopped(path: path, Self.reason(reply)))
        }
    }

    private static func repeatsName(_ checks: [ListedCheck]) -> Bool {
        Set(checks.map(\.name)).count < checks.count
    }

    private mutating func begin(_ checks: [ListedCheck]) {
        self.checks = checks
        goOn(to: 0)
    }

    // MARK: The checks

    private mutating func goOn(to index: Int) {
        let checks = checks ?? []
        var index = index
        while index < checks.count {
            guard let needs = checks[index].needs, !passed.contains(needs) else {
                step = .check(index)
                return
            }
            add(.skipped(needs: needs), to: checks[index])
            index += 1
        }
        step = .end(.graded(results))
    }

    private mutating func takeCheck(_ index: Int, _ reply: ServerReply) {
        guard let check = checks?[index] else { return }
        if let failure = Self.failure(reply) {
            add(.error(Self.words(failure)), to: check)
        } else if case .report(let report)? = Self.answer(reply) {
            let outcome: CheckResult.Outcome =
                switch report.outcome {
                case .passed: .passed
                case .failed(let failure): .failed(failure)
                case .stopped(let reason): .stopped(reason)
                }
            add(outcome, to: check, report)
        } else {
            add(.stopped(Self.reason(reply)), to: check)
        }
        goOn(to: index + 1)
    }

    private mutating func add(_ outcome: CheckResult.Outcome, to check: ListedCheck, _ report: CheckReport? = nil) {
        let possible = Points(thousandths: check.milliPoints)
        // Whoever passed has earned everything, and whoever was stopped nothing, whatever a report says.
        let earned: Points =
            switch outcome {
            case .passed: possible
            case .failed: possible.scaled(byThousandths: report?.share ?? 0)
            case .skipped, .stopped, .error: .zero
            }
        if outcome == .passed { passed.insert(check.name) }
        results.append(
            CheckResult(
                name: check.name, possible: possible, earned: earned, isExtra: check.isExtra,
                isHidden: check.isHidden, outcome: outcome, output: report?.output ?? "",
                timeline: report?.timeline ?? []))
    }

    // MARK: Replies

    /// Why nothing was run, which is no fault of the submission.
    private static func failure(_ reply: ServerReply) -> GradingFailure? {
        if reply.wasReady { return nil }
        switch reply.ending {
        case .neverBegan(let errno): return .noProcess(errno: errno)
        case .left(let code) where code == SandboxExit.noEngine.rawValue: return .noEngine
        case .left, .died, .timedOut, .flooded: return .notConfined
        }
    }

    /// What a process said that came to its end.
    private static func answer(_ reply: ServerReply) -> CheckAnswer? {
        guard case .left(code: 0) = reply.ending else { return nil }
        return try? CheckAnswer(reply.answer.dropFirst())
    }

    /// Why a process that was ready came to no end.
    private static func reason(_ reply: ServerReply) -> StopReason {
        switch reply.ending {
        case .died(SIGSYS): .forbiddenCall
        case .died(SIGXCPU): .synchronousLoop
        // It neither computed nor ended: all its threads slept.
        case .timedOut: .deadlock
        case .flooded: .outputFlood
        // What has no memory left ends in one way or another.
        case .died, .left, .neverBegan: reply.usedMuchMemory ? .allocationBomb : .crashed
        }
    }

    private static func words(_ failure: GradingFailure) -> String {
        switch failure {
        case .noProcess(let errno): "no process could be started for this check (system error \(errno))"
        case .noEngine: "the engine could not be made ready for this check"
        default: "the process for this check could not be confined"
        }
    }
}
