// SPDX-License-Identifier: MIT
public import CivilTime

/// Days in a row on which something was done.
public struct Streak: Equatable, Sendable {
    /// Up to today, or up to yesterday while today is not over.
    public var current = 0
    /// The longest ever.
    public var longest = 0

    /// The streaks in some days, which come in their order.
    public init(_ days: [Day], today: Day) {
        var run = 0
        var last: Day?
        for day in days {
            run = last.map { $0.number + 1 == day.number } == true ? run + 1 : 1
            longest = max(longest, run)
            last = day
            // Days after today come from a clock that was ahead.
            if day <= today, day.number >= today.number - 1 { current = run }
        }
    }
}
