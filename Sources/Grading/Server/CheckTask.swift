// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Scheduling

/// What a server of checks is asked to do in one process: run a check once, or name all checks.
struct CheckTask: Equatable {
    var job: CheckJob
    /// The check to run, counted from 0; nil to name them all.
    var index: Int?
    /// How it is run.
    var schedule = CheckStage.Schedule()

    var bytes: [UInt8] {
        var wire = WireWriter()
        for file in [job.submission, job.checks] {
            wire.text(file.path)
            wire.text(file.text)
        }
        wire.optional(job.entry) { $0.text($1) }
        wire.optional(index) { $0.number($1) }
        wire.number(schedule.workers)
        wire.list(schedule.plan.choices) { $0.number($1) }
        wire.number(schedule.plan.seed)
        wire.flag(schedule.plan.variesDurations)
        let budgets = schedule.budgets
        wire.number(budgets.processorTime)
        wire.number(budgets.realTime)
        for count in [budgets.jobsPerCheckpoint, budgets.turns, budgets.outputBytes, budgets.memoryBytes] {
            wire.number(count)
        }
        return wire.bytes
    }
}

extension CheckTask {
    /// Reads a task.
    init(_ bytes: ArraySlice<UInt8>) throws(WireError) {
        var wire = WireReader(bytes)
        let submission = CheckJob.File(path: try wire.text(), text: try wire.text())
        let checks = CheckJob.File(path: try wire.text(), text: try wire.text())
        let entry = try wire.optional { (wire) throws(WireError) in try wire.text() }
        job = CheckJob(submission: submission, checks: checks, entry: entry)
        index = try wire.optional { (wire) throws(WireError) in try wire.count() }
        schedule.workers = try wire.count()
        schedule.plan.choices = try wire.list { (wire) throws(WireError) in try wire.count() }
        schedule.plan.seed = try wire.number()
        schedule.plan.variesDurations = try wire.flag()
        schedule.budgets.processorTime = try wire.number()
        schedule.budgets.realTime = try wire.number()
        schedule.budgets.jobsPerCheckpoint = try wire.count()
        schedule.budgets.turns = try wire.count()
        schedule.budgets.outputBytes = try wire.count()
        schedule.budgets.memoryBytes = try wire.count()
        guard wire.isAtEnd else { throw .damaged }
    }
}
