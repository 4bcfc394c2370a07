// SPDX-License-Identifier: MIT
internal import Results

extension ExerciseScore {
    /// In a few words how the score came about, for the comment that a learner sees beside it.
    var remark: String {
        if let override {
            let excuse = override.decision == .excused ? "Excused. " : ""
            return "\(excuse)\(override.author): \(override.reason)"
        }
        switch state {
        case .missing: return "Nothing handed in."
        case .pending: return "Not graded yet."
        case .excused, .scored: break
        }
        guard let counted = countedAttempt else {
            return attempts.allSatisfy { $0.exclusion == .closed }
                ? "Handed in after the end." : "The file could not be run."
        }
        let number = attempts.count == 1 ? "" : "Attempt \((self.counted ?? 0) + 1) of \(attempts.count). "
        guard case .late(let lateness, _, let deduction) = counted.punctuality, deduction > .zero else {
            return number + (counted.exclusion == .refused ? "The file could not be run." : "")
        }
        return number + "\(FeedbackSection.length(lateness)) late: \(deduction.decimal) of "
            + "\(counted.raw.decimal) points taken off."
    }

    /// When what counts was handed in; else what came last.
    var submittedAt: Int64? { (countedAttempt ?? attempts.last)?.attempt.submittedAt }
}
