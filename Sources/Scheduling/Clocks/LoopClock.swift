// SPDX-License-Identifier: MIT
/// Which kind of time a loop lives in.
public enum ClockKind: Sendable {
    /// Time passes by itself.
    case system
    /// Time is stored data, and moves when the loop or the program says so.
    case virtual
}

/// The time of one loop, in nanoseconds since the loop's start.
///
/// Confined to the loop's thread.
public protocol LoopClock: AnyObject {
    /// Which kind of time this is.
    var kind: ClockKind { get }

    /// The wall-clock time at the loop's start, in nanoseconds since 1970-01-01T00:00:00Z.
    var wallTimeOrigin: UInt64 { get }

    /// The time that has passed since the loop's start, in nanoseconds; never less than an earlier answer.
    func now() -> UInt64

    /// The same as ``now()``, read on behalf of the program, which may be charged for it.
    func readByProgram() -> UInt64

    /// Notes that the loop takes up another task.
    func beginTask()

    /// Keeps the thread busy for that many nanoseconds, or lets a virtual clock pass over them.
    func charge(nanoseconds: UInt64)

    /// Lets the thread sleep for that many nanoseconds, or lets a virtual clock pass over them.
    func sleep(nanoseconds: UInt64)
}
