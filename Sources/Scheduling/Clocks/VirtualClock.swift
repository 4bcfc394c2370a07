// SPDX-License-Identifier: MIT
/// Time as stored data: it stands still until the loop has nothing ready, and then jumps to the next deadline.
///
/// The same program therefore sees the same times on every machine, and an hour of waiting takes no time. Three things
/// move it besides jumps: a turn that neither jumps nor finds a deadline overrun costs ``turnCost``, so that immediates
/// which wait for a timer come to an end; clock reads by the program cost ``readCost`` each after the first
/// ``freeReadsPerTask`` of a task, so that busy-wait loops come to an end while exact times stay exact; and operations
/// with a declared cost charge it.
public final class VirtualClock: LoopClock {
    /// What a turn of the loop costs that neither jumps nor finds a deadline overrun, in nanoseconds.
    public static let turnCost: UInt64 = 1_000
    /// What a clock read by the program costs once the free ones of its task are used up, in nanoseconds.
    public static let readCost: UInt64 = 1_000
    /// How many clock reads by the program are free in one task.
    public static let freeReadsPerTask = 1_000
    /// The time at which a virtual clock stops for good: 100 years of 365 days, in nanoseconds.
    public static let horizon: UInt64 = 100 * 365 * 86_400 * 1_000_000_000

    private var time: UInt64
    private var readsInTask = 0
    private var isNextTurnFree = false
    /// How many tasks have begun.
    public private(set) var taskCount: UInt64 = 0

    /// Makes a clock that stands at that time, in nanoseconds.
    public init(at time: UInt64 = 0) {
        self.time = time
    }

    /// Stored time.
    public var kind: ClockKind { .virtual }

    /// 2025-01-01T00:00:00Z, in nanoseconds since 1970: virtual runs all begin at this instant.
    public var wallTimeOrigin: UInt64 { 1_735_689_600_000_000_000 }

    /// The stored time in nanoseconds.
    public func now() -> UInt64 { time }

    /// The stored time, after the charge for this read.
    public func readByProgram() -> UInt64 {
        readsInTask &+= 1
        if readsInTask > Self.freeReadsPerTask { charge(nanoseconds: Self.readCost) }
        return time
    }

    /// Gives the program its free clock reads back.
    public func beginTask() {
        readsInTask = 0
        taskCount &+= 1
    }

    /// Moves the clock forward by that many nanoseconds, but not past ``horizon``.
    public func charge(nanoseconds: UInt64) {
        time = nanoseconds < Self.horizon - time ? time + nanoseconds : Self.horizon
    }

    /// Takes the clock back to an earlier instant, for a run that is to see the same times as the one before.
    ///
    /// Nothing may wait for an instant, and no other thread share this time.
    public func rewind(to instant: UInt64) {
        time = min(time, instant)
        readsInTask = 0
        isNextTurnFree = false
    }

    /// Lets the next turn that would cost ``turnCost`` cost nothing.
    ///
    /// For whoever watches a program from outside, and must not move its time by looking.
    public func makeNextTurnFree() { isNextTurnFree = true }

    /// Charges what a turn costs that finds something to do at once.
    func chargeTurn() {
        if !isNextTurnFree { charge(nanoseconds: Self.turnCost) }
        isNextTurnFree = false
    }

    /// The same as ``charge(nanoseconds:)``: sleeping takes virtual time only.
    public func sleep(nanoseconds: UInt64) { charge(nanoseconds: nanoseconds) }

    /// Moves the clock forward to an instant; false if that is past ``horizon``, where the clock then stays.
    func jump(to instant: UInt64) -> Bool {
        time = min(max(instant, time), Self.horizon)
        return instant <= Self.horizon
    }
}

@available(*, unavailable)
extension VirtualClock: Sendable {}
