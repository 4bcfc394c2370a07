// SPDX-License-Identifier: MIT
public import Gradebook

/// What a report is to be about, and what has to be known beside the attempts.
public struct ClassReportRequest {
    /// What it is about.
    public var scope = ReportScope.everyone
    /// Whether learners get numbers in place of their names.
    public var isAnonymous = false
    /// Sections, deadlines, what being late costs, and what was agreed with one learner.
    public var policy = ClassPolicy()
    /// The course; nil where it is not at hand.
    public var course: ReportedCourse?
    /// From how many attempts without a pass on somebody counts as stuck.
    public var stuckLimit = 5
    /// The text of a submission by its path and the hash of its bytes; nil where it is not there.
    ///
    /// It is for sources that do not have the text. The hash is empty where nobody knows the bytes.
    public var program: (_ path: String, _ hash: String) -> String? = { _, _ in nil }
    /// What is said about a file that cannot be read.
    public var words: (ReportError) -> String = { "\($0)" }

    /// Asks for a report of a class without deadlines.
    public init() {}

    /// Whether an exercise belongs to it.
    func includes(exercise: String) -> Bool {
        switch scope {
        case .everyone, .section, .learner: true
        case .exercise(let id): ByteName(id) == ByteName(exercise)
        case .lesson(let id): course?.exercises.first { $0.id == exercise }?.lesson == id
        }
    }

    /// Whether a question belongs to it; `lesson` is nil for puzzles.
    func includes(questionOf lesson: String?) -> Bool {
        switch scope {
        case .everyone, .section, .learner: true
        case .exercise: false
        case .lesson(let id): lesson == id
        }
    }

    /// Whether a learner belongs to it.
    func includes(learner: String, sections: [String]) -> Bool {
        switch scope {
        case .everyone, .exercise, .lesson: true
        case .section(let name): sections.contains { ByteName($0) == ByteName(name) }
        case .learner(let name): ByteName(name) == ByteName(learner)
        }
    }
}
