// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc
internal import HostRuntime

/// The process that does one task: a copy of its server, which confines itself before it looks at the task's texts.
struct CheckProcess {
    let runtime: CheckRuntime
    /// The filter of a process that may start no thread, and of one that may.
    let filters: (ordinary: SystemCallFilter, threaded: SystemCallFilter)
    /// The process of which this is a copy.
    let server: pid_t

    /// Does the task and gives the process's exit code; nothing but `_exit` may follow.
    func run(_ task: CheckTask, answerOn output: Int32) -> Int32 {
        // Before anything else: who is killed cannot clean up.
        guard lls_die_with_parent(SIGKILL) == 0, getppid() == server, setpgid(0, 0) == 0,
            keep(output), limitStart(task.budgets)
        else { return SandboxExit.notConfined.rawValue }
        do throws(RuntimeError) {
            try runtime.begin(task.budgets)
        } catch {
            return SandboxExit.noEngine.rawValue
        }
        guard confine(task) else { return SandboxExit.notConfined.rawValue }
        // From here on it is the submission that is to blame.
        guard write([CheckAnswer.readyMark]) else { return SandboxExit.noResult.rawValue }
        let answer = task.index.map { .report(runtime.run(task.job, $0)) } ?? runtime.list(task.job)
        return (write(answer.bytes) ? SandboxExit.ended : .noResult).rawValue
    }

    // The server has its socket in place of standard input, and nothing else that is not the runtime's.
    private func keep(_ output: Int32) -> Bool {
        dup2(output, STDOUT_FILENO) >= 0 && dup2(STDERR_FILENO, STDIN_FILENO) >= 0 && close(output) == 0
    }

    // Behind the watchdog, which asks politely and then again and again; the system does neither.
    private func limitStart(_ budgets: CheckBudgets) -> Bool {
        ResourceLimits.limitStart(cpuSeconds: budgets.processorTime / 1_000_000_000 + 2)
    }

    private func confine(_ task: CheckTask) -> Bool {
        let mayStartThreads = task.workers > 0
        let addresses =
            MemoryGauge.addressBytes + task.budgets.memoryBytes + Self.reserve + task.workers * Self.workerAddresses
        guard
            ResourceLimits.limitProgram(
                addressBytes: addresses, descriptors: 32 + task.workers * 8, mayStartThreads: mayStartThreads)
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
