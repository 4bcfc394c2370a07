// SPDX-License-Identifier: MIT
public import Results

/// What being late costs.
///
/// Lateness is counted from the moment that an exercise is due, also where a grace time was overrun. Shares are
/// thousandths: 125 is 12.5 %.
public struct LatePolicy: Hashable, Sendable {
    /// How lateness becomes a share.
    public enum Rate: Hashable, Sendable {
        /// So much for each day that has begun.
        case perDay(Int)
        /// So much for each hour that has begun.
        case perHour(Int)
        /// The share of the last step that lateness has passed; steps rise.
        case steps([Step])
    }

    /// A step: more lateness than `after`, in milliseconds, costs `share`.
    public struct Step: Hashable, Sendable {
        /// How late something has to be.
        public var after: Int64
        /// What it costs then.
        public var share: Int

        /// Makes a step.
        public init(after: Int64, share: Int) {
            self.after = after
            self.share = share
        }
    }

    /// What the share is taken of.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// Of what was earned.
        case earned
        /// Of what the exercise is worth; never more than was earned.
        case possible
    }

    /// How lateness becomes a share.
    public var rate: Rate
    /// Milliseconds of lateness that cost nothing.
    public var grace: Int64
    /// The largest share.
    public var limit: Int
    /// What the share is taken of.
    public var basis: Basis

    /// Makes a policy.
    public init(rate: Rate, grace: Int64 = 0, limit: Int = 1_000, basis: Basis = .earned) {
        self.rate = rate
        self.grace = grace
        self.limit = limit
        self.basis = basis
    }

    /// The share that so many milliseconds of lateness cost.
    public func share(of lateness: Int64) -> Int {
        if lateness <= max(grace, 0) { return 0 }
        let share: Int
        switch rate {
        case .perDay(let each): share = Self.product(each, Self.begun(lateness, 86_400_000))
        case .perHour(let each): share = Self.product(each, Self.begun(lateness, 3_600_000))
        case .steps(let steps): share = steps.last { $0.after < lateness }?.share ?? 0
        }
        return min(share, limit)
    }

    /// What so many milliseconds of lateness take away.
    public func deduction(of lateness: Int64, earned: Points, possible: Points) -> Points {
        let base = basis == .earned ? earned : possible
        return min(max(base.scaled(byThousandths: share(of: lateness)), .zero), max(earned, .zero))
    }

    private static func begun(_ lateness: Int64, _ unit: Int64) -> Int {
        Int(lateness / unit) + (lateness % unit == 0 ? 0 : 1)
    }

    private static func product(_ first: Int, _ second: Int) -> Int {
        let (product, isTooLarge) = first.multipliedReportingOverflow(by: second)
        return isTooLarge ? .max : product
    }
}
