// SPDX-License-Identifier: MIT
internal import Markup
internal import YAMLFields

// What is done at the end of a step.
extension LessonPlay {
    /// Shows the step's activity below what is read, and begins it.
    mutating func openActivity(below rows: [StyledText]) -> [LessonAction] {
        let screens = LessonScreens(self)
        let space = rows.last?.isEmpty == false ? [StyledText()] : []
        switch step.activity {
        case nil:
            return [.show(rows + space + screens.wayOn)]
        case .program(let block):
            let program = rows + space + screens.program(block)
            guard block.role == .predict, outcome == .open else {
                state = .awaitingOutput
                return [.show(program), .run(block)]
            }
            state = .awaitingPrediction
            return [.show(program), .askPrediction(block.program)]
        case .quiz(let quiz):
            if outcome == .open {
                state = .quiz
                return [.show(rows + space + screens.question(quiz))]
            }
            return [.show(rows + space + screens.answers(quiz) + [StyledText()] + screens.wayOn)]
        case .goal(let goal):
            if outcome == .open {
                state = .goal
                return [.show(rows + space + screens.goal(goal)), .openGoal(goal)]
            }
            let words = outcome == .reached ? "You have reached it before." : "You had a solution shown."
            let ending = screens.aside([.text(words)]) + [StyledText()] + screens.wayOn
            return [.show(rows + space + screens.goal(goal, isOpen: false) + ending)]
        }
    }

    // MARK: - Programs

    mutating func run() -> [LessonAction] {
        guard state != .finished, case .program(let block) = step.activity else {
            return say([.text("There is no program to run in this step.")])
        }
        switch state {
        case .awaitingPrediction:
            return say([.text("Put the lines in order first. "), .code(".skip"), .text(" shows what it prints.")])
        case .awaitingOutput:
            return say([.text("The program is still running.")])
        default:
            state = .awaitingOutput
            return [.run(block)]
        }
    }

    mutating func printed(_ output: LessonOutput) -> [LessonAction] {
        guard state == .awaitingOutput, case .program(let block) = step.activity else { return [] }
        state = .showingOutput
        let screens = LessonScreens(self)
        return [.show(screens.output(output, of: block) + [StyledText()] + screens.wayOn)]
    }

    mutating func predicted(_ answer: String, _ isRight: Bool, _ rows: [StyledText]) -> [LessonAction] {
        guard state == .awaitingPrediction, case .program(let block) = step.activity else { return [] }
        let attempted = attempt(.prediction, block.line, answer, isRight: isRight)
        guard isRight else { return [attempted, .show(rows)] }
        state = .awaitingOutput
        return [attempted, .show(rows), .run(block)]
    }

    // MARK: - Answers

    mutating func answer(_ text: String) -> [LessonAction] {
        switch (state, step.activity) {
        case (.awaitingPrediction, .program(let block)):
            return [.judgePrediction(block.program, answer: text)]
        case (.quiz, .quiz(let quiz)):
            return answer(text, to: quiz)
        case (.goal, _):
            return say([.text("A goal is reached by code that runs. Type it as you would outside of a lesson.")])
        default:
            return say([.text("Nothing is asked here. "), .code(".next"), .text(" goes on.")])
        }
    }

    private mutating func answer(_ text: String, to quiz: Quiz) -> [LessonAction] {
        let screens = LessonScreens(self)
        switch QuizAnswer.read(text, for: quiz) {
        case .failure(let problem):
            return [.show(screens.problem(problem, with: quiz))]
        case .success(let chosen):
            let isRight = chosen == quiz.correct
            let attempted = attempt(.quiz, quiz.place.line, QuizAnswer.letters(of: chosen), isRight: isRight)
            var rows = screens.verdict(on: chosen, of: quiz)
            if isRight {
                state = .reading
                rows += [StyledText()] + screens.wayOn
            }
            return [attempted, .show(rows)]
        }
    }

    // MARK: - Goals

    mutating func tried(_ code: String, _ lines: [String]) -> [LessonAction] {
        guard state == .goal, case .goal(let goal) = step.activity else { return [] }
        let screens = LessonScreens(self)
        guard let shortfall = goal.shortfall(code: code, lines: lines) else {
            let attempted = attempt(.goal, goal.place.line, code, isRight: true)
            state = .reading
            return [attempted, .show(screens.reached + [StyledText()] + screens.wayOn)]
        }
        // Code that prints nothing may be the first half of something.
        if lines.isEmpty { return [] }
        let attempted = attempt(.goal, goal.place.line, code, isRight: false)
        if shortfall == saidShortfall { return [attempted] }
        saidShortfall = shortfall
        return [attempted, .show(screens.notReached(shortfall, of: goal))]
    }

    // MARK: - Giving up

    mutating func skip() -> [LessonAction] {
        let screens = LessonScreens(self)
        switch (state, step.activity) {
        case (.awaitingPrediction, .program(let block)):
            giveUp()
            state = .awaitingOutput
            return [.run(block)]
        case (.quiz, .quiz(let quiz)):
            giveUp()
            state = .reading
            return [.show(screens.answers(quiz) + [StyledText()] + screens.wayOn)]
        case (.goal, .goal(let goal)):
            giveUp()
            state = .reading
            return [.show(screens.solution(goal) + [StyledText()] + screens.wayOn)]
        default:
            return take(.next)
        }
    }
}
