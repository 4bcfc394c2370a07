// SPDX-License-Identifier: MIT

/// How much of a run is recorded; each level holds what the one before it holds.
public enum TraceLevel: UInt8, Sendable, Comparable, CaseIterable {
    /// What enters and leaves the queues, and what is printed.
    case queues
    /// Promises, awaits and the places in the source as well.
    case full
    /// Every statement with its call stack and variables as well.
    case steps

    /// Whether this level holds less than the other.
    public static func < (first: TraceLevel, second: TraceLevel) -> Bool { first.rawValue < second.rawValue }
}
