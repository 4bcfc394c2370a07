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
    /// Results of one learner and exercise that are not graded yet.
    private var group: [(attempt: GradedAttempt, learner: String, exercise: String)] = []
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
        if let last = group.last,
            !last.learner.utf8.elementsEqual(result.learner.utf8)
                || !last.exercise.utf8.elementsEqual(result.exercise.utf8)
        {
            try gradeGroup()
        }
        group.append((GradedAttempt(result), result.learner, result.exercise))
    }

    /// The grades of all results, in their order.
    public mutating func finish() throws(GradebookError) -> [AttemptGrade] {
        try gradeGroup()
        return grades
    }

    private mutating func gradeGroup() throws(GradebookError) {
        guard let first = group.first else { return }
        let learner = names?.learner(first.learner) ?? first.learner
        let recorded = try attempts(of: learner)[first.exercise]
        let score = policy.score(
            learner: learner, exercise: first.exercise, attempts: recorded ?? group.map(\.attempt),
            override: overrides[OverrideSubject(learner: learner, exercise: first.exercise)])
        grades += group.map { score.grade(of: $0.attempt) }
        group = []
    }

    /// What the gradebook has of a learner, by exercise; the last one asked for is kept.
    private mutating func attempts(of learner: String) throws(GradebookError) -> [String: [GradedAttempt]] {
        guard let store, let names else { return [:] }
        if let record, record.learner == learner { return record.attempts }
        var attempts: [String: [GradedAttempt]] = [:]
        try store.forEachAttempt(of: learner, names) { (exercise, attempt) throws(GradebookError) in
            attempts[exercise, default: []].append(attempt)
        }
        record = (learner, attempts)
        return attempts
    }
}
