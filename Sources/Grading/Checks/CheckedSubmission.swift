// SPDX-License-Identifier: MIT
public import Results

/// The results of all checks of a submission.
public struct CheckedSubmission: Hashable, Sendable {
    /// One for each check, in the order of their file.
    public let checks: [CheckResult]

    /// Puts results together.
    public init(checks: [CheckResult]) {
        self.checks = checks
    }

    /// Whether there were checks and all of them passed, but for extra ones.
    public var hasPassed: Bool {
        let required = checks.filter { !$0.isExtra }
        return !required.isEmpty && required.allSatisfy(\.hasPassed)
    }

    /// What was earned of what the exercise is worth.
    public var earned: Points { checks.reduce(.zero) { $1.isExtra ? $0 : $0 + $1.earned } }

    /// What was earned on top of that.
    public var earnedExtra: Points { checks.reduce(.zero) { $1.isExtra ? $0 + $1.earned : $0 } }

    /// What can be earned without extra checks.
    public var possible: Points { checks.reduce(.zero) { $1.isExtra ? $0 : $0 + $1.possible } }
}
