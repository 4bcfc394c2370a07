// SPDX-License-Identifier: MIT
/// Which queues a loop has, and in which order it serves them.
public enum LoopProfile: Sendable, CaseIterable {
    /// The phases of Node 20: timers, poll, check, close.
    case node
    /// A window event loop of the HTML standard: task queues, rendering opportunities, idle periods.
    case browser
}
