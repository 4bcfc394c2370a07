// SPDX-License-Identifier: MIT
internal import Grading
internal import Markup
internal import Scheduling

/// `looplab schedule`: somebody picks which callback runs next, in place of the loop.
struct ScheduleCommand: RecordingCommand, Equatable {
    static let name = "schedule"
    static let synopsis = (operands: "FILE", summary: "be the scheduler yourself")
    static let help =
        """
        usage: looplab schedule [OPTIONS] FILE

        You are the scheduler. The main script runs; then all queues are shown, and you
        type the number of the callback that runs next. What may not run yet is refused
        with the rule that is against it. Where the order is left open, each callback
        that may be next is accepted. Without a terminal the numbers are read from
        standard input, a line each.


        """ + RecordingOptions.help + """

            exit codes: 0 played to the end; 1 left before; 2 usage

            """

    var recording = RecordingOptions()

    mutating func take(
        ownOption name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool { false }

    func check() throws(CommandError) {
        if recording.program == nil { throw .missingProgram }
        if recording.program == .standardInput {
            throw .badValue(option: "FILE", value: "-", expected: "a file: standard input has the numbers")
        }
        if recording.clock == .system {
            throw .badValue(option: "--clock", value: "system", expected: "virtual: the run waits for you")
        }
    }

    func perform() throws(CommandError) -> Int32 {
        // Asked for before there are other threads.
        let (screen, terminal) = (Screen.detect(), TerminalInfo.detect())
        let (entry, name) = try recording.readEntry()
        let runner = try PredictionSession<EngineRunner>.engineRunner(entry, name: name, recording)
        do throws(CommandError) {
            let game = try PredictionSession<EngineRunner>.checked(name) { () throws(PredictionError) in
                try SchedulerGame(runner)
            }
            let dialogue = SchedulerDialogue(game, screen.style)
            return try play(dialogue, name, screen.style, TypedLines(showsPrompts: terminal.isTerminal))
        } catch .prediction(.interrupted(let signal), _) {
            return 128 + signal
        }
    }

    private func play(
        _ beginning: SchedulerDialogue<EngineRunner>, _ name: String, _ style: TerminalStyle, _ lines: TypedLines
    ) throws(CommandError) -> Int32 {
        func show(_ rows: [StyledText]) throws(CommandError) {
            _ = try StandardOutput.print(rows.map { style.rendered($0) + "\n" }.joined())
        }
        var dialogue = beginning
        try show(dialogue.opening)
        while !dialogue.game.isOver {
            guard let line = lines.next(dialogue.question) else {
                try show([StyledText()])
                return 1
            }
            let reply = try PredictionSession<EngineRunner>.checked(name) { () throws(PredictionError) in
                try dialogue.take(line)
            }
            try show(reply.rows)
            if reply.isOver { break }
        }
        return dialogue.game.isOver ? 0 : 1
    }
}
