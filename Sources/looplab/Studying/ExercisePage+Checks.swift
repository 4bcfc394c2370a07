// SPDX-License-Identifier: MIT
internal import Grading
internal import Markup
internal import Results

// What checks say of a program, for whoever has written it.
extension ExercisePage {
    /// Each check with its points, and of the first that failed, or of all, what was expected and what there was.
    func verdict(on verdict: CheckedSubmission, isFull: Bool) -> [StyledText] {
        var rows: [StyledText] = []
        var hasDetails = false
        for check in verdict.checks where !check.isHidden {
            rows.append(row(of: check))
            if !check.hasPassed, isFull || !hasDetails, let details = details(check) {
                hasDetails = true
                rows += details
            }
        }
        return rows + hidden(verdict.checks.filter(\.isHidden))
    }

    private func row(of check: CheckResult) -> StyledText {
        let width = min(style.columns, 80)
        let possible = check.isExtra ? "+\(check.possible.decimal)" : check.possible.decimal
        var tail = StyledText("\(check.earned.decimal) / \(possible)", .faint)
        let mark: StyledText =
            switch check.outcome {
            case .passed: passMark
            case .skipped: StyledText(style.glyph("· ", "- "), .faint)
            case .failed, .stopped, .error: failMark
            }
        if case .skipped = check.outcome { tail = StyledText("waits for a check above", .faint) }
        let name = StyledText(style.shown(check.name)).cut(to: max(width - 6 - tail.columns, 10), mark: style.mark)
        return (StyledText(" ") + mark + name).padded(to: width - 1 - tail.columns) + tail
    }

    // Whoever passes all that can be seen has to know that this is not all.
    private func hidden(_ checks: [CheckResult]) -> [StyledText] {
        if checks.isEmpty { return [] }
        let failed = checks.filter { !$0.hasPassed }.count
        let count = checks.count == 1 ? "1 hidden check" : "\(checks.count) hidden checks"
        let words =
            failed == 0
            ? "passed" : checks.count == 1 ? "not passed" : "\(failed) of them not passed"
        let earned = checks.reduce(Points.zero) { $0 + $1.earned }
        let possible = checks.reduce(Points.zero) { $0 + $1.possible }
        let tail = StyledText("\(earned.decimal) / \(possible.decimal)", .faint)
        let row = StyledText(" ") + (failed == 0 ? passMark : failMark) + StyledText("\(count): \(words)")
        return [row.padded(to: min(style.columns, 80) - 1 - tail.columns) + tail]
    }

    /// The points of all checks: `25 of 70 points`, with those on top apart.
    static func points(of verdict: CheckedSubmission) -> String {
        let words = "\(verdict.earned.decimal) of \(verdict.possible.decimal) points"
        return verdict.earnedExtra == .zero ? words : "\(words) and \(verdict.earnedExtra.decimal) extra"
    }

    private func details(_ check: CheckResult) -> [StyledText]? {
        var lines: [String]
        switch check.outcome {
        case .passed, .skipped: return nil
        case .failed(let failure):
            lines = [failure.message] + failure.details
            if let place = failure.place { lines.append("at \(place.file):\(place.line):\(place.column)") }
            if let token = failure.replayToken { lines.append("step through it: looplab replay --step \(token)") }
        case .stopped(let reason): lines = [ErrorText.words(for: reason)]
        case .error(let words): lines = [words]
        }
        if !check.timeline.isEmpty { lines += ["what happened"] + check.timeline.suffix(8).map { "  \($0)" } }
        let printed = check.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast(
            check.output.isEmpty ? 0 : 1)
        if !check.output.isEmpty {
            lines += ["it printed"] + printed.prefix(5).map { "  \($0)" }
            if printed.count > 5 { lines.append("  and \(printed.count - 5) more lines") }
        }
        return lines.flatMap { line in
            TextLayout.wrap(style.shown(line), to: min(style.columns, 80) - 7, mark: style.mark).map {
                StyledText("     \($0)")
            }
        }
    }
}
