// SPDX-License-Identifier: MIT

/// Figures of a sample, rounded to whole numbers in one way: to the nearest, halves up.
enum Statistics {
    /// The middle value, or the mean of the two in the middle; nil for none.
    static func median(_ values: [Int]) -> Int? {
        if values.isEmpty { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        if sorted.count % 2 == 1 { return sorted[middle] }
        return (sorted[middle - 1] + sorted[middle] + 1) >> 1
    }

    /// The mean; nil for none.
    static func mean(_ values: [Int]) -> Int? {
        if values.isEmpty { return nil }
        return rounded(Double(values.reduce(0, +)) / Double(values.count))
    }

    /// Pearson's correlation in thousandths; nil for fewer than two pairs, or where one of both never varies.
    static func correlation(_ pairs: [(first: Double, second: Double)]) -> Int? {
        if pairs.count < 2 { return nil }
        let count = Double(pairs.count)
        let firstMean = pairs.reduce(0) { $0 + $1.first } / count
        let secondMean = pairs.reduce(0) { $0 + $1.second } / count
        var (product, firstSquare, secondSquare) = (0.0, 0.0, 0.0)
        for pair in pairs {
            let (first, second) = (pair.first - firstMean, pair.second - secondMean)
            product += first * second
            firstSquare += first * first
            secondSquare += second * second
        }
        // What differs by less than this differs only because fractions are rounded.
        let smallest = 1e-9 * count
        if firstSquare <= smallest || secondSquare <= smallest { return nil }
        return rounded(product / (firstSquare * secondSquare).squareRoot() * 1_000)
    }

    private static func rounded(_ value: Double) -> Int { Int((value + 0.5).rounded(.down)) }
}
