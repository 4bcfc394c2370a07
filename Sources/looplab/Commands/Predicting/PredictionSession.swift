// SPDX-License-Identifier: MIT
internal import Glibc
internal import Grading
internal import HostRuntime
internal import Markup
internal import Tracing

/// One program whose order is predicted at a terminal, by an option or through a pipe.
struct PredictionSession<Runner: ProgramRunner> {
    let runner: Runner
    /// What messages call the program.
    let name: String
    let screen: Screen
    let terminal: TerminalInfo
    /// The program, where it was generated.
    var puzzle: Puzzle?
    /// Keeps an answer that was judged, before anything is said about it.
    var keep: (AnswerResult) throws(CommandError) -> Void = { (_) throws(CommandError) in }

    /// Takes the answer from the option, from a pipe, or in a dialogue, and gives the exit code.
    func perform(answer: String?, isJSON: Bool) throws(CommandError) -> Int32 {
        let typed = answer ?? (terminal.isTerminal || isJSON ? nil : TypedLines(showsPrompts: false).rest())
        do throws(CommandError) {
            let judge = try Self.checked(name) { () throws(PredictionError) in try PredictionJudge(runner) }
            if let typed { return try compare(typed, judge, isJSON: isJSON) }
            if isJSON {
                return try StandardOutput.print(PredictionJSON.question(judge.labels, judge.key, puzzle: puzzle))
            }
            return try converse(judge)
        } catch .prediction(.interrupted(let signal), _) {
            // Nothing is said: whoever presses Ctrl-C knows.
            return 128 + signal
        }
    }

    private func compare(
        _ text: String, _ judge: PredictionJudge<Runner>, isJSON: Bool
    ) throws(CommandError) -> Int32 {
        var judge = judge
        let answer = PredictionAnswer(text, judge.labels)
        if let problem = answer.problems.first {
            throw .unreadableOrder(PredictionText.sentence(problem, judge.labels))
        }
        let verdict = try Self.checked(name) { () throws(PredictionError) in try judge.judge(answer.lines) }
        let rows = PredictionText(screen.style).verdict(verdict)
        try keep(AnswerResult(verdict))
        _ = try StandardOutput.print(isJSON ? PredictionJSON.verdict(verdict) : rendered(rows))
        return verdict.judgement == .right ? 0 : 1
    }

    /// Asks until an order is right or somebody leaves, and gives the exit code.
    func converse(_ judge: PredictionJudge<Runner>) throws(CommandError) -> Int32 {
        var dialogue = PredictionDialogue(judge, screen.style)
        let lines = TypedLines(showsPrompts: true)
        _ = try StandardOutput.print(rendered(heading + dialogue.opening))
        while let line = lines.next(dialogue.question) {
            let count = dialogue.verdicts.count
            let reply = try Self.checked(name) { () throws(PredictionError) in try dialogue.take(line) }
            if dialogue.verdicts.count > count, let verdict = dialogue.verdicts.last {
                var result = AnswerResult(verdict)
                result.hints = dialogue.hintCount
                try keep(result)
            }
            _ = try StandardOutput.print(rendered(reply.rows))
            switch reply.step {
            case .ask: continue
            case .step(let trace, let position):
                _ = try StepCommand().show(trace, behind: position, on: terminal)
            case .end(let outcome): return outcome == .right ? 0 : 1
            }
        }
        _ = try StandardOutput.print("\n")
        return 1
    }

    private var heading: [StyledText] {
        guard let puzzle else { return [] }
        let text = PredictionText(screen.style)
        return text.paragraph("Puzzle \(puzzle.level).\(puzzle.seed)   ", Self.list(puzzle.concepts)) + [StyledText()]
    }

    private static func list(_ concepts: [PuzzleConcept]) -> String {
        "concepts: " + concepts.map(\.rawValue).joined(separator: ", ")
    }

    private func rendered(_ rows: [StyledText]) -> String {
        rows.map { screen.style.rendered($0) + "\n" }.joined()
    }

    /// Does what may fail for a reason of the program that is called so.
    static func checked<Result>(
        _ program: String, _ body: () throws(PredictionError) -> Result
    ) throws(CommandError) -> Result {
        do throws(PredictionError) {
            return try body()
        } catch {
            throw .prediction(error, program: program)
        }
    }
}

extension PredictionSession where Runner == EngineRunner {
    /// A runner of a program in this process, with the engine started and the signals of a run blocked.
    static func engineRunner(
        _ entry: Entry, name: String, _ recording: RecordingOptions
    ) throws(CommandError) -> EngineRunner {
        Watchdog.blockSignals(RecordingOptions.signals)
        try EngineStart.startEngine()
        var runner = EngineRunner(
            entry, name: name, recording.runtimeOptions(), signals: RecordingOptions.signals)
        runner.timeout = recording.timeout
        if let budget = recording.eventBudget { runner.eventBudget = budget }
        return runner
    }
}
