// SPDX-License-Identifier: MIT

/// What one check of a submission may spend before it is stopped.
///
/// Budgets are counts wherever something can be counted, so that a verdict is the same on every machine. Only a task
/// that computes without end needs time: that of the processor, of which a loaded machine gives no more and no less.
public struct CheckBudgets: Hashable, Sendable {
    /// Nanoseconds of processor time of the whole process, its workers included.
    public var processorTime: UInt64 = 2_000_000_000
    /// Nanoseconds of real time; reached only by what waits without computing, as no program in virtual time should.
    public var realTime: UInt64 = 120_000_000_000
    /// Promise jobs and ticks that one checkpoint may run.
    public var jobsPerCheckpoint = 250_000
    /// Turns of the loop.
    public var turns = 100_000
    /// Bytes that the submission may print.
    public var outputBytes = 1 << 20
    /// Bytes of memory beyond those that a check has when it begins.
    public var memoryBytes = 256 << 20

    /// The budgets that a check has unless somebody asks for others.
    public init() {}
}
