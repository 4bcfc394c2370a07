// SPDX-License-Identifier: MIT
internal import Glibc
internal import Scheduling

// A runtime in a process that was copied from another one by fork(2).
extension Runtime {
    /// Makes the runtime independent of the one that it is a copy of; call it before anything else.
    ///
    /// The runtime must not have run a program, and no thread may have been there when the process was copied. Throws
    /// where the system has no descriptor left.
    public func separateFromOriginal() throws(RuntimeError) {
        do throws(SchedulingError) {
            try loop.separateFromOriginal()
        } catch {
            throw .noDescriptor(error)
        }
        guard MemoryGauge.separateFromOriginal() else { throw .noDescriptor(.wakeUpUnavailable(errno: errno)) }
    }
}
