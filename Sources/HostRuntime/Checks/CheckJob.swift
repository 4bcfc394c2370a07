// SPDX-License-Identifier: MIT
public import Scheduling

/// A submission and the checks that judge it.
public struct CheckJob: Hashable, Sendable {
    /// A file's text, with the path that errors name.
    public struct File: Hashable, Sendable {
        /// Where it is, or would be.
        public let path: String
        /// What it says.
        public let text: String

        /// Names a file.
        public init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// What a learner has written.
    public let submission: File
    /// What judges it.
    public let checks: File
    /// What the submission has to define or export: an identifier; nil where its exports are taken as they are.
    public let entry: String?

    /// Puts a job together.
    public init(submission: File, checks: File, entry: String?) {
        self.submission = submission
        self.checks = checks
        self.entry = entry
    }
}

/// What a check says about itself.
public struct CheckDescription: Hashable, Sendable {
    /// Its name; there is no other of that name in its file.
    public var name: String
    /// What it is worth, in thousandths of a point.
    public var milliPoints: Int
    /// The check without which it is not run.
    public var needs: String?
    /// Whether a learner is told no more of it than that it exists.
    public var isHidden: Bool
    /// Whether its points come on top of the others.
    public var isExtra: Bool
    /// In how many legal orders and latencies it is run at most; 1 is the usual one.
    public var orders: Int

    /// Describes a check.
    public init(
        name: String, milliPoints: Int, needs: String? = nil, isHidden: Bool = false, isExtra: Bool = false,
        orders: Int = 1
    ) {
        self.name = name
        self.milliPoints = milliPoints
        self.needs = needs
        self.isHidden = isHidden
        self.isExtra = isExtra
        self.orders = orders
    }
}

/// What came of one check.
public struct CheckEnding: Equatable, Sendable {
    /// Whether everything was as it should be.
    public var hasPassed = false
    /// What was wrong, in a line.
    public var message = ""
    /// Lines that stand below it: expected and got.
    public var details: [String] = []
    /// Where in the submission, as "file:line:column"; empty where nobody knows.
    public var place = ""
    /// When, in nanoseconds of virtual time since the check began.
    public var nanoseconds: UInt64 = 0
    /// The share of the points that is earned in spite of a failure, in thousandths.
    public var credit = 0
    /// What happened before a failure, a line each.
    public var timeline: [String] = []
    /// What the submission printed, cut to a limit.
    public var output = ""
    /// Why the submission was stopped before the check was over; nil where it was not.
    public var stop: CheckStop?
    /// The decisions that were taken where an order is left open.
    public var choices: [Choice] = []

    /// Describes a check of which nothing is known yet.
    public init() {}
}

/// Why a check did not come to its end.
public enum CheckStop: Equatable, Sendable {
    /// Nothing was left to run.
    case neverSettled
    /// A recursion used up the stack.
    case runawayRecursion
    /// The submission ended the program.
    case exited(code: Int32)
    /// It queued promise jobs or ticks without end.
    case jobs
    /// It set timers or immediates without end.
    case turns
    /// It printed too much.
    case output
    /// It needed too much memory.
    case memory
    /// It computed for too long.
    case time
    /// Its threads waited for one another.
    case deadlock
    /// A signal came for this process.
    case signal(Int32)
}

/// Why an exercise's checks could not be read.
public struct CheckFileError: Error, Hashable, Sendable {
    /// The engine's words, with the place.
    public let message: String
}
