// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc
internal import HostRuntime

/// The process that does one task: a copy of its server, which confines itself before it looks at the task's texts.
struct CheckProcess {
    typealias Filters = (ordinary: SystemCallFilter, threaded: SystemCallFilter)

    let stage: CheckStage
    /// The filter of a process that may start no thread, and of one that may.
    let filters: Filters
    /// The process of which this is a copy.
    let server: pid_t

    /// Does the task and gives the process's exit code; nothing but `_exit` may follow.
    func run(_ task: CheckTask, answerOn output: Int32) -> Int32 {
        let budgets = task.schedule.budgets
        // Before anything else: who is killed cannot clean up.
        guard lls_die_with_parent(SIGKILL) == 0, getppid() == server, setpgid(0, 0) == 0, keep(output),
            limitStart(budgets)
        else { return SandboxExit.notConfined.rawValue }
        do throws(RuntimeError) {
            try stage.beginCopy(budgets)
        } catch {
            return SandboxExit.noEngine.rawValue
        }
        guard confine(task.schedule) else { return SandboxExit.notConfined.rawValue }
        return (write(answer(to: task).bytes) ? SandboxExit.ended : .noResult).rawValue
    }

    private func answer(to task: CheckTask) -> CheckAnswer {
        do throws(CheckFileError) {
            guard let index = task.index else { return .checks(try stage.list(task.job.checks)) }
            // From the mark on it is the submission that is to blame.
            return .ending(
                try stage.run(task.job, check: index, task.schedule) {
                    if !write([CheckAnswer.readyMark]) { _exit(SandboxExit.noResult.rawValue) }
                })
        } catch {
            return .badChecks(error.message)
        }
    }

    // The server has its socket in place of standard input, and nothing else that is not the runtime's.
    private func keep(_ output: Int32) -> Bool {
        dup2(output, STDOUT_FILENO) >= 0 && dup2(STDERR_FILENO, STDIN_FILENO) >= 0 && close(output) == 0
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
