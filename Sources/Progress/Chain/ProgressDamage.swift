// SPDX-License-Identifier: MIT

/// Something in a database that is not as it was recorded.
public enum ProgressDamage: Hashable, Sendable {
    /// SQLite finds the file itself inconsistent.
    case file(String)
    /// A table, index or trigger is missing, changed or not ours.
    case schema(String)
    /// The fields of an attempt do not have its hash: somebody has edited it.
    case edited(AttemptPlace)
    /// The next attempt, or the end of the chain, follows another one than this.
    case replaced(AttemptPlace)
    /// The row of an attempt cannot be read.
    case unreadable(AttemptPlace)
    /// Attempts with these numbers are missing.
    case missing(device: String, numbers: ClosedRange<Int>)
    /// There are attempts beyond the end of the chain that was noted.
    case beyondHead(AttemptPlace)
    /// What was summed up is not what the attempts add up to; it can be made anew.
    case summaries(SummaryKind)

    /// Whether it is about the attempts, and so cannot be mended from them.
    public var concernsAttempts: Bool {
        if case .summaries = self { return false }
        return true
    }
}

/// One of the lists of sums.
public enum SummaryKind: String, Hashable, Sendable, CaseIterable {
    /// For each exercise.
    case exercises
    /// For each concept, with the exercises that train it.
    case concepts
    /// For each misconception.
    case misconceptions
    /// For each day.
    case days
}

/// What a check of a whole database found.
public struct Verification: Equatable, Sendable {
    /// How many devices have attempts.
    public var devices: Int
    /// How many attempts were read.
    public var attempts: Int
    /// What is wrong, in the order in which it was found.
    public var damage: [ProgressDamage]

    /// Makes a result from its parts.
    public init(devices: Int = 0, attempts: Int = 0, damage: [ProgressDamage] = []) {
        self.devices = devices
        self.attempts = attempts
        self.damage = damage
    }
}
