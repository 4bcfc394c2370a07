// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Results
internal import Scheduling
internal import ScriptEngine

/// A runtime made ready for one check, in the process of which those that run checks are copies.
struct CheckRuntime {
    private let runtime: Runtime
    private let output: CheckOutput
    private let guarded: LimitedOutput

    /// Starts a runtime; the engine must have been started, without the JIT and without threads.
    init(productVersion: String, budgets: CheckBudgets = CheckBudgets()) throws(RuntimeError) {
        output = CheckOutput()
        guarded = LimitedOutput(output, limit: budgets.outputBytes)
        var options = RuntimeOptions(output: guarded, productVersion: productVersion)
        options.clock = .virtual
        options.color = .never
        options.heapBytes = budgets.memoryBytes
        options.arguments = ["looplab"]
        options.directory = "/"
        options.hasStandardInput = false
        runtime = try Runtime(options)
        // What is garbage already would be copied with each process.
        runtime.context.collectGarbage()
    }

    /// In a copy: makes it independent of the original, and starts to watch what it spends.
    func begin(_ budgets: CheckBudgets) throws(RuntimeError) {
        try runtime.separateFromOriginal()
        guarded.limit = budgets.outputBytes
        var limits = Watchdog.Limits()
        limits.processorTime = budgets.processorTime
        limits.memoryBytes = MemoryGauge.residentBytes + budgets.memoryBytes
        runtime.watch(limits)
    }

    /// Names the checks of a job.
    func list(_ job: CheckJob) -> CheckAnswer {
        do throws(CheckFileError) {
            let checks = try runtime.checks(of: job)
            return .checks(checks.map { ListedCheck(name: $0.name, milliPoints: $0.milliPoints, needs: $0.needs) })
        } catch {
            if let reason = runtime.ending.flatMap(StopReason.init) { return .stopped(reason) }
            return .badChecks(error.message)
        }
    }

    /// Runs one check of a job.
    func run(_ job: CheckJob, _ index: Int) -> CheckReport {
        let (ending, stop) = runtime.run(check: index, of: job, printing: output)
        let outcome: CheckReport.Outcome
        if ending.isComplete {
            let details = ending.details.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            outcome =
                ending.hasPassed
                ? .passed
                : .failed(.init(message: ending.message, details: ending.details.isEmpty ? [] : details))
        } else {
            outcome = .stopped(stop.flatMap(StopReason.init) ?? .neverSettled(ending.message))
        }
        return CheckReport(
            outcome: outcome, share: outcome == .passed ? 1000 : 0, output: Self.kept(ending.output))
    }

    // A report holds enough of what was printed to show it; the limit is a budget's, and hundreds of times larger.
    private static func kept(_ output: String) -> String {
        let limit = 16 << 10
        return output.utf8.count <= limit ? output : String(decoding: output.utf8.prefix(limit), as: UTF8.self)
    }
}

extension StopReason {
    /// Names why a runtime stopped a program; nil where the program was not stopped.
    init?(_ ending: RunEnding) {
        switch ending {
        case .exited(let code): self = .exitedEarly(code: code)
        case .timedOut: self = .synchronousLoop
        case .heapLimit: self = .allocationBomb
        case .outputFailed: self = .outputFlood
        case .clockExhausted: self = .timerStorm
        case .stuck: self = .deadlock
        case .interrupted, .signalled, .recordedEnough: self = .crashed
        }
    }
}

/// Output that refuses more than a number of bytes, which ends the program.
private final class LimitedOutput: ProgramOutput {
    var limit: Int
    private let output: CheckOutput
    private var written = 0

    init(_ output: CheckOutput, limit: Int) {
        self.output = output
        self.limit = limit
    }

    func write(_ bytes: UnsafeRawBufferPointer, to stream: StandardStream) -> Int32 {
        written = written.addingReportingOverflow(bytes.count).partialValue
        return written > limit ? Self.tooLarge : output.write(bytes, to: stream)
    }

    func flush() -> Int32 { written > limit ? Self.tooLarge : 0 }

    // The system's EFBIG, which every system has by this number.
    private static let tooLarge: Int32 = 27
}
