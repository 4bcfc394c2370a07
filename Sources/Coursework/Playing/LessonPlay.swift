// SPDX-License-Identifier: MIT
internal import Markup

/// A lesson being taken: what is shown, asked and judged, without a terminal and without an engine.
///
/// `begin` and `take` change the state and return what the caller has to do. Every input may come in every state: one
/// that does not fit is answered with a sentence. `position` is to be kept after each of them.
public struct LessonPlay: Sendable {
    /// What the lesson waits for.
    public enum State: Equatable, Sendable {
        /// For the learner to read and go on.
        case reading
        /// For a prediction.
        case awaitingPrediction
        /// For the output of a program that was to be run.
        case awaitingOutput
        /// For the learner to look at an output and go on.
        case showingOutput
        /// For an answer to a question.
        case quiz
        /// For code that reaches a goal.
        case goal
        /// For nothing: it is over.
        case finished
    }

    /// The lesson.
    public let lesson: Lesson
    /// Its steps.
    public let steps: [LessonStep]
    /// What may come after it.
    public let followUp: LessonFollowUp
    /// Sets what is shown; to be replaced when the terminal changes.
    public var typesetter: MarkdownTypesetter
    /// What it waits for.
    public internal(set) var state = State.reading
    /// Where the learner is and what they did.
    public internal(set) var position: LessonPosition
    /// Whether it goes on where it was left.
    private let isResumed: Bool
    /// What was last said about a goal, so that it is not said again for each line of code.
    var saidShortfall: TryGoal.Shortfall?

    /// Opens a lesson, where it was left if a position is given.
    public init(
        lesson: Lesson, body: LessonBody, followUp: LessonFollowUp, typesetter: MarkdownTypesetter,
        position: LessonPosition? = nil
    ) {
        self.lesson = lesson
        self.followUp = followUp
        self.typesetter = typesetter
        steps = LessonStep.steps(of: body)
        let known = position?.lesson == lesson.id ? position : nil
        var placed = (known ?? LessonPosition(lesson: lesson.id, stepHash: steps[0].hash))
            .placed(in: steps, of: lesson.id)
        // A lesson that is over is read again from its beginning.
        if placed.isFinished, placed.step == steps.count - 1 { placed.step = 0 }
        placed.stepHash = steps[placed.step].hash
        self.position = placed
        isResumed = placed.step > 0
    }

    /// The step that is shown.
    public var step: LessonStep { steps[position.step] }

    /// Shows where the learner is; to be called once, before the first input.
    public mutating func begin() -> [LessonAction] {
        let words =
            isResumed
            ? "Here is where you were."
            : position.isFinished
                ? "You have finished this lesson before."
                : "About \(lesson.minutes) minutes, \(CountedNoun.text(steps.count, "step"))."
        return enter(position.step, saying: [.text(words)])
    }

    /// Takes what the learner or the caller did.
    public mutating func take(_ input: LessonInput) -> [LessonAction] {
        switch input {
        case .next: next()
        case .back: back()
        case .run: run()
        case .skip: skip()
        case .goTo(let number): goTo(number)
        case .answer(let text): answer(text)
        case .printed(let output): printed(output)
        case .predicted(let answer, let isRight, let rows): predicted(answer, isRight, rows)
        case .tried(let code, let lines): tried(code, lines)
        }
    }

    // MARK: - From step to step

    private mutating func next() -> [LessonAction] {
        switch state {
        case .reading, .showingOutput:
            position.step + 1 < steps.count ? enter(position.step + 1) : finish()
        case .awaitingPrediction:
            say([.text("Put the lines in order first. "), .code(".skip"), .text(" shows what it prints.")])
        case .awaitingOutput:
            say([.text("The program is still running.")])
        case .quiz:
            say([.text("The question is open: answer with a letter. "), .code(".skip"), .text(" shows the answer.")])
        case .goal:
            say([.text("The goal is open. "), .code(".skip"), .text(" shows a solution and goes on.")])
        case .finished:
            [.show(LessonScreens(self).farewell)]
        }
    }

    private mutating func back() -> [LessonAction] {
        if state == .finished { return enter(steps.count - 1) }
        if position.step == 0 { return say([.text("This is the first step.")]) }
        return enter(position.step - 1)
    }

    private mutating func goTo(_ number: Int) -> [LessonAction] {
        guard (1...steps.count).contains(number) else {
            return say([.text("There is no step \(number): the lesson has \(CountedNoun.text(steps.count, "step")).")])
        }
        return enter(number - 1)
    }

    /// Shows a step from its beginning.
    private mutating func enter(_ index: Int, saying words: [MarkdownInline] = []) -> [LessonAction] {
        position.step = index
        position.stepHash = step.hash
        state = .reading
        saidShortfall = nil
        let screens = LessonScreens(self)
        var rows = [screens.head, StyledText()]
        if !words.isEmpty { rows += screens.aside(words) + [StyledText()] }
        rows += screens.reading
        return openActivity(below: rows)
    }

    private mutating func finish() -> [LessonAction] {
        state = .finished
        position.isFinished = true
        let screens = LessonScreens(self)
        return [.show(screens.summary(summary) + screens.farewell), .finish(summary)]
    }

    // MARK: - What was done

    /// What was done so far.
    public var summary: LessonSummary {
        var summary = LessonSummary()
        for step in steps {
            guard let activity = step.activity, let key = step.activityKey else { continue }
            let record = position.record(key)
            let isReached = record?.outcome == .reached
            let add = { (count: inout LessonSummary.Count) in
                count.total += 1
                count.reached += isReached ? 1 : 0
                count.atOnce += isReached && record?.tries == 1 ? 1 : 0
            }
            switch activity {
            case .program(let block): if block.role == .predict { add(&summary.predictions) }
            case .quiz: add(&summary.quizzes)
            case .goal: add(&summary.goals)
            }
        }
        return summary
    }

    /// How the activity of this step stands.
    var outcome: LessonPosition.Outcome {
        step.activityKey.flatMap(position.record)?.outcome ?? .open
    }

    /// Counts a try.
    mutating func attempt(_ kind: LessonAttempt.Kind, _ line: Int, _ answer: String, isRight: Bool) -> LessonAction {
        let key = step.activityKey ?? ""
        position.change(key) { record in
            record.tries += 1
            if isRight { record.outcome = .reached }
        }
        let number = position.record(key)?.tries ?? 1
        return .attempted(
            LessonAttempt(kind: kind, key: key, line: line, answer: answer, isRight: isRight, number: number))
    }

    mutating func giveUp() {
        if let key = step.activityKey { position.change(key) { $0.outcome = .skipped } }
    }

    func say(_ words: [MarkdownInline]) -> [LessonAction] {
        [.show(typesetter.rows(of: words))]
    }
}
