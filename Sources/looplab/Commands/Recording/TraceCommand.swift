// SPDX-License-Identifier: MIT
internal import Tracing

/// `looplab trace`: what a program's run looks like.
struct TraceCommand: RecordingCommand, Equatable {
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

    static let passesArguments = true

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        if name == "--level" {
            level = try TraceLevel(option: reader.value(of: name, value))
            return true
        }
        return try view.take(name, value, &reader)
    }

    func check() throws(CommandError) {
        if recording.program == nil { throw .missingProgram }
        _ = try view.destination
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
