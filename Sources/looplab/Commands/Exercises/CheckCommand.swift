// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import Grading
internal import HostRuntime
internal import Markup
internal import Progress

/// `looplab check`: judges an answer and keeps it.
struct CheckCommand: ExerciseCommand, Equatable {
    static let name = "check"
    static let synopsis = (operands: "[NAME|FILE]", summary: "check your answer to an exercise")
    static let help =
        """
        usage: looplab check [OPTIONS] [NAME|FILE]

        Checks the file of an exercise, and keeps the answer and what came of it. For a
        puzzle the answer may also be given as an option or on standard input; at a
        terminal it is asked for where the file has none. A program is checked in a
        sandbox.

          --answer TEXT            this answer: an order, letters, or a number
          --json                   the result as JSON

        """ + ExerciseHelp.options + """

            exit codes: 0 right; 1 not right yet; 2 usage, or no answer; 3 it could not be
                        judged or kept

            """

    var course: String?
    var operand: String?
    var answer: String?
    var isJSON = false

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--answer": answer = try reader.value(of: name, value)
        case "--json": isJSON = true
        default: return false
        }
        return true
    }

    func perform() throws(CommandError) -> Int32 {
        // Asked for before there are other threads.
        let (screen, terminal) = (Screen.detect(), TerminalInfo.detect())
        let study = try Study(course: course, .readWrite)
        let exercise = try study.exercise(operand: operand)
        let body = try study.body(of: exercise)
        let isCode = !exercise.isPuzzle
        if isCode, answer != nil { throw .study(.answerIsAFile(exercise: exercise.number)) }
        var found: (text: String, file: String?)?
        if let answer { found = (answer, nil) } else { found = try given(exercise, body, study) }
        guard let (text, file) = found else {
            if isCode { throw .study(.noAnswerFile(exercise: exercise.number)) }
            if terminal.isTerminal {
                try study.begin(exercise)
                let dialogue = PuzzleDialogue(
                    study: study, exercise: exercise, body: body, screen: screen, terminal: terminal)
                let hasPassed = try dialogue.run()
                return try finish(study, exercise, hasPassed, screen.style)
            }
            return try judge(TypedLines(showsPrompts: false).rest(), nil, study, exercise, body, screen.style)
        }
        return try judge(text, file, study, exercise, body, screen.style)
    }

    /// The answer in the exercise's file, and where that is; nil where there is no such file or nothing in it.
    private func given(
        _ exercise: Exercise, _ body: ExerciseBody, _ study: Study
    ) throws(CommandError) -> (String, String?)? {
        let file = ExerciseFile(study: study, exercise: exercise, body: body)
        var path = study.workspace.map { $0.path(of: file.name) }
        if let operand, operand.hasSuffix(".js") || operand.hasSuffix(".mjs") || operand.hasSuffix(".txt") {
            path = operand
        }
        guard let path, access(path, F_OK) == 0 || path == operand else { return nil }
        do throws(RuntimeError) {
            let answer = file.answer(in: try SourceFile.text(at: path))
            return answer.allSatisfy(\.isWhitespace) ? nil : (answer, path)
        } catch {
            throw .runtime(error)
        }
    }

    private func judge(
        _ text: String, _ file: String?, _ study: Study, _ exercise: Exercise, _ body: ExerciseBody,
        _ style: TerminalStyle
    ) throws(CommandError) -> Int32 {
        let page = ExercisePage(exercise, study, style)
        let judge = ExerciseJudge(study: study, exercise: exercise, body: body, page: page)
        let result = try judge.judge(text, file: file)
        try study.record(result, to: exercise, body)
        if isJSON {
            _ = try StandardOutput.print(AnswerJSON.text(result, exercise))
            return result.hasPassed ? 0 : 1
        }
        var rows = page.heading + [StyledText()] + page.rows(of: result, body)
        if case .checks(let verdict) = result.evidence {
            rows += [StyledText(), StyledText(" " + ExercisePage.points(of: verdict))]
        }
        try show(rows, style)
        return try finish(study, exercise, result.hasPassed, style)
    }

    private func finish(
        _ study: Study, _ exercise: Exercise, _ hasPassed: Bool, _ style: TerminalStyle
    ) throws(CommandError) -> Int32 {
        let step = try study.nextStep(after: exercise, hasPassed: hasPassed)
        try show([StyledText(), StyledText(" " + style.shown(step))], style)
        return hasPassed ? 0 : 1
    }
}
