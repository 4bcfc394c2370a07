// SPDX-License-Identifier: MIT
internal import Markup
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

          --all                    shows repetition and long text in full
          --plain                  one line for each event
          --out PATH               write the trace instead, by the ending of PATH:
                                   .jsonl  lines of JSON that looplab reads again
                                   .json   for Perfetto and chrome://tracing
                                   .svg    a picture
                                   .html   a page that plays the run, without a network
          --format jsonl|json|svg|html
                                   the form whatever the ending; without --out, or with
                                   --out -, to standard output
          --level queues|full|steps
          --color auto|always|never
          --no-pager               writes a long view as it is; otherwise one that is
                                   longer than the terminal goes through $PAGER

        """ + RecordingOptions.help

    var recording = RecordingOptions()
    var isPlain = false
    var isUnfolded = false
    var usesPager = true
    var color = ColorChoice.automatic
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
            case .option("--all", _): command.isUnfolded = true
            case .option("--no-pager", _): command.usesPager = false
            case .option("--color", let value):
                command.color = try ColorChoice(option: reader.value(of: "--color", value))
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
        let screen = Screen.detect(color)
        let trace = try recording.trace(level: level)
        if let destination { return try destination.write(trace) }
        var options = Timeline.Options(screen.style, isUnfolded: isUnfolded)
        options.foldHint = "Repetition is folded; --all shows every row."
        let text = isPlain ? TraceListing(trace).text : Timeline(trace, options).text
        return try screen.show(text, usesPager: usesPager)
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
