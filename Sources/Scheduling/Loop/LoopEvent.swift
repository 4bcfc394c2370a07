// SPDX-License-Identifier: MIT
/// A part of a turn.
///
/// Source: "The Node.js Event Loop", and `uv_run` in libuv's `src/unix/core.c`.
public enum Phase: UInt8, Sendable, CaseIterable {
    /// Timers that are due.
    case timers
    /// Completions, jobs from other threads and ready descriptors.
    case poll
    /// Immediates.
    case check
    /// Close callbacks.
    case close
}

/// How a timer was armed.
public struct TimerArming: Equatable, Sendable {
    /// The name of the timer.
    public let timer: TimerID
    /// How long it waits, in milliseconds.
    public let duration: Int
    /// When its wait began, in milliseconds of the loop's clock.
    public let start: UInt64
    /// Whether it starts again after each run.
    public let isRepeating: Bool
    /// Whether it keeps the loop alive.
    public let isReferenced: Bool

    /// Makes a description from its parts.
    public init(timer: TimerID, duration: Int, start: UInt64, isRepeating: Bool, isReferenced: Bool) {
        self.timer = timer
        self.duration = duration
        self.start = start
        self.isRepeating = isRepeating
        self.isReferenced = isReferenced
    }
}

/// Something that happened in a loop.
public enum LoopEvent: Equatable, Sendable {
    /// A callback was queued by the callback whose id is `cause`, or from outside any (0).
    case queued(Callback, cause: UInt64)
    /// A callback waits for work outside the loop's queues: a job of the pool or a simulated operation.
    ///
    /// It was asked for by the callback whose id is `cause`, or from outside any (0).
    case workBegan(Callback, cause: UInt64)
    /// The pool has done the job of a callback: from when to when, in nanoseconds of the loop's clock.
    case workDone(Callback, start: UInt64, end: UInt64)
    /// A callback whose work was awaited has entered its queue.
    case ready(Callback)
    /// A timer was armed, or armed again, by the callback whose id is `cause`, or from outside any (0).
    case timerArmed(Callback, TimerArming, cause: UInt64)
    /// A callback was taken out of its queue before it ran, by the callback whose id is `cause`, or from outside (0).
    case cleared(Callback, cause: UInt64)
    /// A callback is about to run.
    case started(Callback)
    /// A callback has run.
    case ended(Callback, Outcome)
    /// A turn began; the first is 1.
    case turnStarted(UInt64)
    /// A phase that has something to run was entered.
    case phaseEntered(Phase)
    /// A checkpoint that has something to drain began.
    case checkpointEntered
    /// The virtual clock jumped; nanoseconds of the loop's clock.
    case clockJumped(from: UInt64, to: UInt64)
    /// An order that is left open was chosen.
    case choice(Choice)
    /// A page takes the next task of this source.
    case taskSourceChosen(TaskSource)
    /// A page renders the frame of this number.
    case frameBegan(UInt64)
}

/// Hears what happens in a loop, as it happens, on the loop's thread.
///
/// An observer must not change the loop. With no observer an event costs one branch.
public protocol LoopObserver: AnyObject {
    /// Takes one event; the loop's clock still shows the time at which it happened.
    func observe(_ event: LoopEvent)
}
