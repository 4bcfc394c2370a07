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
        var sentences: [String] = []
        if attempts.count > 1 { sentences.append("Attempt \((self.counted ?? 0) + 1) of \(attempts.count).") }
        if case .late(let lateness, _, let deduction) = counted.punctuality, deduction > .zero {
            let cost = "\(deduction.decimal) of \(counted.raw.decimal) points taken off"
            sentences.append("\(FeedbackSection.length(lateness)) late: \(cost).")
        } else if counted.exclusion == .refused {
            sentences.append("The file could not be run.")
        }
        return sentences.joined(separator: " ")
    }

    /// When what counts was handed in; else what came last.
    var submittedAt: Int64? { (countedAttempt ?? attempts.last)?.attempt.submittedAt }
}
