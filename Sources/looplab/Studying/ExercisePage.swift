// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import Markup

/// What a learner reads of one exercise: rows no wider than the terminal or 80 columns.
struct ExercisePage {
    let exercise: Exercise
    let style: TerminalStyle
    private let setter: MarkdownTypesetter

    init(_ exercise: Exercise, _ study: Study, _ style: TerminalStyle) {
        self.exercise = exercise
        self.style = style
        setter = study.typesetter(style, for: exercise.path + "/prompt.md")
    }

    // MARK: - The task

    /// Number, title and concepts.
    var heading: [StyledText] {
        let title = StyledText("Exercise \(exercise.number)  ", .faint) + StyledText(style.shown(exercise.title), .bold)
        let concepts = exercise.concepts.map { $0.replacing("-", with: " ") }.joined(separator: ", ")
        let tail = StyledText("concepts: \(style.shown(concepts))", .faint)
        let width = min(style.columns, 80) - 2
        let gap = width - title.columns - tail.columns
        if gap >= 2 { return [StyledText(" ") + title.padded(to: width - tail.columns) + tail] }
        return [
            StyledText(" ") + title.cut(to: width, mark: style.mark),
            StyledText(" ") + tail.cut(to: width, mark: style.mark),
        ]
    }

    /// The task in words.
    func prompt(_ body: ExerciseBody) -> [StyledText] {
        setter.rows(of: body.prompt.blocks)
    }

    /// A question and the answers to choose from.
    func question(_ quiz: Quiz) -> [StyledText] {
        setter.rows(of: quiz.question) + [StyledText()]
            + quiz.options.enumerated().flatMap { index, option in
                setter.rows(
                    of: option.text, label: StyledText("  ") + StyledText(letter(index), .bold) + StyledText("  "))
            }
    }

    /// A question whose answer is a number.
    func question(_ question: ComputeQuestion) -> [StyledText] {
        setter.rows(of: question.question)
    }

    // MARK: - Hints

    /// A piece of help, by its number from 1.
    func hint(_ number: Int, of body: ExerciseBody) -> [StyledText] {
        let hint = body.hints[number - 1]
        let label = StyledText("Hint \(number) of \(body.hints.count)  ", .faint)
        return setter.rows(of: hint.title, label: label) + [StyledText()] + setter.rows(of: hint.blocks)
    }

    // MARK: - Verdicts

    /// What came of an answer; with the details of all checks that failed where that is wanted, else of the first.
    func rows(of result: AnswerResult, _ body: ExerciseBody, isFull: Bool = false) -> [StyledText] {
        switch (result.evidence, body.content) {
        case (.order(let verdict), _): PredictionText(style).verdict(verdict)
        case (.letters(let chosen), .choose(let quiz)): verdict(on: chosen, of: quiz)
        case (.number(let number, let key), _): verdict(on: number, key: key, result.hasPassed, body)
        case (.checks(let verdict), _): self.verdict(on: verdict, isFull: isFull)
        case (.letters, _): []
        }
    }

    /// What was chosen, right or wrong, and why.
    func verdict(on chosen: Set<Int>, of quiz: Quiz) -> [StyledText] {
        if chosen == quiz.correct {
            return chosen.sorted().flatMap { index in
                setter.rows(of: quiz.options[index].why, label: passMark)
            }
        }
        // What is right among several and was not chosen stays to be found.
        let wrong = chosen.subtracting(quiz.correct).sorted()
        if wrong.isEmpty {
            let count = quiz.correct.count - chosen.count
            let words =
                count == 1
                ? "Right so far; one more answer is right, too." : "Right so far; \(count) more are right, too."
            return setter.rows(of: [.text(words)], label: failMark)
        }
        return wrong.flatMap { index in
            setter.rows(of: quiz.options[index].why, label: failMark + StyledText("\(letter(index))  ", .bold))
        }
    }

    /// A number, right or wrong; the way to it after a right one.
    private func verdict(on number: Double, key: Double, _ isRight: Bool, _ body: ExerciseBody) -> [StyledText] {
        guard case .compute(let question) = body.content else { return [] }
        if isRight {
            return setter.rows(of: [.text("Right: \(text(key, question.unit)).")], label: passMark) + [StyledText()]
                + setter.rows(of: question.explanation.blocks)
        }
        let words = number > key ? "That is too much." : "That is too little."
        return setter.rows(of: [.text("\(words) You said \(text(number, question.unit)).")], label: failMark)
    }

    // MARK: - Answers that cannot be read

    /// What is wrong with an answer to a question.
    func sentence(_ problem: QuizAnswer.Problem, of quiz: Quiz) -> String {
        let letters = quiz.options.indices.map(letter).joined(separator: ", ")
        return switch problem {
        case .empty: "that is no answer yet; give one of \(letters)"
        case .unknown(let word): "there is no answer '\(word)'; give one of \(letters)"
        case .several: "one answer is right here; give one of \(letters)"
        }
    }

    /// What is wrong with a text that should be a number.
    func sentence(notANumber text: String, _ question: ComputeQuestion) -> String {
        let unit = question.unit.map { " (in \($0))" } ?? ""
        let given = text.allSatisfy(\.isWhitespace) ? "that is no answer yet" : "'\(text)' is no number"
        return "\(given); give one such as 250\(unit)"
    }

    // MARK: - Parts

    /// Stands before what is right.
    var passMark: StyledText { StyledText(style.glyph("✓ ", "ok "), TextStyle(.green)) }
    /// Stands before what is wrong.
    var failMark: StyledText { StyledText(style.glyph("✗ ", "x "), TextStyle(.red)) }

    func letter(_ index: Int) -> String {
        String(UnicodeScalar(UInt8(ascii: "a") + UInt8(min(index, 25))))
    }

    private func text(_ number: Double, _ unit: String?) -> String {
        let digits = number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
        return unit.map { "\(digits) \($0)" } ?? digits
    }

    private static func points(_ milli: Int) -> String {
        let rest = milli % 1_000
        if rest == 0 { return "\(milli / 1_000)" }
        var digits = String("\(1_000 + rest)".dropFirst())
        while digits.last == "0" { digits.removeLast() }
        return "\(milli / 1_000).\(digits)"
    }
}

extension Study {
    /// Sets the texts of a file of the course; links within the course are told by their numbers.
    func typesetter(_ style: TerminalStyle, for file: String) -> MarkdownTypesetter {
        MarkdownTypesetter(terminal: style) { url in
            switch CourseLink(url, in: file) {
            case .lesson(let id): "lesson \(id.lessonNumber)"
            case .exercise(let id): "exercise \(id.exerciseNumber)"
            case .web, nil: nil
            }
        }
    }
}
