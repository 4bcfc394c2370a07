// SPDX-License-Identifier: MIT
public import HostRuntime
public import Results

/// What has to be done for a submission.
public enum BatchWork: Sendable {
    /// Its checks have to be run.
    case job(GradingJob)
    /// Nothing any more: this is the result.
    case done(SubmissionResult.Status, [CheckResult])
}

/// What an exercise is worth, of which a submission was refused.
public enum BatchWorth: Sendable {
    /// So many points.
    case points(Points)
    /// What these checks are worth together.
    case checks(CheckJob)
}

/// What a batch is told about exercises and words, which it does not know itself.
public protocol BatchJudge {
    /// The versions of all that judges, as one word.
    var engine: String { get }

    /// What has to be done for a submission with this text. Throws where the exercise cannot be read.
    func work(for submission: ListedSubmission, text: String) throws(BatchError) -> BatchWork

    /// What the exercise of a submission is worth. Throws where it cannot be read.
    func worth(of submission: ListedSubmission) throws(BatchError) -> BatchWorth

    /// A sentence for a failure that is no submission's fault; the same for the same failure.
    func words(for failure: GradingFailure) -> String
}

/// Grades all submissions of a listing that have no good result yet, and writes each down as soon as it has one.
///
/// What is under way is a handful of submissions, whatever the size of the class. Confined to the thread of its grader.
public final class BatchRun {
    /// How a run ended.
    public enum Ending: Hashable, Sendable {
        /// Everything has a result.
        case complete
        /// A signal came; what was under way is graded by the next run.
        case interrupted(signal: Int32)
    }

    /// How far it is.
    public private(set) var tally = BatchTally()
    /// The submissions of the listing that belong to the batch.
    public private(set) var keys: Set<ResultKey> = []
    /// What looked like a submission and was none; the first ones.
    public private(set) var notices: [BatchNotice] = []
    /// How many notices there were.
    public private(set) var noticeCount = 0

    /// How many notices are kept.
    public static let noticeLimit = 100

    private let listing: any SubmissionListing
    private let filter: BatchFilter
    private let journal: GradingJournal
    private let judge: any BatchJudge
    private let grader: any SubmissionGrading
    private var pending: [Int: SubmissionResult] = [:]
    private var nextToken = 0
    private var isListed = false

    /// Prepares a run.
    public init(
        _ listing: any SubmissionListing, _ filter: BatchFilter, _ journal: GradingJournal, _ judge: any BatchJudge,
        _ grader: any SubmissionGrading
    ) {
        self.listing = listing
        self.filter = filter
        self.journal = journal
        self.judge = judge
        self.grader = grader
    }

    /// Grades until everything has a result, or one of the signals comes.
    ///
    /// `progress` is called whenever there is something new to show.
    public func run(
        _ signals: borrowing SignalDescriptor, progress: (BatchTally) -> Void
    ) throws(BatchError) -> Ending {
        while true {
            while grader.hasRoom, !isListed {
                if let signal = signals.take() { return try interrupted(signal) }
                try takeNext()
                progress(tally)
            }
            switch grader.wait(signals) {
            case .finished(let submissions):
                for submission in submissions { try finish(submission) }
                progress(tally)
            case .signal(let signal): return try interrupted(signal)
            case .idle where isListed:
                precondition(pending.isEmpty, "the grader has forgotten \(pending.count) submissions")
                try journal.finish(notices: noticeCount)
                return .complete
            case .idle: precondition(grader.hasRoom, "the grader does nothing and takes nothing")
            }
        }
    }

    private func interrupted(_ signal: Int32) throws(BatchError) -> Ending {
        try journal.synchronize()
        return .interrupted(signal: signal)
    }

    // MARK: - From the listing

    private func takeNext() throws(BatchError) {
        switch try listing.next() {
        case nil: isListed = true
        case .notice(let notice): note(notice)
        case .submission(let submission):
            guard filter.accepts(submission) else { return }
            if keys.insert(submission.key).inserted {
                try begin(submission)
            } else {
                note(.repeated(path: submission.path))
            }
        }
    }

    private func note(_ notice: BatchNotice) {
        noticeCount += 1
        if notices.count < Self.noticeLimit { notices.append(notice) }
    }

    private func begin(_ submission: ListedSubmission) throws(BatchError) {
        let content = submission.read()
        var result = SubmissionResult(
            learner: submission.learner, exercise: submission.exercise.id, title: submission.exercise.title,
            path: submission.path, submittedAt: submission.submittedAt,
            provenance: SubmissionResult.Provenance(
                submission: content.hash, exercise: submission.exercise.hash, engine: judge.engine),
            status: .graded)
        let text: String
        switch content {
        case .refused(let refusal, _):
            result.status = .refused(refusal)
            return try appraise(result, submission)
        case .text(let found, _): text = found
        }
        if case .graded(let outcome) = journal.standing(result.key, result.provenance) {
            tally.add(outcome, isNew: false)
            return
        }
        switch try judge.work(for: submission, text: text) {
        case .done(let status, let checks):
            result.status = status
            result.checks = checks
            if case .refused = status { return try appraise(result, submission) }
            try record(result)
        case .job(let job): hand(over: job, result)
        }
    }

    private func hand(over job: GradingJob, _ result: SubmissionResult) {
        pending[nextToken] = result
        grader.submit(job, token: nextToken)
        nextToken += 1
    }

    /// Nothing of a refused submission is run; but it earns none of some points, not none of none.
    private func appraise(_ result: SubmissionResult, _ submission: ListedSubmission) throws(BatchError) {
        var result = result
        if let known = try journal.result(of: result.key), let worth = known.worth {
            result.worth = worth
            if known == result { return tally.add(ResultClass(result), isNew: false) }
        }
        switch try judge.worth(of: submission) {
        case .points(let points):
            result.worth = points
            try record(refused: result)
        case .checks(let checks):
            var job = GradingJob(checks)
            job.isOnlyAppraised = true
            hand(over: job, result)
        }
    }

    /// To refuse a submission costs nothing, so it is always done anew, and written down where it is news.
    private func record(refused result: SubmissionResult) throws(BatchError) {
        guard try journal.result(of: result.key) == result else { return try record(result) }
        tally.add(ResultClass(result), isNew: false)
    }

    // MARK: - From the grader

    private func finish(_ submission: GradedSubmission) throws(BatchError) {
        guard var result = pending.removeValue(forKey: submission.token) else {
            preconditionFailure("nothing was handed over with the token \(submission.token)")
        }
        switch submission.outcome {
        case .graded(let checks): result.checks = checks
        case .appraised(let points):
            result.worth = points
            return try record(refused: result)
        // Whatever its checks are worth, it is refused.
        case .failed where result.status != .graded: return try record(refused: result)
        case .failed(let failure): result.status = .error(judge.words(for: failure))
        }
        try record(result)
    }

    private func record(_ result: SubmissionResult) throws(BatchError) {
        try journal.append(result)
        tally.add(ResultClass(result), isNew: true)
    }
}

@available(*, unavailable)
extension BatchRun: Sendable {}

/// How many submissions a listing has that belong to a batch: what a progress bar counts up to.
public enum BatchSize {
    /// Goes through a listing without reading a file.
    public static func count(
        _ listing: any SubmissionListing, _ filter: BatchFilter
    ) throws(BatchError) -> Int {
        var count = 0
        while let item = try listing.next() {
            if case .submission(let submission) = item, filter.accepts(submission) { count += 1 }
        }
        return count
    }
}
