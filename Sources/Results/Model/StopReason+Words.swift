// SPDX-License-Identifier: MIT

extension StopReason {
    /// A reason without what it tells of the one case.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// See ``StopReason/synchronousLoop``; the others likewise.
        case synchronousLoop = "synchronous-loop"
        /// Promise jobs or ticks without end.
        case microtaskStarvation = "microtask-starvation"
        /// Timers or immediates without end.
        case timerStorm = "timer-storm"
        /// Too much memory.
        case allocationBomb = "allocation-bomb"
        /// Too much output.
        case outputFlood = "output-flood"
        /// The stack was used up.
        case runawayRecursion = "runaway-recursion"
        /// Something that must not be asked of the system.
        case forbiddenCall = "forbidden-call"
        /// The program ended itself.
        case exitedEarly = "exited-early"
        /// Nothing was left to run.
        case neverSettled = "never-settled"
        /// All threads waited.
        case deadlock
        /// The process died.
        case crashed

        /// A word or two for a list in which it is counted.
        public var label: String {
            switch self {
            case .synchronousLoop: "endless loop"
            case .microtaskStarvation: "endless microtasks"
            case .timerStorm: "endless timers"
            case .allocationBomb: "memory"
            case .outputFlood: "output"
            case .runawayRecursion: "recursion"
            case .forbiddenCall: "forbidden call"
            case .exitedEarly: "early exit"
            case .neverSettled: "never settled"
            case .deadlock: "deadlock"
            case .crashed: "crash"
            }
        }
    }

    /// A reason by its kind and what it tells of this case; nil where that is missing.
    public init?(_ kind: Kind, code: Int32? = nil, awaited: String? = nil) {
        switch kind {
        case .synchronousLoop: self = .synchronousLoop
        case .microtaskStarvation: self = .microtaskStarvation
        case .timerStorm: self = .timerStorm
        case .allocationBomb: self = .allocationBomb
        case .outputFlood: self = .outputFlood
        case .runawayRecursion: self = .runawayRecursion
        case .forbiddenCall: self = .forbiddenCall
        case .exitedEarly:
            guard let code else { return nil }
            self = .exitedEarly(code: code)
        case .neverSettled:
            guard let awaited else { return nil }
            self = .neverSettled(awaited)
        case .deadlock: self = .deadlock
        case .crashed: self = .crashed
        }
    }

    /// The reason without what it tells of this case.
    public var kind: Kind {
        switch self {
        case .synchronousLoop: .synchronousLoop
        case .microtaskStarvation: .microtaskStarvation
        case .timerStorm: .timerStorm
        case .allocationBomb: .allocationBomb
        case .outputFlood: .outputFlood
        case .runawayRecursion: .runawayRecursion
        case .forbiddenCall: .forbiddenCall
        case .exitedEarly: .exitedEarly
        case .neverSettled: .neverSettled
        case .deadlock: .deadlock
        case .crashed: .crashed
        }
    }

    /// A sentence for the learner, with the name of the budget where it spent one.
    public var sentence: String {
        switch self {
        case .synchronousLoop:
            "stopped: one task computed without end, so nothing else had its turn (synchronous-loop)"
        case .microtaskStarvation:
            "stopped: promise jobs or ticks were queued without end, so no task had its turn (microtask-starvation)"
        case .timerStorm: "stopped: timers or immediates were set without end (timer-storm)"
        case .allocationBomb: "stopped: it needed more memory than a submission may have (allocation-bomb)"
        case .outputFlood: "stopped: it printed more than a submission may print (output-flood)"
        case .runawayRecursion: "stopped: a recursion without end used up the stack (runaway-recursion)"
        case .forbiddenCall: "stopped: it asked the system for what a submission must not have (forbidden-call)"
        case .exitedEarly(let code): "it ended the program with exit code \(code) before the check was done"
        case .neverSettled(let what): "nothing was left to run, and the check still waited: \(what)"
        case .deadlock: "all its threads waited for one another"
        case .crashed: "its process died during the check"
        }
    }
}

extension SubmissionResult.Refusal {
    /// All that ``name`` can be.
    static let names =
        [
            "missing", "empty", "too-large", "not-utf8", "not-a-file", "outside-folder", "unreadable", "syntax-error",
            "not-an-answer",
        ] + SubmissionResult.ArchiveFault.allCases.map(\.rawValue)

    /// The name that every format uses.
    public var name: String {
        switch self {
        case .missing: "missing"
        case .empty: "empty"
        case .tooLarge: "too-large"
        case .notUTF8: "not-utf8"
        case .notAFile: "not-a-file"
        case .outsideFolder: "outside-folder"
        case .unreadable: "unreadable"
        case .syntaxError: "syntax-error"
        case .archived(let fault): fault.rawValue
        case .notAnAnswer: "not-an-answer"
        }
    }

    /// A sentence for the learner, and what to do about it.
    public var sentence: String {
        switch self {
        case .missing: "there is no such file: hand it in under this name"
        case .empty: "the file is empty: hand in your solution"
        case .tooLarge(let limit): "the file is larger than a submission may be (\(limit) bytes)"
        case .notUTF8(let offset, let line):
            "the file is no UTF-8 text (line \(line), byte \(offset)): save it as UTF-8"
        case .notAFile: "this is no regular file: hand in the file itself"
        case .outsideFolder: "this is a link that leads out of its folder: hand in the file itself"
        case .unreadable(let errno): "the file cannot be read (error \(errno)): check its permissions"
        case .syntaxError(let message, _): "it cannot be parsed: \(message)"
        case .archived(.encrypted): "the file is encrypted in its archive: hand it in without a password"
        case .archived(.unknownCompression):
            "the file is compressed by a method that is not known here: make the archive with deflate, as usual"
        case .archived(.damaged): "the file is damaged in its archive: make the archive again"
        case .notAnAnswer(let reason): "this is no answer to the question: \(reason)"
        }
    }

    /// Where the fault lies, as far as that is known.
    public var place: CheckResult.Place? {
        if case .syntaxError(_, let place) = self { place } else { nil }
    }
}
