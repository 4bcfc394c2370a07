// SPDX-License-Identifier: MIT
public import CivilTime

/// One answer to an exercise and what came of it.
public struct Attempt: Hashable, Sendable {
    /// The course, by its id; puzzles that belong to none have one of their own, `puzzles`.
    public var course: String
    /// The hash of the course's files, so that attempts at an older text can be told apart.
    public var courseVersion: String
    /// The exercise, by its id in the course: `02-the-loop/04-two-chains`.
    public var exercise: String
    /// Which one it was where an exercise has several forms, as the seed of a puzzle; else empty.
    public var variant: String
    /// What had to be done.
    public var kind: AttemptKind
    /// What the learner gave.
    public var answer: String
    /// How it ended.
    public var verdict: Verdict
    /// The points.
    public var points: Points
    /// The outcome of each check; none where the exercise has no checks.
    public var checks: [CheckOutcome]
    /// How many levels of hints the learner had seen.
    public var hints: Int
    /// Milliseconds that the learner spent on it.
    public var duration: Int
    /// The concepts that it trains.
    public var concepts: [String]
    /// The misconceptions that the answer shows.
    public var misconceptions: [String]
    /// When the learner began.
    public var started: Timestamp
    /// When the answer was given.
    public var ended: Timestamp
    /// Minutes by which local time was ahead of UTC then; it decides to which day the attempt belongs.
    public var offset: Int
    /// The version of LoopLab that judged it.
    public var appVersion: String

    /// Makes an attempt from its parts; `offset` is that of the system's time zone when it is nil.
    public init(
        course: String, courseVersion: String = "", exercise: String, variant: String = "", kind: AttemptKind,
        answer: String, verdict: Verdict, points: Points? = nil, checks: [CheckOutcome] = [], hints: Int = 0,
        duration: Int = 0, concepts: [String] = [], misconceptions: [String] = [], started: Timestamp,
        ended: Timestamp, offset: Int? = nil, appVersion: String
    ) {
        self.course = course
        self.courseVersion = courseVersion
        self.exercise = exercise
        self.variant = variant
        self.kind = kind
        self.answer = answer
        self.verdict = verdict
        self.points = points ?? Points(earned: verdict == .passed ? 1_000 : 0, possible: 1_000)
        self.checks = checks
        self.hints = hints
        self.duration = duration
        self.concepts = concepts
        self.misconceptions = misconceptions
        self.started = started
        self.ended = ended
        self.offset = offset ?? ended.localOffset
        self.appVersion = appVersion
    }

    /// The day on which it ended, where the learner was.
    public var day: Day { ended.day(offset: offset) }
}

/// What had to be done in an attempt; a newer LoopLab may know more kinds.
public struct AttemptKind: RawRepresentable, Hashable, Sendable {
    /// As it is stored.
    public let rawValue: String

    /// A kind by the word that is stored.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Putting the lines of an output in order.
    public static let predict = AttemptKind(rawValue: "predict")
    /// Choosing among options.
    public static let choose = AttemptKind(rawValue: "choose")
    /// Giving a number.
    public static let compute = AttemptKind(rawValue: "compute")
    /// Mending a program.
    public static let fix = AttemptKind(rawValue: "fix")
    /// Writing a program.
    public static let implement = AttemptKind(rawValue: "implement")
    /// A generated puzzle.
    public static let puzzle = AttemptKind(rawValue: "puzzle")
    /// Picking the next job from the queues.
    public static let schedule = AttemptKind(rawValue: "schedule")
    /// A question in a lesson.
    public static let quiz = AttemptKind(rawValue: "quiz")
}

/// How an attempt ended.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Everything was right.
    case passed
    /// Nothing that counts was right.
    case failed
    /// Some of it was right.
    case partial
}

/// Points in thousandths, so that sums are exact.
public struct Points: Hashable, Sendable {
    /// What the attempt earned.
    public var earned: Int
    /// What it could have earned.
    public var possible: Int

    /// Makes points from thousandths.
    public init(earned: Int, possible: Int) {
        self.earned = earned
        self.possible = possible
    }
}

/// What one check said.
public struct CheckOutcome: Hashable, Sendable {
    /// The check's name.
    public var name: String
    /// Whether it passed.
    public var hasPassed: Bool
    /// Its points.
    public var points: Points

    /// Makes an outcome from its parts.
    public init(name: String, hasPassed: Bool, points: Points) {
        self.name = name
        self.hasPassed = hasPassed
        self.points = points
    }
}

/// A field of an attempt that can be wrong.
public enum AttemptField: Equatable, Sendable {
    /// The course, exercise, kind or a name in a list: empty or longer than 512 bytes.
    case name(String)
    /// The answer or all lists together: longer than 1 MiB.
    case size
    /// The points: negative, or more earned than possible.
    case points
    /// The hints or the duration: negative, or beyond what can be stored.
    case count
    /// A moment before 1970 or after the year 9999, or an offset of more than a day.
    case time
}

extension Attempt {
    private static let longestName = 512
    private static let largestText = 1 << 20
    private static let counts = 0...Int(Int32.max)

    /// The first field that no attempt can have.
    var invalidField: AttemptField? {
        let names = [course, exercise, kind.rawValue] + concepts + misconceptions + checks.map(\.name)
        if let name = names.first(where: { $0.isEmpty || $0.utf8.count > Self.longestName }) { return .name(name) }
        let extra = [courseVersion, variant, appVersion]
        if let name = extra.first(where: { $0.utf8.count > Self.longestName }) { return .name(name) }
        let size = names.reduce(answer.utf8.count) { $0 + $1.utf8.count }
        if size > Self.largestText { return .size }
        let allPoints = [points] + checks.map(\.points)
        let arePointsFine = allPoints.allSatisfy {
            Self.counts.contains($0.possible) && (0...$0.possible).contains($0.earned)
        }
        if !arePointsFine { return .points }
        if !Self.counts.contains(hints) || !Self.counts.contains(duration) { return .count }
        let areTimesFine = Timestamp.writable.contains(started) && Timestamp.writable.contains(ended)
        return areTimesFine && abs(offset) <= 1_440 ? nil : .time
    }
}
