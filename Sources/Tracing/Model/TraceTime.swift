// SPDX-License-Identifier: MIT

// A trace may come from elsewhere and hold any numbers: amounts end at the greatest one and neither wrap nor trap.
extension UInt64 {
    /// This and so much more, or the greatest number there is.
    func advanced(byUpTo amount: UInt64) -> UInt64 {
        let (sum, isTooLarge) = addingReportingOverflow(amount)
        return isTooLarge ? .max : sum
    }

    /// From an earlier time to this one; 0 if the other is later.
    func elapsed(since earlier: UInt64) -> UInt64 { self > earlier ? self - earlier : 0 }
}

extension TraceEvent {
    /// How long a timer is to wait, in milliseconds.
    public var delay: UInt64 { value & (Self.repeating - 1) }

    /// When a timer is due, in nanoseconds; Node counts from the last whole millisecond.
    func due(countsWholeMilliseconds: Bool = true) -> UInt64 {
        let start = countsWholeMilliseconds ? time / 1_000_000 * 1_000_000 : time
        return start.advanced(byUpTo: delay * 1_000_000)
    }
}
