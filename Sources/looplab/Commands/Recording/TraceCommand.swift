// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Tracing

/// `looplab trace`: what a program's run looks like.
struct TraceCommand: Subcommand, Equatable {
    static let name = "trace"
    static let synopsis = (operands: "FILE", summary: "record a run and show it")
    static let help =
        """
        usage: looplab trace [OPTIONS] FILE [-- ARGS]

        Runs a program, records what enters and leaves the queues, and shows it.

          --plain                  one line for each event
          --level queues|full|steps

        """ + RecordingOptions.help

    var recording = RecordingOptions()
    var isPlain = false
    var level = TraceLevel.full

    static func read(_ reader: inout WordReader) throws(CommandError) -> TraceCommand? {
        var command = TraceCommand()
        while let word = reader.read() {
            switch word {
            case .option("-h", _), .option("--help", _): return nil
            case .option("--plain", _): command.isPlain = true
            case .option("--level", let value):
                command.level = try TraceLevel(option: reader.value(of: "--level", value))
            case .option(let name, let value):
                guard try command.recording.take(name, value, &reader) else {
                    throw .unknownOption(name, command: Self.name)
                }
            case .operand(let operand):
                guard command.recording.take(program: operand) else { throw .unexpectedOperand(operand) }
            }
        }
        if command.recording.program == nil { throw .missingProgram }
        return command
    }

    func perform() throws(CommandError) -> Int32 {
        let run = try recording.record(level: level)
        ErrorText.report(run.ending)
        return try StandardOutput.print(TraceListing(run.trace).text)
    }
}

extension TraceLevel {
    init(option text: String) throws(CommandError) {
        switch text {
        case "queues": self = .queues
        case "full": self = .full
        case "steps": self = .steps
        default: throw .badValue(option: "--level", value: text, expected: "queues, full or steps")
        }
    }
}
