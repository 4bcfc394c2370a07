// SPDX-License-Identifier: MIT

/// What a class list says of a submission in one word.
public enum SubmissionVerdict: String, Hashable, Sendable, CaseIterable {
    /// All required checks passed, the hidden ones too.
    case passed
    /// At least one required check failed or was not run, or no check was.
    case failed
    /// At least one required check that is not hidden ended because the submission was stopped or stopped itself.
    case stopped
    /// It could not be run: no file, no text, or no JavaScript.
    case refused
    /// It is not known, through no fault of the submission.
    case error
}

extension SubmissionResult {
    /// The verdict; where several fit, the one that comes last in the list of verdicts.
    public var verdict: SubmissionVerdict {
        switch status {
        case .error: return .error
        case .refused: return .refused
        case .graded: break
        }
        if checks.contains(where: { if case .error = $0.outcome { true } else { false } }) { return .error }
        if hasPassed { return .passed }
        return firstStop == nil ? .failed : .stopped
    }

    /// Why the first required check that was stopped was stopped; nil where none was.
    ///
    /// What stops a hidden check is not to be told, so it counts as one that failed.
    public var firstStop: StopReason? {
        for check in checks where !check.isExtra && !check.isHidden {
            if case .stopped(let reason) = check.outcome { return reason }
        }
        return nil
    }
}
