// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Results

extension CheckResult {
    /// What a check says of itself and what came of it.
    init(_ check: CheckDescription, _ ending: CheckEnding, replayToken: String? = nil) {
        let possible = Points(thousandths: check.milliPoints)
        let earned = ending.hasPassed ? possible : possible.scaled(byThousandths: ending.credit)
        let failure = Failure(
            message: ending.message, details: ending.details, place: Place(ending.place),
            nanoseconds: ending.nanoseconds, replayToken: replayToken)
        let outcome: Outcome =
            if ending.hasPassed {
                .passed
            } else if let stop = ending.stop {
                .stopped(StopReason(stop, ending.message))
            } else {
                .failed(failure)
            }
        self.init(
            name: check.name, possible: possible, earned: earned, isExtra: check.isExtra, isHidden: check.isHidden,
            outcome: outcome, output: ending.output, timeline: ending.timeline)
    }

    /// A check that was not run because another one did not pass.
    init(_ check: CheckDescription, skippedBecauseOf needs: String) {
        self.init(
            name: check.name, possible: Points(thousandths: check.milliPoints), earned: .zero, isExtra: check.isExtra,
            isHidden: check.isHidden, outcome: .skipped(needs: needs))
    }
}

extension CheckResult.Place {
    /// Reads "file:line:column"; nil where it is something else.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 3, let line = Int(parts[parts.count - 2]), let column = Int(parts[parts.count - 1]) else {
            return nil
        }
        self.init(file: parts.dropLast(2).joined(separator: ":"), line: line, column: column)
    }
}

extension StopReason {
    /// What is told of a stop; the message says what a check waited for.
    init(_ stop: CheckStop, _ message: String) {
        self =
            switch stop {
            case .neverSettled: .neverSettled(message)
            case .runawayRecursion: .runawayRecursion
            case .exited(let code): .exitedEarly(code: code)
            case .jobs: .microtaskStarvation
            case .turns: .timerStorm
            case .output: .outputFlood
            case .memory: .allocationBomb
            case .time: .synchronousLoop
            case .deadlock: .deadlock
            case .signal: .crashed
            }
    }
}
