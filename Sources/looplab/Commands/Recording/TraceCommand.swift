// SPDX-License-Identifier: MIT
internal import Tracing

/// `looplab trace`: what a program's run looks like.
struct TraceCommand: Subcommand, Equatable {
    static let name = "trace"
    static let synopsis = (operands: "FILE", summary: "record a run and show it")
    static let help =
        """
        usage: looplab trace [OPTIONS] FILE [-- ARGS]

        Runs a program, records what enters and leaves the queues, and shows it: time
        goes down, the ticks and microtasks of a checkpoint stand below their task.
        FILE may also be a trace that was written with --out.

          --level queues|full|steps

        """ + TraceDisplay.help + RecordingOptions.help

    var recording = RecordingOptions()
    var view = TraceDisplay()
    var level = TraceLevel.full

    static func read(_ reader: inout WordReader) throws(CommandError) -> TraceCommand? {
        var command = TraceCommand()
        while let word = reader.read() {
            switch word {
            case .option("-h", _), .option("--help", _): return nil
            case .option("--level", let value):
                command.level = try TraceLevel(option: reader.value(of: "--level", value))
            case .option(let name, let value):
                if try command.view.take(name, value, &reader) { continue }
                guard try command.recording.take(name, value, &reader) else {
                    throw .unknownOption(name, command: Self.name)
                }
            case .operand(let operand):
                guard command.recording.take(program: operand) else { throw .unexpectedOperand(operand) }
            }
        }
        if command.recording.program == nil { throw .missingProgram }
        _ = try command.view.destination
        return command
    }

    func perform() throws(CommandError) -> Int32 {
        let screen = Screen.detect(view.color)
        return try view.show(recording.trace(level: level), on: screen)
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
