// SPDX-License-Identifier: MIT
import Glibc

/// The machine's monotonic clock, counted from the moment at which this object was made.
public final class SystemClock: LoopClock {
    private let origin: UInt64

    /// The wall-clock time at the loop's start, in nanoseconds since 1970-01-01T00:00:00Z.
    public let wallTimeOrigin: UInt64

    /// Makes a clock that starts at 0 now.
    public init() {
        origin = Self.read(CLOCK_MONOTONIC)
        wallTimeOrigin = Self.read(CLOCK_REALTIME)
    }

    /// Real time.
    public var kind: ClockKind { .system }

    /// The nanoseconds since this clock was made, from `CLOCK_MONOTONIC`.
    public func now() -> UInt64 { Self.read(CLOCK_MONOTONIC) &- origin }

    /// The same as ``now()``: real time costs the program nothing.
    public func readByProgram() -> UInt64 { now() }

    /// Does nothing.
    public func beginTask() {}

    /// Spins until that many nanoseconds have passed.
    public func charge(nanoseconds: UInt64) {
        let start = now()
        while now() &- start < nanoseconds {}
    }

    /// Sleeps until that many nanoseconds have passed, through any signals.
    public func sleep(nanoseconds: UInt64) {
        var wanted = timespec(
            tv_sec: Int(clamping: nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
        var remaining = timespec()
        while clock_nanosleep(CLOCK_MONOTONIC, 0, &wanted, &remaining) == EINTR { wanted = remaining }
    }

    /// The machine's monotonic clock, in nanoseconds from a moment of its own.
    ///
    /// May be called from any thread.
    static func monotonicNow() -> UInt64 { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000 &+ UInt64(truncatingIfNeeded: time.tv_nsec)
    }
}

@available(*, unavailable)
extension SystemClock: Sendable {}
