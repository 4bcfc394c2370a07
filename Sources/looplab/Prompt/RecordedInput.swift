// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import Markup
internal import Tracing

/// The record of a prompt's last input, for the commands that show it.
enum RecordedInput {
    /// What it did and what it started, so far.
    case trace(Trace)
    /// There is none, for a reason in words.
    case none(String)

    /// Looks at a session's record; `command` is the word that asks.
    init(_ session: PromptSession, for command: String) {
        if session.inputName.isEmpty {
            self = .none("Nothing has run yet. Type some JavaScript, then \(command) shows what it did.\n")
            return
        }
        let name = session.inputName
        guard let trace = session.runtime.recordSoFar(name: name, source: name) else {
            self = .none("Nothing is recorded; .trace on begins.\n")
            return
        }
        let part = trace.part(after: session.eventBeforeInput)
        self =
            part.events.isEmpty
            ? .none("The last input was not recorded. Type another, then \(command) shows what it did.\n")
            : .trace(part)
    }
}

extension PromptSession {
    /// How views are written now: the window may have another size than at the start.
    var viewStyle: TerminalStyle {
        let color = ProcessEnvironment.color(options.color)
        let hasColor = color == .always || color == .onTerminals && terminal.isTerminal
        let columns = terminal.isTerminal ? TerminalInfo.size(of: STDOUT_FILENO).columns : 80
        return TerminalStyle(columns: columns, isUTF8: terminal.isUTF8, hasColor: hasColor)
    }

    /// What `.trace` shows: the timeline of the last input.
    func timeline(isUnfolded: Bool) -> String {
        switch RecordedInput(self, for: ".trace") {
        case .none(let reason): return reason
        case .trace(let trace):
            var options = Timeline.Options(viewStyle, isUnfolded: isUnfolded)
            options.entryName = "the input"
            options.foldHint = "Repetition is folded; .trace all shows every row."
            return Timeline(trace, options).text
        }
    }

    /// What `.stats` shows: the last input in numbers.
    func statistics() -> String {
        switch RecordedInput(self, for: ".stats") {
        case .none(let reason): reason
        case .trace(let trace): StatisticsReport(trace, viewStyle).text
        }
    }

    /// What `.why` shows: what led to a line that the last input printed; the last one where nothing is given.
    func explanation(of words: String) -> String {
        switch RecordedInput(self, for: ".why") {
        case .none(let reason): return reason
        case .trace(let trace):
            let lines = trace.outputLines()
            guard let last = lines.last else {
                return "The last input has printed nothing so far; .trace shows what it did.\n"
            }
            do throws(CommandError) {
                let line = words.isEmpty ? last : try LineChoice(words).line(of: trace)
                let why = Why(TraceIndex(trace), entryName: "the input")
                return ExplanationText(why, viewStyle).why(line)
            } catch {
                return TerminalText.escaped(ErrorText.text(of: error)) + "\n"
            }
        }
    }
}
