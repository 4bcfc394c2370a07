// SPDX-License-Identifier: MIT

/// What came of one check of one submission.
public struct CheckResult: Hashable, Sendable {
    /// The check's name; there is no other of that name in its exercise.
    public var name: String
    /// What it is worth.
    public var possible: Points
    /// What was earned: all of it after a pass, a part where the check grants one, otherwise nothing.
    public var earned: Points
    /// Whether its points come on top of those that the exercise is worth.
    public var isExtra: Bool
    /// Whether the learner is told no more of it than that it exists.
    public var isHidden: Bool
    /// How it ended.
    public var outcome: Outcome
    /// What the submission printed meanwhile, cut to a limit.
    public var output: String
    /// Lines that show what happened in virtual time before the check failed; empty after a pass.
    public var timeline: [String]

    /// How a check ended.
    public enum Outcome: Hashable, Sendable {
        /// Everything was as it should be.
        case passed
        /// Something was not.
        case failed(Failure)
        /// It was not run, because the check of this name did not pass.
        case skipped(needs: String)
        /// The submission was stopped, or stopped itself, before the check was done.
        case stopped(StopReason)
        /// It could not be run, which is no fault of the submission; the words say why.
        case error(String)
    }

    /// What was wrong.
    public struct Failure: Hashable, Sendable {
        /// In one line.
        public var message: String
        /// Lines that stand below it, such as expected and got; possibly none.
        public var details: [String]
        /// Where in the submission; nil where nobody knows.
        public var place: Place?
        /// When, in nanoseconds of virtual time since the check began; nil where that says nothing.
        public var nanoseconds: UInt64?
        /// What `looplab replay` opens; nil unless the order of a legal schedule brought it about.
        public var replayToken: String?

        /// Describes a failure.
        public init(
            message: String, details: [String] = [], place: Place? = nil, nanoseconds: UInt64? = nil,
            replayToken: String? = nil
        ) {
            self.message = message
            self.details = details
            self.place = place
            self.nanoseconds = nanoseconds
            self.replayToken = replayToken
        }
    }

    /// A place in a file; line and column count from 1.
    public struct Place: Hashable, Sendable {
        /// The file's path, as the result names it.
        public var file: String
        /// The line.
        public var line: Int
        /// The column.
        public var column: Int

        /// Names a place.
        public init(file: String, line: Int, column: Int) {
            self.file = file
            self.line = line
            self.column = column
        }
    }

    /// Puts a result together.
    public init(
        name: String, possible: Points, earned: Points, isExtra: Bool = false, isHidden: Bool = false,
        outcome: Outcome, output: String = "", timeline: [String] = []
    ) {
        self.name = name
        self.possible = possible
        self.earned = earned
        self.isExtra = isExtra
        self.isHidden = isHidden
        self.outcome = outcome
        self.output = output
        self.timeline = timeline
    }

    /// Whether it passed.
    public var hasPassed: Bool { outcome == .passed }
}

/// Why a submission did not come to the end of a check: the name of the budget that it spent, or what it did.
public enum StopReason: Hashable, Sendable {
    /// One task computed without end.
    case synchronousLoop
    /// Promise jobs or ticks were queued without end, so that no task had its turn.
    case microtaskStarvation
    /// Timers or immediates were set without end.
    case timerStorm
    /// It needed too much memory.
    case allocationBomb
    /// It printed too much.
    case outputFlood
    /// A recursion used up the stack.
    case runawayRecursion
    /// It asked the system for something that it must not have.
    case forbiddenCall
    /// It ended the program, with this exit code.
    case exitedEarly(code: Int32)
    /// Nothing was left to run, and what the check waited for had not come; the words say what that was.
    case neverSettled(String)
    /// All its threads waited for one another.
    case deadlock
    /// The process died without saying why.
    case crashed

    /// The name that every format uses.
    public var name: String { kind.rawValue }
}
