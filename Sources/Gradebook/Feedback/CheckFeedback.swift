// SPDX-License-Identifier: MIT
internal import Results

/// What is said about the checks of one result: which pass, which do not and why, and how many are hidden.
struct CheckFeedback {
    private static let longestTimeline = 40

    private let shown: [CheckResult]
    private let hidden: [CheckResult]

    init(_ result: SubmissionResult) {
        shown = result.checks.filter { !$0.isHidden }
        hidden = result.checks.filter(\.isHidden)
    }

    var blocks: [FeedbackBlock] {
        var blocks: [FeedbackBlock] = []
        let failed = shown.filter { !$0.hasPassed }
        if !failed.isEmpty {
            blocks += [.heading(3, "Not yet"), .list(failed.map(item))]
        }
        let passed = shown.filter(\.hasPassed)
        if !passed.isEmpty {
            let items = passed.map { FeedbackItem(text: FeedbackText($0.name) + Self.points(of: $0)) }
            blocks += [.heading(3, "Passes"), .list(items)]
        }
        if !hidden.isEmpty { blocks.append(.paragraph(hiddenText)) }
        return blocks
    }

    private var hiddenText: FeedbackText {
        let failed = hidden.count { !$0.hasPassed }
        let count = hidden.count == 1 ? "1 hidden check" : "\(hidden.count) hidden checks"
        if failed == 0 { return "\(strong: count): passed." }
        let words = failed == hidden.count ? "not passed" : "\(failed) not passed"
        return
            "\(strong: count): \(words). They try what the task says with other inputs: read it again."
    }

    // MARK: - One check

    private func item(_ check: CheckResult) -> FeedbackItem {
        var item = FeedbackItem(text: FeedbackText(check.name, .strong) + Self.points(of: check) + ": ")
        switch check.outcome {
        case .passed: break
        case .failed(let failure): add(failure, to: &item)
        case .skipped(let needs):
            let isHidden = hidden.contains { $0.name == needs }
            item.text.append(
                isHidden
                    ? "not run, as a hidden check that comes before it does not pass."
                    : "not run, as it needs '\(needs)' to pass first.")
        case .stopped(let reason): item.text.append("\(reason.sentence).")
        case .error: item.text.append("it could not be run, which is no fault of yours.")
        }
        if !check.timeline.isEmpty {
            item.blocks.append(.paragraph("What happened, in virtual time:"))
            let left = check.timeline.count - Self.longestTimeline
            item.blocks.append(
                .lines((left > 0 ? ["… \(left) lines before"] : []) + check.timeline.suffix(Self.longestTimeline)))
        }
        return item
    }

    private func add(_ failure: CheckResult.Failure, to item: inout FeedbackItem) {
        item.text.append(failure.message)
        if let time = failure.nanoseconds { item.text.append(" (after \(Self.milliseconds(time)) ms)") }
        if !failure.details.isEmpty { item.blocks.append(.lines(failure.details)) }
        if let place = failure.place { item.blocks.append(.paragraph(Self.text(of: place))) }
        if let token = failure.replayToken {
            item.blocks.append(.paragraph("See this order step by step: \(code: "looplab replay \(token)")"))
        }
    }

    /// Where something is, in words.
    static func text(of place: CheckResult.Place) -> FeedbackText {
        "In \(code: place.file), line \(place.line), column \(place.column)."
    }

    private static func points(of check: CheckResult) -> FeedbackText {
        if check.possible == .zero, check.earned == .zero { return "" }
        let extra = check.isExtra ? "extra, " : ""
        return FeedbackText(" (\(extra)\(check.earned.decimal) of \(check.possible.decimal))")
    }

    private static func milliseconds(_ nanoseconds: UInt64) -> String {
        // Thousandths of a millisecond are what people can use.
        Points(thousandths: Int(nanoseconds / 1_000)).decimal
    }
}
