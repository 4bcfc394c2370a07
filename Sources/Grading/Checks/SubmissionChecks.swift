// SPDX-License-Identifier: MIT
internal import Glibc
public import HostRuntime
internal import Results
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
    /// How many workers a submission may start.
    public var workers = 0
    /// Signals, blocked by the caller, that end the run.
    public var signals: [Int32] = []

    /// Prepares to run checks.
    public init(productVersion: String) {
        self.productVersion = productVersion
    }

    /// Runs every check whose needs are met, in order.
    public func run(_ job: CheckJob) throws(Failure) -> CheckedSubmission {
        let descriptions = try list(job)
        var results: [CheckResult] = []
        var passed: Set<String> = []
        for (index, check) in descriptions.enumerated() {
            if let needs = check.needs, !passed.contains(needs) {
                results.append(CheckResult(check, skippedBecauseOf: needs))
                continue
            }
            let result = CheckResult(check, try run(check, index, job))
            if result.hasPassed { passed.insert(check.name) }
            results.append(result)
        }
        return CheckedSubmission(checks: results)
    }

    private func list(_ job: CheckJob) throws(Failure) -> [CheckDescription] {
        let checks = try onStage(job) { stage throws(CheckFileError) in try stage.list(job.checks) }
        if checks.isEmpty { throw .noChecks(path: job.checks.path) }
        return checks
    }

    private func run(_ check: CheckDescription, _ index: Int, _ job: CheckJob) throws(Failure) -> CheckEnding {
        var search = ScheduleSearch(isWide: check.isForAnyOrder)
        var ending = CheckEnding()
        while let plan = search.nextPlan() {
            ending = try onStage(job) { stage throws(CheckFileError) in
                try stage.run(job, check: index, CheckStage.Schedule(plan: plan, workers: workers))
            }
            if !ending.hasPassed { break }
            search.note(ending.choices)
        }
        return ending
    }

    /// Makes a stage for one use; throws where a signal came, at whatever moment: then what was said counts for nothing.
    private func onStage<Value>(
        _ job: CheckJob, _ body: (CheckStage) throws(CheckFileError) -> Value
    ) throws(Failure) -> Value {
        let stage: CheckStage
        do throws(RuntimeError) {
            stage = try CheckStage(productVersion: productVersion)
        } catch {
            throw .runtime(error)
        }
        stage.watch(Watchdog.Limits(timeout: timeout, memoryBytes: memoryBytes, signals: signals))
        let result: Value
        do throws(CheckFileError) {
            result = try body(stage)
        } catch {
            try close(stage)
            throw .badChecks(path: job.checks.path, message: error.message)
        }
        try close(stage)
        return result
    }

    private func close(_ stage: CheckStage) throws(Failure) {
        if let signal = stage.shutDown() { throw .interrupted(signal == SIGINT ? .interrupted : .signalled(signal)) }
    }
}
