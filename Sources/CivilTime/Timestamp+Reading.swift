// SPDX-License-Identifier: MIT

extension Timestamp {
    /// What a text says of a moment.
    public enum Reading: Hashable, Sendable {
        /// This moment.
        case moment(Timestamp)
        /// A date and a time of day, and not where on Earth.
        case noOffset
        /// No moment.
        case unreadable
    }

    /// Reads ISO 8601 as people write it: `2026-10-12T23:59`, with seconds and decimals of a second or without.
    ///
    /// Behind it stands `Z` or a distance from UTC as `+01:00`; where neither does, `offset` counts, in minutes, if
    /// there is one. A space may stand for the `T`. Only moments that `writable` holds are read.
    public static func reading(_ text: String, offset: Int? = nil) -> Reading {
        let units = Array(text.utf8)
        guard units.count >= 16, let day = Day(String(decoding: units[..<10], as: UTF8.self)),
            units[10] == UInt8(ascii: "T") || units[10] == UInt8(ascii: " "), units[13] == UInt8(ascii: ":"),
            let hour = Int(digits: units[11..<13]), let minute = Int(digits: units[14..<16]), hour < 24, minute < 60
        else { return .unreadable }
        var rest = units[16...]
        guard let milliseconds = takeSeconds(&rest) else { return .unreadable }
        let written = rest.isEmpty ? offset : self.offset(String(decoding: rest, as: UTF8.self))
        guard let distance = written else { return rest.isEmpty ? .noOffset : .unreadable }
        let minutes = Int64(hour * 60 + minute - distance)
        let time = Int64(day.number) * Day.milliseconds + minutes * 60_000 + Int64(milliseconds)
        return writable.contains(Timestamp(milliseconds: time))
            ? .moment(Timestamp(milliseconds: time)) : .unreadable
    }

    /// Reads a distance from UTC, `Z` or `+01:00`, in minutes; nil where it is none that a place on Earth has.
    public static func offset(_ text: String) -> Int? {
        if text == "Z" { return 0 }
        let units = Array(text.utf8)
        guard units.count == 6, units[3] == UInt8(ascii: ":"), let hours = Int(digits: units[1..<3]),
            let minutes = Int(digits: units[4..<6]), minutes < 60, hours * 60 + minutes <= 14 * 60
        else { return nil }
        switch units[0] {
        case UInt8(ascii: "+"): return hours * 60 + minutes
        case UInt8(ascii: "-"): return -(hours * 60 + minutes)
        default: return nil
        }
    }

    /// ISO 8601 for people, to the minute: `2026-10-12 23:59 +01:00`.
    public func minuteText(offset: Int) -> String {
        let local = Timestamp(milliseconds: milliseconds + Int64(offset) * 60_000)
        let part = local.text
        return "\(part.prefix(10)) \(part.dropFirst(11).prefix(5)) \(Self.offsetText(offset))"
    }

    /// A distance from UTC as it is written: `+01:00`, or `UTC`.
    public static func offsetText(_ offset: Int) -> String {
        if offset == 0 { return "UTC" }
        let magnitude = Int(offset.magnitude)
        return "\(offset < 0 ? "-" : "+")\((magnitude / 60).digits(2)):\((magnitude % 60).digits(2))"
    }

    // `:30`, `:30.5`, or nothing; decimals beyond the thousandth are cut off.
    private static func takeSeconds(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.first == UInt8(ascii: ":") else { return 0 }
        guard rest.count >= 3, let second = Int(digits: rest[(rest.startIndex + 1)..<(rest.startIndex + 3)]),
            second < 60
        else { return nil }
        rest = rest.dropFirst(3)
        guard rest.first == UInt8(ascii: ".") else { return second * 1_000 }
        let decimals = rest.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard 1...9 ~= decimals.count else { return nil }
        rest = rest.dropFirst(1 + decimals.count)
        let padded = decimals.prefix(3) + Array(repeating: UInt8(ascii: "0"), count: max(0, 3 - decimals.count))
        return second * 1_000 + (Int(digits: padded[...]) ?? 0)
    }
}
