// SPDX-License-Identifier: MIT
internal import CivilTime

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
        let (hour, minute, second) = (number(parts.4), number(parts.5), number(parts.6))
        guard let day = Day("\(parts.1)-\(parts.2)-\(parts.3)"), day.number >= 0, hour < 24, minute < 60, second < 60
        else { return nil }
        let decimals = (parts.7 ?? "") + "000"
        var minutes = (day.number * 24 + hour) * 60 + minute
        if let sign = parts.8, let hours = parts.9, let rest = parts.10 {
            guard number(hours) <= 14, number(rest) < 60 else { return nil }
            minutes -= (number(hours) * 60 + number(rest)) * (sign == "-" ? -1 : 1)
        }
        return Int64((minutes * 60 + second) * 1_000 + number(decimals.prefix(3)))
    }
}
