// SPDX-License-Identifier: MIT
internal import Results

extension ExerciseScore {
    /// What the score says of one of the attempts that it comes of.
    func grade(of submitted: GradedAttempt) -> AttemptGrade {
        let index = attempts.lastIndex {
            $0.attempt.submission == submitted.submission && $0.attempt.path.utf8.elementsEqual(submitted.path.utf8)
        }
        let attempt = index.map { attempts[$0] }
        // A decision counts whatever was handed in: it is told with the attempt that came last.
        let shown = counted ?? attempts.indices.last
        var grade = AttemptGrade(
            state: gradeState, points: points, worth: possible, counts: index != nil && index == shown,
            score: attempt?.score ?? .zero, dueAt: due)
        if let due, let time = attempt?.attempt.submittedAt, time > due { grade.lateness = time - due }
        if case .late(_, _, let deduction)? = attempt?.punctuality, attempt?.exclusion == nil {
            grade.deduction = deduction
        }
        let sentences =
            grade.counts || state == .excused
            ? [remark, timeRemark(attempt), extensionRemark] : [leftOutRemark(attempt, shown)]
        grade.remark = sentences.filter { !$0.isEmpty }.joined(separator: " ")
        return grade
    }

    private var gradeState: AttemptGrade.State {
        switch state {
        case .scored: .scored
        case .excused: .excused
        case .pending, .missing: .pending
        }
    }

    private func timeRemark(_ attempt: JudgedAttempt?) -> String {
        guard override == nil, case .unknown? = attempt?.punctuality else { return "" }
        return "Nobody noted when it was handed in, so it counts as in time."
    }

    private var extensionRemark: String {
        guard override == nil, let granted, due != nil || closes != nil else { return "" }
        return "Extension\(granted.author.map { " by \($0)" } ?? ""): \(granted.reason)"
    }

    /// Why an attempt does not count.
    private func leftOutRemark(_ attempt: JudgedAttempt?, _ shown: Int?) -> String {
        guard let attempt else { return "It is the same file as the attempt before it." }
        if let exclusion = attempt.exclusion { return exclusion.sentence }
        guard state == .scored, let shown else { return "" }
        return "Attempt \(shown + 1) of \(attempts.count) does."
    }
}
