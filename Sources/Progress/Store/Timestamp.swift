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

/// A day of the calendar, written as `2026-03-01`.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    public var number: Int

    static let milliseconds: Int64 = 86_400_000

    /// A day by its number since 1 January 1970.
    public init(number: Int) {
        self.number = number
    }

    /// The moment at which it begins, where local time is `offset` minutes ahead of UTC.
    public func start(offset: Int) -> Timestamp {
        Timestamp(milliseconds: Int64(number) * Self.milliseconds - Int64(offset) * 60_000)
    }

    /// Which of two is earlier.
    public static func < (first: Day, second: Day) -> Bool {
        first.number < second.number
    }

    // Years that begin in March, in eras of 400 of them: https://howardhinnant.github.io/date_algorithms.html
    private static let daysOfEra = 146_097
    private static let daysToMarch0000 = 719_468

    /// ISO 8601.
    public var text: String {
        let days = number + Self.daysToMarch0000
        let era = days.floorDivided(by: Self.daysOfEra)
        let dayOfEra = days - era * Self.daysOfEra
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year.digits(4))-\(month.digits(2))-\((dayOfYear - (153 * marchMonth + 2) / 5 + 1).digits(2))"
    }

    /// Reads what `text` writes: a day that the calendar has.
    public init?(_ text: String) {
        let units = Array(text.utf8)
        guard units.count == 10, units[4] == UInt8(ascii: "-"), units[7] == UInt8(ascii: "-"),
            let year = Int(digits: units[0..<4]), let month = Int(digits: units[5..<7]),
            let day = Int(digits: units[8..<10]), (1...12).contains(month), day >= 1
        else { return nil }
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.floorDivided(by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: era * Self.daysOfEra + dayOfEra - Self.daysToMarch0000)
        // 30 February would be a day in March.
        if self.text != text { return nil }
    }
}

extension BinaryInteger {
    fileprivate func floorDivided(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Int {
    fileprivate func digits(_ count: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, count - text.count)) + text
    }

    fileprivate init?(digits: ArraySlice<UInt8>) {
        self = 0
        for unit in digits {
            guard case let digit = unit &- UInt8(ascii: "0"), digit < 10 else { return nil }
            self = self * 10 + Int(digit)
        }
    }
}
