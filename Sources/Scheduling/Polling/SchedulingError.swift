// SPDX-License-Identifier: MIT
/// What the operating system refused to a loop; the number is its `errno`.
public enum SchedulingError: Error, Equatable, Sendable {
    /// The pipe that wakes the loop could not be made.
    case wakeUpUnavailable(errno: Int32)
    /// The descriptor cannot be watched, because it is not open.
    case notWatchable(descriptor: Int32, errno: Int32)
    /// No thread could be started.
    case noThread(errno: Int32)
    /// The loop was made without a poller.
    case noPoller
}
