// SPDX-License-Identifier: MIT

/// A submission as a report for somebody tells it: every dialect is written from this.
///
/// For learners, hidden checks stand together as one case without a name of theirs, and no text of them is left. What
/// kept a submission from being graded is a case too, so that no report of it is without one.
struct ReportedSubmission {
    let result: SubmissionResult
    /// What a report lists, in the order of the checks' file; never empty.
    let cases: [ReportedCase]
    /// The hidden checks among them; nil where there are none.
    let hidden: HiddenChecks?

    /// Tells it for `audience`; with `listingHidden`, hidden checks follow one by one, marked as such, for a format
    /// that keeps them from learners itself.
    init(_ result: SubmissionResult, for audience: Audience, listingHidden: Bool = false) {
        self.result = result
        let hiddenChecks = result.checks.filter(\.isHidden)
        hidden = hiddenChecks.isEmpty ? nil : HiddenChecks(hiddenChecks)
        switch result.status {
        case .graded: cases = Self.cases(of: result.checks, for: audience, listingHidden: listingHidden)
        case .refused(let refusal): cases = [.refused(refusal)]
        case .error(let reason): cases = [.error(reason)]
        }
    }

    private static func cases(
        of checks: [CheckResult], for audience: Audience, listingHidden: Bool
    ) -> [ReportedCase] {
        if checks.isEmpty { return [.withoutChecks] }
        if audience == .instructor { return checks.map { ReportedCase($0, namingHidden: true) } }
        let hiddenNames = Set(checks.filter(\.isHidden).map(\.name))
        var cases = checks.filter { !$0.isHidden }.map { check in
            if case .skipped(let needs) = check.outcome, hiddenNames.contains(needs) {
                return ReportedCase(check, namingHidden: false)
            }
            return ReportedCase(check, namingHidden: true)
        }
        if listingHidden {
            return cases + checks.filter(\.isHidden).map { ReportedCase($0, namingHidden: true) }
        }
        for isExtra in [false, true] {
            let hidden = checks.filter { $0.isHidden && $0.isExtra == isExtra }
            if !hidden.isEmpty { cases.append(ReportedCase(hidden: hidden, isExtra: isExtra)) }
        }
        return cases
    }

    /// "25 of 70 points"; extra points are in the first number.
    var score: String { "\(result.earned.decimal) of \(result.possible.decimal) points" }
}

/// How many hidden checks there are.
struct HiddenChecks: Hashable {
    /// All of them.
    var count: Int
    /// Those that did not pass.
    var failed: Int

    init(_ checks: [CheckResult]) {
        count = checks.count
        failed = checks.count { !$0.hasPassed }
    }

    /// In words that fit every outcome.
    var sentence: String {
        let checks = count == 1 ? "1 hidden check" : "\(count) hidden checks"
        return failed == 0 ? "\(checks), passed" : "\(checks), \(failed) of them not passed"
    }
}

/// One entry of a report.
struct ReportedCase {
    enum Kind: Hashable {
        case passed
        case failed
        case skipped
        /// No fault of the submission.
        case error
    }

    /// The check's name.
    var name: String
    var kind: Kind
    /// What failed, as one word: "assertion", the name of a stop or of a refusal; empty after a pass.
    var type = ""
    var earned = Points.zero
    var possible = Points.zero
    var isExtra = false
    /// Whether it is a hidden check, or stands for all hidden ones.
    var isHidden = false
    /// What was wrong, in one line; empty after a pass.
    var message = ""
    var details: [String] = []
    var place: CheckResult.Place?
    var nanoseconds: UInt64?
    var replayToken: String?
    var timeline: [String] = []
    var output = ""
    /// The check that it needs and that did not pass; nil where that is not known or not told.
    var needs: String?

    /// A check by itself.
    init(_ check: CheckResult, namingHidden: Bool) {
        name = check.name
        earned = check.earned
        possible = check.possible
        isExtra = check.isExtra
        isHidden = check.isHidden
        timeline = check.timeline
        output = check.output
        switch check.outcome {
        case .passed: kind = .passed
        case .failed(let failure):
            kind = .failed
            type = "assertion"
            message = failure.message
            details = failure.details
            place = failure.place
            nanoseconds = failure.nanoseconds
            replayToken = failure.replayToken
        case .skipped(let needs):
            kind = .skipped
            type = "skipped"
            self.needs = namingHidden ? needs : nil
            message = namingHidden ? "not run: it needs \"\(needs)\"" : "not run: it needs a hidden check"
        case .stopped(let reason):
            kind = .failed
            type = reason.name
            message = reason.sentence
        case .error(let reason):
            kind = .error
            type = "infrastructure"
            message = "could not be run, which is no fault of the submission: \(reason)"
        }
    }

    /// All hidden checks together.
    init(hidden checks: [CheckResult], isExtra: Bool) {
        name = Self.hiddenName(isExtra: isExtra)
        earned = checks.reduce(.zero) { $0 + $1.earned }
        possible = checks.reduce(.zero) { $0 + $1.possible }
        self.isExtra = isExtra
        isHidden = true
        let hidden = HiddenChecks(checks)
        let hasError = checks.contains { if case .error = $0.outcome { true } else { false } }
        kind = hasError ? .error : hidden.failed > 0 ? .failed : .passed
        if kind != .passed {
            type = hasError ? "infrastructure" : "hidden"
            message = hidden.sentence
        }
    }

    /// What all hidden checks are called together.
    static func hiddenName(isExtra: Bool) -> String { isExtra ? "hidden extra checks" : "hidden checks" }

    private init(name: String, kind: Kind, type: String, message: String, place: CheckResult.Place? = nil) {
        self.name = name
        self.kind = kind
        self.type = type
        self.message = message
        self.place = place
    }

    static func refused(_ refusal: SubmissionResult.Refusal) -> ReportedCase {
        ReportedCase(
            name: "the submission can be run", kind: .failed, type: refusal.name, message: refusal.sentence,
            place: refusal.place)
    }

    static func error(_ reason: String) -> ReportedCase {
        ReportedCase(
            name: "the submission can be graded", kind: .error, type: "infrastructure",
            message: "could not be graded, which is no fault of the submission: \(reason)")
    }

    static var withoutChecks: ReportedCase {
        ReportedCase(
            name: "the exercise has checks", kind: .failed, type: "no-checks", message: "no check was run")
    }

    /// Whether a failure of it keeps the submission from passing.
    var counts: Bool { !isExtra }

    /// "0/20", or "+0/5" for points on top.
    var score: String { "\(isExtra ? "+" : "")\(earned.decimal)/\(possible.decimal)" }
}

/// How many entries of a report ended how.
struct CaseCounts: Hashable, Sendable {
    var all = 0
    var failures = 0
    var errors = 0
    var skipped = 0
    /// Virtual time until failures; as much as there is room for.
    var nanoseconds: UInt64 = 0

    mutating func add(_ cases: [ReportedCase]) {
        all += cases.count
        for entry in cases {
            let (sum, isTooLarge) = nanoseconds.addingReportingOverflow(entry.nanoseconds ?? 0)
            nanoseconds = isTooLarge ? .max : sum
            switch entry.kind {
            case .passed: break
            case .failed: failures += 1
            case .skipped: skipped += 1
            case .error: errors += 1
            }
        }
    }
}
