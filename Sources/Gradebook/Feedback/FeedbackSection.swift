// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Results

/// What is said about one exercise.
struct FeedbackSection {
    let exercise: ExerciseFeedback
    /// Minutes by which the class is ahead of UTC.
    let offset: Int

    private var score: ExerciseScore { exercise.score }

    var blocks: [FeedbackBlock] {
        var blocks: [FeedbackBlock] = [.heading(2, exercise.title), .paragraph(headline)]
        let notes = notes
        if !notes.isEmpty { blocks.append(.list(notes.map { FeedbackItem(text: $0) })) }
        if let result = exercise.result {
            switch result.status {
            case .graded: blocks += CheckFeedback(result).blocks
            case .refused(let refusal):
                blocks.append(.paragraph("Your file could not be run: \(refusal.sentence)."))
                if let place = refusal.place { blocks.append(.paragraph(CheckFeedback.text(of: place))) }
            case .error:
                blocks.append(
                    .paragraph("Grading did not come to its end, which is no fault of yours. It will be graded again."))
            }
        }
        return blocks + readingBlocks
    }

    // MARK: - The score

    private var headline: FeedbackText {
        let worth = score.possible.map { " of \($0.decimal)" } ?? ""
        switch score.state {
        case .excused: return "\(strong: "Excused.") This exercise does not count for you."
        case .missing:
            var text: FeedbackText = "\(strong: "Nothing handed in yet.")"
            if let due = score.due { text.append(" It is due on \(time(due)).") }
            return text
        case .pending:
            return "\(strong: "Not graded yet.") What you handed in is kept, and no attempt is used up by it."
        case .scored:
            let points = score.points ?? .zero
            return "\(strong: "\(points.decimal)\(worth) points.") " + encouragement
        }
    }

    private var encouragement: FeedbackText {
        guard let result = exercise.result, result.status == .graded else { return "" }
        let checks = result.checks
        let passed = checks.count(where: \.hasPassed)
        if result.hasPassed {
            return checks.count == passed ? "Every check passes. Well done!" : "All that has to pass does. Well done!"
        }
        if passed == 0 { return "No check passes yet. Begin with the first one below: often several have one cause." }
        return "\(passed) of \(checks.count) checks pass. Begin with the first one below that does not."
    }

    // MARK: - What was done to it

    private var notes: [FeedbackText] {
        var notes: [FeedbackText] = []
        if let override = score.override { notes.append(note(override)) }
        if let granted = score.granted, score.due != nil || score.closes != nil {
            let author = granted.author.map { ", granted by \($0)" } ?? ""
            let moment = score.due.map { "You had time until \(time($0))" } ?? "You had more time"
            notes.append("\(moment)\(author): \(granted.reason)")
        }
        if let attempt = score.countedAttempt { notes += self.notes(attempt) }
        if let result = exercise.result, let worth = score.possible, result.possible != worth, !result.checks.isEmpty {
            let earned = "\(result.earned.decimal) of \(result.possible.decimal)"
            notes.append("The checks came to \(earned); the exercise is worth \(worth.decimal) points.")
        }
        notes += leftOut
        return notes
    }

    private func note(_ override: ClassPolicy.Override) -> FeedbackText {
        switch override.decision {
        case .excused: "\(override.author) decided so: \(override.reason)"
        case .points(let points):
            "\(override.author) set the score to \(points.decimal) points: \(override.reason)"
                + (score.countedAttempt.map { FeedbackText(" (the checks came to \($0.score.decimal))") } ?? "")
        }
    }

    private func notes(_ judged: JudgedAttempt) -> [FeedbackText] {
        let number = score.counted.map { $0 + 1 } ?? 1
        var text: FeedbackText = "Attempt \(number) of \(score.attempts.count) counts"
        if let moment = judged.attempt.submittedAt { text.append(", handed in on \(time(moment))") }
        switch judged.punctuality {
        case .inTime: text.append(".")
        case .inGrace(let lateness): text.append(", \(Self.length(lateness)) late, which costs nothing.")
        case .late(let lateness, _, let deduction) where deduction == .zero:
            text.append(", \(Self.length(lateness)) late, which costs nothing.")
        case .late(let lateness, let share, let deduction):
            text.append(", \(Self.length(lateness)) late. That costs \(Self.percent(share)): ")
            text.append("\(deduction.decimal) of \(judged.raw.decimal) points.")
        case .closed(let lateness): text.append(", \(Self.length(lateness)) after the end.")
        case .unknown: text.append(". Nobody noted when it was handed in, so it counts as in time.")
        }
        return [text]
    }

    private var leftOut: [FeedbackText] {
        let closed = score.attempts.count { $0.exclusion == .closed }
        let beyond = score.attempts.filter { if case .beyondLimit? = $0.exclusion { true } else { false } }
        var notes: [FeedbackText] = []
        if closed > 0 {
            let end = score.closes.map { " The exercise closed on \(time($0))." } ?? ""
            notes.append("\(Self.attempts(closed)) came after the end and cannot count.\(end)")
        }
        if case .beyondLimit(let limit)? = beyond.first?.exclusion {
            notes.append("\(Self.attempts(beyond.count)) cannot count, as \(Self.attempts(limit)) may be made.")
        }
        return notes
    }

    // MARK: - What to read

    private var readingBlocks: [FeedbackBlock] {
        guard let reading = exercise.reading, exercise.result?.hasPassed != true, score.state != .excused else {
            return []
        }
        var items: [FeedbackItem] = []
        if let lesson = reading.lesson {
            let command = ".lesson \(lesson.number)"
            let text: FeedbackText =
                "Lesson \(lesson.number), \(strong: lesson.title): type \(code: command) in looplab"
            items.append(FeedbackItem(text: text))
        }
        items += reading.concepts.map { FeedbackItem(text: "\(strong: $0.word): \($0.sentence)") }
        return items.isEmpty ? [] : [.heading(3, "Read next"), .list(items)]
    }

    // MARK: - Words

    private func time(_ milliseconds: Int64) -> String {
        Timestamp(milliseconds: milliseconds).minuteText(offset: offset)
    }

    private static func attempts(_ count: Int) -> String { count == 1 ? "1 attempt" : "\(count) attempts" }

    static func percent(_ share: Int) -> String {
        "\(Points(thousandths: share * 100).decimal) %"
    }

    /// The two largest units that a length of time has; less than a minute counts as one.
    static func length(_ milliseconds: Int64) -> String {
        let minutes = max(1, (milliseconds + 59_999) / 60_000)
        let parts = [(minutes / 1_440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
        let first = parts.firstIndex { $0.0 > 0 } ?? 2
        return parts[first...].prefix(2).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}
