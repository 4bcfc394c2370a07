// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Results
internal import Tracing
internal import YAMLFields

/// Judges submissions whose answer is an order, letters or a number: one check, worth one point.
///
/// The key of an exercise comes from running its program, once for all submissions.
final class PuzzleGrader {
    /// What a question's answer has to be.
    private enum Key {
        case order(PredictionJudge<CourseProgramRunner>)
        case number(Double)
    }

    private let root: String
    private let place: CourseProgramRunner.Place
    private var keys: [ContentID: Key] = [:]
    /// What came of the orders that were judged.
    private var orders: [ContentID: [[String]: BatchWork]] = [:]

    /// Judges answers to the exercises of a course; programs of one that did not come with LoopLab run in a sandbox.
    init(_ outline: CourseOutline) {
        root = outline.root
        place = CourseChoice.isOwn(outline.root) ? .here : .sandbox
    }

    /// Judges a text.
    func work(for text: String, _ exercise: Exercise, _ body: ExerciseBody) throws(CommandError) -> BatchWork {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let answer = lines.filter { !$0.hasPrefix("#") }.joined(separator: "\n")
        if answer.allSatisfy(\.isWhitespace) { return .done(.refused(.empty), []) }
        switch body.content {
        case .predict(let program): return try judge(answer, program, exercise)
        case .choose(let quiz): return Self.judge(answer, quiz)
        case .compute(let question): return try judge(answer, question, exercise)
        case .fix, .implement: preconditionFailure("\(exercise.id) has checks, which run in processes of their own")
        }
    }

    private static func judge(_ answer: String, _ quiz: Quiz) -> BatchWork {
        switch QuizAnswer.read(answer, for: quiz) {
        case .failure(.empty): refused("it names no answer")
        case .failure(.unknown(let word)): refused("there is no answer '\(word)'")
        case .failure(.several): refused("it names several answers where one is right")
        case .success(let chosen): result(chosen == quiz.correct, "the answer is not the right one")
        }
    }

    private func judge(
        _ answer: String, _ question: ComputeQuestion, _ exercise: Exercise
    ) throws(CommandError) -> BatchWork {
        guard let number = NumberAnswer(answer, unit: question.unit)?.value else {
            return Self.refused("it is no number")
        }
        let right: Double
        if case .number(let known)? = keys[exercise.id] {
            right = known
        } else {
            right = try ExerciseJudge.key(of: question, try runner(of: question.solution))
            keys[exercise.id] = .number(right)
        }
        return Self.result(question.accepts(number, key: right), "the number is not the right one")
    }

    private func judge(
        _ answer: String, _ program: CourseProgram, _ exercise: Exercise
    ) throws(CommandError) -> BatchWork {
        var judge: PredictionJudge<CourseProgramRunner>
        if case .order(let known)? = keys[exercise.id] {
            judge = known
        } else {
            let runner = try runner(of: program)
            do throws(PredictionError) {
                judge = try PredictionJudge(runner)
            } catch {
                throw .prediction(error, program: program.place.file)
            }
            keys[exercise.id] = .order(judge)
        }
        let order = PredictionAnswer(answer, judge.labels)
        if let problem = order.problems.first {
            return Self.refused(PredictionText.sentence(problem, judge.labels))
        }
        // A class gives the same wrong answers, and to judge one takes several runs of the program.
        if let known = orders[exercise.id]?[order.lines] { return known }
        let work = Self.result(of: try verdict(&judge, order.lines, program))
        keys[exercise.id] = .order(judge)
        orders[exercise.id, default: [:]][order.lines] = work
        return work
    }

    private func verdict(
        _ judge: inout PredictionJudge<CourseProgramRunner>, _ lines: [String], _ program: CourseProgram
    ) throws(CommandError) -> PredictionVerdict {
        do throws(PredictionError) {
            return try judge.judge(lines)
        } catch {
            throw .prediction(error, program: program.place.file)
        }
    }

    private static func result(of verdict: PredictionVerdict) -> BatchWork {
        let shown = verdict.mistake?.misconceptions ?? []
        var details = shown.map { CheckResult.Failure.detail(ofMisconception: $0.rawValue) }
        if let first = shown.first { details.append("this would print if \(first.condition): lesson \(first.lesson)") }
        return result(verdict.judgement == .right, "the program does not print in this order", details)
    }

    private func runner(of program: CourseProgram) throws(CommandError) -> CourseProgramRunner {
        try CourseProgramRunner(program, root: root, place)
    }

    /// What the answer to a puzzle is worth.
    static let worth = Results.Points(thousandths: 1_000)

    private static func refused(_ sentence: String) -> BatchWork { .done(.refused(.notAnAnswer(sentence)), []) }

    private static func result(_ isRight: Bool, _ message: String, _ details: [String] = []) -> BatchWork {
        let check = CheckResult(
            name: CheckResult.answerName, possible: worth, earned: isRight ? worth : .zero,
            outcome: isRight ? .passed : .failed(CheckResult.Failure(message: message, details: details)))
        return .done(.graded, [check])
    }
}
