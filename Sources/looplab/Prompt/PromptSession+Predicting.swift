// SPDX-License-Identifier: MIT
internal import Grading
internal import HostRuntime
internal import Markup
internal import Tracing

// `.predict`: the learner puts the output of a program in order.
extension PromptSession {
    /// Asks for the order of the last input's output, or of a file's.
    func predict(_ path: String) -> Step {
        do throws(CommandError) {
            let runner = try runner(of: path)
            guard let runner else {
                output.print("Nothing was entered yet. Enter some code, or give a file: .predict FILE\n")
                return .next
            }
            return try converse(runner)
        } catch {
            output.print(ErrorText.text(of: error) + "\n")
            return .next
        }
    }

    private func runner(of path: String) throws(CommandError) -> ThreadRunner? {
        if path.isEmpty {
            guard let last = inputs.last else { return nil }
            let start = ProgramStart(.text(last, name: "the input"), name: "the input", profile: options.profile)
            return ThreadRunner(start: start)
        }
        do throws(RuntimeError) {
            let name = String(path.split(separator: "/").last ?? "program")
            let start = ProgramStart(
                try .file(at: path), name: name, profile: options.profile, arguments: [SourceFile.absolute(path)])
            return ThreadRunner(start: start)
        } catch {
            throw .runtime(error)
        }
    }

    private func converse(_ runner: ThreadRunner) throws(CommandError) -> Step {
        var dialogue = PredictionDialogue(
            try checked(runner) { () throws(PredictionError) in try PredictionJudge(runner) }, viewStyle)
        show(dialogue.opening)
        while true {
            let result = reader.readLine(prompt: dialogue.question, remember: false, continuation: { _ in nil })
            guard case .line(let line) = result else {
                runtime.resume()
                return .next
            }
            let reply = try checked(runner) { () throws(PredictionError) in try dialogue.take(line) }
            show(reply.rows)
            switch reply.step {
            case .ask: continue
            case .step(let trace, let position):
                let step = show(SessionRecording.Result(ending: .exited(code: 0), trace: trace, eventsBefore: position))
                if step != .next { return step }
            case .end: return .next
            }
        }
    }

    private func checked<Value>(
        _ runner: ThreadRunner, _ body: () throws(PredictionError) -> Value
    ) throws(CommandError) -> Value {
        do throws(PredictionError) {
            return try body()
        } catch {
            throw .prediction(error, program: runner.start.name)
        }
    }

    private func show(_ rows: [StyledText]) {
        let style = viewStyle
        output.print(rows.map { style.rendered($0) + "\n" }.joined())
    }
}
