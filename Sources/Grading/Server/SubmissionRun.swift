// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import Results
internal import Scheduling

/// One submission on its way through its checks: which task is next, and what the replies say.
///
/// It does nothing itself.
struct SubmissionRun {
    private enum Step {
        case list
        case check(Int, ChoicePlan)
        case end(GradingOutcome)
    }

    private let job: GradingJob
    /// The checks of the job; nil until they are known.
    private(set) var checks: [CheckDescription]?
    private var results: [CheckResult] = []
    private var passed: Set<String> = []
    private var search = ScheduleSearch(runs: 1)
    private var step = Step.list

    /// Begins with a job; where its checks are known already they need not be listed.
    init(_ job: GradingJob, _ checks: [CheckDescription]? = nil) {
        self.job = job
        if let checks { begin(checks) }
    }

    /// What is to be done next; nil at the end.
    var task: CheckTask? {
        var task = CheckTask(job: job.checks)
        task.schedule.budgets = job.budgets
        switch step {
        case .list:
            // Nothing of the submission is needed to name the checks.
            task.job = CheckJob(
                submission: .init(path: job.checks.submission.path, text: ""), checks: job.checks.checks,
                entry: job.checks.entry)
        case .check(let index, let plan):
            task.index = index
            task.schedule.plan = plan
            task.schedule.workers = min(max(0, job.workers), GradingJob.workerLimit)
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
        case .check(let index, _): takeCheck(index, reply)
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
        switch Self.answer(reply) {
        case .checks(let checks)?:
            checks.isEmpty || Self.repeatsName(checks) ? fail(.noChecks(path: path)) : begin(checks)
        case .badChecks(let message)?: fail(.badChecks(path: path, message: message))
        case .ending?, nil: fail(Self.failure(reply, checks: path))
        }
    }

    // Whoever needs a check names it.
    private static func repeatsName(_ checks: [CheckDescription]) -> Bool {
        Set(checks.map(\.name)).count < checks.count
    }

    private mutating func begin(_ checks: [CheckDescription]) {
        self.checks = checks
        if job.isOnlyAppraised {
            let points = checks.reduce(0) { $1.isExtra ? $0 : $0 + $1.milliPoints }
            step = .end(.appraised(Points(thousandths: points)))
        } else {
            goOn(to: 0)
        }
    }

    // MARK: The checks

    private mutating func goOn(to index: Int) {
        let checks = checks ?? []
        var index = index
        while index < checks.count {
            guard let needs = checks[index].needs, !passed.contains(needs) else {
                search = ScheduleSearch(runs: checks[index].orders)
                step = .check(index, search.nextPlan() ?? ChoicePlan())
                return
            }
            results.append(CheckResult(checks[index], skippedBecauseOf: needs))
            index += 1
        }
        step = .end(.graded(results))
    }

    private mutating func takeCheck(_ index: Int, _ reply: ServerReply) {
        guard let check = checks?[index] else { return }
        var result = CheckResult(check, CheckEnding())
        if reply.wasReady {
            if case .ending(let ending)? = Self.answer(reply) {
                search.note(ending.choices)
                // All legal orders have to be good.
                if ending.hasPassed, let plan = search.nextPlan() {
                    step = .check(index, plan)
                    return
                }
                result = CheckResult(check, ending, replayToken: ending.hasPassed ? nil : token(check, ending))
            } else {
                result.outcome = .stopped(Self.reason(reply))
            }
        } else if case .badChecks(let message)? = Self.answer(reply) {
            result.outcome = .error("the checks could not be read: \(message)")
        } else {
            result.outcome = .error(Self.words(Self.failure(reply, checks: job.checks.checks.path)))
        }
        if result.hasPassed { passed.insert(check.name) }
        results.append(result)
        goOn(to: index + 1)
    }

    // What opens the schedule under which a check failed. The text of a hidden check is nobody's to read.
    private func token(_ check: CheckDescription, _ ending: CheckEnding) -> String? {
        guard check.orders > 1, !check.isHidden, let exercise = job.exercise else { return nil }
        let file = job.checks.submission
        let name = file.path.split(separator: "/").last.map(String.init) ?? "submission.js"
        return try? ShareToken.text(
            of: ReplayProgram(
                submission: .init(path: name, text: file.text), exercise: exercise, check: check.name,
                choices: ending.choices.map(\.taken)))
    }

    // MARK: Replies

    /// Why nothing of a submission was run.
    private static func failure(_ reply: ServerReply, checks path: String) -> GradingFailure {
        switch reply.ending {
        case .neverBegan(let errno): .noProcess(errno: errno)
        case .left(SandboxExit.noEngine.rawValue): .noEngine
        case .left(SandboxExit.notConfined.rawValue): .notConfined
        case .left, .died, .timedOut, .flooded: .checksStopped(path: path, reason(reply))
        }
    }

    /// What a process said that came to its end.
    private static func answer(_ reply: ServerReply) -> CheckAnswer? {
        guard case .left(code: 0) = reply.ending else { return nil }
        return try? CheckAnswer(reply.wasReady ? reply.answer.dropFirst() : reply.answer)
    }

    /// Why a process came to no end.
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
        case .checksStopped(let path, let reason): "\(path) was stopped before the check began: \(reason.name)"
        default: "the process for this check could not be confined"
        }
    }
}
