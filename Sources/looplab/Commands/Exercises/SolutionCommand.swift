// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Markup
internal import Progress

/// `looplab solution`: how somebody else has done it, after a pass.
struct SolutionCommand: ExerciseCommand, Equatable {
    static let name = "solution"
    static let synopsis = (operands: "[NAME]", summary: "a solution, once you have passed")
    static let help =
        """
        usage: looplab solution [OPTIONS] [NAME]

        Shows a solution of an exercise that you have passed: the program of its author,
        the reasons for an answer, or how a number is worked out.


        """ + ExerciseHelp.options + """

            exit codes: 0 ok; 1 not passed yet; 2 usage; 3 progress could not be read

            """

    var course: String?
    var operand: String?

    func perform() throws(CommandError) -> Int32 {
        let screen = Screen.detect()
        let study = try Study(course: course, .readOnly)
        let exercise = try study.exercise(operand: operand)
        guard try study.summaries()["\(exercise.id)"]?.hasPassed == true else {
            throw .study(.notPassedYet(exercise: exercise.number))
        }
        let body = try study.body(of: exercise)
        let page = ExercisePage(exercise, study, screen.style)
        var rows = page.heading + [StyledText()]
        switch body.content {
        case .predict(let program):
            let judge = try ExerciseJudge(study: study, exercise: exercise, body: body, page: page)
                .predictionJudge(program)
            let text = PredictionText(screen.style)
            rows += text.program(judge.key.usual.trace) + [StyledText()] + text.key(judge.key)
        case .choose(let quiz): rows += page.question(quiz) + [StyledText()] + page.verdict(on: quiz.correct, of: quiz)
        case .compute(let question):
            rows += study.typesetter(screen.style, for: exercise.path + "/solution.md")
                .rows(of: question.explanation.blocks)
        case .fix(let task), .implement(let task):
            rows += study.typesetter(screen.style, for: task.solution.path).rows(ofProgram: task.solution.text)
        }
        return try screen.show(rows.map { screen.style.rendered($0) + "\n" }.joined(), usesPager: true)
    }
}
