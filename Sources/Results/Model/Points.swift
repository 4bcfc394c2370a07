// SPDX-License-Identifier: MIT

/// Points, exact to the thousandth.
///
/// Scores are added and compared in thousandths. They are rounded only where a format has room for fewer digits, and
/// always in the same way: to the nearest, halves up.
public struct Points: Hashable, Comparable, Sendable {
    /// No points.
    public static let zero = Points(thousandths: 0)

    /// How many thousandths of a point.
    public let thousandths: Int

    /// Makes points of thousandths.
    public init(thousandths: Int) {
        self.thousandths = thousandths
    }

    /// Whether the first is less.
    public static func < (first: Points, second: Points) -> Bool { first.thousandths < second.thousandths }

    /// The sum.
    public static func + (first: Points, second: Points) -> Points {
        Points(thousandths: first.thousandths + second.thousandths)
    }

    /// The difference.
    public static func - (first: Points, second: Points) -> Points {
        Points(thousandths: first.thousandths - second.thousandths)
    }

    /// Adds to the first.
    public static func += (first: inout Points, second: Points) { first = first + second }

    /// The nearest whole number of points, halves up.
    public var rounded: Int {
        let (quotient, remainder) = thousandths.quotientAndRemainder(dividingBy: 1000)
        if remainder < 0 { return remainder < -500 ? quotient - 1 : quotient }
        return remainder >= 500 ? quotient + 1 : quotient
    }

    /// This share of them, given in thousandths, to the nearest thousandth of a point, halves up.
    public func scaled(byThousandths share: Int) -> Points {
        Points(thousandths: Points(thousandths: thousandths * share).rounded)
    }

    /// As few decimals as say it exactly: "10", "2.5", "0.125".
    public var decimal: String {
        let magnitude = thousandths.magnitude
        let (whole, part) = (magnitude / 1000, magnitude % 1000)
        let sign = thousandths < 0 ? "-" : ""
        if part == 0 { return "\(sign)\(whole)" }
        let padded = "\(1000 + part)".dropFirst()
        let trimmed = padded.reversed().drop { $0 == "0" }.reversed()
        return "\(sign)\(whole).\(String(trimmed))"
    }
}
