// SPDX-License-Identifier: MIT

/// Moments as lists of submissions write them: ISO 8601 with a time zone.
enum SubmissionTime {
    /// The milliseconds since 1970 of `2026-03-01T09:30:00Z`, with decimals of a second or not, and with `Z` or a
    /// distance as `+01:00`; nil for anything else.
    static func milliseconds(_ text: String) -> Int64? {
        let shape =
            /(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))/
            .asciiOnlyDigits()
        guard let match = text.wholeMatch(of: shape) else { return nil }
        let parts = match.output
        func number(_ text: Substring) -> Int { Int(text) ?? 0 }
        let (year, month, day) = (number(parts.1), number(parts.2), number(parts.3))
        let (hour, minute, second) = (number(parts.4), number(parts.5), number(parts.6))
        guard 1...12 ~= month, 1...length(of: month, in: year) ~= day, hour < 24, minute < 60, second < 60, year >= 1970
        else { return nil }
        let decimals = (parts.7 ?? "") + "000"
        var minutes = (days(year, month, day) * 24 + hour) * 60 + minute
        if let sign = parts.8, let hours = parts.9, let rest = parts.10 {
            guard number(hours) <= 14, number(rest) < 60 else { return nil }
            minutes -= (number(hours) * 60 + number(rest)) * (sign == "-" ? -1 : 1)
        }
        return Int64((minutes * 60 + second) * 1_000 + number(decimals.prefix(3)))
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    }

    private static func length(of month: Int, in year: Int) -> Int {
        month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// The days from the beginning of 1970.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let years = year - 1
        let leapDays = years / 4 - years / 100 + years / 400 - 477
        let months = (1..<month).reduce(0) { $0 + length(of: $1, in: year) }
        return (year - 1970) * 365 + leapDays + months + day - 1
    }
}
