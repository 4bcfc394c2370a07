// SPDX-License-Identifier: MIT
internal import CivilTime
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
    private var isTroubleTold: Bool

    /// The program that the present step shows.
    var program: CourseProgram? {
        if case .program(let block) = play.step.activity { block.program } else { nil }
    }

    private var awaitsAnswer: Bool { play.state == .awaitingPrediction || play.state == .quiz }

    /// Whether the program of the present step is still to be predicted, so that its run must not be seen.
    var hidesRun: Bool { play.state == .awaitingPrediction }

    /// Opens a lesson, where it was left; `isTroubleTold` says that the learner knows that nothing is kept.
    init(
        _ lesson: Lesson, of study: Study, _ style: TerminalStyle, isTroubleTold: Bool = false,
        print: @escaping (String) -> Void
    ) throws(CommandError) {
        self.study = study
        self.isTroubleTold = isTroubleTold
        self.print = print
        let (found, problems) = study.outline.body(of: lesson)
        guard let body = found else {
            throw .course(.unreadable(problems.first.map(ErrorText.line) ?? lesson.path))
        }
        if let problem = problems.first {
            print(" Something is wrong with this lesson: \(ErrorText.line(for: problem))\n")
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
        if case .answer = input {} else { begunAnswer = "" }
        perform(play.take(input))
        keep()
    }

    /// Whether a text can be an answer to what is asked; code is none, unless the program prints such a line.
    func isAnswer(_ text: String) -> Bool {
        awaitsAnswer && (names(text) || !text.contains { "(=;`{".contains($0) })
    }

    /// Whether a text names what is asked for, so that it is an answer whatever else it could be.
    func names(_ text: String) -> Bool {
        switch (play.state, play.step.activity) {
        case (.quiz, .quiz(let quiz)):
            if case .success = QuizAnswer.read(text, for: quiz) { return true }
            return false
        case (.awaitingPrediction, .program(let block)):
            guard let judge = try? judge(block.program) else { return false }
            let answer = PredictionAnswer(text, judge.labels)
            return answer.problems.isEmpty || answer.isBeginning
        default: return false
        }
    }

    /// Takes code that was run at the prompt while a goal was open.
    ///
    /// It may go on with what was typed before, with some of that, or begin anew.
    func tried(_ code: String, _ style: TerminalStyle) {
        guard let goal else { return }
        inputsOfGoal = inputsOfGoal.suffix(Self.longestTrial - 1) + [code]
        var trials: [TrialRun] = []
        for first in inputsOfGoal.indices.reversed() {
            let trial = TrialRun(inputsOfGoal[first...].joined(separator: "\n"), for: goal)
            trials.append(trial)
            if trial.shortfall == nil || trial.wasStopped { break }
        }
        let alone = trials[0]
        // Other code has shown what it prints where it was typed.
        if goal.profile == .browser {
            let note = alone.note.map { play.typesetter.rows(of: [.text($0)]) } ?? []
            show(play.typesetter.rows(ofOutput: alone.lines, limit: 40) + note)
        }
        let reached = trials.last { $0.shortfall == nil }
        let whole = trials.filter { !$0.hasFailed }
        if reached == nil, whole.isEmpty {
            // It would keep all that is typed behind it from running.
            inputsOfGoal.removeLast()
            return
        }
        // Code that prints nothing may be the first half of something.
        if reached == nil, alone.lines.isEmpty, !alone.hasFailed { return }
        guard let told = reached ?? whole.max(by: { $0.progress < $1.progress }) else { return }
        take(.tried(code: told.code, lines: told.lines), style)
    }

    /// How many inputs one after the other may be the code that reaches a goal.
    private static let longestTrial = 8

    // MARK: - Doing what the lesson asks for

    private func perform(_ actions: [LessonAction]) {
        goal = nil
        for action in actions {
            switch action {
            case .show(let rows): show(rows)
            case .run(let block): perform(play.take(.printed(output(of: block))))
            case .askPrediction(let program): ask(program)
            case .judgePrediction(let program, let answer):
                if let told = judged(answer, program) { perform(play.take(told)) }
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
    static func note(on run: RecordedRun) -> String? {
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
    /// The first lines of an order that goes on, as it is when an output is pasted line by line.
    private var begunAnswer = ""

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

    /// Judges a prediction; nil where the text is none, which has been told then.
    private func judged(_ text: String, _ program: CourseProgram) -> LessonInput? {
        do throws(CommandError) {
            var judge = try judge(program)
            let words = PredictionText(play.typesetter.terminal)
            var (text, answer) = (text, PredictionAnswer(text, judge.labels))
            if !answer.problems.isEmpty, !begunAnswer.isEmpty {
                let joined = begunAnswer + "\n" + text
                let whole = PredictionAnswer(joined, judge.labels)
                if whole.problems.isEmpty || whole.isBeginning || !answer.isBeginning {
                    (text, answer) = (joined, whole)
                }
            }
            begunAnswer = answer.isBeginning ? text : ""
            guard answer.problems.isEmpty else {
                let wayOn = answer.isBeginning ? words.paragraph("", "Go on, or begin again with a whole order.") : []
                show(words.problems(answer, judge.labels) + wayOn)
                return nil
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
            print(Self.text(ofTrouble: error))
        }
    }

    /// What is said where progress cannot be written.
    static func text(ofTrouble error: ProgressError) -> String {
        " Your place in the lesson cannot be kept: \(ErrorText.text(of: error))\n"
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
