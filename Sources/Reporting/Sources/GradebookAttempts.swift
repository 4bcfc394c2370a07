// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Results

/// The attempts that a gradebook knows: of what was handed in, the result that counts.
struct GradebookAttempts: AttemptSource {
    private let store: GradebookStore
    private let stored: StoredNames
    /// By the gradebook's number of an exercise or a check, ours.
    private var exercises: [Int: Int] = [:]
    private var checks: [Int: Int] = [:]
    /// What is wanted, by the gradebook's numbers; nil for all.
    private let only: (learners: [Int]?, exercise: Int?)
    private(set) var names = SourceNames()
    let remarks: [SourceRemark]

    /// Everybody of whom something is recorded.
    var learners: [String] { Array(stored.learners.values) }

    /// Reads a gradebook: of the learners that are wanted, of one exercise where it is given.
    ///
    /// `without` is said about files beside it.
    init(
        _ store: GradebookStore, without: [SourceRemark] = [], exercise: String? = nil,
        wanted: ((_ learner: String) -> Bool)? = nil
    ) throws(GradebookError) {
        self.store = store
        remarks = without
        let stored = try store.storedNames()
        self.stored = stored
        let learners = wanted.map { wanted in stored.learners.filter { wanted($0.value) }.keys.sorted() }
        // An exercise that is not there has no number, and nothing has the number -1.
        let number = exercise.map { id in stored.exercises.first { ByteName($0.value) == ByteName(id) }?.key ?? -1 }
        only = (learners, number)
        for (id, name) in stored.exercises.sorted(by: { $0.key < $1.key }) {
            let own = names.exercises.number(of: name)
            exercises[id] = own
            names.titles[own] = try store.title(ofExercise: id)
        }
        // What was defined last comes last, and so says what a check is worth.
        for (id, check) in stored.checks.sorted(by: { $0.key < $1.key }) {
            guard let exercise = exercises[check.exercise] else { continue }
            checks[id] = names.number(
                of: SourceCheck(
                    exercise: exercise, name: check.name, possible: check.possible, isExtra: check.isExtra,
                    isHidden: check.isHidden))
        }
    }

    mutating func forEachLearner(_ body: (SourceLearner, SourceNames) throws(ReportError) -> Void) throws(ReportError) {
        var current: (id: Int, learner: SourceLearner)?
        var names = names
        self.names = SourceNames()
        defer { self.names = names }
        var failure: ReportError?
        do throws(GradebookError) {
            try store.forEachStoredAttempt(learners: only.learners, exercise: only.exercise) {
                (attempt) throws(GradebookError) in
                if failure != nil { return }
                if current?.id != attempt.learner {
                    do throws(ReportError) {
                        if let current { try body(current.learner, names) }
                    } catch {
                        failure = error
                    }
                    current = (attempt.learner, SourceLearner(name: stored.learners[attempt.learner] ?? ""))
                }
                current?.learner.attempts.append(take(attempt, &names))
            }
        } catch {
            throw .gradebook(error)
        }
        if let failure { throw failure }
        if let current { try body(current.learner, names) }
    }

    func text(_ number: Int) throws(ReportError) -> String {
        do throws(GradebookError) {
            return try store.message(number) ?? ""
        } catch {
            throw .gradebook(error)
        }
    }

    private func take(_ stored: StoredAttempt, _ names: inout SourceNames) -> SourceAttempt {
        var attempt = SourceAttempt(exercise: exercises[stored.exercise] ?? 0)
        attempt.moment = stored.submittedAt
        attempt.recorded = stored.submittedAt
        attempt.path = stored.path
        attempt.hash = stored.hash
        attempt.misconceptions = stored.misconceptions.map { names.misconceptions.number(of: $0) }
        attempt.outcome = stored.outcome
        attempt.earned = stored.earned
        attempt.possible = stored.possible
        attempt.hasPassed = stored.hasPassed
        attempt.version = stored.exerciseHash.isEmpty ? nil : names.versions.number(of: stored.exerciseHash)
        attempt.checks = stored.checks.map { outcome in
            SourceOutcome(check: checks[outcome.check] ?? 0, ending: outcome.ending, message: outcome.message)
        }
        return attempt
    }
}
