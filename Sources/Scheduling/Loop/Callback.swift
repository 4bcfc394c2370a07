// SPDX-License-Identifier: MIT
/// What a callback is: the queue it waits in and the rule that decides when it runs.
public enum CallbackKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// The program's entry: a main script or a piece of source given to a prompt.
    case script
    /// One `process.nextTick` callback.
    case tick
    /// One promise job or `queueMicrotask` callback.
    case microtask
    /// One timer of the timers phase.
    case timer
    /// One immediate of the check phase.
    case immediate
    /// One completion of the poll phase.
    case poll
    /// One callback of the close phase.
    case close
    /// One callback that waits for idle time.
    case idle
    /// One task of a page that is no script, timer or frame.
    case task
    /// One callback that waits for the next frame of a page.
    case animationFrame
}

/// What a queue holds: a trivially copyable reference to work that its owner understands.
///
/// The loop never looks behind `handle`. It hands the value back to the ``CallbackRunner`` and says, by `run` or
/// `discard`, what becomes of it.
public struct Callback: Equatable, Sendable, BitwiseCopyable {
    /// The queue that the callback waits in.
    public let kind: CallbackKind
    /// A number that the owner of the work gave, and that only the owner understands.
    public let handle: UInt32
    /// The sequence number that the loop gave at queueing; greater than every earlier one, and never 0.
    public let id: UInt64

    /// Makes a callback from its parts.
    public init(kind: CallbackKind, handle: UInt32, id: UInt64) {
        self.kind = kind
        self.handle = handle
        self.id = id
    }
}

/// How a callback ended.
public enum Outcome: Sendable {
    /// The callback returned.
    case completed
    /// The callback threw, and its owner survived that.
    ///
    /// No checkpoint follows before the next callback of the batch: Node closes a failed callback scope without
    /// draining its queues (`InternalCallbackScope::Close`), and the ticks wait for the next scope that closes well.
    case failed
    /// The loop must be left at once, as `process.exit` or an interrupt asks.
    case stop
}

/// What the runner says after a checkpoint found its queues empty.
public enum CheckpointFollowUp: Sendable {
    /// Something was queued or emitted: drain again.
    case drainAgain
    /// Nothing more to do.
    case settled
    /// The loop must be left at once.
    case stop
}

/// The owner of the work: it runs callbacks and frees their handles.
///
/// Called on the loop's thread only. Every callback that is not a timer ends with exactly one call of `run` or
/// `discard`, and either of them ends the life of its handle. A *timer* may run many times (intervals, `refresh`), so
/// its handle lives until the one call of `discard` that follows its last run, its clearing or the end of the loop.
public protocol CallbackRunner: AnyObject {
    /// Runs one callback to its end and says how it ended.
    func run(_ callback: Callback) -> Outcome

    /// Frees the handle of a callback that was cleared or torn down, or of a timer that will not run again.
    ///
    /// Must not call back into the loop.
    func discard(_ callback: Callback)

    /// Looks at what must wait for empty queues, as unhandled rejections do.
    ///
    /// Called each time that a checkpoint found no tick and no microtask left (Node: `processPromiseRejections`).
    func checkpointDidEmpty() -> CheckpointFollowUp

    /// Recalculates the layout of a document that changed: the end of "update the rendering" (HTML 8.1.7.3, step 16).
    func updateLayout()

    /// Hears that a task of a page has run, with its microtasks: where long tasks are reported (HTML 8.1.7.3, step 4).
    func taskDidFinish(_ task: FinishedTask)

    /// Hears that the loop is about to wait: the moment to hand on what was kept back, as buffered output.
    func loopWillWait()
}

extension CallbackRunner {
    /// Answers that nothing waits for empty queues.
    public func checkpointDidEmpty() -> CheckpointFollowUp { .settled }

    /// Does nothing.
    public func loopWillWait() {}

    /// Does nothing.
    public func updateLayout() {}

    /// Does nothing.
    public func taskDidFinish(_ task: FinishedTask) {}
}
