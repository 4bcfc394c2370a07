// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Markup
internal import Tracing
internal import YAMLFields

/// Judges answers to one exercise.
///
/// Throws `CommandError.unreadableAnswer` for a text that is no answer at all: that is no attempt.
struct ExerciseJudge {
    let study: Study
    let exercise: Exercise
    let body: ExerciseBody
    let page: ExercisePage

    /// Judges a text: an order, letters, a number, or a program.
    func judge(_ text: String, file: String? = nil) throws(CommandError) -> AnswerResult {
        switch body.content {
        case .predict(let program): try judge(text, program)
        case .choose(let quiz): try judge(text, quiz)
        case .compute(let question): try judge(text, question)
        case .fix(let task), .implement(let task): try judge(text, task, file: file)
        }
    }

    // MARK: - Puzzles

    /// A judge of orders of a program's lines.
    func predictionJudge(_ program: CourseProgram) throws(CommandError) -> PredictionJudge<CourseProgramRunner> {
        let runner = try study.runner(of: program)
        do throws(PredictionError) {
            return try PredictionJudge(runner)
        } catch {
            throw .prediction(error, program: program.place.file)
        }
    }

    private func judge(_ text: String, _ program: CourseProgram) throws(CommandError) -> AnswerResult {
        var judge = try predictionJudge(program)
        let answer = PredictionAnswer(text, judge.labels)
        if let problem = answer.problems.first {
            throw .study(.unreadableAnswer(PredictionText.sentence(problem, judge.labels)))
        }
        do throws(PredictionError) {
            let verdict = try judge.judge(answer.lines)
            return AnswerResult(verdict)
        } catch {
            throw .prediction(error, program: program.place.file)
        }
    }

    private func judge(_ text: String, _ quiz: Quiz) throws(CommandError) -> AnswerResult {
        switch QuizAnswer.read(text, for: quiz) {
        case .failure(let problem): throw .study(.unreadableAnswer(page.sentence(problem, of: quiz)))
        case .success(let chosen):
            return AnswerResult(
                answer: QuizAnswer.letters(of: chosen), isRight: chosen == quiz.correct, .letters(chosen))
        }
    }

    private func judge(_ text: String, _ question: ComputeQuestion) throws(CommandError) -> AnswerResult {
        guard let number = NumberAnswer(text, unit: question.unit)?.value else {
            throw .study(.unreadableAnswer(page.sentence(notANumber: text, question)))
        }
        let key = try Self.key(of: question, try study.runner(of: question.solution))
        let isRight = question.accepts(number, key: key)
        return AnswerResult(answer: "\(number)", isRight: isRight, .number(number, key: key))
    }

    /// The number that the solution's program works out.
    static func key(of question: ComputeQuestion, _ runner: CourseProgramRunner) throws(CommandError) -> Double {
        let run: RecordedRun
        do throws(PredictionError) {
            run = try runner.record(RunRequest(level: .queues))
        } catch {
            throw .prediction(error, program: question.solution.place.file)
        }
        let line = run.trace.outputLines(includingErrors: false).last?.text ?? ""
        guard let number = ComputeQuestion.number(line) else {
            throw .course(.unreadable("\(question.solution.place.file): its last line is no number"))
        }
        return number
    }

    // MARK: - Programs

    private func judge(_ text: String, _ task: CodeTask, file: String?) throws(CommandError) -> AnswerResult {
        let path = file.map { study.workspace?.file(at: SourceFile.absolute($0)) ?? $0 }
        let checked = try study.grader.grade(text, path: path ?? Workspace.file(of: exercise), task, of: exercise)
        return AnswerResult(checked, submission: text)
    }
}

/// A number that somebody typed, with the unit or without.
///
/// A comma stands for a point where it cannot divide thousands; spaces and underscores may divide digits.
struct NumberAnswer: Equatable {
    let value: Double

    init?(_ text: String, unit: String?) {
        var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let unit, words.lowercased().hasSuffix(unit.lowercased()) { words = String(words.dropLast(unit.count)) }
        var digits = words.filter { $0 != " " && $0 != "_" }
        let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count > 1 {
            let areThousands =
                parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 } && parts[0].count <= 3
            if !areThousands && parts.count > 2 { return nil }
            digits = parts.joined(separator: areThousands ? "" : ".")
        }
        guard let value = ComputeQuestion.number(digits) else { return nil }
        self.value = value
    }
}
