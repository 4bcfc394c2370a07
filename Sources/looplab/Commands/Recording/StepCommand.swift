// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Tracing

/// `looplab step`: goes through a recorded run, forwards and backwards.
struct StepCommand: RecordingCommand, Equatable {
    static let name = "step"
    static let synopsis = (operands: "FILE", summary: "step through a run, forth and back")
    static let help =
        """
        usage: looplab step [OPTIONS] FILE [-- ARGS]

        Runs a program, records each statement, and shows it full screen: the source,
        the call stack with its variables, every queue, the output. Arrow keys step
        forth and back; ? shows all keys. FILE may be a trace of trace --out x.jsonl.

          --plain                  the steps as text, one line each, for screen readers
                                   and pipes; so it is anyway where there is no terminal
          --from N, --to N         with --plain: only these steps
          --color auto|always|never

        """ + RecordingOptions.help

    /// After how many events a recording ends unless `--events` says otherwise.
    static let eventBudget: UInt64 = 100_000

    var recording = RecordingOptions()
    var isPlain = false
    var first = 1
    var last = Int.max
    var color = ColorChoice.automatic

    static let passesArguments = true

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        switch name {
        case "--plain": isPlain = true
        case "--from": first = try reader.number(of: name, value)
        case "--to": last = try reader.number(of: name, value)
        case "--color": color = try ColorChoice(option: reader.value(of: name, value))
        default: return false
        }
        return true
    }

    func perform() throws(CommandError) -> Int32 {
        let terminal = TerminalInfo.detect()
        return try show(recording.trace(level: .steps, eventBudget: Self.eventBudget), on: terminal)
    }

    /// Opens the step view of a trace, or tells its steps where that is wanted or all that can be done.
    func show(
        _ trace: Trace, behind count: Int = 0, on terminal: TerminalInfo
    ) throws(CommandError) -> Int32 {
        if isPlain { return try tell(trace) }
        guard terminal.supportsEditing else {
            ErrorText.report(terminal.isTerminal ? StepNotice.plainTerminal(terminal.name) : .noTerminal)
            return try tell(trace)
        }
        var interaction = StepInteraction(trace)
        if count > 0 { interaction.start(behind: count) }
        var session = StepSession(
            interaction: interaction, isUTF8: terminal.isUTF8,
            usesColor: ProcessEnvironment.color(color) != .never)
        switch session.run() {
        case .left: return 0
        case .signal(let signal): return 128 + signal
        case .impossible:
            ErrorText.report(StepNotice.plainTerminal(terminal.name))
            return try tell(trace)
        }
    }

    private func tell(_ trace: Trace) throws(CommandError) -> Int32 {
        let narration = StepNarration(trace)
        var text = ""
        var failure: CommandError?
        if first <= last {
            narration.tell(first...last) { line in
                text += line
                if text.utf8.count > 1 << 16, failure == nil { failure = Self.flush(&text) }
            }
        }
        if failure == nil { failure = Self.flush(&text) }
        if let failure { throw failure }
        if first > narration.count { ErrorText.report(StepNotice.stepsAreOver(count: narration.count)) }
        return 0
    }

    private static func flush(_ text: inout String) -> CommandError? {
        defer { text = "" }
        do throws(CommandError) {
            _ = try StandardOutput.print(text)
            return nil
        } catch {
            return error
        }
    }
}

/// What the step view says beside its steps.
enum StepNotice: Equatable {
    /// Standard input or output is no terminal.
    case noTerminal
    /// The terminal of this name cannot show a full screen.
    case plainTerminal(String)
    /// `--from` lies behind the last step.
    case stepsAreOver(count: Int)
}
