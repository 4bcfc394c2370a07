// SPDX-License-Identifier: MIT

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

    /// The Monday of its week.
    public var monday: Day {
        // 1 January 1970 was a Thursday.
        Day(number: (number + 3).floorDivided(by: 7) * 7 - 3)
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
    func floorDivided(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Int {
    func digits(_ count: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, count - text.count)) + text
    }

    init?(digits: ArraySlice<UInt8>) {
        self = 0
        for unit in digits {
            guard case let digit = unit &- UInt8(ascii: "0"), digit < 10 else { return nil }
            self = self * 10 + Int(digit)
        }
    }
}
