// SPDX-License-Identifier: MIT
internal import Results
internal import SQLStorage

/// The outcome of a check as columns: a number and one message.
struct OutcomeRow {
    var number: Int
    /// The failure's message, the name of a check or of a reason, or what went wrong; nil after a pass.
    var message: String?
    /// What a reason to stop tells beside its name.
    var reason: String?

    init(number: Int, message: String?, reason: String?) {
        self.number = number
        self.message = message
        self.reason = reason
    }

    init(_ outcome: CheckResult.Outcome) {
        switch outcome {
        case .passed: self.init(number: 0, message: nil, reason: nil)
        case .failed(let failure): self.init(number: 1, message: failure.message, reason: nil)
        case .skipped(let needs): self.init(number: 2, message: needs, reason: nil)
        case .stopped(let reason):
            self.init(number: 3, message: reason.kind.rawValue, reason: Self.detail(of: reason))
        case .error(let words): self.init(number: 4, message: words, reason: nil)
        }
    }

    /// The outcome; nil where the columns have none.
    ///
    /// `failure` has what a failure tells beside its message.
    func outcome(_ failure: CheckResult.Failure?) -> CheckResult.Outcome? {
        switch (number, message) {
        case (0, nil): return .passed
        case (1, let message?):
            var failure = failure ?? CheckResult.Failure(message: message)
            failure.message = message
            return .failed(failure)
        case (2, let needs?): return .skipped(needs: needs)
        case (3, let name?): return stopReason(name).map { .stopped($0) }
        case (4, let words?): return .error(words)
        default: return nil
        }
    }

    private static func detail(of reason: StopReason) -> String? {
        switch reason {
        case .exitedEarly(let code): "\(code)"
        case .neverSettled(let what): what
        default: nil
        }
    }

    private func stopReason(_ name: String) -> StopReason? {
        StopReason.Kind(rawValue: name).flatMap { kind in
            StopReason(kind, code: reason.flatMap { Int32($0) }, awaited: reason ?? "")
        }
    }
}

/// How far grading went, as columns.
struct StatusRow {
    var name: String
    var words: String?
    var number: Int?
    var place: CheckResult.Place?
    /// A line that is no place in a file.
    var line: Int?

    init(name: String, words: String? = nil, number: Int? = nil, place: CheckResult.Place? = nil, line: Int? = nil) {
        self.name = name
        self.words = words
        self.number = number
        self.place = place
        self.line = line
    }

    init(_ status: SubmissionResult.Status) {
        switch status {
        case .graded: self.init(name: "graded")
        case .error(let words): self.init(name: "error", words: words)
        case .refused(let refusal):
            switch refusal {
            case .missing, .empty, .notAFile, .outsideFolder, .archived: self.init(name: refusal.name)
            case .notAnAnswer(let words): self.init(name: refusal.name, words: words)
            case .tooLarge(let limit): self.init(name: refusal.name, number: limit)
            case .notUTF8(let offset, let line): self.init(name: refusal.name, number: offset, line: line)
            case .unreadable(let errno): self.init(name: refusal.name, number: Int(errno))
            case .syntaxError(let message, let place): self.init(name: refusal.name, words: message, place: place)
            }
        }
    }

    /// The status; nil where the columns have none.
    var status: SubmissionResult.Status? {
        switch (name, words, number) {
        case ("graded", _, _): .graded
        case ("error", let words?, _): .error(words)
        case ("missing", _, _): .refused(.missing)
        case ("empty", _, _): .refused(.empty)
        case ("not-a-file", _, _): .refused(.notAFile)
        case ("outside-folder", _, _): .refused(.outsideFolder)
        case ("too-large", _, let limit?): .refused(.tooLarge(limit: limit))
        case ("not-utf8", _, let offset?): .refused(.notUTF8(offset: offset, line: line ?? 0))
        case ("unreadable", _, let number?): Int32(exactly: number).map { .refused(.unreadable(errno: $0)) }
        case ("syntax-error", let message?, _): .refused(.syntaxError(message: message, place: place))
        case ("not-an-answer", let words?, _): .refused(.notAnAnswer(words))
        default: SubmissionResult.ArchiveFault(rawValue: name).map { .refused(.archived($0)) }
        }
    }
}

extension Statement {
    /// How far grading went, by the columns that have the status and whether all its checks came to something.
    func outcome(status: Int32, isKnown: Int32) throws(GradebookError) -> GradedAttempt.Outcome {
        if try integer(isKnown) != 1 { return .unknown }
        return try text(status) == "graded" ? .graded : .refused
    }
}
