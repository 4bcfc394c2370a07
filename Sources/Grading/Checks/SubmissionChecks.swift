// SPDX-License-Identifier: MIT
internal import Glibc
public import HostRuntime
internal import Scheduling

/// Runs the checks of an exercise in this process, for code that the person at the terminal has written.
///
/// Each check gets a runtime of its own on the virtual clock: what one breaks, the next one does not see. The engine
/// must have been started; the calling thread must have no other runtime open.
public struct SubmissionChecks {
    /// Why there is no verdict.
    public enum Failure: Error, Equatable, Sendable {
        /// The file of the checks is wrong; the message is the engine's.
        case badChecks(path: String, message: String)
        /// It names no check.
        case noChecks(path: String)
        /// The runtime did not start.
        case runtime(RuntimeError)
        /// One of the signals came.
        case interrupted(RunEnding)
    }

    private let productVersion: String
    /// Real time in nanoseconds that one check may take.
    public var timeout: UInt64 = 2_000_000_000
    /// Bytes that one check may use.
    public var memoryBytes = 512 << 20
    /// Signals, blocked by the caller, that end the run.
    public var signals: [Int32] = []

    /// Prepares to run checks.
    public init(productVersion: String) {
        self.productVersion = productVersion
    }

    /// Runs every check whose needs are met, in order.
    public func run(_ job: CheckJob) throws(Failure) -> SubmissionVerdict {
        let descriptions = try list(job)
        var verdicts: [CheckVerdict] = []
        var passed: Set<String> = []
        for (index, check) in descriptions.enumerated() {
            if let needs = check.needs, !passed.contains(needs) {
                verdicts.append(
                    CheckVerdict(name: check.name, milliPoints: check.milliPoints, result: .skipped(needs: needs)))
                continue
            }
            let verdict = try run(check, index, job)
            if verdict.hasPassed { passed.insert(check.name) }
            verdicts.append(verdict)
        }
        return SubmissionVerdict(checks: verdicts)
    }

    private func list(_ job: CheckJob) throws(Failure) -> [CheckDescription] {
        let runtime = try makeRuntime(CheckOutput())
        let checks: [CheckDescription]
        do throws(CheckFileError) {
            checks = try runtime.checks(of: job)
        } catch {
            try close(runtime)
            throw .badChecks(path: job.checks.path, message: error.message)
        }
        try close(runtime)
        if checks.isEmpty { throw .noChecks(path: job.checks.path) }
        return checks
    }

    private func run(_ check: CheckDescription, _ index: Int, _ job: CheckJob) throws(Failure) -> CheckVerdict {
        let output = CheckOutput()
        let runtime = try makeRuntime(output)
        let (ending, stop) = runtime.run(check: index, of: job, printing: output)
        try close(runtime)
        let result: CheckVerdict.Result
        switch stop {
        case .exited(let code) where !ending.isComplete: result = .exited(code: code)
        case let stop? where !ending.isComplete: result = .stopped(stop)
        default:
            result = ending.hasPassed ? .passed : .failed(message: ending.message, details: ending.details)
        }
        return CheckVerdict(name: check.name, milliPoints: check.milliPoints, result: result, output: ending.output)
    }

    /// Shuts a runtime down; throws where a signal came, at whatever moment: then what it said counts for nothing.
    private func close(_ runtime: Runtime) throws(Failure) {
        let watchdog = runtime.watchdog
        let ending = runtime.ending
        runtime.shutDown()
        // Behind the end of its thread: a signal that it took is not told of again.
        if case .signal(let signal) = watchdog?.reason {
            throw .interrupted(signal == SIGINT ? .interrupted : .signalled(signal))
        }
        if case .interrupted = ending { throw .interrupted(.interrupted) }
    }

    private func makeRuntime(_ output: CheckOutput) throws(Failure) -> Runtime {
        var options = RuntimeOptions(output: output, productVersion: productVersion)
        options.clock = .virtual
        options.color = .never
        options.heapBytes = memoryBytes
        options.arguments = ["looplab"]
        do throws(RuntimeError) {
            let runtime = try Runtime(options)
            runtime.watch(Watchdog.Limits(timeout: timeout, memoryBytes: memoryBytes, signals: signals))
            return runtime
        } catch {
            throw .runtime(error)
        }
    }
}
