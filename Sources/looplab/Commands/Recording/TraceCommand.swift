// SPDX-License-Identifier: MIT
internal import Tracing

/// `looplab trace`: what a program's run looks like.
struct TraceCommand: Subcommand, Equatable {
    static let name = "trace"
    static let synopsis = (operands: "FILE", summary: "record a run and show it")
    static let help =
        """
        usage: looplab trace [OPTIONS] FILE [-- ARGS]

        Runs a program, records what enters and leaves the queues, and shows it. FILE may
        also be a trace that was written with --out.

          --plain                  one line for each event
          --out PATH               write the trace instead, by the ending of PATH:
                                   .jsonl  lines of JSON that looplab reads again
                                   .json   for Perfetto and chrome://tracing
                                   .svg    a picture
          --format jsonl|json|svg  the form whatever the ending; without --out, or with
                                   --out -, to standard output
          --level queues|full|steps

        """ + RecordingOptions.help

    var recording = RecordingOptions()
    var isPlain = false
    var level = TraceLevel.full
    var destination: TraceDestination?

    static func read(_ reader: inout WordReader) throws(CommandError) -> TraceCommand? {
        var command = TraceCommand()
        var out: String?
        var format: String?
        while let word = reader.read() {
            switch word {
            case .option("-h", _), .option("--help", _): return nil
            case .option("--plain", _): command.isPlain = true
            case .option("--out", let value): out = try reader.value(of: "--out", value)
            case .option("--format", let value): format = try reader.value(of: "--format", value)
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
        command.destination = try TraceDestination(out: out, format: format)
        return command
    }

    func perform() throws(CommandError) -> Int32 {
        let trace = try recording.trace(level: level)
        if let destination { return try destination.write(trace) }
        return try StandardOutput.print(TraceListing(trace).text)
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
