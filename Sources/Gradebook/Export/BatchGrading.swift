// SPDX-License-Identifier: MIT
public import Results

/// Grades the results of a batch by the rules of a class.
///
/// With a gradebook, which has to have the results already, all that it knows of a learner counts: earlier attempts,
/// other names, decisions. Without one the attempts are those of the batch.
public struct BatchGrading {
    private let policy: ClassPolicy
    private let store: GradebookStore?
    private let names: LearnerNames?
    private let overrides: [OverrideSubject: ClassPolicy.Override]
    /// Attempts of one learner at one exercise that are not graded yet.
    private var group: [GradedAttempt] = []
    private var groupKey: ResultKey?
    /// What the gradebook has of the learner that was asked for last.
    private var record: (learner: String, attempts: [String: [GradedAttempt]])?
    private var grades: [AttemptGrade] = []

    /// Prepares to grade by a policy and, if there is one, a gradebook.
    public init(_ policy: ClassPolicy, _ store: GradebookStore? = nil) throws(GradebookError) {
        self.policy = policy
        self.store = store
        let names = try store?.names()
        self.names = names
        overrides = if let store, let names { try store.overrides(names) } else { [:] }
    }

    /// Takes the next result; they have to come in the order of their keys.
    public mutating func add(_ result: SubmissionResult) throws(GradebookError) {
        // Keys are compared by bytes; two that differ only by their paths are attempts at the same.
        let key = ResultKey(learner: result.learner, exercise: result.exercise, path: "")
        if key != groupKey { try gradeGroup() }
        groupKey = key
        group.append(GradedAttempt(result))
    }

    /// The grades of all results, in their order.
    public mutating func finish() throws(GradebookError) -> [AttemptGrade] {
        try gradeGroup()
        return grades
    }

    private mutating func gradeGroup() throws(GradebookError) {
        guard let key = groupKey else { return }
        let learner = names?.learner(key.learner) ?? key.learner
        let score = policy.score(
            learner: learner, exercise: key.exercise, attempts: try attempts(of: learner)[key.exercise] ?? group,
            override: overrides[OverrideSubject(learner: learner, exercise: key.exercise)])
        grades += group.map { score.grade(of: $0) }
        group = []
    }

    /// What the gradebook has of a learner, by exercise.
    private mutating func attempts(of learner: String) throws(GradebookError) -> [String: [GradedAttempt]] {
        guard let store, let names else { return [:] }
        if let record, record.learner == learner { return record.attempts }
        let attempts = try store.gradedAttempts(of: learner, names)
        record = (learner, attempts)
        return attempts
    }
}
