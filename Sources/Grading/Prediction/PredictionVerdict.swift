// SPDX-License-Identifier: MIT
public import Tracing

/// What came of comparing a predicted order with every legal one.
public struct PredictionVerdict: Sendable {
    /// The predicted lines.
    public let predicted: [String]
    /// The number of the legal order that they are, from 0, the usual one; nil where they are none.
    public let order: Int?
    /// How many legal orders are known.
    public let orderCount: Int
    /// Whether there are no others.
    public let isComplete: Bool
    /// How many runs were made to find out.
    public let runs: Int
    /// Where the prediction leaves the orders that are known; nil where it is right.
    public let mistake: Mistake?

    /// Whether a prediction is right.
    public enum Judgement: String, Equatable, Sendable {
        /// It is a legal order.
        case right
        /// A rule is against it.
        case wrong
        /// No run has shown it, and where it leaves those that were shown no rule is against it.
        ///
        /// So it may be where a program leaves so much open that not all orders can be tried.
        case undecided
    }

    /// Whether the prediction is right.
    public var judgement: Judgement {
        if order != nil { return .right }
        return !isComplete && mistake?.difference?.decision?.rule.isKept == false ? .undecided : .wrong
    }

    /// The first difference from the legal order that the prediction agrees with for longest.
    public struct Mistake: Sendable {
        /// That order, and where the prediction leaves it.
        public let check: PredictionCheck
        /// Explains the run that has that order.
        public let why: Why
        /// What somebody may believe who predicts this, the narrowest first.
        public let misconceptions: [Misconception]

        /// The first difference.
        public var difference: PredictionCheck.Difference? { check.difference }

        /// How many lines are right before it.
        public var rightLines: Int { (difference?.number ?? 1) - 1 }

        /// The lesson that treats what the prediction shows: the number of its track and its own, then its name.
        public var lesson: String? { misconceptions.first?.lesson ?? difference?.decision?.rule.lesson }
    }
}

extension Rule {
    /// Whether every run keeps it; the others only say what came of times and choices that another run may have
    /// otherwise.
    fileprivate var isKept: Bool {
        switch self {
        case .timerOrImmediateIsOpen, .sameInstantIsOpen, .sourcesAreOpen, .firstDoneFirst, .hostWorkTakesTime,
            .poolHasLanes, .earlierTimeFirst, .messagesAreTasks, .threadsAreSideBySide, .phasesInOrder:
            false
        default: true
        }
    }
}
