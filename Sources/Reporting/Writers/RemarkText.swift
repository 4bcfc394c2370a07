// SPDX-License-Identifier: MIT
internal import Markup

/// What is said about where figures come from, the same in all formats.
enum RemarkText {
    private static let longestList = 8

    static func sentence(for remark: ReportRemark, _ words: ReportWords) -> String {
        func attempts(_ count: Int) -> String { CountedNoun.text(count, "attempt") }
        return switch remark {
        case .unreadable(let file, let reason):
            "\(file) could not be read, and nothing of it is here\(reason.isEmpty ? "." : ": \(reason)")"
        case .clockWentBack(let learner, let count):
            "\(learner): the clock went back, so the times of \(attempts(count)) are doubtful."
        case .fromTheFuture(let learner, let count):
            "\(learner): \(attempts(count)) made, by their times, after they were recorded."
        case .withoutTime(let count): "\(attempts(count)) without a time: they count as made before all others."
        case .severalVersions(let exercise, let versions):
            "\(words.exercise(exercise)): the attempts are of \(CountedNoun.text(versions, "version")) of it."
        case .unknownExercise(let exercise, let count): "\(exercise) is not in the course: \(attempts(count))."
        case .otherCourse(let course, let count): "\(attempts(count)) of another course, \(course), left out."
        case .notGraded(let count):
            "\(attempts(count)) that could not be graded, through no fault of the learners: they count for nothing."
        case .withoutSection(let learners): "In no section: \(names(learners))."
        case .left(let learners):
            "\(CountedNoun.text(learners, "learner")) left the class and \(areLeftOut(learners))."
        case .sameName(let learner, let files):
            "\(learner): \(CountedNoun.text(files, "file")) say this name, and were taken for one learner."
        case .knownAttempts(let file, let count):
            "\(file) holds \(attempts(count)) that are known already; they count once."
        }
    }

    private static func areLeftOut(_ count: Int) -> String { count == 1 ? "is left out" : "are left out" }

    /// Names with commas between them, and how many more there are.
    static func names(_ names: [String], limit: Int = longestList) -> String {
        let shown = names.prefix(limit).joined(separator: ", ")
        return names.count <= limit ? shown : "\(shown) and \(names.count - limit) more"
    }
}

extension ReportRemark {
    /// What remarks have in common that are about different things: the name of their case.
    var kind: String { Mirror(reflecting: self).children.first?.label ?? "\(self)" }
}
