// SPDX-License-Identifier: MIT
public import CivilTime

/// What a learner has done, what is weak, and what comes next.
public struct ProgressReport: Equatable, Sendable {
    /// How much of something is done.
    public struct Share: Equatable, Sendable {
        /// How many are done.
        public var done: Int
        /// How many there are; nil where the course is not at hand.
        public var total: Int?
    }

    /// A part of a course.
    public struct Track: Equatable, Sendable {
        /// Its directory.
        public var id: String
        /// Its title; the directory where the course is not at hand.
        public var title: String
        /// The lessons that were finished.
        public var lessons: Share
        /// The exercises that were passed.
        public var exercises: Share
        /// The exercises that were tried and not passed yet.
        public var open: Int
    }

    /// A course of which something was done, or which is at hand.
    public struct Course: Equatable, Sendable {
        /// Its id.
        public var course: String
        /// Its title; the id where the course is not at hand.
        public var title: String
        /// Its parts.
        public var tracks: [Track]
    }

    /// How often a concept was right.
    public struct Concept: Equatable, Sendable {
        /// The concept and its box, whatever the report's time.
        public var summary: ConceptSummary
        /// Attempts that passed, in the report's time.
        public var rights: Int
        /// Attempts that did not, in the report's time.
        public var wrongs: Int
    }

    /// How many days the activity covers.
    public static let activityDays = 28
    private static let longestList = 5

    /// The learner's name.
    public var learner: String?
    /// The first day that counts; nil for all time.
    public var since: Day?
    /// Minutes by which local time is ahead of UTC.
    public var offset: Int
    /// The day on which the report was made.
    public var today: Day
    /// The courses.
    public var courses: [Course]
    /// How many attempts there are.
    public var attempts: Int
    /// How many of them passed.
    public var passes: Int
    /// Milliseconds that they took.
    public var duration: Int
    /// Days in a row.
    public var streak: Streak
    /// The last days, today last, also those without attempts.
    public var activity: [DayActivity]
    /// The concepts with the smallest part of right answers, the weakest first; at most five.
    public var weakConcepts: [Concept]
    /// The misconceptions, the most frequent first.
    public var misconceptions: [MisconceptionSummary]
    /// How many concepts should come back now.
    public var due: Int

    /// Makes a report; courses without a catalogue show what was done without totals.
    ///
    /// `offset` says by how many minutes local time is ahead of UTC. Throws what keeps the database from being read.
    public init(
        _ store: ProgressStore, catalogues: [CourseCatalogue] = [], now: Timestamp, offset: Int, since: Day? = nil
    ) throws(ProgressError) {
        self = try store.reading { (store) throws(ProgressError) in
            try ProgressReport(reading: store, catalogues, now, offset, since)
        }
    }

    private init(
        reading store: ProgressStore, _ catalogues: [CourseCatalogue], _ now: Timestamp, _ offset: Int, _ since: Day?
    ) throws(ProgressError) {
        self.since = since
        self.offset = offset
        today = now.day(offset: offset)
        learner = try store.learner().name
        let start = since?.start(offset: offset)
        let days = try store.activity()
        let counted = since.map { first in days.filter { $0.day >= first } } ?? days
        attempts = counted.reduce(0) { $0 + $1.attempts }
        passes = counted.reduce(0) { $0 + $1.passes }
        duration = counted.reduce(0) { $0 + $1.duration }
        streak = Streak(days.map(\.day), today: today)
        activity = Self.calendar(days, until: today)
        courses = ReportedCourses(
            exercises: try store.exerciseSummaries(), lessons: try store.lessonPositions(), since: start
        ).courses(catalogues)
        let concepts = try store.conceptSummaries()
        due = concepts.count { $0.isDue(at: now) }
        if let start {
            let recent = try store.summaries(since: start)
            misconceptions = recent.misconceptions
            weakConcepts = Self.weakest(concepts, recent)
        } else {
            misconceptions = try store.misconceptions()
            weakConcepts = Self.weakest(concepts, nil)
        }
    }

    private static func calendar(_ days: [DayActivity], until today: Day) -> [DayActivity] {
        let first = today.number - activityDays + 1
        let known = Dictionary(uniqueKeysWithValues: days.map { ($0.day.number, $0) })
        return (first...today.number).map { known[$0] ?? DayActivity(day: Day(number: $0)) }
    }

    private static func weakest(_ concepts: [ConceptSummary], _ recent: Summaries?) -> [Concept] {
        let all = concepts.map { summary in
            guard let recent else { return Concept(summary: summary, rights: summary.rights, wrongs: summary.wrongs) }
            let part = recent.conceptsByName[.init(course: summary.course, name: summary.concept)]
            return Concept(summary: summary, rights: part?.rights ?? 0, wrongs: part?.wrongs ?? 0)
        }
        // a/b < c/d as ad < cb, exactly.
        let weak = all.filter { $0.wrongs > 0 }.sorted { first, second in
            let left = first.rights * (second.rights + second.wrongs)
            let right = second.rights * (first.rights + first.wrongs)
            if left != right { return left < right }
            return (second.wrongs, first.summary.course, first.summary.concept)
                < (first.wrongs, second.summary.course, second.summary.concept)
        }
        return Array(weak.prefix(longestList))
    }
}
