// SPDX-License-Identifier: MIT
internal import Glibc
internal import Grading
internal import HostRuntime
internal import Markup

/// The one place that words errors for people and gives exit codes.
///
/// Exit codes: 0 ok, 1 checks failed, 2 usage, 3 infrastructure; `run` gives the program's own code, or 124 when its
/// time was over, 130 when it was interrupted, 134 when it needed too much memory.
enum ErrorText {
    /// Writes an error to standard error, as one line that begins with the program's name.
    static func report(_ error: CommandError) {
        write(text(of: error))
    }

    /// Writes why a program was stopped; nothing when it ended by itself.
    static func report(_ ending: RunEnding) {
        if let text = text(of: ending) { write(text) }
    }

    /// Says on standard error what was written and what to do with it.
    static func reportWritten(_ path: String, events: Int, nextStep: String) {
        write("wrote \(path) (\(events) events); \(nextStep)")
    }

    /// The exit code for an error.
    static func exitCode(of error: CommandError) -> Int32 {
        switch error {
        case .runtime(.unreadable), .runtime(.isDirectory), .runtime(.notUTF8), .runtime(.tooLarge): 2
        case .runtime, .outputFailed, .fileNotWritten: 3
        case .replay(let failure): exitCode(of: failure)
        case .prediction(let error, _): exitCode(of: error)
        case .course(.checksFailed): 3
        case .study(let error): exitCode(of: error)
        case .progress(let error): exitCode(of: error)
        case .grading(let error): exitCode(of: error)
        case .gradebook(let error): exitCode(of: error)
        case .report(let error): exitCode(of: error)
        default: 2
        }
    }

    /// The exit code of `run`.
    static func exitCode(of ending: RunEnding) -> Int32 {
        switch ending {
        case .exited(let code): code & 0xFF
        case .timedOut, .stuck: 124
        case .interrupted: 130
        case .heapLimit: 134
        case .outputFailed, .clockExhausted: 3
        case .recordedEnough: 0
        case .signalled(let signal): 128 + signal
        }
    }

    static func text(of error: CommandError) -> String {
        switch error {
        case .unknownCommand(let name): "there is no command '\(name)'; looplab --help lists them"
        case .unknownOption(let name, "looplab"): "there is no option '\(name)'; looplab --help lists them"
        case .unknownOption(let name, let command):
            "\(command) has no option '\(name)'; looplab \(command) --help lists them"
        case .unexpectedOperand(let word): "did not expect '\(word)'; looplab --help shows the use"
        case .missingValue(let option): "the option \(option) needs a value"
        case .badValue(let option, let value, let expected): "\(option) cannot be '\(value)': it takes \(expected)"
        case .missingProgram: "run what? Give a file, '-' for standard input, or -e CODE"
        case .missingLine: "why which line? Give its number after the file, or a text that occurs in it"
        case .missingPrediction: "explain needs what you expect: --predicted a,b,c"
        case .noSuchLine(let words, let count): text(missing: words, count)
        case .ambiguousLine(let words, let lines): text(ambiguous: words, lines)
        case .runtime(let error): text(of: error)
        case .outputFailed(let number): "cannot write to standard output: \(reason(number))"
        case .fileNotWritten(let path, let number): "cannot write \(path): \(reason(number))"
        case .trace(let error, let path): text(of: error, path: path)
        case .recordedAlready(let option, let path):
            "\(path) is a trace, which was recorded already: \(option) has no effect on it; leave it out"
        case .missingToken: "replay what? Give a token, or '-' for one on standard input"
        case .token(let error): text(of: error)
        case .notShareable(let refusal): text(of: refusal)
        case .replay(let failure): text(of: failure)
        case .missingAnswer:
            "the program comes from standard input, so the answer cannot: give it with --answer"
        case .unreadableOrder(let sentence): sentence
        case .answerWithoutSeed: "an answer needs the puzzle that it is for: give its --level and --seed"
        case .prediction(let error, let program): text(of: error, program: program)
        case .course(let error): text(of: error)
        case .study(let error): text(of: error)
        case .unknownAction(let word, let command, let known):
            "\(command) cannot '\(word)': it takes \(known.joined(separator: ", ")), or nothing"
        case .misplacedOption(let option, let place): "\(option) belongs to \(place); leave it out here"
        case .missingImport: "import what? Give exports or progress files, or '-' for an export on standard input"
        case .progress(let error): text(of: error)
        case .grading(let error): text(of: error)
        case .gradebook(let error): text(of: error)
        case .feedback(let error): text(of: error)
        case .classroom(let error): text(of: error)
        case .report(let error): text(of: error)
        case .missingFormat:
            "--out - needs --format: one of \(TraceExport.list(prefix: ""))"
        }
    }

    private static func text(missing words: String, _ count: Int) -> String {
        let lines = count == 1 ? "1 line" : "\(count) lines"
        return count == 0
            ? "there is no line '\(words)': the program printed nothing"
            : "there is no line '\(words)': the program printed \(lines); give a number from 1 to \(count), or a text"
    }

    private static func text(ambiguous words: String, _ lines: [NumberedLine]) -> String {
        let limit = 20
        let listed = lines.prefix(limit).map { "\n  \($0.number)  \($0.text)" }.joined()
        let rest = lines.count > limit ? "\n  and \(lines.count - limit) more" : ""
        return "'\(words)' occurs in \(lines.count) lines; say which by its number:" + listed + rest
    }

    /// The text for a history that cannot be read or kept.
    static func text(of problem: HistoryProblem) -> String {
        switch problem {
        case .unreadable(let path, let number):
            "The history in \(path) cannot be read (\(reason(number))); this session begins without one."
        case .unwritable(let path, let number):
            "The history cannot be kept in \(path) (\(reason(number))); this session goes on without."
        }
    }

    /// Writes what the step view says beside its steps.
    static func report(_ notice: StepNotice) {
        switch notice {
        case .noTerminal: write("there is no terminal here, so the steps follow as text (--plain)")
        case .plainTerminal(let name):
            write("the terminal '\(name)' cannot show a full screen, so the steps follow as text (--plain)")
        case .stepsAreOver(let count): write("there are \(count) steps; --from takes a number up to that")
        }
    }

    static func text(of error: RuntimeError) -> String {
        switch error {
        case .engine(let text): "the JavaScript engine did not start: \(text)"
        case .outOfMemory: "there is not enough memory to start the JavaScript engine"
        case .noDescriptor: "the system gave no file descriptor for the event loop"
        case .unreadable(let path, let number): "cannot read \(path): \(reason(number))"
        case .isDirectory(let path): "cannot run \(path): it is a directory; give a file in it"
        case .tooLarge(let path, let limit):
            "cannot run \(path): it has more than \(limit >> 20) MiB, or no end"
        case .notUTF8(let path, let offset, let line):
            "\(path):\(line): the file is not UTF-8 (first at byte \(offset)); save it as UTF-8"
        }
    }

    /// How a run ended that was stopped or gave an exit code, in a few words; empty if by itself with code 0.
    static func words(for ending: RunEnding) -> String {
        switch ending {
        case .exited(0): ""
        case .exited(let code): "exit code \(code)"
        default: text(of: ending) ?? "interrupted"
        }
    }

    private static func text(of ending: RunEnding) -> String? {
        switch ending {
        case .exited, .interrupted, .signalled: nil
        case .timedOut: "stopped: the program ran longer than --timeout allows"
        case .heapLimit(let bytes):
            "stopped: the program needed more than \(bytes >> 20) MiB of memory; --max-heap sets another limit"
        case .outputFailed(let number): "stopped: cannot write the program's output: \(reason(number))"
        case .stuck:
            "stopped: nothing can happen any more, for what is left waits for messages that nobody can send"
        case .recordedEnough(let events): "stopped after \(events) recorded events; --events sets another limit"
        case .clockExhausted: "stopped: virtual time reached 100 years; nothing in the program ends it"
        }
    }

    static func reason(_ number: Int32) -> String {
        String(cString: strerror(number))
    }

    static func write(_ text: String) {
        let text = TerminalText.escaped(text)
        StandardError.print("looplab: \(isatty(STDERR_FILENO) == 1 ? TerminalText.isolated(text) : text)\n")
    }
}
