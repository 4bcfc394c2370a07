// SPDX-License-Identifier: MIT

/// What is counted over all results before a report is begun.
///
/// It grows with the number of exercises and their checks, not with that of submissions.
public struct ReportTotals: Sendable {
    /// How many submissions there are.
    public private(set) var submissions = 0
    /// How many of them have each verdict.
    public private(set) var verdicts: [SubmissionVerdict: Int] = [:]
    /// By the reason's name, how many submissions have the verdict `stopped` for it first.
    public private(set) var stops: [StopReason.Kind: Int] = [:]
    /// What was earned in all, and what could be.
    public private(set) var earned = Points.zero
    /// What can be earned without extra checks.
    public private(set) var possible = Points.zero
    /// Whether there are submissions of two learners or more.
    public private(set) var hasSeveralLearners = false
    /// The exercises, by their names' bytes.
    public private(set) var exercises: [ExerciseTotals] = []
    private(set) var cases: [Audience: CaseCounts] = [:]
    private(set) var firstWithoutTime: String?
    private var learner: String?
    private var places: [String: Int] = [:]

    /// Counts nothing yet.
    public init() {}

    /// Counts all results of a sequence.
    public init(of results: some ResultSequence) throws(ResultsError) {
        var iterator = try results.makeIterator()
        while let result = try iterator.next() { add(result) }
    }

    /// Counts a result.
    public mutating func add(_ result: SubmissionResult) {
        let verdict = result.verdict
        submissions += 1
        verdicts[verdict, default: 0] += 1
        if verdict == .stopped, let reason = result.firstStop { stops[reason.kind, default: 0] += 1 }
        earned += result.earned
        possible += result.possible
        if let learner, !learner.utf8.elementsEqual(result.learner.utf8) { hasSeveralLearners = true }
        learner = learner ?? result.learner
        if result.submittedAt == nil, firstWithoutTime == nil { firstWithoutTime = result.path }
        for audience in Audience.allCases {
            cases[audience, default: CaseCounts()].add(ReportedSubmission(result, for: audience).cases)
        }
        exercises[place(of: result)].add(result, verdict)
    }

    /// Whether there are two submissions or more for one exercise.
    var hasSeveralAttempts: Bool { exercises.contains { $0.submissions > 1 } }

    /// How many submissions have this verdict.
    public func count(_ verdict: SubmissionVerdict) -> Int { verdicts[verdict] ?? 0 }

    private mutating func place(of result: SubmissionResult) -> Int {
        if let place = places[result.exercise] { return place }
        let place = exercises.firstIndex { $0.name > result.exercise } ?? exercises.count
        exercises.insert(ExerciseTotals(name: result.exercise, title: result.title), at: place)
        places = Dictionary(uniqueKeysWithValues: exercises.enumerated().map { ($1.name, $0) })
        return place
    }
}

/// What is counted over all submissions of one exercise.
public struct ExerciseTotals: Sendable {
    /// The exercise, as `track/name`.
    public let name: String
    /// Its title, as the first result has it.
    public let title: String
    /// How many submissions it has.
    public private(set) var submissions = 0
    /// How many of them have each verdict.
    public private(set) var verdicts: [SubmissionVerdict: Int] = [:]
    /// Its checks, in the order of their file.
    public private(set) var checks: [CheckTotals] = []

    init(name: String, title: String) {
        self.name = name
        self.title = title
    }

    mutating func add(_ result: SubmissionResult, _ verdict: SubmissionVerdict) {
        submissions += 1
        verdicts[verdict, default: 0] += 1
        for (index, check) in result.checks.enumerated() {
            // Nearly always the same checks in the same order.
            var place = index
            if index >= checks.count || checks[index].name != check.name {
                place = checks.firstIndex { $0.name == check.name } ?? checks.count
            }
            if place == checks.count { checks.append(CheckTotals(check)) }
            checks[place].add(check)
        }
    }
}

/// What is counted over all runs of one check.
public struct CheckTotals: Sendable {
    /// The check's name.
    public let name: String
    /// Whether its points come on top.
    public let isExtra: Bool
    /// Whether learners are told no more of it than that it exists.
    public let isHidden: Bool
    /// How many submissions it was meant for.
    public private(set) var submissions = 0
    /// How many of them passed it.
    public private(set) var passed = 0

    init(_ check: CheckResult) {
        name = check.name
        isExtra = check.isExtra
        isHidden = check.isHidden
    }

    mutating func add(_ check: CheckResult) {
        submissions += 1
        if check.hasPassed { passed += 1 }
    }
}
