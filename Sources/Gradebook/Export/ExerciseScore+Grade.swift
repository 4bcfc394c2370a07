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
        switch attempt?.punctuality {
        case .late(let lateness, _, let deduction)?:
            grade.lateness = lateness
            if attempt?.exclusion == nil { grade.deduction = deduction }
        case .inGrace(let lateness)?: grade.lateness = lateness
        case .closed(let lateness)?: grade.lateness = lateness + (due.flatMap { due in closes.map { $0 - due } } ?? 0)
        case .inTime?, .unknown?, nil: break
        }
        let sentences = grade.counts ? [remark, timeRemark(attempt), extensionRemark] : [leftOutRemark(attempt, shown)]
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
        switch attempt?.exclusion {
        case .closed?: return "Handed in after the end."
        case .beyondLimit(1)?: return "Only the first attempt counts."
        case .beyondLimit(let limit)?: return "Only the first \(limit) attempts count."
        case .refused?: return "The file could not be run."
        case .unknown?: return "Not graded yet."
        case nil where attempt == nil: return "It is the same file as the attempt before it."
        case nil: return shown.map { "Attempt \($0 + 1) of \(attempts.count) does." } ?? ""
        }
    }
}
