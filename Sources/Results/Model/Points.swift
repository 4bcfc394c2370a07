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

    /// What they are of others, in thousandths to the nearest, halves up; 0 where those are none.
    public func share(of whole: Points) -> Int {
        if whole <= .zero { return 0 }
        // Sums of a file that somebody made up leave no room for two thousand times as much.
        let (quotient, remainder) = (Int128(thousandths) * 2_000 + Int128(whole.thousandths))
            .quotientAndRemainder(dividingBy: Int128(whole.thousandths) * 2)
        return Int(clamping: remainder < 0 ? quotient - 1 : quotient)
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
