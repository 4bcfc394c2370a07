// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import Markup
internal import YAMLFields

/// A puzzle at a terminal: shows it, takes answers until one is right or the learner leaves, and keeps each of them.
struct PuzzleDialogue {
    let study: Study
    let exercise: Exercise
    let body: ExerciseBody
    let screen: Screen
    let terminal: TerminalInfo

    private var page: ExercisePage { ExercisePage(exercise, study, screen.style) }

    /// Runs it; gives whether it was passed.
    func run() throws(CommandError) -> Bool {
        try show([StyledText()] + page.heading + [StyledText()] + page.prompt(body) + [StyledText()])
        switch body.content {
        case .predict(let program): return try predict(program)
        case .choose(let quiz):
            try show(page.question(quiz) + [StyledText()])
            return try ask(" Your answer (letter):  ")
        case .compute(let question):
            try show(page.question(question) + [StyledText()])
            return try ask(question.unit.map { " Your answer (\($0)):  " } ?? " Your answer:  ")
        case .fix, .implement: return false
        }
    }

    private func predict(_ program: CourseProgram) throws(CommandError) -> Bool {
        let judge = try ExerciseJudge(study: study, exercise: exercise, body: body, page: page)
            .predictionJudge(program)
        var session = PredictionSession(
            runner: try study.runner(of: program), name: program.place.file, screen: screen,
            terminal: terminal)
        session.keep = { (result) throws(CommandError) in try study.record(result, to: exercise, body) }
        return try session.converse(judge) == 0
    }

    private func ask(_ question: String) throws(CommandError) -> Bool {
        let judge = ExerciseJudge(study: study, exercise: exercise, body: body, page: page)
        let lines = TypedLines(showsPrompts: true)
        while let line = lines.next(question) {
            switch line.trimmed.lowercased() {
            case "q", "quit", ".quit": return false
            case "h",
                "hint" where page.exercise.kind == .compute || line.trimmed.count > 1:
                try hint()
            default:
                do throws(CommandError) {
                    let result = try judge.judge(line)
                    try study.record(result, to: exercise, body)
                    try show([StyledText()] + page.rows(of: result, body) + [StyledText()])
                    if result.hasPassed { return true }
                } catch .study(.unreadableAnswer(let sentence)) {
                    try show([StyledText(" " + screen.style.shown(sentence))])
                }
            }
        }
        return false
    }

    private func hint() throws(CommandError) {
        let number = try study.nextHint(of: exercise, body)
        try show([StyledText()] + page.hint(number, of: body) + [StyledText()])
    }

    private func show(_ rows: [StyledText]) throws(CommandError) {
        _ = try StandardOutput.print(rows.map { screen.style.rendered($0) + "\n" }.joined())
    }
}

extension StringProtocol {
    /// Without spaces and line ends around it.
    var trimmed: String {
        let tail = drop(while: \.isWhitespace)
        return String(tail.reversed().drop(while: \.isWhitespace).reversed())
    }
}
