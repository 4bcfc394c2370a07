// SPDX-License-Identifier: MIT
internal import Markup

/// The words and rows of a lesson that is being taken.
struct LessonScreens {
    let play: LessonPlay
    let typesetter: MarkdownTypesetter

    init(_ play: LessonPlay) {
        self.play = play
        typesetter = play.typesetter
    }

    var terminal: TerminalStyle { typesetter.terminal }

    // MARK: - Around a step

    /// Where the learner is: `2.3 Chains   step 4 of 9   ███░░`.
    var head: StyledText {
        let place = "step \(play.position.step + 1) of \(play.steps.count)"
        let columns = min(terminal.columns, 80) - 2 * typesetter.margin
        let bar = typesetter.isLinear || columns < 50 ? StyledText() : progress(cells: columns < 70 ? 10 : 20)
        let tail = StyledText("   " + place, .faint) + (bar.isEmpty ? bar : StyledText("   ") + bar)
        let title = StyledText("\(play.lesson.number) \(terminal.prose(play.lesson.title))", .bold)
        let row = title.cut(to: max(columns - tail.columns, 8), mark: terminal.mark) + tail
        return row.cut(to: columns, mark: terminal.mark).indented(by: typesetter.margin)
    }

    private func progress(cells: Int) -> StyledText {
        let full = cells * (play.position.step + 1) / play.steps.count
        return StyledText(String(repeating: terminal.glyph("█", "#"), count: full))
            + StyledText(String(repeating: terminal.glyph("░", "."), count: cells - full), .faint)
    }

    /// What is read in the step.
    var reading: [StyledText] {
        var rows: [StyledText] = []
        for block in play.step.reading {
            let set: [StyledText] =
                switch block {
                case .prose(let blocks): typesetter.rows(of: blocks)
                case .program(let block): typesetter.rows(ofProgram: block.program.source)
                case .quiz, .try: []
                }
            if !rows.isEmpty, !set.isEmpty { rows.append(StyledText()) }
            rows += set
        }
        return rows
    }

    /// How it goes on.
    var wayOn: [StyledText] {
        let isLast = play.position.step + 1 == play.steps.count
        var words: [MarkdownInline] = [
            .text("Enter or "), .code(".next"), .text(isLast ? " ends the lesson." : " goes on."),
        ]
        if case .program(let block) = play.step.activity, block.role == .step {
            words = [.code(".step"), .text(" walks through the program, ")] + words
        }
        return aside(words)
    }

    /// Words beside the matter.
    func aside(_ words: [MarkdownInline]) -> [StyledText] {
        typesetter.rows(of: words).map { row in
            row.spans.reduce(into: StyledText()) { faint, span in
                var style = span.style
                style.isFaint = true
                faint.append(span.text, style)
            }
        }
    }

    // MARK: - Programs

    func program(_ block: ProgramBlock) -> [StyledText] {
        typesetter.rows(ofProgram: block.program.source, isNumbered: true)
    }

    /// What a program printed, and how it ended where that is worth a word.
    func output(_ output: LessonOutput, of block: ProgramBlock) -> [StyledText] {
        var rows = [StyledText()]
        if typesetter.isLinear {
            rows.append(StyledText("Output, \(CountedNoun.text(output.lines.count, "line")):"))
        } else if output.lines.isEmpty {
            rows += aside([.text("It prints nothing.")])
        }
        rows += typesetter.rows(ofOutput: output.lines, limit: 40)
        if let note = output.note { rows += typesetter.rows(of: [.text(note)]) }
        return rows
    }

    // MARK: - The end

    func summary(_ summary: LessonSummary) -> [StyledText] {
        var rows = typesetter.rows(
            of: [], label: StyledText("You have finished lesson \(play.lesson.number).", .bold))
        let counts = [
            ("predictions", summary.predictions), ("questions", summary.quizzes), ("goals", summary.goals),
        ]
        for (noun, count) in counts where count.total > 0 {
            let label = StyledText("  \(noun)").padded(to: 15)
            let atOnce = count.atOnce > 0 ? ", \(count.atOnce) at the first try" : ""
            rows += typesetter.rows(of: [.text("\(count.reached) of \(count.total)\(atOnce)")], label: label)
        }
        return rows + [StyledText()]
    }

    var farewell: [StyledText] {
        var rows: [StyledText] = []
        if !play.followUp.exercises.isEmpty {
            rows += typesetter.rows(of: [.text("To practise:")])
            for exercise in play.followUp.exercises {
                let label = StyledText("  \(exercise.number)  ")
                let minutes = CountedNoun.text(exercise.minutes, "minute")
                rows += typesetter.rows(of: [.text("\(exercise.title) (\(minutes))")], label: label)
            }
            rows.append(StyledText())
        }
        guard let next = play.followUp.next else {
            return rows + typesetter.rows(of: [.text("This was the last lesson.")])
        }
        let words: [MarkdownInline] = [
            .text("Next: \(next.number) \(next.title), about \(next.minutes) minutes: "),
            .code(".lesson \(next.number)"),
        ]
        return rows + typesetter.rows(of: words)
    }
}
