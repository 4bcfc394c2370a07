// SPDX-License-Identifier: MIT
internal import Markup

// Questions and goals.
extension LessonScreens {
    private var right: String { terminal.glyph("✓", "ok") }
    private var wrong: String { terminal.glyph("✗", "x") }

    // MARK: - Questions

    func question(_ quiz: Quiz) -> [StyledText] {
        var rows = typesetter.rows(of: quiz.question) + [StyledText()]
        for (index, option) in quiz.options.enumerated() {
            rows += typesetter.rows(of: option.text, label: StyledText("  \(QuizAnswer.letter(index))  ", .bold))
        }
        let words =
            quiz.correct.count > 1
            ? "More than one is right. Answer with their letters, such as " : "Answer with a letter, such as "
        let example = quiz.correct.count > 1 ? "a b" : "a"
        return rows + [StyledText()] + aside([.text(words), .code(example), .text(".")])
    }

    /// What is right and wrong about a choice; it does not give away what was not chosen.
    func verdict(on chosen: Set<Int>, of quiz: Quiz) -> [StyledText] {
        var rows: [StyledText] = []
        for index in chosen.sorted() { rows += reason(index, quiz) }
        let missing = quiz.correct.subtracting(chosen).count
        if chosen == quiz.correct { return rows }
        if chosen.isSubset(of: quiz.correct) {
            let words = missing == 1 ? "One more is right." : "\(missing) more are right."
            rows += typesetter.rows(of: [.text(words)])
        }
        return rows + [StyledText()] + aside([.text("Try again, or "), .code(".skip"), .text(" shows the answer.")])
    }

    /// All answers with their reasons.
    func answers(_ quiz: Quiz) -> [StyledText] {
        typesetter.rows(of: quiz.question) + [StyledText()]
            + quiz.options.indices.flatMap { reason($0, quiz, isWhole: true) }
    }

    private func reason(_ index: Int, _ quiz: Quiz, isWhole: Bool = false) -> [StyledText] {
        let option = quiz.options[index]
        let letter = QuizAnswer.letter(index)
        if typesetter.isLinear {
            let label = StyledText("\(letter), \(option.isCorrect ? "right" : "not this one"): ")
            return typesetter.rows(of: isWhole ? option.text + [.lineBreak] + option.why : option.why, label: label)
        }
        let sign = StyledText(option.isCorrect ? right : wrong, TextStyle(option.isCorrect ? .green : .red))
        let label =
            StyledText(" ") + sign.padded(to: terminal.isUTF8 ? 1 : 2) + StyledText(" ") + StyledText(letter, .bold)
            + StyledText("  ")
        let verdict = option.isCorrect ? "Right. " : "Not this one. "
        let text: [MarkdownInline] = isWhole ? option.text + [.lineBreak] + option.why : [.text(verdict)] + option.why
        return typesetter.rows(of: text, label: label)
    }

    func problem(_ problem: QuizAnswer.Problem, with quiz: Quiz) -> [StyledText] {
        let range = "`a` to `\(QuizAnswer.letter(quiz.options.count - 1))`"
        let words =
            switch problem {
            case .empty: "Answer with a letter from \(range)."
            case .unknown(let label): "There is no answer \"\(label)\" here; there are \(range)."
            case .several: "One answer is right here. Choose one letter."
            }
        return typesetter.rows(of: [.text(words)])
    }

    // MARK: - Goals

    func goal(_ goal: TryGoal, isOpen: Bool = true) -> [StyledText] {
        var rows = typesetter.rows(of: goal.goal, label: StyledText("Goal: ", .bold))
        if let start = goal.start, !start.isEmpty {
            rows += [StyledText()] + typesetter.rows(of: [.text("Begin with this:")])
            rows += typesetter.rows(ofProgram: start)
        }
        if !isOpen { return rows + [StyledText()] }
        return rows + [StyledText()] + aside([.text("Type your code. "), .code(".skip"), .text(" shows a solution.")])
    }

    var reached: [StyledText] {
        if typesetter.isLinear { return typesetter.rows(of: [.text("You have reached the goal.")]) }
        let sign = StyledText(" ") + StyledText(right, TextStyle(.green)) + StyledText(" ")
        return typesetter.rows(of: [.text("You have reached the goal.")], label: sign)
    }

    func notReached(_ shortfall: TryGoal.Shortfall, of goal: TryGoal) -> [StyledText] {
        typesetter.rows(of: [.text("Not yet: ")] + words(shortfall, goal))
    }

    private func words(_ shortfall: TryGoal.Shortfall, _ goal: TryGoal) -> [MarkdownInline] {
        switch shortfall {
        case .unused(let name):
            return [.text("your code has to use "), .code(name), .text(".")]
        case .forbidden(let line):
            return [.text("it must not print "), .code(line), .text(".")]
        case .missing(let line, let found):
            guard case .containing(let expected) = goal.output, expected.indices.contains(found - 1) else {
                return [.text("it does not print "), .code(line), .text(".")]
            }
            return [
                .code(line), .text(" has to be printed after "), .code(expected[found - 1]), .text(", and is not."),
            ]
        case .different(let index, let expected?, let found?):
            return [
                .text("line \(index + 1) of the output has to be "), .code(expected), .text(", and it is "),
                .code(found), .text("."),
            ]
        case .different(let index, let expected?, nil):
            return [.text("line \(index + 1) is missing; it has to be "), .code(expected), .text(".")]
        case .different(let index, nil, let found):
            return [.text("line \(index + 1) is one too many: "), .code(found ?? ""), .text(".")]
        }
    }

    func solution(_ goal: TryGoal) -> [StyledText] {
        typesetter.rows(of: [.text("One way to reach it:")]) + typesetter.rows(ofProgram: goal.solution)
    }
}
