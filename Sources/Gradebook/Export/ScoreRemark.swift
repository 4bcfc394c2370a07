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
        case .pending: return JudgedAttempt.Exclusion.unknown.sentence
        case .excused, .scored: break
        }
        guard let counted = countedAttempt else {
            let cause = attempts.allSatisfy { $0.exclusion == .closed } ? JudgedAttempt.Exclusion.closed : .refused
            return cause.sentence
        }
        var sentences: [String] = []
        if attempts.count > 1 { sentences.append("Attempt \((self.counted ?? 0) + 1) of \(attempts.count).") }
        if case .late(let lateness, _, let deduction) = counted.punctuality, deduction > .zero {
            let cost = "\(deduction.decimal) of \(counted.raw.decimal) points taken off"
            sentences.append("\(FeedbackSection.length(lateness)) late: \(cost).")
        } else if let exclusion = counted.exclusion {
            sentences.append(exclusion.sentence)
        }
        return sentences.joined(separator: " ")
    }

    /// When what counts was handed in; else what came last.
    var submittedAt: Int64? { (countedAttempt ?? attempts.last)?.attempt.submittedAt }
}

extension JudgedAttempt.Exclusion {
    /// Why the attempt does not count, or counts as nothing.
    var sentence: String {
        switch self {
        case .beyondLimit(1): "Only the first attempt counts."
        case .beyondLimit(let limit): "Only the first \(limit) attempts count."
        case .closed: "Handed in after the end."
        case .refused: "The file could not be run."
        case .unknown: "Not graded yet."
        }
    }
}
