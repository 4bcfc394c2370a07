// SPDX-License-Identifier: MIT
internal import Markup

/// A document about one learner, made when all results are there: they are few.
struct LearnerReport: ReportWriter {
    private let make: (LearnerResults) -> [UInt8]
    private let audience: Audience
    private let listsHidden: Bool
    private var results: [SubmissionResult] = []

    /// With `listsHidden`, hidden checks come one by one, marked as such.
    init(_ context: ReportContext, listsHidden: Bool = false, make: @escaping (LearnerResults) -> [UInt8]) {
        audience = context.audience ?? .learner
        self.listsHidden = listsHidden
        self.make = make
    }

    func begin() -> [UInt8] { [] }

    mutating func add(_ result: SubmissionResult) -> [UInt8] {
        results.append(result)
        return []
    }

    func end() -> [UInt8] {
        let submissions = results.map { ReportedSubmission($0, for: audience, listingHidden: listsHidden) }
        return make(LearnerResults(submissions: submissions))
    }
}

/// What one learner has handed in: each exercise once.
struct LearnerResults {
    let submissions: [ReportedSubmission]

    /// All entries, with the number of their exercise and their own, from 1, and a name that no other has.
    var cases: [(entry: ReportedCase, result: SubmissionResult, number: String, name: String)] {
        var names = UniqueNames()
        var all: [(entry: ReportedCase, result: SubmissionResult, number: String, name: String)] = []
        for (exercise, submission) in submissions.enumerated() {
            for (index, entry) in submission.cases.enumerated() {
                let number = submissions.count == 1 ? "\(index + 1)" : "\(exercise + 1).\(index + 1)"
                let name = submissions.count == 1 ? entry.name : "\(submission.result.exercise): \(entry.name)"
                all.append((entry, submission.result, number, names.unique(name.isEmpty ? "(no name)" : name)))
            }
        }
        return all
    }

    var earned: Points { submissions.reduce(.zero) { $0 + $1.result.earned } }
    var possible: Points { submissions.reduce(.zero) { $0 + $1.result.possible } }

    /// Whether any of it is not known, through no fault of the learner.
    var hasError: Bool { submissions.contains { $0.result.verdict == .error } }

    /// A row for each exercise: its verdict, its points, and how many hidden checks there are.
    var overview: String {
        submissions.map { submission in
            let title = ReportText.row(submission.result.title)
            let hidden = submission.hidden.map { ". \($0.sentence)" } ?? ""
            let isWorthPoints = submission.result.possible != .zero || submission.result.earned != .zero
            return "\(title): \(submission.verdictSentence)\(isWorthPoints ? ", \(submission.score)" : "")\(hidden)"
        }.joined(separator: "\n")
    }
}

extension ReportedSubmission {
    /// What came of it, in a few words.
    var verdictSentence: String {
        switch result.verdict {
        case .passed: "passed"
        case .failed: "not passed yet"
        case .stopped: "stopped before its end"
        case .refused, .error: ReportText.row(cases[0].kind == .passed ? "error" : faultSentence)
        }
    }

    private var faultSentence: String {
        cases.first { $0.kind == .error || result.checks.isEmpty }?.message ?? "could not be graded"
    }
}

extension ReportedCase {
    /// The body as a page or a terminal may show it.
    var shownBody: String { ReportText.rows(body) }

    /// What the submission printed, likewise.
    var shownOutput: String { ReportText.rows(output) }
}
