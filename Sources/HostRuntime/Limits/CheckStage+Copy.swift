// SPDX-License-Identifier: MIT
internal import Glibc
internal import Scheduling
internal import ScriptEngine

// A stage as the original of those in processes that are copies of this one.
extension CheckStage {
    /// Frees what making the stage has left behind, which each copy would copy and collect again.
    ///
    /// The process has to be without other threads from now until it is copied.
    public func prepareForCopies() throws(RuntimeError) {
        try rehearse()
        runtime.context.collectGarbage()
        Engine.returnFreeMemory()
    }

    /// In a copy, before anything else: makes it independent of the original, and watches what it spends.
    ///
    /// Nothing may have run on the stage. Throws where the system has no descriptor left.
    public func beginCopy(_ budgets: CheckBudgets) throws(RuntimeError) {
        do throws(SchedulingError) {
            try runtime.loop.separateFromOriginal()
        } catch {
            throw .noDescriptor(error)
        }
        guard MemoryGauge.separateFromOriginal() else { throw .noDescriptor(.wakeUpUnavailable(errno: errno)) }
        var limits = Watchdog.Limits()
        limits.processorTime = budgets.processorTime
        limits.memoryBytes = MemoryGauge.residentBytes + budgets.memoryBytes
        watch(limits)
    }
}
