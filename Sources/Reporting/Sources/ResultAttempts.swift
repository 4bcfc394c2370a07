// SPDX-License-Identifier: MIT
internal import Gradebook
internal import Results

/// The attempts that files of results tell of.
struct ResultAttempts: AttemptSource {
    private let archive: ResultArchive
    private(set) var names = SourceNames()
    let remarks: [SourceRemark]
    /// Everybody of whom there is a result.
    let learners: [String]

    /// Looks through files.
    ///
    /// One that cannot be read is noted, as those of `without` are, and the others are read. Throws where none can be,
    /// and where two disagree about one submission.
    init(_ paths: [String], without: [SourceRemark]) throws(ReportError) {
        var remarks = without
        archive = try Self.archive(of: paths, &remarks)
        self.remarks = remarks
        var learners: [String] = []
        for key in archive.keys where learners.last.map({ ByteName($0) != ByteName(key.learner) }) ?? true {
            learners.append(key.learner)
        }
        self.learners = learners
    }

    mutating func forEachLearner(_ body: (SourceLearner, SourceNames) throws(ReportError) -> Void) throws(ReportError) {
        var results = archive.makeIterator()
        var current: SourceLearner?
        while let result = try Self.reading({ () throws(ResultsError) in try results.next() }) {
            if let learner = current, ByteName(learner.name) != ByteName(result.learner) {
                try body(learner, names)
                current = nil
            }
            if current == nil { current = SourceLearner(name: result.learner) }
            current?.attempts.append(take(result))
        }
        if let current { try body(current, names) }
    }

    private static func archive(
        of paths: [String], _ remarks: inout [SourceRemark]
    ) throws(ReportError) -> ResultArchive {
        do throws(ResultsError) {
            return try ResultArchive(files: paths)
        } catch {
            if case .conflicting = error { throw .results(error) }
            if paths.count + remarks.count == 1 { throw .results(error) }
        }
        // Each by itself only now, as most files can be read and results are large.
        var readable: [String] = []
        for path in paths {
            do throws(ResultsError) {
                _ = try ResultArchive(files: [path])
                readable.append(path)
            } catch {
                remarks.append(.unreadable(path: path, .results(error)))
            }
        }
        if readable.isEmpty { throw .nothingReadable(count: remarks.count) }
        return try reading { () throws(ResultsError) in try ResultArchive(files: readable) }
    }

    func text(_ number: Int) -> String { names.texts[number] }

    private mutating func take(_ result: SubmissionResult) -> SourceAttempt {
        let graded = GradedAttempt(result)
        let exercise = names.exercises.number(of: result.exercise)
        if !result.title.isEmpty { names.titles[exercise] = result.title }
        var attempt = SourceAttempt(exercise: exercise)
        attempt.moment = result.submittedAt
        attempt.recorded = result.submittedAt
        attempt.path = result.path
        attempt.hash = graded.submission
        attempt.outcome = graded.outcome
        attempt.earned = graded.earned
        attempt.possible = graded.possible
        attempt.hasPassed = graded.hasPassed
        let version = result.provenance.exercise
        attempt.version = version.isEmpty ? nil : names.versions.number(of: version)
        attempt.misconceptions = result.checks.flatMap(\.misconceptions).map { names.misconceptions.number(of: $0) }
        attempt.checks = result.checks.map { check in
            let number = names.number(
                of: SourceCheck(
                    exercise: exercise, name: check.name, possible: check.possible, isExtra: check.isExtra,
                    isHidden: check.isHidden))
            let (ending, message) = Self.words(of: check.outcome)
            return SourceOutcome(
                check: number, ending: ending, message: message.map { names.texts.number(of: $0) })
        }
        return attempt
    }

    private static func words(of outcome: CheckResult.Outcome) -> (ending: StoredOutcome.Ending, message: String?) {
        switch outcome {
        case .passed: (.passed, nil)
        case .failed(let failure): (.failed, failure.message)
        case .skipped(let needs): (.skipped, needs)
        case .stopped(let reason): (.stopped, reason.name)
        case .error(let words): (.error, words)
        }
    }

    private static func reading<Value>(_ body: () throws(ResultsError) -> Value) throws(ReportError) -> Value {
        do throws(ResultsError) {
            return try body()
        } catch {
            throw .results(error)
        }
    }
}
