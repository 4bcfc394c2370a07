// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Markup
internal import Progress
internal import Scheduling
internal import Tracing

/// A lesson that is open at the prompt: does what `LessonPlay` asks for, and keeps the learner's place.
///
/// Programs of the lesson run beside the session, on virtual time; what the learner types runs in the session.
final class LessonSession {
    /// The course and the learner's progress.
    let study: Study
    /// Where the lesson is.
    private(set) var play: LessonPlay
    /// The goal that what the learner types is compared with; nil while none is open.
    private(set) var goal: TryGoal?
    /// What was typed since the goal was opened.
    private var inputsOfGoal: [String] = []
    private let print: (String) -> Void
    private var isTroubleTold = false

    /// The program that the present step shows.
    var program: CourseProgram? {
        if case .program(let block) = play.step.activity { block.program } else { nil }
    }

    /// Whether what is typed is an answer, if it can be read as one.
    var awaitsAnswer: Bool { play.state == .awaitingPrediction || play.state == .quiz }

    /// Opens a lesson, where it was left.
    init(
        _ lesson: Lesson, of study: Study, _ style: TerminalStyle, print: @escaping (String) -> Void
    ) throws(CommandError) {
        self.study = study
        self.print = print
        let (found, problems) = study.outline.body(of: lesson)
        guard let body = found else {
            throw .course(.unreadable(problems.first.map(ErrorText.line) ?? lesson.path))
        }
        let kept = try study.progress { (store) throws(ProgressError) in
            try store.lessonPosition(course: study.outline.id, lesson: "\(lesson.id)")
        }
        play = LessonPlay(
            lesson: lesson, body: body, followUp: study.followUp(of: lesson),
            typesetter: study.typesetter(style, for: lesson.path),
            position: kept.flatMap { Coursework.LessonPosition(encoded: $0.state) })
    }

    /// Shows where the learner is.
    func begin() {
        perform(play.begin())
        keep()
    }

    /// Takes what the learner does.
    func take(_ input: LessonInput, _ style: TerminalStyle) {
        play.typesetter = study.typesetter(style, for: play.lesson.path)
        perform(play.take(input))
        keep()
    }

    /// Whether a text can be an answer to what is asked; code is none, unless the program prints such a line.
    func isAnswer(_ text: String) -> Bool {
        switch (play.state, play.step.activity) {
        case (.quiz, .quiz(let quiz)):
            if case .success = QuizAnswer.read(text, for: quiz) { return true }
        case (.awaitingPrediction, .program(let block)):
            if let judge = try? judge(block.program), PredictionAnswer(text, judge.labels).problems.isEmpty {
                return true
            }
        default: return false
        }
        return !text.contains { "(=;`{".contains($0) }
    }

    /// Takes code that was run at the prompt while a goal was open.
    func tried(_ code: String, _ style: TerminalStyle) {
        guard let goal else { return }
        inputsOfGoal.append(code)
        let profile: LoopProfile = goal.profile == .browser ? .browser : .node
        var lines = Self.lines(of: inputsOfGoal.joined(separator: "\n"), profile)
        if inputsOfGoal.count > 1, goal.shortfall(code: code, lines: lines) != nil {
            // It need not be the continuation of what was typed before.
            let own = Self.lines(of: code, profile)
            if goal.shortfall(code: code, lines: own) == nil { lines = own }
        }
        if goal.profile == .browser { show(play.typesetter.rows(ofOutput: lines, limit: 40)) }
        take(.tried(code: code, lines: lines), style)
    }

    private static func lines(of code: String, _ profile: LoopProfile) -> [String] {
        let start = ProgramStart(.text(code, name: "try.js"), name: "try.js", profile: profile)
        guard let run = try? ThreadRunner(start: start).record(RunRequest(level: .queues)) else { return [] }
        return run.trace.outputLines(includingErrors: false).map(\.text)
    }

    // MARK: - Doing what the lesson asks for

    private func perform(_ actions: [LessonAction]) {
        goal = nil
        for action in actions {
            switch action {
            case .show(let rows): show(rows)
            case .run(let block): perform(play.take(.printed(output(of: block))))
            case .askPrediction(let program): ask(program)
            case .judgePrediction(let program, let answer): perform(play.take(judged(answer, program)))
            case .openGoal(let goal):
                self.goal = goal
                inputsOfGoal = []
            case .attempted(let attempt): record(attempt)
            case .finish: break
            }
        }
        // What was done beside it leaves a goal open.
        if goal == nil, play.state == .goal, case .goal(let open) = play.step.activity { goal = open }
    }

    private func show(_ rows: [StyledText]) {
        let style = play.typesetter.terminal
        print(rows.map { style.rendered($0) + "\n" }.joined())
    }

    private func output(of block: ProgramBlock) -> LessonOutput {
        do throws(CommandError) {
            let run = try record(block.program)
            let lines = run.trace.outputLines(includingErrors: false).map(\.text)
            return LessonOutput(lines: lines, note: Self.note(on: run))
        } catch {
            return LessonOutput(lines: [], note: ErrorText.text(of: error))
        }
    }

    private func record(_ program: CourseProgram) throws(CommandError) -> RecordedRun {
        let runner = try study.runner(of: program, beside: true)
        do throws(PredictionError) {
            return try runner.record(RunRequest(level: .queues))
        } catch {
            throw .prediction(error, program: program.fileName)
        }
    }

    /// How a run ended where that has to be said.
    private static func note(on run: RecordedRun) -> String? {
        switch run.ending {
        case .exited(0): return nil
        case .exited:
            let error = run.trace.events.last { $0.kind == .uncaughtError }
            let words = error.map { String(run.trace.text(of: $0).prefix { $0 != "\n" }) }
            return words.map { "It ended with an error: \($0)" } ?? ErrorText.words(for: run.ending)
        case .timedOut, .recordedEnough: return "It was stopped here: it would never end by itself."
        default: return ErrorText.words(for: run.ending)
        }
    }

    // MARK: - Predictions

    private var judges: [String: PredictionJudge<CourseProgramRunner>] = [:]

    /// A judge of a program's lines; the key is looked for once.
    private func judge(_ program: CourseProgram) throws(CommandError) -> PredictionJudge<CourseProgramRunner> {
        if let known = judges[program.source] { return known }
        let runner = try study.runner(of: program, beside: true)
        do throws(PredictionError) {
            let judge = try PredictionJudge(runner)
            judges[program.source] = judge
            return judge
        } catch {
            throw .prediction(error, program: program.fileName)
        }
    }

    private func ask(_ program: CourseProgram) {
        do throws(CommandError) {
            let text = PredictionText(play.typesetter.terminal)
            let judge = try judge(program)
            show([StyledText()] + text.lines(judge.labels) + text.paragraph("", "In which order? Type it, or .skip"))
        } catch {
            show([StyledText(" " + ErrorText.text(of: error))])
        }
    }

    private func judged(_ text: String, _ program: CourseProgram) -> LessonInput {
        do throws(CommandError) {
            var judge = try judge(program)
            let words = PredictionText(play.typesetter.terminal)
            let answer = PredictionAnswer(text, judge.labels)
            guard answer.problems.isEmpty else {
                show(words.problems(answer, judge.labels))
                return .answer("")
            }
            let verdict: PredictionVerdict
            do throws(PredictionError) {
                verdict = try judge.judge(answer.lines)
            } catch {
                throw CommandError.prediction(error, program: program.fileName)
            }
            judges[program.source] = judge
            misconceptions = verdict.mistake?.misconceptions.map(\.rawValue) ?? []
            var rows = words.verdict(verdict)
            if verdict.judgement != .right { rows += [StyledText()] + words.paragraph("", "Try again, or .skip") }
            return .predicted(answer: text, isRight: verdict.judgement == .right, rows: rows)
        } catch {
            show([StyledText(" " + ErrorText.text(of: error))])
            return .skip
        }
    }

    // MARK: - Progress

    /// What the prediction that was judged last shows.
    private var misconceptions: [String] = []

    private func record(_ attempt: LessonAttempt) {
        let lesson = play.lesson
        let now = Timestamp.now
        let kind: AttemptKind =
            switch attempt.kind {
            case .prediction: .predict
            case .quiz: .quiz
            case .goal: AttemptKind(rawValue: "goal")
            }
        let shown = attempt.kind == .prediction ? misconceptions : []
        keeping { (store) throws(ProgressError) in
            try store.append(
                Attempt(
                    course: study.outline.id, exercise: "Lessons/\(lesson.id)", variant: attempt.key, kind: kind,
                    answer: attempt.answer, verdict: attempt.isRight ? .passed : .failed, concepts: lesson.concepts,
                    misconceptions: shown, started: now, ended: now, appVersion: LoopLab.version))
        }
    }

    private func keep() {
        let position = play.position
        keeping { (store) throws(ProgressError) in
            try store.setLessonPosition(
                Progress.LessonPosition(
                    course: study.outline.id, lesson: "\(position.lesson)", block: position.step,
                    state: position.encoded, isFinished: position.isFinished, updated: .now))
        }
    }

    /// Writes to progress; that it cannot be written is told once, and the lesson goes on.
    private func keeping(_ body: (ProgressStore) throws(ProgressError) -> Void) {
        do throws(ProgressError) {
            try body(study.store)
        } catch {
            if isTroubleTold { return }
            isTroubleTold = true
            print(" Your place in the lesson cannot be kept: \(ErrorText.text(of: error))\n")
        }
    }
}

@available(*, unavailable)
extension LessonSession: Sendable {}

extension Study {
    /// What may be done after a lesson.
    func followUp(of lesson: Lesson) -> LessonFollowUp {
        let next = outline.lessons.first { $0 > lesson.id }.flatMap { outline.lesson($0).lesson }
        return LessonFollowUp(next: next, exercises: lesson.exercises.compactMap { outline.exercise($0).exercise })
    }
}
