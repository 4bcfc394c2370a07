// SPDX-License-Identifier: MIT
/// What a window event loop has besides its microtask queue.
///
/// Confined to the loop's thread.
final class Page {
    var tasks = TaskQueues()
    var timers = PageTimers()
    var frames = AnimationFrames()
    var idle = IdleRequests()
    var report = FrameReport()
    /// Whether the global scope was closed: nothing that waits runs any more.
    var isClosed = false
    /// The timer nesting level of the running task, or 0.
    var nestingLevel = 0
    /// The id of the timer callback that is running, or 0.
    var runningTimer: UInt64 = 0
    /// Whether the running idle callback runs because its timeout was over.
    var didIdleTimeOut = false
    /// When the running idle callback began, in nanoseconds.
    var idleCallbackStart: UInt64 = 0

    /// Whether something waits that will run by itself; no page ends, but a run does when nothing can happen any more.
    var isAlive: Bool {
        tasks.count > 0 || timers.referencedCount > 0 || frames.isWanted || !idle.isEmpty
    }

    /// What is known to come next: the next timer and the next frame, in nanoseconds; it ends an idle period.
    var knownDeadline: UInt64 {
        min(timers.first()?.timer.due ?? .max, frames.due ?? .max)
    }

    /// When the next task can run, in nanoseconds; `now` if one can run now, nil if none will.
    func nextDeadline(at now: UInt64) -> UInt64? {
        if tasks.count > 0 { return now }
        let known = min(knownDeadline, idle.firstTimeout?.time ?? .max)
        let deadline = min(known, idle.nextStart(at: now) ?? .max)
        return deadline == .max ? nil : max(deadline, now)
    }

    func removeAll() -> [Callback] {
        tasks.removeAll() + timers.removeAll() + frames.removeAll() + idle.removeAll()
    }
}
