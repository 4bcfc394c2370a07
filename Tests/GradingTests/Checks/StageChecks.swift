// SPDX-License-Identifier: MIT
import EngineTesting
import HostRuntime
import Results

@testable import Grading

/// Runs checks on stages of this process, one stage for each run, as a server's copies do.
enum StageChecks {
    static func run(
        _ job: CheckJob, workers: Int = 0, timeout: UInt64 = 20_000_000_000
    ) async throws -> [CheckResult] {
        try await onEngineThread {
            let checks = try onStage(timeout) { stage in try stage.list(job.checks) }
            var results: [CheckResult] = []
            for (index, check) in checks.enumerated() {
                let passed = Set(results.filter(\.hasPassed).map(\.name))
                if let needs = check.needs, !passed.contains(needs) {
                    results.append(CheckResult(check, skippedBecauseOf: needs))
                    continue
                }
                var search = ScheduleSearch(runs: check.orders)
                var ending = CheckEnding()
                while let plan = search.nextPlan() {
                    let schedule = CheckStage.Schedule(plan: plan, workers: workers)
                    ending = try onStage(timeout) { stage in try stage.run(job, check: index, schedule) }
                    search.note(ending.choices)
                    if !ending.hasPassed { break }
                }
                results.append(CheckResult(check, ending))
            }
            return results
        }
    }

    private static func onStage<Value>(_ timeout: UInt64, _ body: (CheckStage) throws -> Value) throws -> Value {
        let stage = try CheckStage(productVersion: "0")
        defer { stage.shutDown() }
        stage.watch(Watchdog.Limits(timeout: timeout))
        return try body(stage)
    }
}
