// SPDX-License-Identifier: MIT
internal import Glibc

/// A moment of UTC in whole milliseconds, written as `2026-03-01T09:30:00.000Z`.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since the beginning of 1970.
    public var milliseconds: Int64

    /// A moment by its milliseconds since the beginning of 1970.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment that the system's clock shows.
    public static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// The moments that can be written: from 1970 to the end of the year 9999.
    public static let writable = Timestamp(milliseconds: 0)...Timestamp(milliseconds: 253_402_300_799_999)

    /// Minutes by which the local time is ahead of UTC at this moment.
    public var localOffset: Int {
        var seconds = time_t(milliseconds.floorDivided(by: 1_000))
        var parts = tm()
        return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff / 60
    }

    /// The calendar day at this moment, where local time is `offset` minutes ahead of UTC.
    public func day(offset: Int) -> Day {
        Day(number: Int((milliseconds + Int64(offset) * 60_000).floorDivided(by: Day.milliseconds)))
    }

    /// So many whole days later.
    public func advanced(days: Int) -> Timestamp {
        Timestamp(milliseconds: milliseconds + Int64(days) * Day.milliseconds)
    }

    /// Which of two is earlier.
    public static func < (first: Timestamp, second: Timestamp) -> Bool {
        first.milliseconds < second.milliseconds
    }

    // MARK: - Text

    /// ISO 8601 with milliseconds.
    public var text: String {
        let rest = Int(milliseconds - Int64(day(offset: 0).number) * Day.milliseconds)
        let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60)
        let time = "\(hour.digits(2)):\(minute.digits(2)):\((rest / 1_000 % 60).digits(2)).\((rest % 1_000).digits(3))"
        return "\(day(offset: 0).text)T\(time)Z"
    }

    /// Reads what `text` writes, and nothing else.
    public init?(_ text: String) {
        let units = Array(text.utf8)
        guard units.count == 24, units[10] == UInt8(ascii: "T"), units[13] == UInt8(ascii: ":"),
            units[16] == UInt8(ascii: ":"), units[19] == UInt8(ascii: "."), units[23] == UInt8(ascii: "Z"),
            let day = Day(String(text.prefix(10))), let hour = Int(digits: units[11..<13]),
            let minute = Int(digits: units[14..<16]), let second = Int(digits: units[17..<19]),
            let rest = Int(digits: units[20..<23]), hour < 24, minute < 60, second < 60
        else { return nil }
        let time = ((hour * 60 + minute) * 60 + second) * 1_000 + rest
        self.init(milliseconds: Int64(day.number) * Day.milliseconds + Int64(time))
    }
}
