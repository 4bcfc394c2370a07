// SPDX-License-Identifier: MIT

/// The part of a turn in which something happened.
public enum TracePhase: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// Before the first turn: the main script and the checkpoint after it; or between two turns.
    case script
    /// The timers phase.
    case timers
    /// The poll phase.
    case poll
    /// The check phase.
    case check
    /// The close phase.
    case close
    /// A task of a page.
    case task
    /// "Update the rendering" of a page.
    case rendering
}
