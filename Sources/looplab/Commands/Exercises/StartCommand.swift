// SPDX-License-Identifier: MIT
internal import Coursework
internal import Markup
internal import Progress

/// `looplab start`: shows an exercise and makes it the one that is worked on.
struct StartCommand: ExerciseCommand, Equatable {
    static let name = "start"
    static let synopsis = (operands: "[NAME]", summary: "begin an exercise")
    static let help =
        """
        usage: looplab start [OPTIONS] [NAME]

        Shows what an exercise asks. A puzzle is answered on the spot; a program to
        write or to mend gets its file in the folder that looplab init made. Without a
        name, the next exercise that you have not passed.


        """ + ExerciseHelp.options

    var course: String?
    var operand: String?

    func perform() throws(CommandError) -> Int32 {
        let (screen, terminal) = (Screen.detect(), TerminalInfo.detect())
        let study = try Study(course: course, .readWrite)
        let chosen: Exercise?
        if let operand { chosen = try study.exercise(operand: operand) } else { chosen = try study.next() }
        guard let exercise = chosen else { return try StandardOutput.print(Study.everythingIsPassed) }
        let body = try study.body(of: exercise)
        try study.begin(exercise)
        switch body.content {
        case .fix, .implement: return try open(exercise, body, study, screen.style)
        case .predict, .choose, .compute:
            let dialogue = PuzzleDialogue(
                study: study, exercise: exercise, body: body, screen: screen, terminal: terminal)
            guard terminal.isTerminal else { return try tell(exercise, body, study, screen.style) }
            let hasPassed = try dialogue.run()
            let step = try study.nextStep(after: exercise, hasPassed: hasPassed)
            try show([StyledText(), StyledText(" " + screen.style.shown(step))], screen.style)
            return 0
        }
    }

    /// A program: its file and how to go on.
    private func open(
        _ exercise: Exercise, _ body: ExerciseBody, _ study: Study, _ style: TerminalStyle
    ) throws(CommandError) -> Int32 {
        let page = ExercisePage(exercise, study, style)
        let file = ExerciseFile(study: study, exercise: exercise, body: body)
        var steps: [String]
        if let workspace = study.workspace {
            if !workspace.has(file.name) {
                let text = try file.initialText()
                do throws(WorkspaceError) {
                    try workspace.write(text, to: file.name)
                } catch {
                    throw .study(.workspace(error))
                }
            }
            steps = ["Write it in  \(workspace.path(of: file.name))", "Then:  looplab check \(exercise.number)"]
        } else {
            steps = ["looplab init  makes a folder with a file for it; then  looplab watch  checks it on each save."]
        }
        let rows = page.heading + [StyledText()] + page.prompt(body) + [StyledText()]
        try show(rows + steps.map { StyledText(" " + style.shown($0)) }, style)
        return 0
    }

    /// A puzzle where nobody can type.
    private func tell(
        _ exercise: Exercise, _ body: ExerciseBody, _ study: Study, _ style: TerminalStyle
    ) throws(CommandError) -> Int32 {
        let text = try ExerciseFile(study: study, exercise: exercise, body: body).initialText()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let page = lines.dropLast(3).map { $0.dropFirst($0.hasPrefix("# ") ? 2 : 1) }.joined(separator: "\n")
        let step = "Answer with:  looplab check \(exercise.number) --answer '…'"
        return try StandardOutput.print("\(page)\n\(style.shown(step))\n")
    }
}

/// `looplab next`: what to do now.
struct NextCommand: ExerciseCommand, Equatable {
    static let name = "next"
    static let synopsis = (operands: "", summary: "the next exercise, in one line")
    static let help =
        """
        usage: looplab next [--course DIR]

        Names the next exercise in the order of the course that you have not passed.

        """

    var course: String?
    var operand: String?

    mutating func take(operand: String) throws(CommandError) { throw .unexpectedOperand(operand) }

    func perform() throws(CommandError) -> Int32 {
        let study = try Study(course: course, .readOnly)
        var next = try study.next(after: study.workspace?.current)
        if next == nil { next = try study.next() }
        guard let exercise = next else { return try StandardOutput.print(Study.everythingIsPassed) }
        let minutes = exercise.minutes == 1 ? "1 minute" : "\(exercise.minutes) minutes"
        return try StandardOutput.print(
            "\(exercise.number)  \(exercise.title) (\(exercise.kind.rawValue), \(minutes))\n"
                + "looplab start \(exercise.number)\n")
    }
}
