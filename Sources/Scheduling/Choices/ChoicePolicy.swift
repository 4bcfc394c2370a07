// SPDX-License-Identifier: MIT
/// A place where Node or the HTML standard leaves the order open, so that a virtual run has to choose one.
public enum ChoicePoint: UInt8, Sendable, CaseIterable {
    /// A 1 ms timer and an immediate, both from the main script: 0 runs the timer first, 1 the immediate.
    ///
    /// In Node it depends on whether a millisecond has passed when the loop starts.
    case timerOrImmediate
    /// A timer and a completion due at the same instant: 0 runs the timer first, 1 the completion.
    case timerOrCompletion
    /// Several completions due at the same instant: the number says which of those left, in the order in which they
    /// were scheduled, comes next.
    case completionOrder
    /// Several task sources of a page have a runnable task: the number says which of them goes first, in the order of
    /// the ages of their oldest tasks.
    case taskSource
    /// How long work outside the program takes: 0 as long as it says, 1 much longer.
    ///
    /// A policy is asked only where it ``ChoicePlan/variesDurations``.
    case duration
    /// A 1 ms timer and an immediate, both asked for behind the poll phase: 0 runs the immediate first, 1 the timer.
    ///
    /// In Node it depends on whether a millisecond has passed when the next turn begins.
    case immediateOrTimer
    /// How long a scripted function of a check takes: the number is a step between its least and its longest time.
    case scriptedLatency
}

/// One decision that a policy took.
public struct Choice: Equatable, Sendable {
    /// Where the order was open.
    public let point: ChoicePoint
    /// The order taken, from 0.
    public let taken: Int
    /// How many orders there were.
    public let alternatives: Int

    /// Makes a choice from its parts.
    public init(point: ChoicePoint, taken: Int, alternatives: Int) {
        self.point = point
        self.taken = taken
        self.alternatives = alternatives
    }
}

/// Decides, by a plan, every order that is left open.
///
/// Used under the virtual clock only; with real time the machine decides. Confined to the loop's thread.
public final class ChoicePolicy {
    /// The decisions taken so far.
    public private(set) var record: [Choice] = []
    /// What it goes by.
    public private(set) var plan: ChoicePlan

    private var generator: SplitMix64

    /// By how much work takes longer that takes much longer: enough to fall behind what was begun after it.
    public static let stretch: UInt64 = 5

    /// By how many nanoseconds it takes longer at least: more than a timer of 0 ms waits, which may have waited by the
    /// time that the loop begins.
    public static let leastStretch: UInt64 = 2_000_000

    /// Makes a policy that goes by a plan; by one without anything in it, it always takes order 0.
    public init(_ plan: ChoicePlan = ChoicePlan()) {
        self.plan = plan
        generator = SplitMix64(seed: plan.seed)
    }

    /// Goes by another plan, from its beginning, and forgets what was recorded.
    public func follow(_ plan: ChoicePlan) {
        self.plan = plan
        generator = SplitMix64(seed: plan.seed)
        record = []
    }

    /// Takes one of `count` orders, numbered from 0, and records it; `count` must be positive.
    public func choose(_ point: ChoicePoint, among count: Int) -> Int {
        precondition(count > 0, "a choice needs an alternative")
        let taken: Int
        if record.count < plan.choices.count {
            taken = min(max(plan.choices[record.count], 0), count - 1)
        } else {
            taken = plan.seed == 0 ? 0 : generator.number(below: count)
        }
        record.append(Choice(point: point, taken: taken, alternatives: count))
        return taken
    }
}

@available(*, unavailable)
extension ChoicePolicy: Sendable {}
