// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import HostRuntime
internal import Markup
internal import Scheduling

// The dot commands.
extension PromptSession {
    /// Does what a dot command asks.
    func perform(_ command: DotCommand) -> Step {
        switch command.name {
        case .help: output.print(DotCommand.help)
        case .queues: output.print(QueueView(runtime, columns: terminal.columns, isUTF8: terminal.isUTF8).text)
        case .type:
            describeType(command.argument)
            return runtime.ending.map(step(after:)) ?? .next
        case .trace: trace(command.argument)
        case .stats: output.print(statistics())
        case .why: output.print(explanation(of: command.argument))
        case .clock: return clock(command.argument)
        case .load: return load(command.argument)
        case .step: return stepThrough(command.argument)
        case .save: save(command.argument)
        case .editor: return editor()
        case .clear:
            output.print("A fresh scope: variables and timers are gone.\n")
            return .restart(clock)
        case .lesson: openLesson(command.argument)
        case .next: lessonCommand(.next)
        case .back: lessonCommand(.back)
        case .run: lessonCommand(.run)
        case .skip: lessonCommand(.skip)
        case .quit: closeLesson()
        case .predict: return predict(command.argument)
        case .exit: return .leave(0)
        case nil: output.print("There is no command \(TerminalText.escaped(command.word)); .help lists them.\n")
        }
        return .next
    }

    private func trace(_ argument: String) {
        switch argument {
        case "", "all": output.print(timeline(isUnfolded: argument == "all"))
        case "on":
            do throws(RuntimeError) {
                try runtime.record(into: Self.makeCollector())
            } catch {
                output.print(ErrorText.text(of: .runtime(error)) + "\n")
            }
        case "off": runtime.stopRecording()
        default: output.print(".trace takes all, on or off, or nothing\n")
        }
    }

    private func describeType(_ expression: String) {
        if expression.isEmpty {
            output.print("What of? Give an expression: .type Promise.resolve(1)\n")
        } else if let text = runtime.describeType(of: expression) {
            output.print(text + "\n")
        }
    }

    private func clock(_ argument: String) -> Step {
        switch argument {
        case "":
            let now = Double(runtime.loop.clock.now()) / 1e6
            let kind = clock == .virtual ? "virtual; it stands at" : "system; since the start"
            output.print("clock: \(kind) \(milliseconds(now))\n")
        case "system", "virtual":
            let kind: ClockKind = argument == "virtual" ? .virtual : .system
            if kind == clock { return .next }
            output.print("A fresh scope on the \(argument) clock.\n")
            if kind == .virtual { output.print("Time stands still until you say .clock 500ms or await something.\n") }
            return .restart(kind)
        default:
            return advance(argument)
        }
        return .next
    }

    private func advance(_ argument: String) -> Step {
        guard let duration = try? Quantity.nanoseconds(argument, option: ".clock") else {
            output.print(".clock takes system, virtual, or a duration such as 500ms or 2s\n")
            return .next
        }
        guard clock == .virtual else {
            output.print("The system clock cannot be moved. .clock virtual begins afresh on one that can.\n")
            return .next
        }
        let result = runtime.loop.advance(to: runtime.loop.clock.now() + duration)
        if result == .stopped {
            runtime.noteStopAtPrompt()
            let next = runtime.ending.map(step(after:)) ?? .next
            if next != .next { return next }
        }
        output.print("clock: \(milliseconds(Double(runtime.loop.clock.now()) / 1e6))\n")
        return .next
    }

    private func milliseconds(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) ms" : "\(tenths / 10).\(tenths % 10) ms"
    }

    private func load(_ path: String) -> Step {
        guard !path.isEmpty else {
            output.print("Which file? .load FILE\n")
            return .next
        }
        do throws(RuntimeError) {
            let text = try SourceFile.text(at: path)
            // A file is JavaScript from its first character: a dot in it is no command.
            inputs.append(text)
            evaluate(text)
            return runtime.ending.map(step(after:)) ?? .next
        } catch {
            output.print(ErrorText.text(of: .runtime(error)) + "\n")
            return .next
        }
    }

    private func save(_ path: String) {
        guard !path.isEmpty else {
            output.print("To which file? .save FILE\n")
            return
        }
        let text = inputs.map { $0 + "\n" }.joined()
        let failure = SourceFile.write(text, to: path)
        if failure == 0 {
            let count = "\(CountedNoun.text(inputs.count, "input"))"
            output.print("Saved \(count) to \(TerminalText.escaped(path))\n")
        } else {
            output.print("cannot write \(TerminalText.escaped(path)): \(String(cString: strerror(failure)))\n")
        }
    }

    private func editor() -> Step {
        output.print("// Several lines; Ctrl-D on an empty line evaluates them, Ctrl-C drops them\n")
        var lines: [String] = []
        while true {
            switch reader.readLine(prompt: "", remember: false, continuation: { _ in nil }) {
            case .line(let line): lines.append(line)
            case .interrupted:
                runtime.resume()
                return .next
            case .endOfInput:
                return take(lines.joined(separator: "\n"))
            }
        }
    }
}
