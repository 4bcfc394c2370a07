// SPDX-License-Identifier: MIT

/// A habit that makes asynchronous programs lose errors, time or memory, and that the record of a run shows.
public enum AntiPattern: String, CaseIterable, Sendable {
    /// A promise that nobody waits for, and that rejects or works on after its caller is done.
    case floatingPromise = "floating-promise"
    /// A rejection that nobody handled in time.
    case unhandledRejection = "unhandled-rejection"
    /// Awaits one after the other that could have waited together.
    case sequentialAwaits = "sequential-awaits"
    /// Microtasks or ticks that keep all tasks out.
    case starvation = "starvation"
    /// A callback that holds its thread for long.
    case blockedLoop = "blocked-loop"
    /// A promise that something waits for at the end of the program.
    case neverSettled = "never-settled"
    /// A promise that a then-callback began and did not return.
    case missingReturn = "missing-return"
    /// A timer that keeps the program alive, or listeners that only become more.
    case leak = "leaked-timer-or-listener"
    /// Work or a timer that lost a race and goes on.
    case raceLoser = "race-loser"

    /// What people call it.
    public var title: String {
        switch self {
        case .floatingPromise: "floating promise"
        case .unhandledRejection: "unhandled or late-handled rejection"
        case .sequentialAwaits: "sequential awaits that were independent"
        case .starvation: "starvation"
        case .blockedLoop: "blocked loop"
        case .neverSettled: "promise that never settled"
        case .missingReturn: "missing return in a chain"
        case .leak: "leaked timer or listener"
        case .raceLoser: "loser of a race left running"
        }
    }

    /// The lesson that teaches it, as the syllabus numbers tracks and lessons.
    public var lesson: String {
        switch self {
        case .floatingPromise, .unhandledRejection: "6.1 Floating promises"
        case .sequentialAwaits: "6.2 Await in a loop"
        case .starvation: "2.5 Starvation"
        case .blockedLoop: "1.2 A long loop"
        case .neverSettled: "6.5 Never settled"
        case .missingReturn: "3.2 Promises"
        case .leak: "2.6 Timers lie"
        case .raceLoser: "5.1 Deadlines"
        }
    }
}

/// One anti-pattern at one place.
public struct Finding: Equatable, Sendable {
    /// Which one.
    public var pattern: AntiPattern
    /// Where.
    public var position: SourcePosition
    /// What the run showed, in sentences.
    public var evidence: [String]
    /// What to do, in one sentence.
    public var fix: String
    /// Other places that have to do with it.
    public var related: [SourcePosition]
    /// How often it was seen at this place.
    public var count: Int

    /// Makes a finding that was seen once.
    init(
        _ pattern: AntiPattern, at position: SourcePosition, evidence: [String], fix: String,
        related: [SourcePosition] = []
    ) {
        self.pattern = pattern
        self.position = position
        self.evidence = evidence
        self.fix = fix
        self.related = related
        count = 1
    }
}

/// What the coach has to say about one run.
public struct CoachReport: Equatable, Sendable {
    /// What was found, by place; each place once for each anti-pattern.
    public var findings: [Finding]
    /// Why the run was stopped before its end, as "event limit"; nil if it ended by itself.
    ///
    /// What would have settled or been cleared later is not counted against the program then.
    public var cut: String?
}
