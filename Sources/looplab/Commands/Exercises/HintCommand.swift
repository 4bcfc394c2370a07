// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Markup
internal import Progress

/// `looplab hint`: the next piece of help.
struct HintCommand: ExerciseCommand, Equatable {
    static let name = "hint"
    static let synopsis = (operands: "[NAME]", summary: "the next hint: nudge, rule, nearly there")
    static let help =
        """
        usage: looplab hint [OPTIONS] [NAME]

        Shows the next hint of an exercise, each more than the one before. How many you
        have seen is kept with your answers.

          --level N                this one, without those before it
          --all                    those that you have seen, once more

        """ + ExerciseHelp.options

    var course: String?
    var operand: String?
    var level: Int?
    var showsAll = false

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--level": level = try reader.number(of: name, value)
        case "--all": showsAll = true
        default: return false
        }
        return true
    }

    func perform() throws(CommandError) -> Int32 {
        let style = Screen.detect().style
        let study = try Study(course: course, .readWrite)
        let exercise = try study.exercise(operand: operand)
        let body = try study.body(of: exercise)
        let page = ExercisePage(exercise, study, style)
        let id = "\(exercise.id)"
        let numbers: [Int]
        if showsAll {
            let seen = try study.progress { (store) throws(ProgressError) in
                try store.hintLevel(of: id, course: study.outline.id)
            }
            if seen == 0 { return try StandardOutput.print("You have seen no hint of \(exercise.number) yet.\n") }
            numbers = Array(1...min(seen, body.hints.count))
        } else if let level {
            guard level <= body.hints.count else {
                throw .badValue(
                    option: "--level", value: "\(level)", expected: "a whole number from 1 to \(body.hints.count)")
            }
            try study.progress { (store) throws(ProgressError) in
                try store.noteHint(level, of: id, course: study.outline.id, at: .now)
            }
            numbers = [level]
        } else {
            numbers = [try study.nextHint(of: exercise, body)]
        }
        var rows = page.heading
        for number in numbers { rows += [StyledText()] + page.hint(number, of: body) }
        let more = (numbers.last ?? 0) < body.hints.count ? "looplab hint  shows more; " : ""
        rows += [StyledText(), StyledText(" \(more)looplab check \(exercise.number)  takes your answer.")]
        try show(rows, style)
        return 0
    }
}

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

/// `looplab reset`: begins an exercise anew, and keeps what was there.
struct ResetCommand: ExerciseCommand, Equatable {
    static let name = "reset"
    static let synopsis = (operands: "[NAME]", summary: "begin its file anew; a copy is kept")
    static let help =
        """
        usage: looplab reset [OPTIONS] [NAME]

        Puts the file of an exercise back to what it was at first. What you had written
        is kept in .looplab/kept, and your answers stay in your progress.

          --undo                   bring the last copy back

        """ + ExerciseHelp.options

    var course: String?
    var operand: String?
    var isUndo = false

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        guard name == "--undo" else { return false }
        isUndo = true
        return true
    }

    func perform() throws(CommandError) -> Int32 {
        let study = try Study(course: course, .readWrite)
        let workspace = try study.folder()
        let exercise = try study.exercise(operand: operand)
        let body = try study.body(of: exercise)
        let file = ExerciseFile(study: study, exercise: exercise, body: body)
        let text = try isUndo ? nil : file.initialText()
        let message: String
        do throws(WorkspaceError) {
            if let text {
                let copy = try workspace.reset(file.name, to: text)
                message =
                    copy.map { "\(file.name) is as it was at first; your version is in \($0)" }
                    ?? "\(file.name) is as it was at first."
            } else {
                let copy = try workspace.undoReset(file.name, of: exercise.number)
                message = "\(file.name) has what was in \(copy) again."
            }
        } catch {
            throw .study(.workspace(error))
        }
        if !isUndo {
            try study.progress { (store) throws(ProgressError) in
                try store.resetState(of: "\(exercise.id)", course: study.outline.id, at: .now)
            }
        }
        return try StandardOutput.print(message + "\n")
    }
}
