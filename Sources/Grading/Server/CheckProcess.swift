// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc
internal import HostRuntime

/// The process that runs checks of one submission: a copy of its server, which confines itself before it looks at
/// texts.
struct CheckProcess {
    let stage: CheckStage
    /// The filter of a process that may start no thread, and of one that may.
    let filters: (ordinary: SystemCallFilter, threaded: SystemCallFilter)
    /// The process of which this is a copy.
    let server: pid_t

    /// Does the task, and further ones of the same job that come, and gives the process's exit code; nothing but
    /// `_exit` may follow.
    func run(_ task: CheckTask, tasksFrom input: Int32, answerOn output: Int32) -> Int32 {
        let budgets = task.schedule.budgets
        // Before anything else: who is killed cannot clean up.
        guard lls_die_with_parent(SIGKILL) == 0, getppid() == server, setpgid(0, 0) == 0, keep(input, output),
            limitStart(budgets)
        else { return SandboxExit.notConfined.rawValue }
        do throws(RuntimeError) {
            try stage.beginCopy(budgets)
        } catch {
            return SandboxExit.noEngine.rawValue
        }
        let residentBytes = MemoryGauge.residentBytes
        guard confine(task.schedule) else { return SandboxExit.notConfined.rawValue }
        var task = task
        while true {
            let answer = answer(to: task)
            let goesOn =
                task.index != nil && Self.hasSpentLittle(of: budgets, since: residentBytes) && stage.renew()
            guard write(CheckWords.answer(answer, canBeAskedAgain: goesOn)) else {
                return SandboxExit.noResult.rawValue
            }
            guard goesOn, let bytes = Frame.read(from: STDIN_FILENO, limit: GradingServer.taskLimit) else {
                return SandboxExit.ended.rawValue
            }
            guard let next = try? CheckTask(bytes[...]) else { return SandboxExit.badJob.rawValue }
            task = next
        }
    }

    // A check finds most of its budget there, whatever those before it have spent.
    private static func hasSpentLittle(of budgets: CheckBudgets, since residentBytes: Int) -> Bool {
        Watchdog.processorTime < budgets.processorTime / 4
            && MemoryGauge.residentBytes - residentBytes < budgets.memoryBytes / 4
    }

    private func answer(to task: CheckTask) -> CheckAnswer {
        do throws(CheckFileError) {
            guard let index = task.index else { return .checks(try stage.list(task.job.checks)) }
            // From the mark on it is the submission that is to blame.
            return .ending(
                try stage.run(task.job, check: index, task.schedule) {
                    if !write(CheckWords.ready) { _exit(SandboxExit.noResult.rawValue) }
                })
        } catch {
            return .badChecks(error.message)
        }
    }

    // The server has its socket in place of standard input, and nothing else that is not the runtime's.
    private func keep(_ input: Int32, _ output: Int32) -> Bool {
        dup2(output, STDOUT_FILENO) >= 0 && dup2(input, STDIN_FILENO) >= 0 && close(output) == 0 && close(input) == 0
    }

    // Behind the watchdog, which asks politely and then again and again; the system does neither.
    private func limitStart(_ budgets: CheckBudgets) -> Bool {
        ResourceLimits.limitStart(cpuSeconds: budgets.processorTime / 1_000_000_000 + 2)
    }

    private func confine(_ schedule: CheckStage.Schedule) -> Bool {
        let mayStartThreads = schedule.workers > 0
        let beyondBudget = Self.reserve + schedule.workers * Self.workerAddresses
        guard
            ResourceLimits.limitProgram(
                addressBytes: MemoryGauge.addressBytes + schedule.budgets.memoryBytes + beyondBudget,
                descriptors: 32 + schedule.workers * 8, mayStartThreads: mayStartThreads)
        else { return false }
        do throws(SystemCallFilter.Failure) {
            try (mayStartThreads ? filters.threaded : filters.ordinary).load()
            return true
        } catch {
            return false
        }
    }

    /// Addresses for what is not the program's own: the collector's and the allocator's rounding, the report.
    private static let reserve = 96 << 20
    /// Addresses for a worker's stack and what its engine context takes.
    private static let workerAddresses = 96 << 20

    private func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { DescriptorBytes.write($0, to: STDOUT_FILENO) }
    }
}
