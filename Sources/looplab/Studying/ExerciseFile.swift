// SPDX-License-Identifier: MIT
internal import Coursework
internal import Grading
internal import HostRuntime
internal import Markup

/// The file in which a learner works on an exercise, and what stands in it at first.
struct ExerciseFile {
    let study: Study
    let exercise: Exercise
    let body: ExerciseBody

    /// Its path from the folder.
    var name: String { Workspace.file(of: exercise, name: task?.starter.name) }

    private var task: CodeTask? {
        switch body.content {
        case .fix(let task), .implement(let task): task
        default: nil
        }
    }

    /// What it holds at first: the starter, or the task as a comment with room for an answer below it.
    func initialText() throws(CommandError) -> String {
        if let task { return task.starter.text }
        let rows = try taskRows(TerminalStyle(columns: 78))
        let head = ["Exercise \(exercise.number)  \(exercise.title)", ""]
        let lines = (head + rows.map(\.text) + ["", "Write your answer below and save."]).map { line in
            line.isEmpty ? "#" : "# \(line)"
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// What is asked, without the heading.
    func taskRows(_ style: TerminalStyle) throws(CommandError) -> [StyledText] {
        let page = ExercisePage(exercise, study, style)
        let rows = page.prompt(body)
        switch body.content {
        case .predict(let program):
            let judge = try ExerciseJudge(study: study, exercise: exercise, body: body, page: page)
                .predictionJudge(program)
            let text = PredictionText(style)
            return rows + [StyledText()] + text.program(judge.key.usual.trace) + [StyledText()]
                + text.lines(judge.labels)
        case .choose(let quiz): return rows + [StyledText()] + page.question(quiz)
        case .compute(let question): return rows + [StyledText()] + page.question(question)
        case .fix, .implement: return rows
        }
    }

    /// Whether nobody has worked on a file with this text yet; an editor may empty it before it writes it.
    func isUntouched(_ text: String) -> Bool {
        text == task?.starter.text || answer(in: text).allSatisfy(\.isWhitespace)
    }

    /// The answer in a file's text: what is no comment; of a program, all of it.
    func answer(in text: String) -> String {
        if task != nil { return text }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    }
}

extension Exercise {
    /// Whether its answer is a few words; else it is a program.
    var isPuzzle: Bool { kind != .fix && kind != .implement }
}
