// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Results

/// An attempt as every source tells of it, with numbers in place of names: those of ``SourceNames``.
struct SourceAttempt {
    /// The exercise.
    var exercise: Int
    /// When it was made, by the clock of who made it; nil where nobody knows.
    var moment: Int64?
    /// What puts attempts in order: the moment, or when it was recorded where the clock had gone back.
    var recorded: Int64?
    /// What puts attempts of one moment in order: a path, or a number with leading zeros.
    var path = ""
    /// The hash of the bytes that were handed in; empty where nobody knows.
    var hash = ""
    /// How far grading went.
    var outcome = GradedAttempt.Outcome.graded
    /// What was earned.
    var earned = Points.zero
    /// What could be earned.
    var possible = Points.zero
    /// Whether it passed.
    var hasPassed = false
    /// What came of each check.
    var checks: [SourceOutcome] = []
    /// The answer, for kinds of exercises in which it says what was understood; nil for programs and where unknown.
    var answer: Int?
    /// The program, where the source has it.
    var program: String?
    /// Hints seen; nil where nobody knows.
    var hints: Int?
    /// Milliseconds spent; nil where nobody knows.
    var duration: Int?
    /// The misconceptions that it shows.
    var misconceptions: [Int] = []
    /// The version of the exercise, or of its course; nil where nobody knows.
    var version: Int?
}

/// What came of one check.
struct SourceOutcome {
    /// The check.
    var check: Int
    /// How it ended.
    var ending: StoredOutcome.Ending
    /// What was said about it; nil after a pass.
    var message: Int?
}

/// A check of an exercise.
struct SourceCheck {
    var exercise: Int
    var name: String
    var possible: Points
    var isExtra = false
    var isHidden = false
}

/// A learner and all attempts of theirs, in no certain order.
struct SourceLearner {
    /// The name by which the source knows them.
    var name: String
    /// The attempts at exercises.
    var attempts: [SourceAttempt] = []
    /// Answers to questions in lessons and to puzzles: what they are answers to stands for the exercise.
    var questions: [SourceAttempt] = []
    /// The lessons that were begun, by their names in the course; true where the end was reached.
    var lessons: [String: Bool] = [:]

    /// Adds what was done under another name.
    mutating func add(_ other: SourceLearner) {
        attempts += other.attempts
        questions += other.questions
        lessons.merge(other.lessons) { $0 || $1 }
    }
}

/// The names that the numbers of a source stand for, as far as they were met.
struct SourceNames {
    var exercises = NameTable()
    /// Lesson questions and puzzles.
    var questions = NameTable()
    var misconceptions = NameTable()
    var versions = NameTable()
    /// Messages of checks, and answers.
    var texts = NameTable()
    private(set) var checks: [SourceCheck] = []
    private var checkNumbers: [CheckKey: Int] = [:]
    /// What exercises are called where the course does not say it.
    var titles: [Int: String] = [:]

    private struct CheckKey: Hashable {
        var exercise: Int
        var name: ByteName
    }

    /// The number of a check, a new one where it was not met before; what it is worth may change with versions, and
    /// the last one counts.
    mutating func number(of check: SourceCheck) -> Int {
        let key = CheckKey(exercise: check.exercise, name: ByteName(check.name))
        if let known = checkNumbers[key] {
            checks[known] = check
            return known
        }
        checkNumbers[key] = checks.count
        checks.append(check)
        return checks.count - 1
    }
}

/// Where attempts come from: goes through learners one by one, without keeping them.
protocol AttemptSource {
    /// Everybody of whom the source tells, whatever is wanted of it; in no certain order, possibly several times.
    var learners: [String] { get }
    /// The names that were met so far.
    var names: SourceNames { get }
    /// What has to be known of the source, so far.
    var remarks: [SourceRemark] { get }

    /// Calls `body` once with each learner.
    mutating func forEachLearner(_ body: (SourceLearner, SourceNames) throws(ReportError) -> Void) throws(ReportError)

    /// The text of a message or an answer.
    func text(_ number: Int) throws(ReportError) -> String
}

/// What has to be known of a source.
enum SourceRemark {
    /// A file that could not be read.
    case unreadable(path: String, ReportError)
    /// See ``ReportRemark/clockWentBack(learner:attempts:)``; the others likewise.
    case clockWentBack(learner: String, attempts: Int)
    /// See ``ReportRemark/otherCourse(course:attempts:)``.
    case otherCourse(course: String, attempts: Int)
    /// See ``ReportRemark/sameName(learner:files:)``.
    case sameName(learner: String, files: Int)
    /// See ``ReportRemark/knownAttempts(file:attempts:)``.
    case knownAttempts(file: String, attempts: Int)
}
