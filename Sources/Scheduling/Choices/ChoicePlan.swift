// SPDX-License-Identifier: MIT

/// Which orders to take where the order is left open.
public struct ChoicePlan: Equatable, Sendable {
    /// The orders to take first, one after the other.
    ///
    /// An order that does not exist at its point is replaced by the last one which does.
    public var choices: [Int]
    /// What decides after them; 0 always takes order 0.
    public var seed: UInt64
    /// Whether answers, jobs of the pool and the start of workers may take longer than they declare.
    ///
    /// No program may count on the time that others take, so this finds orders which a fixed time would hide.
    public var variesDurations: Bool

    /// Makes a plan from its parts.
    public init(choices: [Int] = [], seed: UInt64 = 0, variesDurations: Bool = false) {
        self.choices = choices
        self.seed = seed
        self.variesDurations = variesDurations
    }
}
