// SPDX-License-Identifier: MIT

/// Deliberate deviations from the rules of the loop, to run a program as somebody expects who has a rule wrong.
///
/// Empty for every ordinary run. What each one changes is in `EventLoop+WrongRules.swift`; the loop's own code asks for
/// them once a turn, once a checkpoint and where a timer is armed, and never between two microtasks.
public struct WrongRules: OptionSet, Sendable {
    /// The set as a number.
    public let rawValue: UInt8

    /// Makes a set from its number.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Microtasks wait while a task is ready: all tasks of a turn run first, and a timer of 0 ms counts as ready.
    public static let tasksBeforeMicrotasks = WrongRules(rawValue: 1 << 0)
    /// A checkpoint runs one microtask; a turn without a checkpoint runs one, too.
    public static let oneMicrotaskPerTask = WrongRules(rawValue: 1 << 1)
    /// A checkpoint runs microtasks until none is left, and then ticks.
    public static let ticksAfterMicrotasks = WrongRules(rawValue: 1 << 2)
    /// What ``EventLoop/noteFollower()`` marks runs right after the microtask that queued it.
    public static let followersFirst = WrongRules(rawValue: 1 << 3)
    /// Every timer has the shortest delay there is, so that timers run in the order in which they were armed.
    public static let timersInOrderArmed = WrongRules(rawValue: 1 << 4)
    /// A callback may serve the loop until something has happened: ``EventLoop/serveInside(until:)``.
    public static let callbacksMayWait = WrongRules(rawValue: 1 << 5)
}
