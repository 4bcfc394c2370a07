// SPDX-License-Identifier: MIT

/// How a measure is spread: nanoseconds or counts.
public struct Distribution: Equatable, Sendable {
    /// The values in ascending order.
    public let sorted: [UInt64]

    /// Puts values in order.
    public init(_ values: [UInt64]) {
        sorted = values.sorted()
    }

    /// How many values there are.
    public var count: Int { sorted.count }

    /// The greatest; 0 without any.
    public var max: UInt64 { sorted.last ?? 0 }

    /// The least value that so many per cent are not above, by the nearest rank; 0 without any.
    public func percentile(_ percent: Int) -> UInt64 {
        guard !sorted.isEmpty else { return 0 }
        let rank = (percent * sorted.count + 99) / 100
        return sorted[min(Swift.max(rank, 1), sorted.count) - 1]
    }
}
